"""A relative statement on its way: claims files, the database, why and explain."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from leaderboard.database import writing
from leaderboard.report.quotes import PARTS
from tests.leaderboard.making import tallycast
from tests.reconcile.making import file_in

TALK = b"GPT-4 has a context window of 8,000 tokens. GPT-4 Turbo has 4x the context of GPT-4.\n"
RELATION = {
    "factor": 4.0, "low": 4.0, "high": 4.0, "attribute": "context_window", "subject": "GPT-4",
}  # fmt: skip


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    return file_in(tmp_path, "talk.txt", TALK)


def run(*arguments: str | Path) -> str:
    done = tallycast(*arguments, columns=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_json_lines_hold_it(talk: Path) -> None:
    last = json.loads(run("extract", talk).splitlines()[-1])
    assert (last["subject"], last["value"], last["relation"]) == ("GPT-4 Turbo", None, RELATION)


def test_csv_holds_it(talk: Path) -> None:
    *_, last = csv.DictReader(io.StringIO(run("extract", talk, "--format", "csv")))
    assert (last["value"], json.loads(last["relation"])) == ("", RELATION)


def test_parquet_holds_it(talk: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    run("extract", talk, "--format", "parquet", "-o", path)
    with duckdb.connect() as con:
        found = con.execute("SELECT relation FROM read_parquet(?)", [str(path)]).fetchall()
    assert found == [(None,), (RELATION,)]


def test_why_shows_the_derivation(talk: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    run("build", talk, "--db", path)
    words = " ".join(run("why", "GPT-4 Turbo", "context_window", "--db", path).split())
    assert "~32 k tokens derived;" in words
    assert "derived: GPT-4 Turbo has »4x« the context of GPT-4." in words
    assert "4 times the context window of GPT-4: 4 × 8 k tokens = 32 k tokens" in words


def test_the_report_says_what_it_comes_to(talk: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "t.duckdb", tmp_path / "report"
    run("build", talk, "--db", path)
    run("report", "--db", path, "--out", out)
    [page] = (out / "models").glob("gpt-4-turbo*.html")
    assert "comes to it by comparison" in page.read_text(encoding="utf-8")


def test_every_part_has_its_words_in_the_order_of_the_sql(tmp_path: Path) -> None:
    with writing(str(tmp_path / "t.duckdb")) as con:
        [(numbers,)] = con.execute(
            "SELECT list_transform($parts, lambda part: part_order(part))", {"parts": [*PARTS]}
        ).fetchall()
        [(told,)] = con.execute(
            "SELECT comment FROM duckdb_columns() WHERE (table_name, column_name) = ('fact_claims', 'part')"
        ).fetchall()
    assert numbers == [*range(1, len(PARTS) + 1)]
    assert {one.split(":")[0].strip(" .") for one in told.split(";")} == PARTS.keys()


def test_explain_shows_what_was_weighed(talk: Path) -> None:
    [_, relative] = json.loads(run("explain", f"{talk}:1", "--format", "json"))
    assert relative["text"] == "4x the context"
    assert [it["subject"] for it in relative["subjects"]] == ["GPT-4 Turbo"]
    assert [claim["relation"] for claim in relative["claims"]] == [RELATION]
    assert "4 x context_window of GPT-4" in " ".join(run("explain", f"{talk}:1").split())
