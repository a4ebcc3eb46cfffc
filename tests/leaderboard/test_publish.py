"""Versions: made when something changed, and never changed themselves."""

from pathlib import Path

import pytest

from extract.records import Extraction
from leaderboard.database import reading, writing
from leaderboard.versions.entries import read_entries
from leaderboard.versions.publish import find_changes
from tests.leaderboard.making import publish_all
from tests.reconcile.making import make_claim, make_episode, make_extraction, rows


def saying(value: float, name: str = "a", subject: str = "GPT-4", **fields: object) -> Extraction:
    """One episode, read from one path whatever it says."""
    claim = make_claim(value, subject=subject, id="1" * 16, **fields)
    return make_extraction(make_episode(f"{name} {value}", source=f"/x/{name}.md"), claim)


def counts(path: Path) -> list[tuple[int, int, int, int]]:
    with reading(str(path)) as con:
        found = rows(con, "SELECT * FROM versions ORDER BY version")
    return [(row["entries"], row["added"], row["changed"], row["removed"]) for row in found]


def test_nothing_said_nothing_published(tmp_path: Path) -> None:
    publication = publish_all(tmp_path / "t.duckdb")
    assert (publication.version, publication.changes) == (None, ())


def test_versions_follow_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, saying(5), saying(7, "b", "GPT-5"))
    publish_all(path, saying(5))
    publish_all(path, saying(6))
    publish_all(path, saying(8, subject="GPT-6"))
    assert counts(path) == [(2, 2, 0, 0), (2, 0, 1, 0), (2, 1, 0, 1)]


def test_changes_tell_before_and_after(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, saying(5e9))
    [change] = publish_all(path, saying(6e9)).changes
    assert (change.kind, str(change.before), str(change.after)) == ("changed", "5 B", "6 B")


def test_changes_come_in_a_fixed_order(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    units = ("USD/hour", "USD/Mtok", "USD/month", "USD/day", "USD/year")
    said = [saying(5, unit[4:], attribute="price_input", unit=unit) for unit in units]
    publish_all(path, *said)
    with writing(str(path)) as con:
        con.execute("DELETE FROM facts")
        removed = [change.before.unit for change in find_changes(con) if change.before]
        order = con.execute("SELECT unit FROM entries ORDER BY fact").fetchall()
    assert removed == [unit for (unit,) in order]
    assert len(removed) == len(units)


def test_an_old_version_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    for value in (5, 6, 5, 8):
        publish_all(path, saying(value))
    with reading(str(path)) as con:
        values = [[entry.value for entry in read_entries(con, n)] for n in (1, 2, 3, 4, None)]
        hashes = [row["content_hash"] for row in rows(con, "FROM versions ORDER BY version")]
    assert values == [[5], [6], [5], [8], [8]]
    assert hashes[0] == hashes[2] != hashes[1]


def test_a_version_tells_where_it_is_from(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, saying(5))
    publish_all(path, saying(6), label="May")
    with reading(str(path)) as con:
        [newest] = rows(con, "FROM versions WHERE version = 2")
    assert (newest["parent"], newest["label"], newest["extractor"]) == (1, "May", "extractor")
    assert newest["episodes"] == [make_episode("a 6").id]
    assert (newest["lexicon"], newest["policy"]) == ("lexicon", "policy")


@pytest.mark.parametrize(
    ("attribute", "values", "ranks"),
    [
        pytest.param("context_window", [10, 30, 20], [3, 1, 2], id="more is better"),
        pytest.param("price_input", [10, 30, 20], [1, 3, 2], id="less is better"),
        pytest.param("context_window", [10, 30, 30], [3, 1, 1], id="ties share a rank"),
        pytest.param("parameters_total", [10, 30, 20], [None] * 3, id="neither is better"),
    ],
)
def test_ranks(
    tmp_path: Path, attribute: str, values: list[float], ranks: list[int | None]
) -> None:
    said = [
        saying(value, name, f"Model {name}", attribute=attribute)
        for name, value in zip("abc", values, strict=True)
    ]
    publish_all(tmp_path / "t.duckdb", *said)
    with reading(str(tmp_path / "t.duckdb")) as con:
        found = {row["subject"]: row["rank"] for row in rows(con, "FROM leaderboard")}
    assert [found[f"Model {name}"] for name in "abc"] == ranks


def test_ranks_compare_like_with_like(tmp_path: Path) -> None:
    said = [
        saying(value, f"{value}", f"Model {value}", attribute="score", benchmark=benchmark)
        for value, benchmark in ((90, "MMLU"), (80, "MMLU"), (70, "GPQA"))
    ]
    publish_all(tmp_path / "t.duckdb", *said)
    with reading(str(tmp_path / "t.duckdb")) as con:
        found = [
            (row["benchmark"], row["value"], row["rank"]) for row in rows(con, "FROM leaderboard")
        ]
    assert found == [("GPQA", 70, 1), ("MMLU", 90, 1), ("MMLU", 80, 2)]


def test_every_table_and_column_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, saying(5))
    with reading(str(path)) as con:
        silent = rows(
            con,
            "SELECT c.table_name, c.column_name FROM duckdb_columns() c"
            " JOIN duckdb_tables() t USING (table_name) WHERE c.comment IS NULL",
        )
    assert silent == []
