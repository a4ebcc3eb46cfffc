"""The user's word, and the merges that come with the program."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from duckdb import DuckDBPyConnection
from pydantic import ValidationError

from extract.errors import TallycastError
from extract.records import Claim, Extraction
from reconcile import Overrides, load_policy, reconcile, store, unmet_decisions
from reconcile.merging import built_in_merges
from tests.reconcile.making import (
    ATTRIBUTES,
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    rows,
)

PIN = {
    "subject": "llama-4 maverick", "attribute": "parameters_total", "unit": "parameter",
    "value": 7, "reason": "model card",
}  # fmt: skip


def said(name: str, *claims: Claim, **episode: object) -> Extraction:
    return make_extraction(make_episode(name, **episode), *claims)


def decided(decisions: dict[str, Any], *extractions: Extraction) -> DuckDBPyConnection:
    """Reconciles after the user decided so."""
    con = open_memory()
    for extraction in extractions:
        store(con, extraction, "x")
    overrides = Overrides.model_validate(decisions)
    reconcile(con, load_policy(), ATTRIBUTES, overrides, families=["Llama", "GPT"])
    return con


def test_the_example_is_valid() -> None:
    text = (files("reconcile") / "overrides.example.toml").read_text("utf-8")
    section = tomllib.loads(text)["reconcile"]
    assert set(section) == set(Overrides.model_fields)
    Overrides.model_validate(section)


@pytest.mark.parametrize(
    "section",
    [
        pytest.param({"pins": []}, id="unknown word"),
        pytest.param({"pin": [{**PIN, "reason": ""}]}, id="no reason"),
        pytest.param({"pin": [{**PIN, "value": "inf"}]}, id="no value"),
        pytest.param({"reject": [{"reason": "x"}]}, id="nothing rejected"),
        pytest.param({"reject": [{"claim": "a", "show": "b", "reason": "x"}]}, id="two rejected"),
        pytest.param({"weights": {"Show": -1}}, id="negative weight"),
    ],
)
def test_what_cannot_be_meant_is_refused(section: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Overrides.model_validate(section)


def test_a_pin_stands_whatever_is_said() -> None:
    con = decided({"pin": [PIN]}, said("a", make_claim(5)), said("b", make_claim(7, id="seven")))
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["value"], fact["status"], fact["pinned"]) == (7, "pinned", "model card")
    parts = {row["claim"]: row["part"] for row in rows(con, "SELECT * FROM fact_claims")}
    assert sorted(parts.values()) == ["contradicts", "supports"]
    assert parts["seven"] == "supports"


def test_a_pin_needs_no_claim() -> None:
    con = decided({"pin": [{**PIN, "subject": "Kestrel"}]}, said("a", make_claim(5)))
    facts = {row["subject"]: row for row in rows(con, "SELECT * FROM facts")}
    assert (facts["kestrel"]["value"], facts["kestrel"]["claims"]) == (7, 0)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param({"claim": "wrong"}, id="claim"),
        pytest.param({"show": "the noise"}, id="show"),
        pytest.param({"episode": make_episode("b").id}, id="episode"),
    ],
)
def test_what_is_rejected_takes_no_part(target: dict[str, str]) -> None:
    con = decided(
        {"reject": [{**target, "reason": "heard wrong"}]},
        said("a", make_claim(5)),
        said("b", make_claim(9, id="wrong"), show="The Noise"),
    )
    assert [row["value"] for row in rows(con, "SELECT * FROM facts")] == [5]
    [left_out] = rows(con, "SELECT * FROM fact_claims WHERE fact IS NULL")
    assert (left_out["claim"], left_out["reason"]) == ("wrong", "rejected: heard wrong")


MERGE = {"subjects": ["Maverick"], "into": "Llama 4 Maverick", "reason": "short"}


@pytest.mark.parametrize(
    ("decisions", "subjects"),
    [
        pytest.param({}, ["GPT-4 Vision", "Maverick", "Llama 4 Maverick"], id="built in"),
        pytest.param({"merge": [MERGE]}, ["GPT-4 Vision", "Llama 4 Maverick"], id="merged"),
        pytest.param(
            {"merge": [MERGE, {**MERGE, "subjects": ["GPT-4 Vision"], "into": "Maverick"}]},
            ["Llama 4 Maverick"],
            id="merged over two steps",
        ),
        pytest.param(
            {"merge": [MERGE], "split": [{"subject": "Maverick", "reason": "a ship"}]},
            ["GPT-4 Vision", "Maverick", "Llama 4 Maverick"],
            id="a split undoes a merge",
        ),
        pytest.param(
            {"split": [{"subject": "GPT-4V", "reason": "apart"}]},
            ["GPT-4V", "GPT-4 Vision", "Maverick", "Llama 4 Maverick"],
            id="a split undoes a merge of the program",
        ),
    ],
)
def test_merges_and_splits(decisions: dict[str, Any], subjects: list[str]) -> None:
    names = ["GPT-4V", "GPT-4 Vision", "Maverick", "Llama 4 Maverick"]
    claims = [make_claim(5, subject=name) for name in names]
    con = decided(decisions, *(said(str(n), claim) for n, claim in enumerate(claims)))
    found = {row["subject"] for row in rows(con, "SELECT * FROM facts")}
    assert found == set(subjects)


def test_the_name_that_was_merged_is_remembered_with_the_reason() -> None:
    con = decided({"merge": [MERGE]}, said("a", make_claim(5, subject="Maverick")))
    [name] = rows(con, "SELECT * FROM names WHERE what = 'subject'")
    told = (name["spelling"], name["shown"], name["family"], name["merged"])
    assert told == ("Maverick", "Llama 4 Maverick", "Llama", "short")


def test_merges_in_a_circle_are_refused() -> None:
    circle = [MERGE, {"subjects": ["Llama 4 Maverick"], "into": "Maverick", "reason": "back"}]
    with pytest.raises(TallycastError, match="in a circle"):
        decided({"merge": circle}, said("a", make_claim(5)))


def test_built_in_merges_have_reasons_and_change_the_key() -> None:
    con = open_memory()
    for merge in built_in_merges():
        for name in merge.subjects:
            [same] = rows(con, f"SELECT name_key('{name}') = name_key('{merge.into}') AS same")
            assert not same["same"], f"{name} needs no merge"
        assert len(merge.reason) > 10


def test_weights_can_be_set_and_frozen() -> None:
    episodes = [said(show, make_claim(5), show=show) for show in ("Good Talk", "Bad Talk")]
    con = decided({"weights": {"bad talk": 0.25}}, *episodes)
    weights = "SELECT name, weight, decided FROM sources ORDER BY name"
    assert [(*row.values(),) for row in rows(con, weights)] == [
        ("Bad Talk", 0.25, "set"), ("Good Talk", 1.0, "thin"),
    ]  # fmt: skip
    reconcile(con, load_policy(), ATTRIBUTES, Overrides(freeze=True))
    assert [(*row.values(),) for row in rows(con, weights)] == [
        ("Bad Talk", 0.25, "frozen"), ("Good Talk", 1.0, "frozen"),
    ]  # fmt: skip


KNOWN = make_claim(5, id="known", subject="Llama-4 Maverick")


@pytest.mark.parametrize(
    ("decisions", "unmet"),
    [
        pytest.param({"pin": [PIN]}, [], id="pin: spelt otherwise"),
        pytest.param(
            {"pin": [{**PIN, "subject": "Kestrel"}]},
            ["pin: there is no subject 'Kestrel'"],
            id="pin",
        ),
        pytest.param(
            {"pin": [{**PIN, "attribute": "parameters"}]},
            ["pin: there is no attribute 'parameters'"],
            id="pin of what nobody knows",
        ),
        pytest.param({"reject": [{"claim": "known", "reason": "x"}]}, [], id="reject"),
        pytest.param(
            {"reject": [{"claim": "lost", "reason": "x"}, {"show": "No Talk", "reason": "x"}]},
            ["reject: there is no claim 'lost'", "reject: there is no show 'No Talk'"],
            id="reject: claim and show",
        ),
        pytest.param(
            {"reject": [{"episode": "lost", "reason": "x"}]},
            ["reject: there is no episode 'lost'"],
            id="reject: episode",
        ),
        pytest.param(
            {"split": [{"subject": "llama-4 maverick", "reason": "x"}]},
            ["split: there is no subject 'llama-4 maverick'"],
            id="split: compared letter by letter",
        ),
        pytest.param(
            {"merge": [{"subjects": ["LLAMA 4 Maverick", "Maverik"], "into": "M", "reason": "x"}]},
            ["merge: there is no subject 'Maverik'"],
            id="merge: one of two",
        ),
        pytest.param(
            {"weights": {"show A": 1, "show B": 1}},
            ["weights: there is no show 'show B'"],
            id="weight",
        ),
    ],
)
def test_decisions_that_name_nothing_are_told(decisions: dict[str, Any], unmet: list[str]) -> None:
    con = decided(decisions, said("a", KNOWN, make_claim(6, subject="Gnat"), show="Show A"))
    told = unmet_decisions(con, Overrides.model_validate(decisions))
    assert told == [f"reconcile.{line}" for line in unmet]
