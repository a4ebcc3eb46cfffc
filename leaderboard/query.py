"""Questions in SQL from whoever asks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer

import click
import duckdb
from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.files.rows import Row
from leaderboard.statements import column_names, each_row
from reconcile import first_line


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    Attributes:
        columns: their names, which need not be different.
        types: of each column, as DuckDB writes it.
        rows: to be read once, while the connection is open.
    """

    columns: list[str]
    types: list[str]
    rows: Iterator[Row]


@contextmanager
def answering(con: DuckDBPyConnection, query: str, timeout: float) -> Iterator[Answer]:
    """Gives the answer to the last statement in `query`, to be read within the block.

    Args:
        con: a database; what the query may do is settled by how it was opened.
        query: one statement or several.
        timeout: seconds after which the query, or the reading of its answer, is broken off.

    Raises:
        click.UsageError: there is no statement.
        TallycastError: the query is wrong, not allowed, or takes too long.
    """
    clock = Timer(timeout, con.interrupt)
    clock.daemon = True
    clock.start()
    try:
        if not con.extract_statements(query):
            raise click.UsageError("no statement", click.get_current_context(silent=True))
        con.execute(query)
        types = [str(column[1]) for column in con.description or ()]
        yield Answer(column_names(con), types, each_row(con))
    except duckdb.InterruptException as error:
        raise TallycastError(f"query: stopped after {timeout:g} s (--timeout)") from error
    except duckdb.Error as error:
        message = first_line(error)
        if "pytz" in message:
            message = "a time with time zone cannot be shown: cast it to TIMESTAMP or VARCHAR"
        raise TallycastError(f"query: {message}{_hint(con, message)}") from error
    finally:
        clock.cancel()
        clock.join()  # it holds the connection, which must not outlive the block


def _hint(con: DuckDBPyConnection, message: str) -> str:
    """Returns how to write a column that SQL takes for a keyword, where one was met."""
    met = re.search(r'syntax error at or near "(\w+)"', message)
    if not met:
        return ""
    column = met[1].lower()
    found = con.execute("SELECT 1 FROM duckdb_columns() WHERE column_name = ?", [column]).fetchall()
    return f'; as a column, quote it: "{column}"' if found else ""
