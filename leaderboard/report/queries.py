"""The report's SQL, row by row."""

from collections.abc import Iterator
from typing import Any

from duckdb import DuckDBPyConnection

from leaderboard.statements import each_row, statement


def rows_of(con: DuckDBPyConnection, name: str, **asked: object) -> Iterator[tuple[Any, ...]]:
    """Yields the rows of sql/report/`name`.sql; several can be read side by side."""
    with con.cursor() as cursor:
        cursor.execute(statement(f"report/{name}"), asked)
        yield from each_row(cursor)
