"""A process that is killed: what was published stays, and nothing half is seen."""

from collections import Counter
from pathlib import Path

import duckdb
import pytest

from tests.benchmarks.kills import half_done, kill_many, published
from tests.leaderboard.making import publish_all
from tests.reconcile.making import make_claim, make_episode, make_extraction


def test_nothing_is_lost_by_kills(tmp_path: Path) -> None:
    tally = kill_many(4, tmp_path)
    assert (tally.lost, tally.partial, tally.reproduced) == (0, Counter(), True)


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("DELETE FROM episodes", "claims without their episode"),
        ("DELETE FROM facts", "parts played in facts that are not there"),
        ("DELETE FROM fact_claims", "claims that play no part, of an episode that was reconciled"),
        ("DELETE FROM entries", "versions with more or fewer entries than they say"),
        ("UPDATE versions SET version = 2", "numbers of versions left out"),
        ("UPDATE facts SET value = 6", "facts that the newest version has not"),
    ],
)
def test_what_is_half_done_is_found(damage: str, found: str, tmp_path: Path) -> None:
    """The instrument itself."""
    path = tmp_path / "t.duckdb"
    publish_all(path, make_extraction(make_episode("a"), make_claim(5e9)))
    assert half_done(path) == Counter()
    with duckdb.connect(str(path)) as con:
        con.execute(damage)
    assert half_done(path)[found] == 1


def test_an_edited_version_counts_as_lost(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, make_extraction(make_episode("a"), make_claim(5e9)))
    before = published(path)
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE entries SET value = 6")
    assert published(path) != before
