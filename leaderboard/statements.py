"""The SQL of this room, from its files, and the rows that SQL gives."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from duckdb import DuckDBPyConnection

_FOLDER = files("leaderboard") / "sql"
_AT_ONCE = 1000  # rows held in memory


def statement(name: str) -> str:
    """Returns the statement in sql/`name`.sql."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def each_row(result: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Yields the rows of what was executed last, which need not all fit in memory."""
    while rows := result.fetchmany(_AT_ONCE):
        yield from rows


def column_names(result: DuckDBPyConnection) -> list[str]:
    """Returns the names of the columns of what was executed last; none of what gives no rows."""
    return [column[0] for column in result.description or ()]
