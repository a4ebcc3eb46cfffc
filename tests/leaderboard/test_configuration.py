"""The user's own file: where it is found, what it changes, what is refused and how that is said."""

import json
from pathlib import Path

import pytest

from tests.leaderboard.making import tallycast

ROOT = Path(__file__).parents[2]

KESTREL = """\
[model.Kestrel]
maker = "Aviary"
variants = ["Pro"]

[[mishearing]]
family = "Kestrel"
words = ["castrel"]
examples = { "castrel 2 flew" = "Kestrel 2" }
negatives = ["a castrel in the sky"]
"""
TALK = "The castrel 2 pro has 16 billion parameters.\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """Returns a talk in a folder of its own, within the folder that is worked in."""
    (tmp_path / "talks").mkdir()
    path = tmp_path / "talks" / "talk.txt"
    path.write_text(TALK)
    return path


def subjects(folder: Path, *arguments: str) -> list[str | None]:
    done = tallycast("extract", *arguments, folder=folder)
    assert done.stderr == b""
    return [json.loads(line)["subject"] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("file", "arguments"),
    [
        pytest.param("talks/tallycast.toml", ["talks"], id="in the folder that is read"),
        pytest.param("talks/tallycast.toml", ["talks/talk.txt"], id="beside the file that is read"),
        pytest.param("tallycast.toml", ["talks/talk.txt"], id="in the working directory"),
        pytest.param("own.toml", ["talks", "--config", "own.toml"], id="asked for"),
        pytest.param("talks/tallycast.toml", ["talks", "--jobs", "2"], id="in every process"),
    ],
)
def test_the_file_is_found(tmp_path: Path, talk: Path, file: str, arguments: list[str]) -> None:
    talk.with_name("again.txt").write_text(TALK + "Well.\n")
    (tmp_path / file).write_text(KESTREL)
    found = subjects(tmp_path, *arguments)
    assert set(found) == {"Kestrel 2 Pro"}


def test_the_file_asked_for_wins(tmp_path: Path, talk: Path) -> None:
    talk.with_name("tallycast.toml").write_text(KESTREL)
    (tmp_path / "empty.toml").touch()
    found = subjects(tmp_path, "talks", "--config", "empty.toml")
    assert "Kestrel 2 Pro" not in found


def test_a_change_of_the_file_has_the_talk_read_again(tmp_path: Path, talk: Path) -> None:
    build = ("build", "talks", "--db", "t.duckdb")
    first = tallycast(*build, folder=tmp_path).stdout.decode()
    talk.with_name("tallycast.toml").write_text(KESTREL)
    second = tallycast(*build, folder=tmp_path).stdout.decode()
    talk.with_name("tallycast.toml").write_text("# my names\n" + KESTREL)
    third = tallycast(*build, folder=tmp_path).stdout.decode()
    assert [run.count("1 unchanged") for run in (first, second, third)] == [0, 0, 1]
    assert "Kestrel 2 Pro" in second
    query = "SELECT lexicon FROM versions ORDER BY version DESC LIMIT 1"
    stored = json.loads(
        tallycast("sql", query, "--db", "t.duckdb", "--format", "json", folder=tmp_path).stdout
    )
    without = tallycast(
        "build", "talks", "--db", "o.duckdb", "--config", "/dev/null", folder=tmp_path
    )
    assert without.returncode == 0
    other = json.loads(
        tallycast("sql", query, "--db", "o.duckdb", "--format", "json", folder=tmp_path).stdout
    )
    assert stored != other


ATTRIBUTE = """\
[[attribute]]
name = "experts"
unit = "expert"
subjects = ["model"]

