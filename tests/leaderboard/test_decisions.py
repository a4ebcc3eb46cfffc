"""tallycast.toml, --as-of, compare and sources on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from leaderboard.terminal.comparisons import canonical_name
from tests.leaderboard.making import publish_all, tallycast
from tests.reconcile.making import file_in, make_claim, make_episode, make_extraction


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "t.duckdb"
    prices = [
        make_extraction(
            make_episode(f"e{year}", published=date(year, 1, 1)),
            make_claim(value, attribute="price_input", subject="GPT-4", id=f"claim {year}"),
        )
        for year, value in ((2023, 30.0), (2025, 10.0))
    ]
    publish_all(path, *prices)
    return path


def run(*arguments: str | Path, code: int = 0) -> str:
    done = tallycast(*arguments, columns=120)
    assert done.returncode == code, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


def test_why_tells_what_stood_before(database: Path) -> None:
    output = run("why", "gpt-4", "price_input", "--db", database)
    assert "before: $30 / Mtok from 2023-01-01 to 2025-01-01, 1 episode" in output


def test_a_pin_shows_in_why_and_in_the_version(database: Path, tmp_path: Path) -> None:
    pin = 'subject = "GPT-4"\nattribute = "price_input"\nvalue = 9\nunit = "USD/Mtok"'
    text = f'[[reconcile.pin]]\n{pin}\nreason = "price list"\n'
    config = file_in(tmp_path, "mine.toml", text.encode())
    run("publish", "--config", config, "--db", database)
    assert "set by you: price list" in run("why", "GPT-4", "price_input", "--db", database)
    [newest, first] = json.loads(run("versions", "--format", "json", "--db", database))
    assert json.loads(newest["overrides"])["pin"][0]["reason"] == "price list"
    assert json.loads(first["overrides"]) == {}


def test_a_merge_shows_in_why(database: Path, tmp_path: Path) -> None:
    text = '[[reconcile.merge]]\nsubjects = ["GPT-4"]\ninto = "GPT-4 classic"\nreason = "as sold"\n'
    config = file_in(tmp_path, "mine.toml", text.encode())
    run("reconcile", "--config", config, "--db", database)
    output = run("why", "gpt 4 classic", "price_input", "--db", database)
    assert "said of 'GPT-4': as sold" in output
    assert output == run("why", "GPT-4", "price_input", "--db", database)


def test_a_version_as_of_a_day(database: Path) -> None:
    run("publish", "--as-of", "2024-01-01", "--db", database)
    [newest, _] = json.loads(run("versions", "--format", "json", "--db", database))
    told = (newest["as_of"], newest["label"], len(newest["episodes"]))
    assert told == ("2024-01-01", "as of 2024-01-01", 1)
    [entry] = json.loads(run("show", "--format", "json", "--db", database))
    assert entry["value"] == 30
    [fact] = json.loads(run("sql", "SELECT value FROM facts", "--format", "json", "--db", database))
    assert fact["value"] == 10


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(b"[reconcile", "mine.toml", id="no TOML"),
        pytest.param(b"[reconcile]\nfreez = true", "reconcile.freez", id="misspelt"),
        pytest.param(
            b'[[reconcile.pin]]\nsubject = "x"',
            "reconcile.pin 1.attribute: missing",
            id="incomplete",
        ),
    ],
)
def test_faults_of_the_file_are_told_in_one_line(
    database: Path, tmp_path: Path, text: bytes, words: str
) -> None:
    config = file_in(tmp_path, "mine.toml", text)
    output = run("reconcile", "--config", config, "--db", database, code=1)
    assert words in output
    assert len(output.splitlines()) == 1


def test_compare_says_what_differs(database: Path, tmp_path: Path) -> None:
    text = "subject,attribute,value,unit,date\nOpenAI GPT-4,price_input,{},USD/Mtok,2026-01-01\n"
    same = file_in(tmp_path, "same.csv", text.format(10).encode())
    assert "1 fact met a reference: 1 agree" in run("compare", same, "--db", database)
    other = file_in(tmp_path, "other.csv", text.format(20).encode())
    output = run("compare", other, "--format", "json", "--db", database, code=1)
    [found] = json.loads(output)
    told = (found["outcome"], found["difference"], found["newer"], found["name"])
    assert told == ("differs", -50, "reference", "OpenAI GPT-4")
    run("compare", other, "--tolerance", "50", "--db", database)


def test_sources_tells_weights(database: Path) -> None:
    found = json.loads(run("sources", "--format", "json", "--db", database))
    assert {(row["source"], row["weight"], row["decided"]) for row in found} == {
        ("Show e2023", 1, "thin"), ("Show e2025", 1, "thin"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        pytest.param("OpenAI GPT-4", "GPT-4", id="maker before it"),
        pytest.param("Claude Sonnet 3.7", "Claude 3.7 Sonnet", id="other order"),
        pytest.param("Something Unheard Of", "Something Unheard Of", id="unknown"),
        pytest.param("GPT-4 seen through a very long name", "GPT-4 seen through a very long name", id="a part only"),
    ],
)  # fmt: skip
def test_names_of_references_are_brought_to_the_lexicons(name: str, canonical: str) -> None:
    assert canonical_name(name) == canonical


def test_a_decision_that_names_nothing_is_told(database: Path, tmp_path: Path) -> None:
    text = '[[reconcile.reject]]\nclaim = "no such"\nreason = "heard wrong"\n'
    config = file_in(tmp_path, "mine.toml", text.encode())
    output = run("publish", "--config", config, "--db", database)
    assert "reconcile.reject: there is no claim 'no such'" in output


def test_facts_are_compared_with_the_package_of_prices(tmp_path: Path) -> None:
    """GPT-4 has cost the same since it came out; what nobody charges differs from all prices."""
    path = tmp_path / "t.duckdb"
    price = {"attribute": "price_input", "subject": "GPT-4"}
    publish_all(path, make_extraction(make_episode(), make_claim(30.0, **price)))
    found = json.loads(run("compare", "genai-prices", "--format", "json", "--db", path))
    assert [(row["subject"], row["reference"], row["outcome"]) for row in found] == [
        ("GPT-4", 30.0, "agrees")
    ]
    wrong = make_extraction(make_episode("newer"), make_claim(77.0, **price))
    publish_all(tmp_path / "wrong.duckdb", wrong)
    run("compare", "genai-prices", "--db", tmp_path / "wrong.duckdb", code=1)
