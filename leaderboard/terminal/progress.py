"""A progress bar for people who wait: on a terminal, and only for work over a second."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

Item = TypeVar("Item")

_PATIENCE = 1.0  # seconds


def with_progress(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """Yields `items`; where standard error is a terminal, a bar there says how far it is."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = time.monotonic()
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=total)
    try:
        for done, item in enumerate(items, 1):
            if time.monotonic() - began > _PATIENCE:
                bar.start()
            bar.update(task, completed=done)
            yield item
    finally:
        bar.stop()
