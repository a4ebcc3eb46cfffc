"""What relative statements come to: "four times the context of GPT-4"."""
# ruff: noqa: ANN401  fields of records, by name

from datetime import date
from typing import Any

import pytest
from duckdb import DuckDBPyConnection

from extract.records import Claim, Extraction, Relation
from reconcile import Overrides, load_policy, reconcile, remove_episode, store
from tests.reconcile.making import (
    ATTRIBUTES,
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)

SINCE = date(2025, 1, 1)


def context(subject: str, value: float, **fields: Any) -> Claim:
    return make_claim(value, subject=subject, attribute="context_window", **fields)


def price(subject: str, value: float) -> Claim:
    return make_claim(value, subject=subject, attribute="price_input")


def times(factor: float, other: str | None, subject: str = "Kestrel", **fields: Any) -> Claim:
    """A relative statement about Kestrel, of context where nothing else is said."""
    attribute = fields.pop("attribute", "context_window")
    low, high = fields.pop("bounds", (factor, factor))
    relation = Relation(factor, low, high, attribute, other)
    return make_claim(None, subject=subject, attribute=attribute, relation=relation, **fields)


def said(name: str, *claims: Claim, **episode: Any) -> Extraction:
    return make_extraction(make_episode(name, **episode), *claims)


def fact_of(con: DuckDBPyConnection, subject: str = "Kestrel") -> dict[str, Any]:
    """Returns the fact of a subject; nothing where there is none."""
    facts = {row["subject"]: row for row in rows(con, "SELECT * FROM facts")}
    return facts.get(subject, {})


def part_of(con: DuckDBPyConnection, claim: str = "relative") -> str:
    parts = {row["claim"]: row for row in rows(con, "SELECT * FROM fact_claims")}
    return str(parts[claim]["part"] or parts[claim]["reason"])


def test_a_known_base_gives_a_derived_fact() -> None:
    con = open_memory()
    reconcile_all(
        con, said("a", context("GPT-4", 8000)), said("b", times(4, "gpt 4", id="relative"))
    )
    fact = fact_of(con)
    assert (fact["value"], fact["status"], fact["stance"]) == (32_000, "derived", "hedged")
    assert (fact["lower"], fact["upper"]) == pytest.approx((28_800, 35_200))
    assert part_of(con) == "derived"
    [derivation] = rows(con, "SELECT base_value, value, step FROM derivations")
    assert derivation == {"base_value": 8000, "value": 32_000, "step": 1}


def test_it_is_less_sure_than_what_it_is_derived_from() -> None:
    con = open_memory()
    reconcile_all(con, said("a", context("GPT-4", 8000)), said("b", times(4, "GPT-4")))
    base, derived = fact_of(con, "GPT-4"), fact_of(con)
    assert derived["confidence"] < base["confidence"] / 2


@pytest.mark.parametrize(
    ("claims", "value", "status"),
    [
        pytest.param([context("Kestrel", 32_000)], 32_000, "agreed", id="said outright too"),
        pytest.param([context("Kestrel", 64_000)], 64_000, "single", id="outright it is another"),
        pytest.param(
            [
                context(
                    "Kestrel",
                    33_000,
                    qualifier="about",
                    stance="hedged",
                    lower=30_000,
                    upper=36_000,
                )
            ],
            33_000,
            "rounded",
            id="a guess is more precise",
        ),
    ],
)
def test_what_is_said_outright_counts_more(claims: list[Claim], value: float, status: str) -> None:
    con = open_memory()
    reconcile_all(
        con, said("a", context("GPT-4", 8000)), said("b", times(4, "GPT-4")), said("c", *claims)
    )
    fact = fact_of(con)
    assert (fact["value"], fact["status"]) == (value, status)


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        pytest.param([times(4, "GPT-4", id="relative")], "no base", id="base unknown"),
        pytest.param([times(4, None, id="relative")], "no base", id="compared with nobody"),
        pytest.param(
            [make_claim(8000, subject="GPT-4"), times(4, "GPT-4", id="relative")],
            "no base",
            id="known of another attribute",
        ),
        pytest.param(
            [context("Kestrel", 5), times(4, "kestrel", id="relative")], "circle", id="of itself"
        ),
        pytest.param(
            [
                context("Kestrel", 5),
                times(2, "Kestrel", subject="Merlin"),
                times(4, "Merlin", id="relative"),
            ],
            "circle",
            id="of what is derived from it",
        ),
        pytest.param(
            [
                context("GPT-4", 5),
                times(2, "GPT-4", subject="Hobby"),
                times(2, "Hobby", subject="Merlin"),
                times(2, "Merlin", id="relative"),
            ],
            "long chain",
            id="over three steps",
        ),
        pytest.param(
            [context("GPT-4", 5), times(4, "GPT-4", id="relative", section="advertisement")],
            "advertisement",
            id="in an advertisement",
        ),
        pytest.param(
            [context("GPT-4", 5), times(4, "GPT-4", id="relative", stance="hypothetical")],
            "only hypothetical",
            id="an example",
        ),
        pytest.param(
            [
                context("GPT-4", 5, low=None, qualifier="at_most"),
                times(4, "GPT-4", id="relative", bounds=(4, None), qualifier="at_least"),
            ],
            "no base",
            id="at least four times at most five tells nothing",
        ),
    ],
)
def test_what_makes_no_fact_says_why(claims: list[Claim], reason: str) -> None:
    con = open_memory()
    reconcile_all(con, *(said(str(number), claim) for number, claim in enumerate(claims)))
    assert part_of(con) == reason


