"""The SQL agrees with a second, slow way, in whatever order and however divided claims arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from duckdb import DuckDBPyConnection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import Claim, Extraction, Relation
from reconcile import NO_OVERRIDES, Overrides, Policy, load_policy, reconcile, store
from tests.reconcile.making import (
    ATTRIBUTES,
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    rows,
)
from tests.reconcile.oracle import Period, Verdict, reconcile_slowly

_ATTRIBUTES = {"A": "parameters_total", "B": "price_input"}
_KEYS = {f"{kind}{number}": name for kind, name in _ATTRIBUTES.items() for number in range(4)}
_SHOWS = ["X", "Y", "Z", "W"]
_WORDS = "{} and again {} is what they say in this show, word for word, in every episode of it"

# Little evidence moves a weight here, so that small cases reach what large ones do.
_EAGER = load_policy().model_copy(
    update={"sources": load_policy().sources.model_copy(update={"least": 2, "shrinkage": 2.0})}
)


def _tried(times: int) -> settings:
    """Each time is a database with a handful of facts."""
    slow = [HealthCheck.too_slow]
    return settings(max_examples=times, deadline=None, derandomize=True, suppress_health_check=slow)


@st.composite
def some_claims(draw: st.DrawFn) -> Claim:
    """A claim whose bounds are often those of others: touching, equal, within, open, slipped."""
    subject = draw(st.sampled_from(sorted(_KEYS)))
    scale = draw(st.sampled_from([1.0, 1.0, 1.0, 1.0, 1000.0]))
    value = draw(st.integers(1, 8)) * scale
    half = draw(st.sampled_from([0.5, 1.0, 2.0])) * scale
    qualifier = draw(st.sampled_from(["exact", "exact", "about", "at_least", "at_most", "range"]))
    stances = ["asserted", "asserted", "asserted", "hedged", "negated", "hypothetical"]
    fields: dict[str, Any] = {
        "lower": None if qualifier == "at_most" else value - half,
        "upper": None if qualifier == "at_least" else value + half,
        "stance": draw(st.sampled_from(stances)),
        "confidence": draw(st.sampled_from([1.0, 0.8, 0.31])),
    }
    word = draw(st.none() | st.sampled_from(["one", "two"]))
    if word:
        fields["quote"] = _WORDS.format(word, subject)
    spelling = draw(st.sampled_from([subject, subject.lower()]))
    attribute = _KEYS[subject]
    about = {"subject": spelling, "attribute": attribute, "qualifier": qualifier}
    if draw(st.integers(1, 4)) == 4:
        other = f"{subject[0]}{draw(st.integers(0, 4))}"
        factor = draw(st.sampled_from([0.5, 2.0, 3.0]))
        relation = Relation(
            factor,
            None if qualifier == "at_most" else factor,
            None if qualifier == "at_least" else factor,
            attribute,
            draw(st.sampled_from([other, other, other, None])),
        )
        return make_claim(None, relation=relation, **about, **fields)
    return make_claim(value, **about, **fields)


@st.composite
def some_extractions(draw: st.DrawFn) -> list[Extraction]:
    extractions = []
    for number in range(draw(st.integers(1, 8))):
        days = draw(st.none() | st.sampled_from([0, 1, 40, 90, 200, 400]))
        episode = make_episode(
            f"e{number}",
            show=draw(st.none() | st.sampled_from(_SHOWS)),
            published=None if days is None else date(2025, 1, 1) + timedelta(days),
        )
        claims = draw(st.lists(some_claims(), max_size=12))
        extractions.append(make_extraction(episode, *claims))
    return extractions


@st.composite
def some_decisions(draw: st.DrawFn) -> Overrides:
    decisions: dict[str, Any] = {}
    if draw(st.booleans()):
        decisions["weights"] = {draw(st.sampled_from(_SHOWS)): draw(st.sampled_from([0, 0.5, 2]))}
    if draw(st.booleans()):
        decisions["reject"] = [{"show": draw(st.sampled_from(_SHOWS)), "reason": "noise"}]
    if draw(st.booleans()):
        subject = draw(st.sampled_from(sorted(_KEYS)))
        unit = "parameter" if subject.startswith("A") else "USD/Mtok"
        pin = {"subject": subject, "attribute": _KEYS[subject], "value": 5, "unit": unit}
        decisions["pin"] = [{**pin, "reason": "known"}]
    return Overrides.model_validate(decisions)


def made(
    con: DuckDBPyConnection,
    extractions: Sequence[Extraction],
    policy: Policy = _EAGER,
    overrides: Overrides = NO_OVERRIDES,
    as_of: date | None = None,
) -> None:
    """Stores and reconciles."""
    for extraction in extractions:
        store(con, extraction, "extractor")
    reconcile(con, policy, ATTRIBUTES, overrides, as_of=as_of)


def everything(con: DuckDBPyConnection) -> dict[str, list[dict[str, Any]]]:
    """Returns all tables that reconciliation makes."""
    tables = {
        "facts": "id",
        "fact_claims": "episode, claim",
        "periods": "fact, period",
        "sources": "source",
        "meetings": "fact, one, other",
        "derivations": "episode, claim",
    }
    queries = {name: f"SELECT * FROM {name} ORDER BY {by}" for name, by in tables.items()}  # noqa: S608
    return {name: rows(con, query) for name, query in queries.items()}


def found(con: DuckDBPyConnection) -> dict[str, Verdict]:
    periods: dict[str, list[Period]] = {}
    for row in rows(con, "SELECT * FROM periods ORDER BY fact, period"):
        told = (row["value"], row["low"], row["high"], row["valid_from"])
        periods.setdefault(row["fact"], []).append(told)
    return {
        fact["subject"].lower(): Verdict(
            *(fact["value"], fact["status"], fact["runner_up"], fact["confidence"]),
            tuple(periods[fact["id"]]),
        )
        for fact in rows(con, "SELECT * FROM facts")
    }


@_tried(40)
@given(
    some_extractions(),
    st.just(NO_OVERRIDES) | some_decisions(),
    st.none() | st.just(date(2025, 3, 1)),
)
def test_facts_and_their_periods_are_those_of_the_oracle(
    extractions: list[Extraction], overrides: Overrides, as_of: date | None
) -> None:
    con = open_memory()
    made(con, extractions, overrides=overrides, as_of=as_of)
    expected = reconcile_slowly(extractions, _EAGER, ["price_input"], overrides, as_of)
    assert found(con) == expected
    con.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_thousand_facts_at_once_are_those_of_the_oracle(seed: int) -> None:
    """Many facts of one database, so that shows meet often and their weights differ."""
    random = Random(seed)  # noqa: S311  reproducible, not secret
    subjects = {
        f"{kind}{number}x": name for kind, name in _ATTRIBUTES.items() for number in range(500)
    }
    extractions = []
    for number in range(60):
        published = random.choice([None, date(2025, 1, 1) + timedelta(random.randrange(500))])
        episode = make_episode(f"e{number}", show=random.choice(_SHOWS), published=published)
        claims = [_random_claim(random, subjects) for _ in range(120)]
        extractions.append(make_extraction(episode, *claims))
    con = open_memory()
    made(con, extractions, load_policy())
    expected = reconcile_slowly(extractions, load_policy(), ["price_input"], NO_OVERRIDES)
    assert found(con) == expected
    assert len(expected) > 900
    assert "learned" in {row["decided"] for row in rows(con, "SELECT * FROM sources")}
    assert len(rows(con, "SELECT * FROM derivations")) > 600
    con.close()


def _random_claim(random: Random, subjects: Mapping[str, str]) -> Claim:
    subject = random.choice([*subjects])
    truth = len(subject) + hash_of(subject) % 40 / 4
    value = random.choice([truth, truth, truth, truth + 1, truth * 2, truth * 1000, truth / 1000])
    half = value * random.choice([0.001, 0.05, 0.2])
    qualifier = random.choice(["exact", "exact", "exact", "about", "at_least", "at_most"])
    if random.random() < 0.1:
        other = subject[0] + random.choice([*subjects])[1:]
        relation = Relation(2.0, 2.0, 2.0, subjects[subject], other)
        about = {"subject": subject, "attribute": subjects[subject]}
        return make_claim(None, relation=relation, **about)
    return make_claim(
        value,
        subject=subject,
        attribute=subjects[subject],
        qualifier=qualifier,
        lower=None if qualifier == "at_most" else value - half,
        upper=None if qualifier == "at_least" else value + half,
        stance=random.choice(["asserted", "asserted", "asserted", "hedged", "negated"]),
        confidence=random.choice([1.0, 0.8, 0.31]),
    )


def hash_of(text: str) -> int:
    """Returns the same number for a text everywhere."""
    return int.from_bytes(text.encode(), "big") % 1009


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
        made(con, order)
        results.append(everything(con))
        con.close()
    assert results[0] == results[1]


@_tried(12)
@given(some_extractions(), st.randoms(use_true_random=False))
def test_many_runs_come_to_the_same_as_one(extractions: list[Extraction], random: Random) -> None:
    """Episodes arrive one by one, are read again with other claims, and leave."""
    whole, parts = open_memory(), open_memory()
    made(whole, extractions)
    passing = make_extraction(make_episode("passing", show="X"), make_claim(3, subject="A1"))
    arrivals = random.sample([*extractions, passing], len(extractions) + 1)
    while arrivals:
        size = random.randint(1, 3)
        made(parts, arrivals[:size])
        del arrivals[:size]
    again = random.choice(extractions)
    changed = replace(again, episode=replace(again.episode, title="changed", show="Other"))
    made(parts, [replace(changed, claims=again.claims[:1])])
    parts.execute("DELETE FROM claims WHERE episode = ?", [passing.episode.id])
    parts.execute("DELETE FROM episodes WHERE id = ?", [passing.episode.id])
    made(parts, [again])
    assert everything(parts) == everything(whole)
    whole.close()
    parts.close()


@_tried(5)
@given(some_extractions())
def test_no_claim_is_lost(extractions: list[Extraction]) -> None:
    con = open_memory()
    made(con, extractions)
    kept = rows(con, "SELECT * FROM fact_claims WHERE (part IS NULL) <> (reason IS NULL)")
    assert len(kept) == sum(len(extraction.claims) for extraction in extractions)
    con.close()
