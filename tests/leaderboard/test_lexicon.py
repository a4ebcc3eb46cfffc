"""tallycast lexicon: the names that nobody listed, and how they get listed."""

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest

from tests.leaderboard.making import tallycast

TALK = """\
They have a new model called Fable 5, 2 trillion parameters. Fable 5 Pro has a context window of
1 million tokens. And their Kestrel-7B model has 7 billion parameters, says "Ann\\Bo".
Again: Fable 5 has 2 trillion parameters. GPT-3 has 175 billion parameters.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns a folder with a talk and the database made of it."""
    (tmp_path / "talk.txt").write_text(TALK)
    assert tallycast("build", "talk.txt", folder=tmp_path).returncode == 0
    return tmp_path


def unknown(folder: Path, form: str) -> str:
    done = tallycast("lexicon", "unknown", "--format", form, folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_names_that_nobody_listed_are_counted_and_quoted(folder: Path) -> None:
    found = json.loads(unknown(folder, "json"))
    assert [(row["name"], row["claims"], row["episodes"]) for row in found] == [
        ("Fable 5", 2, 1),
        ("Fable 5 Pro", 1, 1),
        ("Kestrel-7B", 1, 1),
    ]
    assert found[0]["quote"] == "They have a new model called Fable 5, 2 trillion parameters."


def test_the_table_and_csv_have_the_same(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(unknown(folder, "csv"))))
    table = unknown(folder, "table").splitlines()
    assert [row[0] for row in rows] == ["name", "Fable 5", "Fable 5 Pro", "Kestrel-7B"]
    assert table[0].split() == ["name", "claims", "episodes", "quote"]
    assert [line for line in table if line.startswith("Kestrel-7B")]


def test_what_is_pasted_lists_them_and_they_are_read_the_same(folder: Path) -> None:
    query = ("sql", "SELECT subject, value FROM facts ORDER BY ALL", "--format", "json")
    before = tallycast(*query, folder=folder).stdout
    pasted = unknown(folder, "toml")
    (folder / "tallycast.toml").write_text(pasted)
    assert list(tomllib.loads(pasted)["model"]) == ["Fable", "Kestrel"]
    assert tallycast("build", "talk.txt", folder=folder).returncode == 0
    assert json.loads(unknown(folder, "json")) == []
    assert unknown(folder, "toml") == ""
    assert tallycast(*query, folder=folder).stdout == before


def test_an_entry_is_shown_as_toml_with_what_the_user_adds(folder: Path) -> None:
    (folder / "tallycast.toml").write_text('[model.Grok]\nvariants = ["Tall"]\n')
    done = tallycast("lexicon", "show", "grok", folder=folder)
    entry = tomllib.loads(done.stdout.decode())["model"]["Grok"]
    assert (entry["maker"], entry["variants"][:2]) == ("xAI", ["Tall", "Heavy"])


def test_an_entry_that_is_not_there_is_told(folder: Path) -> None:
    done = tallycast("lexicon", "show", "Gorkk", folder=folder)
    assert done.returncode == 1
    assert done.stderr == b"tallycast: nothing about name 'Gorkk'; perhaps: Grok\n"