def test_a_chain_of_two_steps_is_followed() -> None:
    con = open_memory()
    claims = [
        context("GPT-4", 8000),
        times(2, "GPT-4", subject="Merlin"),
        times(2, "Merlin", id="relative"),
    ]
    reconcile_all(con, said("a", *claims))
    fact = fact_of(con)
    assert fact["value"] == 32_000
    steps = rows(con, "SELECT value, step FROM derivations ORDER BY step")
    assert steps == [{"value": 16_000, "step": 1}, {"value": 32_000, "step": 2}]


def test_two_that_refer_to_each_other_are_both_derived_from_what_is_said() -> None:
    con = open_memory()
    claims = [context("Merlin", 10), context("Kestrel", 40)]
    both = [times(4, "Merlin", id="one"), times(0.25, "Kestrel", subject="Merlin", id="other")]
    reconcile_all(con, said("a", *claims), said("b", *both))
    assert (part_of(con, "one"), part_of(con, "other")) == ("derived", "derived")


@pytest.mark.parametrize(
    ("bounds", "base", "found"),
    [
        pytest.param((3, 5), {}, (30, 50, "about"), id="a range"),
        pytest.param((4, None), {}, (40, None, "at_least"), id="more than four times"),
        pytest.param(
            (4, 4),
            {"high": None, "qualifier": "at_least"},
            (40, None, "at_least"),
            id="of at least ten",
        ),
    ],
)
def test_bounds_are_those_of_both(
    bounds: tuple[float, float | None],
    base: dict[str, Any],
    found: tuple[float, float | None, str],
) -> None:
    con = open_memory()
    reconcile_all(
        con, said("a", context("GPT-4", 10, **base)), said("b", times(4, "GPT-4", bounds=bounds))
    )
    fact = fact_of(con)
    assert (fact["low"], fact["high"], fact["qualifier"]) == found


@pytest.mark.parametrize(
    ("published", "value"),
    [
        pytest.param(date(2024, 3, 1), 20, id="while the old price held"),
        pytest.param(date(2025, 6, 1), 10, id="after the cut"),
        pytest.param(date(2022, 1, 1), 20, id="before any was said: the oldest"),
    ],
)
def test_of_what_changes_the_value_of_the_day_counts(published: date, value: float) -> None:
    con = open_memory()
    reconcile_all(
        con,
        said("a", price("GPT-4", 10), published=date(2024, 1, 1)),
        said("b", price("GPT-4", 5), published=SINCE),
        said("c", times(2, "GPT-4", attribute="price_input"), published=published),
    )
    fact = fact_of(con)
    assert fact["value"] == value


def test_a_price_that_is_derived_does_not_replace_one_that_was_said() -> None:
    con = open_memory()
    reconcile_all(
        con,
        said("a", price("GPT-4", 5), price("Kestrel", 12), published=date(2024, 1, 1)),
        said("b", times(2, "GPT-4", attribute="price_input", id="relative"), published=SINCE),
    )
    fact = fact_of(con)
    assert (fact["value"], part_of(con)) == (12, "contradicts")


def test_a_base_that_changes_changes_what_is_derived() -> None:
    con = open_memory()
    first = said("a", context("GPT-4", 8000))
    reconcile_all(con, first, said("b", times(4, "GPT-4", id="relative")))
    reconcile_all(con, *(said(name, context("GPT-4", 9000)) for name in "cd"))
    fact = fact_of(con)
    assert fact["value"] == 36_000
    for name in "acd":
        remove_episode(con, make_episode(name).id)
    reconcile_all(con)
    assert (fact_of(con), part_of(con)) == ({}, "no base")


def test_shows_are_not_weighed_by_what_is_derived() -> None:
    con = open_memory()
    reconcile_all(
        con,
        said("a", context("GPT-4", 8000)),
        said("b", times(4, "GPT-4")),
        said("c", context("Kestrel", 50_000)),
    )
    assert rows(con, "SELECT * FROM meetings") == []


def test_a_pinned_value_is_a_base() -> None:
    con = open_memory()
    pin = {"subject": "GPT-4", "attribute": "context_window", "value": 8192, "unit": "token"}
    store(con, said("a", times(4, "GPT-4")), "x")
    overrides = Overrides.model_validate({"pin": [{**pin, "reason": "model card"}]})
    reconcile(con, load_policy(), ATTRIBUTES, overrides)
    fact = fact_of(con)
    assert fact["value"] == 32_768
