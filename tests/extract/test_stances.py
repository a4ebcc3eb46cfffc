"""Stances as data: every example reads as its stance, no negative does."""

import pytest

from extract.lexicon import load_lexicon
from extract.linking.stances import StanceRule, read_stance, stance_rules
from extract.scanning import scan
from tests.extract.speeches import speech_of


def stances_of(text: str) -> list[str]:
    found = scan(speech_of(text), load_lexicon())
    starts = [quantity.start for quantity in found.quantities]
    return [
        read_stance(
            text.lower(),
            found.sentences.around(quantity.start),
            (quantity.start, quantity.extent),
            following,
        )
        for quantity, following in zip(found.quantities, [*starts[1:], len(text)], strict=True)
    ]


def stance_of(text: str) -> str:
    return stances_of(text)[-1]


@pytest.mark.parametrize("rule", stance_rules(), ids=lambda rule: rule.name)
def test_examples_and_negatives(rule: StanceRule) -> None:
    assert {stance_of(example) for example in rule.examples} == {rule.name}
    assert rule.name not in {stance_of(negative) for negative in rule.negatives}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("It has 400 billion parameters.", "asserted", id="plain"),
        pytest.param("GPT-4 is rumored to have 1.8 trillion parameters.", "hedged", id="rumour"),
        pytest.param("They said, I think, 400 billion parameters.", "hedged", id="I think"),
        pytest.param("This is not an 8 billion parameter model.", "negated", id="not a"),
        pytest.param("It doesn't have 8 billion parameters.", "negated", id="does not have"),
        pytest.param("Imagine a model with ten trillion parameters.", "hypothetical", id="made up"),
        pytest.param("The next one will have two million tokens.", "hypothetical", id="planned"),
        pytest.param("Not 8 billion parameters.", "negated", id="not, right before"),
        pytest.param(
            "It is not clear, 8 billion parameters.", "asserted", id="not, of another word"
        ),
        pytest.param("I think so, but it has 8 billion parameters.", "asserted", id="other clause"),
        pytest.param("Is it a 7 billion parameter model?", "hedged", id="asked"),
        pytest.param(
            "If you had a model with a trillion parameters.", "hypothetical", id="if you had"
        ),
        pytest.param("If you open it, it takes 8,000 tokens.", "asserted", id="if you do"),
        pytest.param(
            "It has 8 billion parameters " + "and we talked on and on " * 10 + "and it is rumored",
            "asserted",
            id="rumoured far behind, without a full stop",
        ),
    ],
)
def test_stances(text: str, stance: str) -> None:
    assert stance_of(text) == stance


def test_a_phrase_behind_is_of_the_figure_right_before_it() -> None:
    told = "It takes a million tokens with two million coming soon."
    assert stances_of(told) == ["asserted", "hypothetical"]
    assert stances_of("It takes 1 million, I misspoke, 10 million.") == ["negated", "asserted"]
