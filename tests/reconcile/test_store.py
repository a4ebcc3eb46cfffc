"""What is stored of an episode that is read again, elsewhere, or changed."""
# ruff: noqa: ANN401  fields of records, by name

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.records import Episode
from reconcile import store
from tests.reconcile.making import (
    file_in,
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    rows,
)

EPISODES = "SELECT * FROM episodes ORDER BY id"
CLAIMS = "SELECT * FROM claims ORDER BY id"


def test_all_is_kept_as_it_was_extracted() -> None:
    con = open_memory()
    episode = make_episode("a", speakers=("Ann", "Ben"), show=None, published=None)
    claim = replace(make_claim(None, speaker="Ann", timestamp=61.5), episode=episode.id)
    assert store(con, make_extraction(episode, claim), "x1")
    [stored] = rows(con, CLAIMS)
    assert stored.pop("sketch") is None
    assert stored == {name: getattr(claim, name) for name in stored}
    [about] = rows(con, EPISODES)
    assert about["speakers"] == ["Ann", "Ben"]
    assert (about["show"], about["published"], about["extractor"]) == (None, None, "x1")


@pytest.mark.parametrize(
    ("change", "extractor", "changed"),
    [
        pytest.param({}, "x1", False, id="nothing"),
        pytest.param({}, "x2", True, id="the extractor"),
        pytest.param({"show": "Other"}, "x1", True, id="the show"),
        pytest.param({"title": "Other"}, "x1", True, id="the title"),
        pytest.param({"published": date(2020, 1, 1)}, "x1", True, id="the date"),
        pytest.param({"speakers": ("Ann",)}, "x1", True, id="the speakers"),
    ],
)
def test_reading_again_when_something_changed(
    change: dict[str, Any], extractor: str, changed: bool
) -> None:
    con = open_memory()
    episode = make_episode("a")
    store(con, make_extraction(episode, make_claim(1), make_claim(2)), "x1")
    again = make_extraction(replace(episode, **change), make_claim(3))
    assert store(con, again, extractor) is changed
    [about] = rows(con, EPISODES)
    assert [row["value"] for row in rows(con, CLAIMS)] == ([3] if changed else [1, 2])
    assert all(about[name] == value for name, value in change.items() if name != "speakers")


def test_new_content_of_a_path_takes_the_place_of_the_old() -> None:
    con = open_memory()
    store(con, make_extraction(make_episode("old", source="/x/a.md"), make_claim(1)), "x1")
    store(con, make_extraction(make_episode("new", source="/x/a.md"), make_claim(2)), "x1")
    assert [row["title"] for row in rows(con, EPISODES)] == ["Episode new"]
    assert [row["value"] for row in rows(con, CLAIMS)] == [2]


@pytest.mark.parametrize("source", ["-", "/dev/null"])
def test_a_stream_takes_no_place(source: str) -> None:
    con = open_memory()
    for name in ("one", "two"):
        store(con, make_extraction(make_episode(name, source=source), make_claim(1)), "x1")
    assert len(rows(con, EPISODES)) == 2


def at(path: Path, name: str = "a", **fields: Any) -> Episode:
    return make_episode(name, source=str(path), **fields)


def test_the_same_content_under_two_paths_is_one_episode(tmp_path: Path) -> None:
    first, second = (file_in(tmp_path, name, b"same") for name in ("1.md", "2.md"))
    con = open_memory()
    assert store(con, make_extraction(at(first, title="1"), make_claim(1)), "x1")
    for _ in range(2):
        assert not store(con, make_extraction(at(second, title="2"), make_claim(1)), "x1")
        assert not store(con, make_extraction(at(first, title="1"), make_claim(1)), "x1")
    [about] = rows(con, EPISODES)
    assert (about["source"], about["copies"], about["title"]) == (str(first), [str(second)], "1")
    assert len(rows(con, CLAIMS)) == 1


def test_a_copy_keeps_the_episode_when_the_first_path_changes(tmp_path: Path) -> None:
    first, second = (file_in(tmp_path, name, b"same") for name in ("1.md", "2.md"))
    con = open_memory()
    for path in (first, second):
        store(con, make_extraction(at(path), make_claim(1)), "x1")
    store(con, make_extraction(at(first, "b"), make_claim(2)), "x1")
    sources = {row["title"]: row["source"] for row in rows(con, EPISODES)}
    assert sources == {"Episode a": str(second), "Episode b": str(first)}


def test_a_file_that_was_moved_keeps_its_episode(tmp_path: Path) -> None:
    moved = file_in(tmp_path, "moved.md", b"same")
    con = open_memory()
    store(con, make_extraction(at(tmp_path / "gone.md"), make_claim(1)), "x1")
    assert store(con, make_extraction(at(moved, title="moved"), make_claim(1)), "x1")
    [about] = rows(con, EPISODES)
    assert (about["source"], about["copies"], about["title"]) == (str(moved), [], "moved")
