"""Everything as files that other programs read."""

from collections.abc import Iterator
from pathlib import Path

from duckdb import DuckDBPyConnection

from leaderboard.aside import written_aside
from leaderboard.rows import write_csv
from leaderboard.statements import statement

TABLES = (
    "leaderboard", "facts", "periods", "claims", "fact_claims", "derivations", "episodes",
    "sources", "versions",
)  # fmt: skip


def export_tables(con: DuckDBPyConnection, folder: str) -> Iterator[str]:
    """Writes each table as CSV and Parquet, and yields the path of each file that is in place.

    Args:
        con: a database opened for reading.
        folder: made where missing; other files in it are left alone.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        select = statement(f"exports/{table}")
        for suffix, write in (("csv", _write_csv), ("parquet", _write_parquet)):
            path = str(Path(folder, f"{table}.{suffix}"))
            with written_aside(path) as aside:
                write(con, select, aside)
            yield path


def _write_csv(con: DuckDBPyConnection, select: str, path: str) -> None:
    con.execute(select)
    columns = [column[0] for column in con.description or ()]
    with Path(path).open("w", encoding="utf-8", newline="") as out:
        write_csv(columns, iter(con.fetchone, None), out)


def _write_parquet(con: DuckDBPyConnection, select: str, path: str) -> None:
    con.execute(f"COPY ({select}) TO ? (FORMAT parquet, USE_TMP_FILE false)", [path])
