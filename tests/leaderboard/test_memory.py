"""Facts are made in little memory, and again in more where that was too little."""

import logging
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from extract.errors import TallycastError
from leaderboard import reconciling
from leaderboard.configuration import find_configuration
from leaderboard.database import writing
from leaderboard.reconciling import publish_anew
from tests.benchmarks.made_archive import make_archive
from tests.leaderboard.making import tallycast

DAY = date(2031, 1, 1)  # from another day on all facts are made anew


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    make_archive(folder / "talks", 600)
    tallycast("build", "talks", "--db", "t.duckdb", folder=folder)
    return folder / "t.duckdb"


def facts_of(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as con:
        return con.execute("SELECT facts FROM facts ORDER BY facts").fetchall()


def make_facts(path: Path) -> list[tuple[object, ...]]:
    with writing(str(path)) as con:
        publish_anew(con, find_configuration(None, ()), as_of=DAY)
    return facts_of(path)


def test_too_little_memory_is_doubled_until_the_same_facts_are_made(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    enough, tight = (Path(shutil.copy(built, tmp_path / name)) for name in ("enough", "tight"))
    expected = make_facts(enough)
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(reconciling, "_LEAST", 5_000_000)
    monkeypatch.setattr(reconciling, "MANY_CLAIMS", 0)
    assert make_facts(tight) == expected != []
    assert "5 MB are too little for the facts" in caplog.text


def test_what_is_not_committed_is_not_given_up_for_memory(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(built, tmp_path / "t.duckdb"))
    before = facts_of(path)
    monkeypatch.setattr(reconciling, "_LEAST", 5_000_000)
    monkeypatch.setattr(reconciling, "_A_CLAIM", 1)
    with pytest.raises(TallycastError, match=r"4\.7 MiB"):
        make_facts(path)
    assert facts_of(path) == before
