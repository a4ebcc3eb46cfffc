"""What the claims of several episodes come to."""
# ruff: noqa: ANN401  fields of records, by name

from datetime import date
from typing import Any

import pytest

from extract.records import Claim, Extraction
from tests.reconcile.making import (
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)

B = 1e9


def said(name: str, *claims: Claim, **episode: Any) -> Extraction:
    """One episode, of a show of its own where none is given."""
    return make_extraction(make_episode(name, **episode), *claims)


def exactly(value: float, half: float, **fields: Any) -> Claim:
    return make_claim(value, lower=value - half, upper=value + half, **fields)


def about(value: float, **fields: Any) -> Claim:
    return make_claim(value, lower=value * 0.85, upper=value * 1.15, qualifier="about", **fields)


def at_least(value: float, **fields: Any) -> Claim:
    return make_claim(value, high=None, lower=value, upper=None, qualifier="at_least", **fields)


def price(value: float, **fields: Any) -> Claim:
    return make_claim(value, attribute="price_input", **fields)


LASTING = [
    pytest.param([said("a", make_claim(400 * B))], (400 * B, "single"), id="one episode"),
    pytest.param(
        [said("a", make_claim(400 * B), make_claim(400 * B))],
        (400 * B, "single"),
        id="twice in one episode is one voice",
    ),
    pytest.param(
        [said("a", make_claim(400 * B)), said("b", make_claim(400 * B))],
        (400 * B, "agreed"),
        id="two episodes say the same",
    ),
    pytest.param(
        [said("a", about(300 * B)), said("b", exactly(284 * B, 0.5 * B))],
        (284 * B, "rounded"),
        id="a round figure agrees with the precise one, which stands",
    ),
    pytest.param(
        [said("a", at_least(100 * B)), said("b", exactly(120 * B, 5 * B))],
        (120 * B, "rounded"),
        id="more than a hundred holds for a hundred and twenty",
    ),
    pytest.param(
        [said("a", exactly(1.6, 0.05)), said("b", exactly(1.7, 0.05), published=None)],
        (1.6, "contested"),
        id="neighbouring digits touch and do not agree",
    ),
    pytest.param(
        [said("a", make_claim(400 * B)), said("b", make_claim(400 * B)), said("c", make_claim(B))],
        (400 * B, "contested"),
        id="two against one, but one is half of two",
    ),
    pytest.param(
        [said(name, make_claim(400 * B)) for name in "abc"] + [said("d", make_claim(B))],
        (400 * B, "agreed"),
        id="three against one",
    ),
    pytest.param(
        [said("a", make_claim(1 * B), published=date(2024, 1, 1)), said("b", make_claim(2 * B))],
        (2 * B, "contested"),
        id="of equals the later stands",
    ),
    pytest.param(
        [said("a", make_claim(2 * B)), said("b", make_claim(1 * B, stance="hedged"))],
        (2 * B, "contested"),
        id="who asserts stands before who guesses",
    ),
    pytest.param(
        [said("a", make_claim(100 * B)), said("b", make_claim(100 * B, stance="negated"))],
        (100 * B, "contested"),
        id="denied by another episode",
    ),
    pytest.param(
        [said("a", make_claim(70 * B), make_claim(100 * B, stance="negated"))],
        (70 * B, "single"),
        id="not a hundred, seventy",
    ),
    pytest.param(
        [said("a", make_claim(70 * B)), said("b", make_claim(90 * B, stance="hypothetical"))],
        (70 * B, "single"),
        id="an example contests nothing",
    ),
    pytest.param(
        [
            said("a", make_claim(2 * B), show="Same"),
            said("b", make_claim(2 * B), show="Same"),
            said("c", make_claim(2 * B), show="Same"),
            said("d", make_claim(1 * B), show="One"),
            said("e", make_claim(1 * B), show="Two"),
        ],
        (1 * B, "contested"),
        id="two shows outweigh three episodes of one",
    ),
]

CHANGING = [
    pytest.param(
        [said("a", price(10), published=date(2024, 1, 1)), said("b", price(5))],
        (5, "superseded"),
        id="the newest price stands",
    ),
    pytest.param(
        [said("new", price(5))]
        + [said(name, price(10), published=date(2024, 1, 1)) for name in "abcd"],
        (5, "superseded"),
        id="however many said the old one",
    ),
    pytest.param(
        [said("a", price(5), published=date(2024, 1, 1)), said("b", price(5))],
        (5, "agreed"),
        id="unchanged since",
    ),
    pytest.param(
        [said("a", price(5), published=date(2024, 1, 1)), said("b", price(9, stance="hedged"))],
        (5, "contested"),
        id="a guess does not replace a price",
    ),
    pytest.param(
        [said("a", price(5)), said("b", price(9), published=None)],
        (5, "single"),
        id="what was said at an unknown time is left out",
    ),
    pytest.param(
        [said("a", price(9), published=None), said("b", price(9), published=None)],
        (9, "agreed"),
        id="only undated ones",
    ),
]


@pytest.mark.parametrize(("extractions", "expected"), LASTING + CHANGING)
def test_value_and_status(extractions: list[Extraction], expected: tuple[float, str]) -> None:
    con = open_memory()
    reconcile_all(con, *extractions)
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["value"], fact["status"]) == expected


