"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from extract.errors import TallycastError
from reconcile import first_line


@contextmanager
def written_aside(path: str) -> Iterator[str]:
    """Gives a path beside `path` to write to, and moves that file into place at the end.

    After an error the old file, if any, is as it was. What is no ordinary file (/dev/stdout, a
    pipe) is written to as it is. Errors name `path` and nothing else.
    """
    target = Path(path).resolve()
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    with _named(path, target, aside):
        if target.exists() and not target.is_file():
            yield str(target)
            return
        aside.touch()  # what cannot be written is known before the work is done
        try:
            yield str(aside)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def _named(path: str, *others: Path) -> Iterator[None]:
    """Puts `path` into errors for the names that nobody gave."""
    names = [str(other) for other in others]
    try:
        yield
    except OSError as error:
        if error.filename is None or error.filename in names:
            error.filename = path
        raise
    except duckdb.IOException as error:
        message = first_line(error)
        for name in names:
            message = message.replace(name, path)
        raise TallycastError(f"{path}: {message}") from error
