"""Questions in SQL from whoever asks."""

import re
from collections.abc import Sequence

import click
import duckdb
from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.rows import Row
from reconcile import first_line


def ask(con: DuckDBPyConnection, query: str) -> tuple[list[str], Sequence[Row]]:
    """Returns column names and rows of the last statement in `query`.

    Raises:
        click.UsageError: there is no statement.
        TallycastError: the query is wrong, or not allowed.
    """
    try:
        if not con.extract_statements(query):
            raise click.UsageError("no statement", click.get_current_context(silent=True))
        con.execute(query)
        columns = [column[0] for column in con.description or ()]
        return columns, con.fetchall() if columns else []
    except duckdb.Error as error:
        message = first_line(error)
        if "pytz" in message:
            message = "a time with time zone cannot be shown: cast it to TIMESTAMP or VARCHAR"
        raise TallycastError(f"query: {message}{_hint(con, message)}") from error


def _hint(con: DuckDBPyConnection, message: str) -> str:
    """Returns how to write a column that SQL takes for a keyword, where one was met."""
    met = re.search(r'syntax error at or near "(\w+)"', message)
    if not met:
        return ""
    column = met[1].lower()
    found = con.execute("SELECT 1 FROM duckdb_columns() WHERE column_name = ?", [column]).fetchone()
    return f'; as a column, quote it: "{column}"' if found else ""