[[attribute.rule]]
name = "counted experts"
units = [""]
weight = 1.5
examples = ["It has 128 experts"]
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[model.X\n", "not valid TOML: Expected", id="syntax"),
        pytest.param("[modell.X]\n", "1: modell: unknown key, expected one of attribute", id="section"),
        pytest.param('\n[model]\nX = "y"\n', "3: model.X: Input should be a valid dict", id="no table"),
        pytest.param(
            '[model.X]\nmaker = "Y"\n\n# red\ncolour = [\n  "red",\n]\n',
            "5: model.X.colour: unknown key",
            id="unknown key, over lines",
        ),
        pytest.param('[model.X]\nversions = "#"\n', "2: model.X.versions: Input should be", id="kind"),
        pytest.param('[model.X]\nneeds = "luck"\n', "2: model.X.needs: Input should be 'n", id="choice"),
        pytest.param(
            KESTREL + '\n[[mishearing]]\nfamily = "Hawk"\nwords = ["hook"]\n',
            "11: mishearing 2.examples: missing",
            id="the second of a list",
        ),
        pytest.param("[cues]\nexpert = 3\n", "2: cues.expert: Input should be a valid tuple", id="cues"),
        pytest.param(ATTRIBUTE.replace("weight", "wieght"), "9: attribute 1.rule 1.wieght: unknown", id="rule"),
        pytest.param(
            '[[attribute]]\nname = "power"\nrule = ["more"]\n',
            "3: attribute 1.rule 1: Input should be a valid dict",
            id="a rule that is no table",
        ),
        pytest.param(ATTRIBUTE + 'next = "("\n', "11: attribute 1.rule 1.next: no pattern: ", id="pattern"),
        pytest.param(ATTRIBUTE + 'cues = ["expert"]\n', "11: attribute 1.rule 1.cues: no group 'expert'", id="group"),
        pytest.param(
            '[model.Tern]\nneeds = "form"\nnegatives = ["terns"]\nexamples = { "a Tern" = "Tern" }\n',
            "4: model.Tern.examples.a Tern: read as nothing",
            id="example that is not read",
        ),
        pytest.param(
            '[model.Tern]\nneeds = "capital"\nexamples = { "Tern" = "Tern" }\nnegatives = ["Tern flies"]\n',
            "4: model.Tern.negatives: 'Tern flies' is read as 'Tern'",
            id="negative that is read",
        ),
        pytest.param(
            ATTRIBUTE.replace("128 experts", "no experts"),
            "10: attribute 1.rule 1.examples: 'It has no experts' is read as nothing",
            id="example of a rule",
        ),
        pytest.param(ATTRIBUTE.replace('[""]', '["token"]'), "8: attribute 1.rule 1.units: cannot convert", id="unit"),
    ],
)  # fmt: skip
def test_what_is_not_valid_is_told_in_one_line(
    tmp_path: Path, talk: Path, text: str, told: str
) -> None:
    (tmp_path / "own.toml").write_text(text)
    done = tallycast("extract", talk, "--config", "own.toml", folder=tmp_path)
    [line] = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert done.stdout == b""
    assert line.startswith(("tallycast: own.toml:" + told, "tallycast: own.toml: " + told))


def test_a_file_that_is_not_there_is_told(tmp_path: Path, talk: Path) -> None:
    done = tallycast("extract", talk, "--config", "gone.toml", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == b"tallycast: gone.toml: No such file or directory\n"


def test_a_pattern_that_takes_for_ever_is_told(tmp_path: Path, talk: Path) -> None:
    slow = ATTRIBUTE + 'next = " experts|( ?(a|aa)+)+z"\n'
    talk.write_text("GPT-4 has 12 " + "a" * 60 + "\n")
    (tmp_path / "own.toml").write_text(slow)
    done = tallycast("extract", talk, "--config", "own.toml", folder=tmp_path)
    assert done.returncode == 1
    assert b"takes too long" in done.stderr


def test_a_built_in_attribute_is_extended_and_overridden(tmp_path: Path, talk: Path) -> None:
    own = """\
[[attribute]]
name = "parameters_total"
bounds = [1e5, 1e10]

[[attribute.rule]]
name = "knobs"
units = [""]
next = ' knobs'
weight = 1.0
examples = ["It has 8 billion knobs"]
"""
    (tmp_path / "own.toml").write_text(own)
    talk.write_text("GPT-4 has 8 billion knobs, and GPT-3 has 175 billion parameters.\n")
    done = tallycast("extract", talk, "--config", "own.toml", folder=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["subject"], r["value"]) for r in records] == [("GPT-4", 8e9)]
