"""Stances as data: every example reads as its stance, no negative does."""

import pytest

from extract.lexicon import load_lexicon
from extract.linking.stances import StanceRule, read_stance, stance_rules
from extract.scanning import scan
from tests.extract.speeches import speech_of


def stance_of(text: str) -> str:
    found = scan(speech_of(text), load_lexicon())
    quantity = found.quantities[-1]
    sentence = found.sentences.span(found.sentences.at(quantity.start))
    return read_stance(text.lower(), sentence, (quantity.start, quantity.extent))


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
    ],
)
def test_stances(text: str, stance: str) -> None:
    assert stance_of(text) == stance
