"""Opening the file: made, migrated, or refused in one line."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from extract.errors import TallycastError
from reconcile import MIGRATIONS, open_database
from tests.reconcile.making import file_in, rows


def test_file_and_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "t.duckdb"
    open_database(str(path)).close()
    assert path.is_file()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "t.duckdb")
    open_database(path).close()
    con = open_database(path)
    names = [row["name"] for row in rows(con, "SELECT name FROM migrations")]
    con.close()
    assert names == [
        "reconcile/001_claims_and_facts",
        "reconcile/002_subject_listed",
        "reconcile/003_sections",
        "reconcile/004_time_sources_and_words",
        "reconcile/005_relations",
        "reconcile/006_value_start",
        "reconcile/007_readings",
        "reconcile/008_source_of_episode",
    ]


def _made(path: Path, sql: str) -> Path:
    with duckdb.connect(str(path)) as con:
        con.execute(sql)
    return path


def _newer(folder: Path) -> Path:
    path = folder / "newer.duckdb"
    open_database(str(path)).close()
    return _made(path, "INSERT INTO migrations VALUES ('reconcile/999_wonders', 'hash')")


def _other(folder: Path) -> Path:
    path = folder / "other.duckdb"
    open_database(str(path)).close()
    return _made(path, "UPDATE migrations SET hash = 'other'")


def _truncated(folder: Path) -> Path:
    path = folder / "truncated.duckdb"
    open_database(str(path)).close()
    path.write_bytes(path.read_bytes()[:9000])
    return path


@pytest.mark.parametrize("read_only", [True, False], ids=["reading", "writing"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(lambda folder: folder, "directory", id="a folder"),
        pytest.param(
            lambda folder: file_in(folder, "t", b"no database"), "not a DuckDB file", id="a text"
        ),
        pytest.param(
            lambda folder: _made(folder / "t", "CREATE TABLE mine (a INTEGER)"),
            "not one of Tallycast",
            id="a database of something else",
        ),
        pytest.param(_newer, "newer Tallycast", id="newer"),
        pytest.param(_other, "another Tallycast", id="of another line"),
        pytest.param(_truncated, "damaged (cut short)", id="truncated"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_line(
    tmp_path: Path, make: object, words: str, read_only: bool
) -> None:
    assert callable(make)
    path = make(tmp_path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(TallycastError) as caught:
        open_database(str(path), read_only=read_only)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert before == (path.read_bytes() if path.is_file() else b"")


def test_a_missing_file_is_not_made_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    with pytest.raises(TallycastError, match="no such database"):
        open_database(str(path), read_only=True)
    assert not path.exists()


def test_an_older_file_is_migrated_by_writing_only(tmp_path: Path) -> None:
    path = str(tmp_path / "t.duckdb")
    open_database(path).close()
    folder = tmp_path / "later" / "migrations"
    folder.mkdir(parents=True)
    file_in(folder, "001_more.sql", b"CREATE TABLE more (a INTEGER)")
    both = (MIGRATIONS, folder)
    with pytest.raises(TallycastError, match="older Tallycast"):
        open_database(path, migrations=both, read_only=True)
    con = open_database(path, migrations=both)
    assert rows(con, "SELECT * FROM more") == []
    con.close()


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "t.duckdb")
    folder = tmp_path / "later" / "migrations"
    folder.mkdir(parents=True)
    file_in(folder, "001_more.sql", b"CREATE TABLE more (a INTEGER); SELECT nonsense")
    with pytest.raises(TallycastError, match="nonsense"):
        open_database(path, migrations=(MIGRATIONS, folder))
    con = open_database(path)
    tables = [row["name"] for row in rows(con, "SHOW TABLES")]
    con.close()
    assert "more" not in tables


@pytest.mark.parametrize("read_only", [True, False], ids=["reading", "writing"])
def test_a_locked_file_names_its_holder(tmp_path: Path, read_only: bool) -> None:
    path = str(tmp_path / "t.duckdb")
    open_database(path).close()
    holding = f"import duckdb; c = duckdb.connect({path!r}); print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(TallycastError, match=f"in use by .*process {holder.pid}"):
            open_database(path, read_only=read_only)
        holder.communicate(b"\n")


def test_every_table_and_column_is_explained() -> None:
    con = open_database(":memory:")
    silent = rows(
        con,
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        " UNION ALL SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL",
    )
    con.close()
    assert silent == []
