"""Where the steps run: tables that a run makes for itself, and tables that are kept."""

from typing import Protocol

import duckdb
from duckdb import DuckDBPyConnection


class StepError(Exception):
    """A step failed: names it, shows its statement and what the database said."""


class Engine(Protocol):
    """What reconciliation asks of a database; statements are in the SQL that all speak."""

    def make(self, table: str, select: str) -> None:
        """Makes a table of this run, in the place of what has the name.

        Raises:
            StepError: the statement failed; that is a mistake in this program, not of its user.
        """

    def add(self, table: str, select: str) -> None:
        """Adds rows to a table of this run; raises like make()."""

    def rename(self, table: str, name: str) -> None:
        """Gives a table of this run another name."""

    def drop(self, *tables: str) -> None:
        """Frees what tables of this run take."""

    def keep(self, table: str, select: str, *, instead_of: str = "false") -> None:
        """Adds rows to a table that is kept, in the place of those that fulfil a condition."""

    def count(self, query: str) -> int:
        """Returns the one number that a query gives."""


class DuckDb:
    """An engine in the DuckDB file that keeps everything. Use it within a transaction."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        self._con = con

    def make(self, table: str, select: str) -> None:
        """Makes a temporary table."""
        self._run(table, f"CREATE OR REPLACE TEMP TABLE {table} AS\n{select}")

    def add(self, table: str, select: str) -> None:
        """Adds rows to a temporary table."""
        self._run(table, f"INSERT INTO {table} BY NAME\n{select}")

    def rename(self, table: str, name: str) -> None:
        """Renames a temporary table."""
        self.drop(name)
        self._con.execute(f"ALTER TABLE temp.{table} RENAME TO {name}")

    def drop(self, *tables: str) -> None:
        """Drops temporary tables."""
        for table in tables:
            self._con.execute(f"DROP TABLE IF EXISTS temp.{table}")

    def keep(self, table: str, select: str, *, instead_of: str = "false") -> None:
        """Replaces rows of a table in the file."""
        self._run(table, f"DELETE FROM {table} WHERE {instead_of}")  # noqa: S608  never from outside
        self._run(table, f"INSERT INTO {table} BY NAME\n{select}")

    def count(self, query: str) -> int:
        """Returns a number."""
        [(count,)] = self._con.execute(query).fetchall()
        return int(count)

    def _run(self, table: str, statement: str) -> None:
        try:
            self._con.execute(statement)
        except duckdb.ProgrammingError as error:
            raise StepError(f"step {table} failed: {error}\n{statement}") from error
