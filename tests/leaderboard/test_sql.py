"""tallycast sql: any question, and nothing but questions."""

import json
import time
from pathlib import Path

import duckdb
import pytest

from tests.leaderboard.making import publish_all, tallycast
from tests.reconcile.making import make_claim, make_episode, make_extraction


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sql") / "t.duckdb"
    claim = make_claim(8e9, subject="Llama 3 8B", attribute="parameters_total", unit="parameter")
    publish_all(path, make_extraction(make_episode("a"), claim))
    return path


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder with a file that no query may see."""
    (tmp_path / "secret.csv").write_text("word\nxyzzy\n")
    return tmp_path


# Each names {secret}, a file that exists, or {folder}, where one could be written.
ATTEMPTS = (
    "FROM read_csv('{secret}')",
    "FROM read_text('{secret}')",
    "FROM read_blob('{secret}')",
    "FROM read_json('{secret}')",
    "FROM read_ndjson_objects('{secret}')",
    "FROM read_parquet('{secret}')",
    "FROM parquet_metadata('{secret}')",
    "FROM parquet_schema('{secret}')",
    "FROM sniff_csv('{secret}')",
    "FROM glob('{folder}/*')",
    "FROM '{secret}'",
    "SELECT * FROM (SELECT 1) JOIN '{secret}' ON true",
    "FROM 'https://127.0.0.1:9/x.csv'",
    "FROM query('FROM read_csv(''{secret}'')')",
    "FROM database",
    "FROM answering",
    "FROM sys",
    "COPY leaderboard TO '{folder}/out.csv'",
    "COPY leaderboard TO '{folder}/out.parquet' (FORMAT parquet)",
    "COPY leaderboard TO '/dev/stdout'",
    "CREATE TEMP TABLE t (word VARCHAR); COPY t FROM '{secret}'",
    "EXPORT DATABASE '{folder}/exported'",
    "IMPORT DATABASE '{folder}'",
    "ATTACH '{folder}/new.duckdb'",
    "ATTACH '{secret}' AS other (TYPE sqlite)",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '{secret}'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET allowed_directories = ['{folder}']",
    "SET temp_directory = '{folder}'",
    "SET home_directory = '{folder}'",
    "RESET enable_external_access",
    "PRAGMA enable_external_access = true",
    "PRAGMA profiling_output = '{folder}/profile.json'",
    "CALL enable_logging(storage = 'file', storage_path = '{folder}/log')",
    "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
    "CREATE TABLE written (a INTEGER)",
    "INSERT INTO versions SELECT * FROM versions",
    "UPDATE versions SET label = 'other'",
    "DELETE FROM claims",
    "DROP VIEW leaderboard",
    "CREATE OR REPLACE MACRO leaderboard_at(number) AS TABLE SELECT 1",
    "SELECT getenv('HOME')",
    "SELECT read_text('{secret}')",
)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nothing_outside_is_read_or_written(attempt: str, database: Path, outside: Path) -> None:
    before = database.read_bytes()
    query = attempt.format(secret=outside / "secret.csv", folder=outside)
    done = tallycast("sql", query, "--db", database, folder=outside)
    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith(b"tallycast: query: ")
    assert done.stderr.count(b"\n") == 1
    assert b"xyzzy" not in done.stdout + done.stderr
    assert [path.name for path in outside.iterdir()] == ["secret.csv"]
    assert database.read_bytes() == before


def test_a_runaway_query_is_stopped(database: Path) -> None:
    query = "SELECT count(*) FROM range(10_000_000) a, range(10_000_000) b WHERE a.range <> b.range"
    start = time.monotonic()
    done = tallycast("sql", query, "--timeout", "0.5", "--db", database)
    assert done.returncode == 1
    assert done.stderr.decode() == "tallycast: query: stopped after 0.5 s (--timeout)\n"
    assert time.monotonic() - start < 60  # far below what the query would take: years


def test_an_endless_answer_is_stopped(database: Path) -> None:
    query = "FROM range(1_000_000_000_000)"
    done = tallycast(
        "sql", query, "--timeout", "0.5", "--format", "csv", "-o", "/dev/null", "--db", database
    )
    assert done.stderr.decode() == "tallycast: query: stopped after 0.5 s (--timeout)\n"


def test_statements_from_a_file(database: Path, tmp_path: Path) -> None:
    script = tmp_path / "two.sql"
    script.write_text("CREATE TEMP TABLE t AS FROM leaderboard; SELECT subject FROM t;")
    for source, stdin in ((f"@{script}", b""), ("-", script.read_bytes())):
        done = tallycast("sql", source, "--format", "json", "--db", database, stdin=stdin)
        assert json.loads(done.stdout) == [{"subject": "Llama 3 8B"}]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param([], "Missing argument 'QUERY'", id="no query"),
        pytest.param(["SELECT 1", "--format", "parquet"], "-o FILE", id="Parquet to the screen"),
        pytest.param(["SELECT 1", "--timeout", "0"], "--timeout", id="no time at all"),
        pytest.param(["SELECT 1", "--timeout", "inf"], "--timeout", id="for ever"),
        pytest.param(["SELECT 1", "--timeout", "nan"], "--timeout", id="no number of seconds"),
    ],
)
def test_wrong_use(arguments: list[str], told: str, database: Path) -> None:
    done = tallycast("sql", *arguments, "--db", database)
    assert (done.returncode, told in done.stderr.decode()) == (2, True)


def test_a_query_may_begin_with_a_comment(database: Path) -> None:
    done = tallycast("sql", "-- how many\nSELECT 1 AS a", "--format", "json", "--db", database)
    assert json.loads(done.stdout) == [{"a": 1}]


def test_a_file_of_statements_that_is_not_there(database: Path) -> None:
    done = tallycast("sql", "@nowhere.sql", "--db", database)
    assert done.returncode == 1
    assert done.stderr.decode() == "tallycast: nowhere.sql: No such file or directory\n"


VALUES = """
SELECT 1 AS "a ""b"" c", NULL AS nothing, [1, 2] AS list, {'x': 'é'} AS struct,
    MAP {'k': 1.5} AS map, DATE '2026-05-03' AS day, 1.25::DECIMAL(5, 2) AS exact,
    TIMESTAMP '2026-05-03 01:02:03' AS moment, 1::HUGEINT AS huge, true AS truth
"""


def test_parquet_keeps_types_and_values(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.parquet"
    done = tallycast("sql", VALUES, "--format", "parquet", "-o", path, "--db", database)
    assert done.returncode == 0, done.stderr
    with duckdb.connect() as con:
        read = con.execute("FROM read_parquet(?)", [str(path)]).fetchall()
        assert read == con.execute(VALUES).fetchall()


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_an_answer_in_a_file_is_the_answer_on_the_screen(
    form: str, database: Path, tmp_path: Path
) -> None:
    question = ("sql", "FROM leaderboard", "--format", form, "--db", database)
    path = tmp_path / "answer"
    tallycast(*question, "-o", path)
    assert path.read_bytes() == tallycast(*question).stdout


def test_an_answer_that_fails_leaves_the_old_file(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.csv"
    path.write_text("old")
    query = "SELECT CASE WHEN range = 50000 THEN error('late') END FROM range(60000)"
    done = tallycast("sql", query, "--format", "csv", "-o", path, "--db", database)
    assert (done.returncode, path.read_text()) == (1, "old")
    assert list(tmp_path.iterdir()) == [path]
