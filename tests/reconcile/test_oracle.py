"""The SQL agrees with a second, slow way, in whatever order claims arrive."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import Claim, Episode, Extraction
from reconcile import load_policy
from tests.reconcile.making import (
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)
from tests.reconcile.oracle import verdict

_ATTRIBUTES = {"A": "parameters_total", "B": "price_input"}
_KEYS = {f"{kind}{number}": name for kind, name in _ATTRIBUTES.items() for number in range(4)}


def _tried(times: int) -> settings:
    """Each time is a database with a handful of facts."""
    slow = [HealthCheck.too_slow]
    return settings(max_examples=times, deadline=None, derandomize=True, suppress_health_check=slow)


@st.composite
def some_claims(draw: st.DrawFn) -> Claim:
    """A claim whose bounds are often those of others: touching, equal, within, open."""
    subject = draw(st.sampled_from(sorted(_KEYS)))
    value = float(draw(st.integers(1, 8)))
    half = draw(st.sampled_from([0.5, 1.0, 2.0]))
    qualifier = draw(st.sampled_from(["exact", "about", "at_least", "at_most", "range"]))
    stances = ["asserted", "asserted", "asserted", "hedged", "negated", "hypothetical"]
    fields: dict[str, Any] = {
        "lower": None if qualifier == "at_most" else value - half,
        "upper": None if qualifier == "at_least" else value + half,
        "stance": draw(st.sampled_from(stances)),
        "confidence": draw(st.sampled_from([1.0, 0.8, 0.31])),
    }
    attribute = _KEYS[subject]
    return make_claim(value, subject=subject, attribute=attribute, qualifier=qualifier, **fields)


@st.composite
def some_extractions(draw: st.DrawFn) -> list[Extraction]:
    extractions = []
    for number in range(draw(st.integers(1, 6))):
        days = draw(st.none() | st.integers(0, 3))
        episode = make_episode(
            f"e{number}",
            show=draw(st.none() | st.sampled_from(["X", "Y"])),
            published=None if days is None else date(2025, 1, 1) + timedelta(days),
        )
        claims = draw(st.lists(some_claims(), max_size=12))
        extractions.append(make_extraction(episode, *claims))
    return extractions


def expected(extractions: list[Extraction]) -> dict[str, tuple[float, str, float | None]]:
    verdicts = {}
    for subject, attribute in _KEYS.items():
        claims: list[tuple[Episode, Claim]] = [
            (extraction.episode, claim)
            for extraction in extractions
            for claim in extraction.claims
            if claim.subject == subject
        ]
        found = verdict(claims, load_policy(), changing=attribute == "price_input")
        if found:
            verdicts[subject] = found
    return verdicts


@_tried(25)
@given(some_extractions())
def test_value_status_and_runner_up_are_those_of_the_oracle(extractions: list[Extraction]) -> None:
    con = open_memory()
    reconcile_all(con, *extractions)
    facts = rows(con, "SELECT * FROM facts")
    found = {fact["subject"]: (fact["value"], fact["status"], fact["runner_up"]) for fact in facts}
    assert found == expected(extractions)
    con.close()


@_tried(10)
@given(some_extractions(), st.randoms(use_true_random=False), st.sampled_from([1, 2, 4]))
def test_neither_order_nor_threads_change_anything(
    extractions: list[Extraction], random: Random, threads: int
) -> None:
    shuffled = [
        replace(one, claims=tuple(random.sample(one.claims, len(one.claims))))
        for one in random.sample(extractions, len(extractions))
    ]
    results = []
    for order, number in ((extractions, 2), (shuffled, threads)):
        con = open_memory()
        con.execute(f"SET threads = {number}")
        reconcile_all(con, *order)
        facts = rows(con, "SELECT * FROM facts ORDER BY id")
        parts = rows(con, "SELECT * FROM fact_claims ORDER BY claim")
        results.append((facts, parts))
        con.close()
    assert results[0] == results[1]


@_tried(10)
@given(some_extractions())
def test_no_claim_is_lost(extractions: list[Extraction]) -> None:
    con = open_memory()
    reconcile_all(con, *extractions)
    kept = rows(con, "SELECT * FROM fact_claims WHERE (part IS NULL) <> (reason IS NULL)")
    assert len(kept) == sum(len(extraction.claims) for extraction in extractions)
    con.close()
