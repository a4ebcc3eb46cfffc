"""What changes: periods, days asked for, episodes without a date."""

from datetime import date
from typing import Any

import pytest

from extract.records import Extraction
from reconcile import load_policy, reconcile, store
from tests.reconcile.making import (
    ATTRIBUTES,
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)

B = 1e9


def price(day: date | None, value: float, name: str = "", **fields: object) -> Extraction:
    """Says a price of input, in an episode of a show of its own."""
    episode = make_episode(name or f"{day} {value}", published=day)
    return make_extraction(episode, make_claim(value, attribute="price_input", **fields))


def day(month: int, year: int = 2024) -> date:
    return date(year, month, 1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param([price(day(1), 5)], [(5, day(1), None)], id="one price"),
        pytest.param(
            [price(day(1), 10), price(day(3), 10), price(day(9), 5)],
            [(5, day(9), None), (10, day(1), day(9))],
            id="a cut",
        ),
        pytest.param(
            [price(day(1), 20), price(day(5), 10), price(day(9), 5)],
            [(5, day(9), None), (10, day(5), day(9)), (20, day(1), day(5))],
            id="two cuts",
        ),
        pytest.param(
            [price(day(month), value) for month, value in ((1, 5), (3, 9), (4, 9), (5, 9), (8, 5), (9, 5))],
            [(5, day(8), None), (9, day(3), day(8)), (5, day(1), day(3))],
            id="up and down again",
        ),
        pytest.param(
            [price(day(1), 5), price(day(2), 5), price(day(3), 7), price(day(4), 5)],
            [(5, day(1), None)],
            id="one who errs in between makes no period",
        ),
        pytest.param(
            [price(day(1), 5), price(day(2), 5), price(day(3), 5), price(day(3), 7, "last")],
            [(5, day(1), None)],
            id="one against several of late changes nothing",
        ),
        pytest.param(
            [price(None, 5), price(None, 5, "other")], [(5, None, None)], id="only without a date"
        ),
    ],
)  # fmt: skip
def test_periods(said: list[Extraction], expected: list[tuple[float, date, date | None]]) -> None:
    con = open_memory()
    reconcile_all(con, *said)
    found = rows(con, "SELECT value, valid_from, valid_to FROM periods ORDER BY period")
    assert [tuple(row.values()) for row in found] == expected


def test_what_lasts_has_one_period_without_days() -> None:
    con = open_memory()
    reconcile_all(con, make_extraction(make_episode("a"), make_claim(4 * B)))
    [period] = rows(con, "SELECT * FROM periods")
    assert (period["valid_from"], period["valid_to"], period["status"]) == (None, None, "single")


def as_of(last: date | None, *extractions: Extraction) -> dict[str, dict[str, Any]]:
    con = open_memory()
    for extraction in extractions:
        store(con, extraction, "x")
    reconcile(con, load_policy(), ATTRIBUTES, as_of=last)
    parts = {row["episode"]: row for row in rows(con, "SELECT * FROM fact_claims")}
    return {"facts": {row["attribute"]: row["value"] for row in rows(con, "SELECT * FROM facts")},
            "reasons": {one.episode.title: parts[one.episode.id]["reason"] for one in extractions}}  # fmt: skip


SAID = [
    price(day(1), 10, "old"),
    price(day(9), 5, "new"),
    price(None, 7, "undated"),
    make_extraction(make_episode("lasting", published=None), make_claim(4 * B)),
]


@pytest.mark.parametrize(
    ("last", "facts", "reasons"),
    [
        pytest.param(None, {"price_input": 5, "parameters_total": 4 * B}, [None, None], id="now"),
        pytest.param(day(5), {"price_input": 10, "parameters_total": 4 * B}, [None, "said later"], id="before the cut"),
        pytest.param(day(1, 2023), {"parameters_total": 4 * B}, ["said later"] * 2, id="before all"),
    ],
)  # fmt: skip
def test_as_of_a_day(last: date | None, facts: dict[str, float], reasons: list[str]) -> None:
    found = as_of(last, *SAID)
    assert found["facts"] == facts
    assert found["reasons"] == {
        "Episode old": reasons[0],
        "Episode new": reasons[-1],
        "Episode undated": "no date",
        "Episode lasting": None,
    }


def test_undated_episodes_are_counted() -> None:
    con = open_memory()
    for extraction in SAID:
        store(con, extraction, "x")
    assert reconcile(con, load_policy(), ATTRIBUTES).undated == 1
