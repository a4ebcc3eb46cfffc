"""The same steps on Spark: tables of a run are Parquet files, so that no step is computed twice."""

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from reconcile.database import open_database
from reconcile.engines import StepError
from reconcile.facts import make_facts
from reconcile.inputs import Attribute, Inputs, set_out
from reconcile.keeping import KEPT
from reconcile.overrides import NO_OVERRIDES, Overrides
from reconcile.policy import Policy

# What a DuckDB file has as a macro; see migrations/004_time_sources_and_words.sql.
_NAME_KEY = r"""
CREATE OR REPLACE TEMPORARY FUNCTION name_key(name STRING) RETURNS STRING RETURN
regexp_replace(
    regexp_replace(trim(translate(lower(name), '-‐‑–_', '     ')), '([^0-9]) +', '$1'),
    ' +([^0-9])', '$1'
)
"""


class Spark:
    """An engine on Spark, that begins with nothing made; see engines.Engine."""

    def __init__(self, session: SparkSession, scratch: str, empty: DuckDBPyConnection) -> None:
        """Sets the tables out.

        Args:
            session: where the views `episodes` and `claims` are.
            scratch: a folder that all workers see.
            empty: a database in which only the inputs are set out.
        """
        self._session = session
        self._scratch = scratch
        self._number = 0
        session.sql(_NAME_KEY)
        for table in _tables(empty):
            rows = empty.sql(f'FROM "{table}"').to_arrow_table()
            # A list column must have a part, be it an empty one, for Spark to take it.
            whole = pa.concat_tables([rows.schema.empty_table(), rows])
            session.createDataFrame(whole).createOrReplaceTempView(table)

    def make(self, table: str, select: str) -> None:
        """Computes a table and writes it down."""
        self._write(table, lambda: self._session.sql(select))

    def add(self, table: str, select: str) -> None:
        """Adds rows; each row is written once."""
        self._write(f"{table}_more", lambda: self._session.sql(select))
        both = self._session.table(table).unionByName(self._session.table(f"{table}_more"))
        both.createOrReplaceTempView(table)

    def rename(self, table: str, name: str) -> None:
        """Gives a view another name."""
        self._session.table(table).createOrReplaceTempView(name)
        self.drop(table)

    def drop(self, *tables: str) -> None:
        """Forgets views; the files go at the end."""
        for table in tables:
            self._session.catalog.dropTempView(table)

    def keep(self, table: str, select: str, *, instead_of: str = "false") -> None:
        """Writes a table anew, without the rows that are replaced."""
        stays = f"SELECT * FROM {table} WHERE NOT coalesce({instead_of}, false)"  # noqa: S608
        self._write(table, lambda: self._joined(table, stays, select))

    def count(self, query: str) -> int:
        """Returns a number."""
        [row] = self._session.sql(query).collect()
        return int(row[0])

    def _joined(self, table: str, stays: str, select: str) -> DataFrame:
        columns = self._session.table(table).columns
        come = self._session.sql(select)
        both = self._session.sql(stays).unionByName(come, allowMissingColumns=True)
        return both.select(*columns)

    def _write(self, table: str, query: Callable[[], DataFrame]) -> None:
        self._number += 1
        path = f"{self._scratch}/{self._number:04}_{table}"
        try:
            found = query()
            found.write.parquet(path)
        except PySparkException as error:
            raise StepError(f"step {table} failed: {error}") from error
        written = self._session.read.schema(found.schema).parquet(path)
        written.createOrReplaceTempView(table)


def reconcile_on_spark(  # noqa: PLR0913  as reconcile() has them
    session: SparkSession,
    folder: str,
    policy: Policy,
    attributes: Iterable[Attribute],
    overrides: Overrides = NO_OVERRIDES,
    *,
    as_of: date | None = None,
    families: Iterable[str] = (),
) -> None:
    """Makes facts of the views `episodes` and `claims`, and writes each table into `folder`.

    Args:
        session: of Spark.
        folder: where to; all workers must see it.
        policy: how much a claim counts.
        attributes: in the order in which people read the leaderboard.
        overrides: what the user decided.
        as_of: only episodes published by then count.
        families: names of families of models.
    """
    inputs = Inputs(policy, tuple(attributes), overrides, tuple(families), as_of)
    scratch = f"{folder}/_steps"
    with open_database(":memory:") as con:
        set_out(con, inputs)
        engine = Spark(session, scratch, con)
    make_facts(engine)
    for table in KEPT:
        session.table(table).coalesce(1).write.mode("overwrite").parquet(f"{folder}/{table}")
    shutil.rmtree(scratch, ignore_errors=True)


def _tables(con: DuckDBPyConnection) -> list[str]:
    found: list[Any] = con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE table_name NOT IN ('episodes', 'claims',"
        " 'migrations', 'readings') ORDER BY ALL"
    ).fetchall()
    return [name for (name,) in found]
