"""Relative statements: how many times as much of what as whom."""

import pytest

from extract import extract_claims
from extract.linking.relations.ratios import Form, read_ratio
from extract.linking.relations.rules import relation_rules
from extract.reading import parse_transcript
from extract.records import Claim


def related(text: str) -> list[str]:
    """Returns the relative statements in a text, each with its subject."""
    claims = extract_claims(parse_transcript(text.encode(), "talk.txt"))
    return [f"{claim.subject}: {claim.relation}" for claim in claims if claim.relation]


RULES = {rule.name: rule for rule in relation_rules()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(text, said, id=f"{rule.name}: {text}")
        for rule in RULES.values()
        for text, said in rule.examples.items()
    ],
)
def test_examples_are_read_as_they_say(text: str, said: str) -> None:
    assert related(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=f"{rule.name}: {text}")
        for rule in RULES.values()
        for text in rule.negatives
    ],
)
def test_negatives_are_not_read(text: str) -> None:
    assert related(text) == []


@pytest.mark.parametrize(
    ("words", "form", "factor"),
    [
        pytest.param("twice as ", "equal", (2, 2, 2, "exact"), id="a multiple in one word"),
        pytest.param("ten times ", "more", (10, 10, 10, "exact"), id="a multiple"),
        pytest.param("ten times ", "less", (0.1, 0.1, 0.1, "exact"), id="a multiple less"),
        pytest.param("60% ", "less", (0.4, 0.4, 0.4, "exact"), id="per cent less"),
        pytest.param("60 percent ", "more", (1.6, 1.6, 1.6, "exact"), id="per cent more"),
        pytest.param("60% as ", "equal", (0.6, 0.6, 0.6, "exact"), id="per cent as much"),
        pytest.param("a quarter of the ", "share", (0.25, 0.25, 0.25, "exact"), id="a part"),
        pytest.param("two thirds the ", "share", (2 / 3, 2 / 3, 2 / 3, "exact"), id="parts"),
        pytest.param("4x the ", "share", (4, 4, 4, "exact"), id="in digits"),
        pytest.param("two orders of magnitude ", "more", (100, 100, 100, "exact"), id="powers"),
        pytest.param("three to five times ", "more", (4, 3, 5, "range"), id="a range"),
        pytest.param(
            "more than ten times ", "less", (0.1, None, 0.1, "at_most"), id="a bound turns round"
        ),
        pytest.param("one times ", "more", None, id="not more"),
        pytest.param("100% ", "less", None, id="nothing left"),
        pytest.param("60% ", "share", None, id="a share needs of"),
        pytest.param("matrix ", "more", None, id="no number"),
        pytest.param("zero times ", "share", None, id="none of it"),
    ],
)
def test_ratios(
    words: str, form: Form, factor: tuple[float, float | None, float | None, str] | None
) -> None:
    said = read_ratio(words, 0, len(words), form)
    ratio = said.factor(form) if said else None
    assert (ratio and (ratio.value, ratio.low, ratio.high, ratio.qualifier)) == factor


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "Llama 3 costs half of GPT-4's price.",
            ["Llama 3: 0.5 x price_blended of GPT-4"],
            id="whose it is before what it is",
        ),
        pytest.param("We tried GPT-4 Turbo. It was 60% cheaper.", [], id="named in neither place"),
        pytest.param(
            "We tried GPT-4 Turbo. It was 60% cheaper than GPT-4.",
            ["GPT-4 Turbo: 0.4 x price_blended of GPT-4"],
            id="the other named, the subject before",
        ),
        pytest.param("Talk of GPT-4 made another 100x compute.", [], id="joined to nothing"),
        pytest.param("This fridge is twice as expensive as that.", [], id="no model"),
        pytest.param("The H100 is twice as expensive as the A100.", [], id="hardware is no model"),
        pytest.param(
            "GPT-4 Turbo is 60% cheaper and has 4x the context.",
            [
                "GPT-4 Turbo: 0.4 x price_blended of ?",
                "GPT-4 Turbo: 4 x context_window of ?",
            ],
            id="two in one sentence",
        ),
    ],
)
def test_who_is_compared_with_whom(text: str, said: list[str]) -> None:
    assert related(text) == said


def only_claim(text: str) -> Claim:
    [claim] = extract_claims(parse_transcript(text.encode(), "talk.txt"))
    return claim


def test_a_relative_statement_has_no_value_of_its_own() -> None:
    claim = only_claim("I think GPT-4 Turbo is twice as expensive as GPT-3.5.")
    assert claim.relation is not None
    assert claim.relation.factor == 2
    assert (claim.value, claim.low, claim.high, claim.lower, claim.upper) == (None,) * 5
    told = (claim.value_text, claim.unit, claim.qualifier, claim.stance)
    assert told == ("twice", "USD/Mtok", "exact", "hedged")


def test_its_figure_is_no_value_beside() -> None:
    claim = only_claim("Gemini 1.5 Flash has 1 to 2 percent of the price of GPT-4.")
    assert str(claim.relation) == "0.015 x price_blended of GPT-4"