@pytest.mark.parametrize(
    ("extractions", "parts"),
    [
        pytest.param(
            [
                said("a", exactly(284 * B, 0.5 * B, id="precise"), about(280 * B, id="again")),
                said("b", about(300 * B, id="round")),
                said("c", make_claim(500 * B, id="other")),
                said("d", make_claim(700 * B, id="denial", stance="negated")),
                said("e", make_claim(600 * B, id="example", stance="hypothetical")),
            ],
            {
                "precise": "supports",
                "again": "repeated",
                "round": "rounds",
                "other": "contradicts",
                "denial": "against",
                "example": "hypothetical",
            },
            id="lasting",
        ),
        pytest.param(
            [
                said("a", price(10, id="old"), published=date(2024, 1, 1)),
                said("b", price(5, id="new")),
                said("c", price(7, id="same day")),
            ],
            {"old": "superseded", "new": "supports", "same day": "contradicts"},
            id="changing",
        ),
    ],
)
def test_every_claim_has_its_part(extractions: list[Extraction], parts: dict[str, str]) -> None:
    con = open_memory()
    reconcile_all(con, *extractions)
    found = rows(con, "SELECT claim, part FROM fact_claims WHERE fact IS NOT NULL")
    assert {row["claim"]: row["part"] for row in found} == parts


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        pytest.param(make_claim(subject=None), "no subject", id="no subject"),
        pytest.param(make_claim(subject=" - "), "no subject", id="nothing but layout"),
        pytest.param(make_claim(None), "no value", id="relative statement"),
        pytest.param(make_claim(float("nan")), "no value", id="not a number"),
        pytest.param(make_claim(float("inf")), "no value", id="infinite"),
        pytest.param(make_claim(90, attribute="score"), "no benchmark", id="score on nothing"),
        pytest.param(make_claim(stance="negated"), "only denied", id="denied by all"),
        pytest.param(make_claim(stance="hypothetical"), "only hypothetical", id="example"),
    ],
)
def test_claims_that_make_no_fact_say_why(claim: Claim, reason: str) -> None:
    con = open_memory()
    reconcile_all(con, said("a", claim))
    assert rows(con, "SELECT * FROM facts") == []
    assert [row["reason"] for row in rows(con, "SELECT * FROM fact_claims")] == [reason]


@pytest.mark.parametrize(
    ("one", "other", "facts"),
    [
        pytest.param({"subject": "GPT-4 32k"}, {"subject": "gpt4-32K"}, 1, id="spelling"),
        pytest.param({"subject": "Llama 2"}, {"subject": "Llama 2 70B"}, 2, id="another size"),
        pytest.param({"setting": "FP8"}, {"setting": None}, 2, id="another setting"),
        pytest.param({"unit": "USD/hour"}, {"unit": "USD"}, 2, id="another unit"),
        pytest.param(
            {"attribute": "score", "benchmark": "MMLU"},
            {"attribute": "score", "benchmark": "MMLU-Pro"},
            2,
            id="another benchmark",
        ),
        pytest.param(
            {"attribute": "score", "benchmark": "SWE-bench"},
            {"attribute": "score", "benchmark": "SWE bench"},
            1,
            id="spelling of a benchmark",
        ),
    ],
)
def test_what_is_compared(one: dict[str, Any], other: dict[str, Any], facts: int) -> None:
    con = open_memory()
    reconcile_all(con, said("a", make_claim(5, **one)), said("b", make_claim(5, **other)))
    assert len(rows(con, "SELECT * FROM facts")) == facts


def test_the_most_frequent_spelling_is_shown() -> None:
    con = open_memory()
    spellings = ["GPT-4 32K", "GPT-4-32k", "GPT-4-32k"]
    reconcile_all(
        con, *(said(str(n), make_claim(5, subject=name)) for n, name in enumerate(spellings))
    )
    assert [row["subject"] for row in rows(con, "SELECT * FROM facts")] == ["GPT-4-32k"]


def test_a_fact_tells_who_stands_behind_it() -> None:
    con = open_memory()
    reconcile_all(
        con,
        said("a", make_claim(4 * B), make_claim(4 * B), show="X", published=date(2024, 5, 1)),
        said("b", make_claim(4 * B), show="x", published=date(2024, 7, 1)),
        said("c", make_claim(4 * B), show=None, published=None),
        said("d", make_claim(9 * B), show="Y"),
    )
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["claims"], fact["episodes"], fact["shows"]) == (4, 3, 2)
    assert (fact["first_said"], fact["last_said"]) == (date(2024, 5, 1), date(2024, 7, 1))
    assert (fact["support"], fact["opposition"]) == (2.5, 1)
    assert fact["confidence"] == round(2.5 / (2.5 + 1 + 0.5), 4)


@pytest.mark.parametrize(
    ("extractions", "runner_up"),
    [
        pytest.param([said("a", make_claim(4))], None, id="alone"),
        pytest.param(
            [said("a", make_claim(4)), said("b", make_claim(4)), said("c", make_claim(7))],
            7,
            id="contested: the other value",
        ),
        pytest.param(
            [
                said("a", price(20), published=date(2023, 1, 1)),
                said("b", price(10), published=date(2024, 1, 1)),
                said("c", price(5)),
            ],
            10,
            id="superseded: the value before",
        ),
    ],
)
def test_runner_up(extractions: list[Extraction], runner_up: float | None) -> None:
    con = open_memory()
    reconcile_all(con, *extractions)
    assert [row["runner_up"] for row in rows(con, "SELECT * FROM facts")] == [runner_up]


def test_bounds_that_all_share() -> None:
    con = open_memory()
    reconcile_all(con, said("a", at_least(5.0)), said("b", make_claim(6, lower=4.0, upper=8.0)))
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["lower"], fact["upper"]) == (5, 8)


def test_an_open_bound_stays_open() -> None:
    con = open_memory()
    reconcile_all(con, said("a", at_least(5.0)))
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["value"], fact["lower"], fact["upper"], fact["high"]) == (5, 5, None, None)
