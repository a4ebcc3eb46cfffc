"""Parquet files."""

from collections.abc import Iterable, Mapping

import duckdb
from duckdb import DuckDBPyConnection

from leaderboard.files.rows import Row

# The type that DuckDB gives to a bare NULL can be had by no table.
_STORED_TYPES = {'"NULL"': "INTEGER"}


def write_parquet(fields: Mapping[str, str], rows: Iterable[Row], path: str) -> None:
    """Writes rows as a Parquet file.

    Args:
        fields: name and DuckDB type of each column.
        rows: in the order in which they are written.
        path: the file.
    """
    columns = ", ".join(
        f"{_quoted(name)} {_STORED_TYPES.get(kind, kind)}" for name, kind in fields.items()
    )
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE answer ({columns})")
        with con.appender("answer") as appender:
            appender.append_rows(rows)
        copy_to_parquet(con, "FROM answer", path)


def copy_to_parquet(
    con: DuckDBPyConnection, select: str, path: str, told: Mapping[str, str] | None = None
) -> None:
    """Writes the answer to a query as a Parquet file with `told` in its metadata."""
    pairs = ", ".join(f"{_quoted(key)}: {_literal(value)}" for key, value in (told or {}).items())
    metadata = f", KV_METADATA {{{pairs}}}" if pairs else ""
    con.execute(f"COPY ({select}) TO ? (FORMAT parquet, USE_TMP_FILE false{metadata})", [path])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
