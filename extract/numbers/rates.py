"""Reads what a price is for: "per million input tokens", "a month", "a million tokens for"."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain

import regex

from extract.numbers.cardinal import Cardinal, read_cardinal
from extract.numbers.vocabulary import (
    alternatives,
    by_phrase,
    number_words,
    qualifier_words,
    unit_words,
)

REACH = 60  # characters before a price in which its rate may stand
MOST_WORDS = 6  # of a count before what is counted


@cache
def _rate_pattern() -> regex.Pattern[str]:
    rate = unit_words().rate
    kinds = rf"(?:\s(?:{alternatives(rate.kinds)}))?"
    tokens = alternatives(rate.tokens)
    direction = rf"(?:\s(?:{alternatives(rate.directions)})\b)?"
    scaled = "|".join(
        rf"(?P<{scale}>(?:{alternatives(phrases)})"
        rf"(?:{kinds}\s(?:{tokens}){direction}|{direction}(?=\s?[.,?!;]|\s(?:and|to|for|or|on|if|now|but|so|which|versus)\b|$)))"
        for scale, phrases in rate.of_tokens.items()
    )
    opener = rf"(?:(?:{alternatives(rate.openers)})\s|/\s?)"
    nouns, adverbs = alternatives(by_phrase(rate.of)), alternatives(by_phrase(rate.adverbs))
    loosely = rf"(?:,?\s(?:{alternatives(chain(*qualifier_words().after.values()))}))?"
    return regex.compile(
        rf"{loosely}\s?(?:(?:times\s)?{opener}(?:{scaled}|(?P<noun>{nouns}))|(?P<adverb>{adverbs}))(?![a-z0-9])"
    )


def rate_behind(lower: str, start: int, end: int) -> tuple[str, int] | None:
    """Reads "per million input tokens", "or so a month", "/ hour": the rate and where it ends."""
    match = _rate_pattern().match(lower, start, end)
    if match is None:
        return None
    rate = unit_words().rate
    if match["noun"]:
        return by_phrase(rate.of)[" ".join(match["noun"].split())], match.end()
    if match["adverb"]:
        return by_phrase(rate.adverbs)[match["adverb"]], match.end()
    return next(scale for scale in rate.of_tokens if match[scale]), match.end()


@cache
def _rate_before_pattern() -> regex.Pattern[str]:
    """Matches "a million tokens for"; "ten million tokens for" is no rate that there is."""
    rate, words = unit_words().rate, number_words()
    numbers = alternatives([*words.units, *words.teens, *words.tens, "hundred"])
    scaled = "|".join(
        rf"(?P<{scale}>{alternatives(phrases)})" for scale, phrases in rate.of_tokens.items()
    )
    return regex.compile(
        rf"(?r)(?<![a-z0-9])(?<!(?:\d|(?<![a-z])(?:{numbers}))[\s\-])(?:{scaled})(?:\s(?:{alternatives(rate.kinds)}))?"
        rf"\s(?:{alternatives(rate.tokens)})"
        rf",?\s(?:{alternatives(rate.before_price)})\s(?:{alternatives(rate.fillers)}\s)*"
    )


def rate_before(lower: str, start: int) -> str | None:
    """Reads "a million tokens for" before a price."""
    match = _rate_before_pattern().match(lower, max(0, start - REACH), start)
    return next(scale for scale in unit_words().rate.of_tokens if match[scale]) if match else None


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of what a price is for, and where the words behind the price end."""

    per: str
    number: Decimal
    end: int


def counted_rate(lower: str, start: int, stop: int, end: int) -> Counted | None:
    """Reads "for 12 images" behind a price, or "10 million tokens for" before it.

    Args:
        lower: lower-cased text.
        start: where the price begins.
        stop: where it ends.
        end: where its words must have ended.
    """
    return _counted_behind(lower, stop, end) or _counted_before(lower, start, stop)


def _counted_behind(lower: str, stop: int, end: int) -> Counted | None:
    opened = _opener_pattern().match(lower, stop, end)
    number = read_cardinal(lower, opened.end(), end) if opened else None
    noun = _nouns_pattern().match(lower, number.end, end) if number else None
    return Counted(_per(noun), number.value, noun.end()) if number and noun else None


def _counted_before(lower: str, start: int, stop: int) -> Counted | None:
    noun = _nouns_before_pattern().match(lower, max(0, start - REACH), start)
    number = _number_before(lower, noun.start()) if noun else None
    return Counted(_per(noun), number.value, stop) if number and noun else None


def _number_before(lower: str, end: int) -> Cardinal | None:
    """Returns the number that ends at `end`, the longest that can be read."""
    found: Cardinal | None = None
    start = end
    for _ in range(MOST_WORDS):
        start = lower.rfind(" ", max(0, end - REACH), max(0, start - 1)) + 1
        number = read_cardinal(lower, start, end)
        if number is not None and number.end == end and number.value > 0:
            found = number
    return found


def _per(noun: regex.Match[str]) -> str:
    said = noun["noun"]
    return by_phrase(unit_words().rate.of)[" ".join(said.split())] if said else "token"


def _nouns() -> str:
    rate = unit_words().rate
    things = {phrase: unit for phrase, unit in by_phrase(rate.of).items() if unit in rate.things}
    return (
        rf"(?:\s(?:{alternatives(rate.kinds)}))?"
        rf"\s(?:(?:{alternatives(rate.tokens)})|(?P<noun>{alternatives(things)})s?)(?![a-z0-9])"
    )


@cache
def _opener_pattern() -> regex.Pattern[str]:
    return regex.compile(r"\s(?:for every|for|per|every)\s")


@cache
def _nouns_pattern() -> regex.Pattern[str]:
    return regex.compile(_nouns())


@cache
def _nouns_before_pattern() -> regex.Pattern[str]:
    rate = unit_words().rate
    return regex.compile(
        rf"(?r){_nouns()},?\s(?:{alternatives(rate.before_price)})\s(?:(?:{alternatives(rate.fillers)})\s)*"
    )
