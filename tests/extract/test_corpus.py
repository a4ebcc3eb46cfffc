"""The corpus of phrasings: one value said in many ways, and what holds no quantity."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from extract.numbers import read_quantities

CORPUS = tomllib.loads((files("extract.numbers") / "corpus.toml").read_text("utf-8"))
CASES = [
    pytest.param(case, phrase, id=phrase)
    for case in CORPUS["quantity"]
    for phrase in case["phrases"]
]
NEGATIVES = [
    pytest.param(case["value"], phrase, id=phrase)
    for case in CORPUS["quantity"]
    for phrase in case.get("negatives", ())
]


@pytest.mark.parametrize(("case", "phrase"), CASES)
@pytest.mark.parametrize(
    "sentence", ["{}", "We have {} of these.", "well {}, I think"], ids=["alone", "within", "talk"]
)
def test_phrase_is_read(case: dict[str, Any], phrase: str, sentence: str) -> None:
    quantity = read_quantities(sentence.format(phrase))[-1]
    assert quantity.value == pytest.approx(case["value"], rel=1e-12)
    for field in ("low", "high", "unit", "per", "qualifier"):
        if field in case:
            assert getattr(quantity, field) == case[field], field


@pytest.mark.parametrize(("value", "phrase"), NEGATIVES)
def test_phrase_is_another_value(value: float, phrase: str) -> None:
    assert value not in [quantity.value for quantity in read_quantities(phrase)]


@pytest.mark.parametrize("phrase", CORPUS["nothing"]["phrases"])
@pytest.mark.parametrize("sentence", ["{}", "It was {}, I think."], ids=["alone", "within"])
def test_nothing_is_read(phrase: str, sentence: str) -> None:
    assert read_quantities(sentence.format(phrase)) == ()
