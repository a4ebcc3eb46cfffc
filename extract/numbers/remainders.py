"""Reads what is said of a value behind its unit: "a month and a half", "2 hours and 17 minutes"."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

import regex

from extract.numbers.cardinal import read_cardinal
from extract.numbers.vocabulary import alternatives, unit_words

HALF = Decimal("0.5")
REACH = 20  # characters in which the smaller unit stands

# The unit that goes on each one, and how many of it make one.
_SMALLER = {
    "minute": ("second", 60),
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "week": ("day", 7),
}
_HALVED = frozenset({*_SMALLER, "month", "year", "USD"})


class Remainder(NamedTuple):
    """What is to be added, the step it was said in, and where it ends."""

    value: Decimal
    step: Decimal
    end: int


def remainder(lower: str, unit: str, place: int, limit: int) -> Remainder | None:
    """Returns what is said behind a whole number of `unit`, which ends at `place`."""
    if unit not in _HALVED:
        return None
    if match := _half_pattern().match(lower, place, limit):
        return Remainder(HALF, HALF, match.end())
    going_on = _and_pattern().match(lower, place, limit) if unit in _SMALLER else None
    number = read_cardinal(lower, going_on.end(), limit) if going_on else None
    if number is None:
        return None
    smaller, count = _SMALLER[unit]
    said = _unit_pattern(smaller).match(lower, number.end, min(limit, number.end + REACH))
    if said is None or not 0 < number.value < count:
        return None
    return Remainder(number.value / count, number.step / count, said.end())


@cache
def _half_pattern() -> "regex.Pattern[str]":
    return regex.compile(r"\sand\sa\shalf(?![a-z0-9])")


@cache
def _and_pattern() -> "regex.Pattern[str]":
    return regex.compile(r",?\s(?:and\s)?(?=[a-z\d])")


@cache
def _unit_pattern(unit: str) -> "regex.Pattern[str]":
    return regex.compile(rf"[\s\-](?:{alternatives(unit_words().unit[unit])})(?![a-z0-9])")
