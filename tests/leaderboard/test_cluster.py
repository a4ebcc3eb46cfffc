"""What of the way past one machine needs no Spark."""

from dataclasses import fields
from pathlib import Path

import pytest

from extract import find_transcripts
from extract.records import Claim, Episode
from leaderboard.cluster.records import CLAIM, EPISODE, place_among
from tests.leaderboard.making import tallycast


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["extract", ".", "-o", "claims"], id="extract"),
        pytest.param(["reconcile", "--claims", "claims"], id="reconcile"),
    ],
)
def test_without_spark_one_line_says_what_is_missing(arguments: list[str], tmp_path: Path) -> None:
    done = tallycast(*arguments, "--engine", "spark", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "tallycast: --engine spark needs PySpark: pip install 'tallycast[spark]'\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["extract", ".", "--engine", "spark"], "needs -o DIR", id="no folder"),
        pytest.param(["reconcile", "--engine", "spark"], "go together", id="no claims"),
        pytest.param(["reconcile", "--claims", "x"], "go together", id="no engine"),
        pytest.param(["build"], "give PATH... or --claims DIR", id="nothing"),
        pytest.param(["build", ".", "--claims", "x"], "give PATH... or --claims DIR", id="both"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], told: str, tmp_path: Path) -> None:
    done = tallycast(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr.decode()


def test_a_folder_that_spark_did_not_finish_is_told(tmp_path: Path) -> None:
    done = tallycast("build", "--claims", tmp_path, "--db", tmp_path / "t.duckdb")
    assert done.returncode == 1
    assert "to the end" in done.stderr.decode()


def test_files_have_the_order_of_one_machine(tmp_path: Path) -> None:
    names = ("b.txt", "a b.txt", "a.txt", "a/z.txt", "a b/x.txt", "a/b/c.txt", "ä/y.txt", "B.txt")
    for root in ("first", "second"):
        for name in names:
            path = tmp_path / root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    roots = tuple(str(tmp_path / root) for root in ("second", "first"))
    in_order = find_transcripts(roots)
    assert len(in_order) == 2 * len(names)
    assert sorted(in_order, key=lambda path: place_among(path, roots)) == in_order


def test_rows_have_a_place_for_all_that_is_known() -> None:
    assert [field.name for field in fields(Claim)] == [*CLAIM]
    assert {field.name for field in fields(Episode)} == {*EPISODE}
