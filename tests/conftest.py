"""What holds for every test run."""

import gc


def pytest_unconfigure() -> None:
    """Drops what hypothesis leaves in the garbage collector.

    It keeps modules alive when Python ends, duckdb among them, which then reports them as leaked.
    """
    gc.callbacks.clear()
