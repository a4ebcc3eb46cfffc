"""Runs SQL as named steps: each file of sql/ is one SELECT, and makes one temporary table."""

from functools import cache
from importlib.resources import files

import duckdb
from duckdb import DuckDBPyConnection

FOLDER = files("reconcile") / "sql"


class StepError(Exception):
    """A step failed: names it, shows its statement and what the database said."""


def run_step(
    con: DuckDBPyConnection,
    table: str,
    script: str | None = None,
    *,
    more: bool = False,
    **names: str,
) -> None:
    """Makes the temporary table `table` from the SELECT in sql/`script`.sql.

    Args:
        con: the database.
        table: name of the table that is made, and of the script where none is given.
        script: for a script that serves more than one table.
        more: adds to the table, which is there, instead of making it.
        names: what to put for the placeholders in the script, such as {votes}.

    Raises:
        StepError: the statement failed; that is a mistake in this program, not of its user.
    """
    select = step_text(script or table)
    for placeholder, name in names.items():
        select = select.replace(f"{{{placeholder}}}", name)
    begin = f"INSERT INTO {table} BY NAME" if more else f"CREATE OR REPLACE TEMP TABLE {table} AS"
    statement = f"{begin}\n{select}"
    try:
        con.execute(statement)
    except duckdb.ProgrammingError as error:
        raise StepError(f"step {table} failed: {error}\n{statement}") from error


def drop_steps(con: DuckDBPyConnection, *tables: str) -> None:
    """Frees the memory of tables that no later step reads."""
    for table in tables:
        con.execute(f"DROP TABLE IF EXISTS temp.{table}")


@cache
def step_text(script: str) -> str:
    """Returns the SELECT in sql/`script`.sql."""
    return (FOLDER / f"{script}.sql").read_text(encoding="utf-8")
