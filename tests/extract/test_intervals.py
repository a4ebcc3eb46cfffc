"""Bounds between which the truth must lie, from precision and qualifier."""

import pytest

from extract.lexicon import load_lexicon
from extract.linking.intervals import bounds
from extract.scanning import scan
from tests.extract.speeches import speech_of


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        pytest.param("284 billion", 283.5e9, 284.5e9, id="half a unit of the last digit"),
        pytest.param("1.6 trillion", 1.55e12, 1.65e12, id="a decimal"),
        pytest.param("about 300 billion", 270e9, 330e9, id="about is a tenth"),
        pytest.param("about 2", 1.5, 2.5, id="about is no finer than the last digit"),
        pytest.param("more than 100 billion", 100e9, None, id="open above"),
        pytest.param("up to 100 billion", None, 100e9, id="open below"),
        pytest.param("10 to 15 trillion", 10e12, 15e12, id="a range is itself"),
        pytest.param("tens of billions", 10e9, 100e9, id="a vague plural"),
    ],
)
def test_bounds(text: str, lower: float | None, upper: float | None) -> None:
    [quantity] = scan(speech_of(text), load_lexicon()).quantities
    assert bounds(quantity, 1.0) == (lower, upper)


def test_bounds_are_in_the_unit_of_the_attribute() -> None:
    [quantity] = scan(speech_of("two months"), load_lexicon()).quantities
    assert bounds(quantity, 730.5) == (1.5 * 730.5, 2.5 * 730.5)
