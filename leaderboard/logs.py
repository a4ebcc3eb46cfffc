"""What goes to standard error: one line a message, as text or as JSON.

Only the command line configures logging; the modules below it log and print nothing.
"""

import json
import logging
from datetime import UTC, datetime
from typing import Literal

import click

Form = Literal["text", "json"]

_LEVELS = {-1: logging.ERROR, 0: logging.WARNING, 1: logging.INFO, 2: logging.DEBUG}
_OTHERS = ("urllib3",)  # libraries that warn of what is tried again


class _Lines(logging.Handler):
    """Writes each message as one line that a terminal shows and does not obey."""

    def __init__(self, program: str, form: Form) -> None:
        super().__init__()
        self._program = program
        self._form = form

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one line."""
        from leaderboard.format import plain  # noqa: PLC0415  (heavy: --help answers at once)

        message = plain(" ".join(record.getMessage().split()))
        line = f"{self._program}: {message}"
        if self._form == "json":
            when = datetime.fromtimestamp(record.created, UTC).isoformat()
            told = {"time": when, "level": record.levelname.lower(), "logger": record.name}
            line = json.dumps({**told, "message": message}, ensure_ascii=False)
        click.echo(line, err=True)


def configure(program: str, *, verbosity: int = 0, form: Form = "text") -> None:
    """Sends what is logged to standard error.

    Args:
        program: stands before each line of text.
        verbosity: -1 for errors alone, 0 for warnings too, 1 for what is done, 2 for everything.
        form: "text", or "json" for an object a line.
    """
    root = logging.getLogger()
    for handler in [it for it in root.handlers if isinstance(it, _Lines)]:
        root.removeHandler(handler)
    root.addHandler(_Lines(program, form))
    root.setLevel(_LEVELS[min(verbosity, 2)])
    for name in _OTHERS:
        logging.getLogger(name).setLevel(logging.ERROR if verbosity < 1 else logging.NOTSET)
