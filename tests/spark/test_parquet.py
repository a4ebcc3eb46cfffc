"""The exported Parquet files, read by other programs than the one that wrote them."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from pyspark.sql import SparkSession

from leaderboard.cluster.session import spark_session
from tests.spark.cluster import environment
from tests.spark.test_spark import FIXTURES, tallycast

pytestmark = pytest.mark.spark

TABLES = (
    "claims", "derivations", "episodes", "fact_claims", "facts", "leaderboard", "models", "periods",
    "sources",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    db, out = made / "t.duckdb", made / "out"
    assert tallycast("build", FIXTURES / "transcripts", "--db", db)[0] == 0
    assert tallycast("export", "--db", db, "--out", out, "--format", "parquet")[0] == 0
    return out


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment().items():
            patch.setenv(name, value)
        with spark_session("local[1]") as started:
            yield started


def written(path: Path) -> tuple[str, list[str], list[object]]:
    """Returns what DuckDB reads: the first column of texts, all columns, and the texts sorted."""
    rows = duckdb.read_parquet(str(path))
    kinds = dict(zip(rows.columns, map(str, rows.types), strict=True))
    text = next(name for name, kind in kinds.items() if kind == "VARCHAR")
    return text, rows.columns, sorted(value for (value,) in rows.project(f'"{text}"').fetchall())


def test_all_tables_are_there(folder: Path) -> None:
    assert tuple(sorted(path.stem for path in folder.glob("*.parquet"))) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_pandas_reads(folder: Path, table: str) -> None:
    path = folder / f"{table}.parquet"
    text, columns, values = written(path)
    read = pd.read_parquet(path)
    assert [*read.columns] == columns
    assert sorted(read[text]) == values


@pytest.mark.parametrize("table", TABLES)
def test_spark_reads(folder: Path, table: str, session: SparkSession) -> None:
    path = folder / f"{table}.parquet"
    text, columns, values = written(path)
    read = session.read.parquet(str(path))
    assert read.columns == columns
    assert sorted(row[text] for row in read.collect()) == values
