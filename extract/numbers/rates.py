"""Reads what a price is for: "per million input tokens", "a month", "a million tokens for"."""

import re
from functools import cache

import regex

from extract.numbers.vocabulary import alternatives, by_phrase, number_words, unit_words

REACH = 60  # characters before a price in which its rate may stand


@cache
def _rate_pattern() -> re.Pattern[str]:
    rate = unit_words().rate
    kinds = rf"(?:\s(?:{alternatives(rate.kinds)}))?"
    tokens = alternatives(rate.tokens)
    direction = rf"(?:\s(?:{alternatives(rate.directions)})\b)?"
    scaled = "|".join(
        rf"(?P<{scale}>(?:{alternatives(phrases)})"
        rf"(?:{kinds}\s(?:{tokens}){direction}|{direction}(?=\s?[.,?!;]|\s(?:and|to|for|or)\b|$)))"
        for scale, phrases in rate.of_tokens.items()
    )
    opener = rf"(?:(?:{alternatives(rate.openers)})\s|/\s?)"
    nouns, adverbs = alternatives(by_phrase(rate.of)), alternatives(by_phrase(rate.adverbs))
    return re.compile(
        rf"\s?(?:(?:times\s)?{opener}(?:{scaled}|(?P<noun>{nouns}))|(?P<adverb>{adverbs}))(?![a-z0-9])"
    )


def rate_behind(lower: str, start: int, end: int) -> tuple[str, int] | None:
    """Reads "per million input tokens", "a month", "/ hour": the rate and where it ends."""
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
