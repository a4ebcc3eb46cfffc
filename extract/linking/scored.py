"""Whether a number is said to be scored: "it got", "came in around", or alone, as in an answer.

Prices that go on are told in the same way by fewer words.
"""

from dataclasses import replace
from functools import cache

import regex
from pydantic import BaseModel, ConfigDict

from extract.data import read_toml
from extract.linking.memory import counts_something
from extract.numbers.vocabulary import alternatives
from extract.records import Quantity

HUNDRED = 100.0
WITHIN = 40  # characters before a number in which is said that it is scored


class _Words(BaseModel):
    """scored.toml, where each list is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scored: tuple[str, ...]
    priced: tuple[str, ...]
    loosely: tuple[str, ...]


@cache
def _words() -> _Words:
    return _Words.model_validate(read_toml(__package__, "scored.toml"))


@cache
def _scored() -> regex.Pattern[str]:
    return _said_behind(_words().scored)


@cache
def _priced() -> regex.Pattern[str]:
    return _said_behind(_words().priced)


def _said_behind(words: tuple[str, ...]) -> regex.Pattern[str]:
    """Matches backwards from a number one of the words, or the end of a sentence."""
    said, loosely = alternatives(words), alternatives(_words().loosely)
    return regex.compile(rf"(?r)(?:(?<![a-z])(?:{said}),?|[.?!])\s+(?:(?:{loosely}),?\s+){{0,3}}")


@cache
def _alone() -> regex.Pattern[str]:
    loosely = alternatives(_words().loosely)
    return regex.compile(rf"(?r)[,.?!:;]\s+(?:(?:{loosely}),?\s+){{0,2}}")


_STOPS = regex.compile(r"[,.?!:;]")
_OF_THEM = regex.compile(r"\s+of\s+(?:them|those|these|us)\b")
_SCORES_ITSELF = regex.compile(r"\s(?:(?:is|was|sits) at|gets|got|scores|scored)\s")


def is_scored(lower: str, quantity: Quantity) -> bool:
    """Says whether a number is said as a score and nothing is counted with it."""
    return _is_said(_scored(), lower, quantity)


def is_priced(lower: str, quantity: Quantity) -> bool:
    """Says whether a number is said as what something costs, where prices are talked of."""
    return _is_said(_priced(), lower, quantity)


def _is_said(words: regex.Pattern[str], lower: str, quantity: Quantity) -> bool:
    first = max(0, quantity.start - WITHIN)
    if words.match(lower, first, quantity.start) is None:
        return False
    if quantity.unit is None and _OF_THEM.match(lower, quantity.extent):
        return False
    return not (counts_something(lower, quantity) or scores_itself(lower, quantity))


def scores_itself(lower: str, quantity: Quantity) -> bool:
    """Says whether a number is a model's size by which it is called: "the 32 is at 78"."""
    return _SCORES_ITSELF.match(lower, quantity.extent) is not None


def stands_alone(lower: str, quantity: Quantity) -> bool:
    """Says whether nothing is said with a number: "Sonnet 4, from the same time, 21."."""
    begins = _alone().match(lower, max(0, quantity.start - WITHIN), quantity.start)
    return begins is not None and _STOPS.match(lower, quantity.extent) is not None


def counted_from_top(lower: str, quantity: Quantity) -> Quantity:
    """Returns a score in the "top 10 percent" as the percentile that it is, the 90th."""
    led = _top().match(lower, max(0, quantity.start - WITHIN), quantity.start)
    if quantity.unit != "percent" or quantity.value is None or led is None:
        return quantity
    low, high = (None if it is None else HUNDRED - it for it in (quantity.high, quantity.low))
    return replace(quantity, value=HUNDRED - quantity.value, low=low, high=high)


@cache
def _top() -> regex.Pattern[str]:
    return regex.compile(r"(?r)(?<![a-z])top\s")
