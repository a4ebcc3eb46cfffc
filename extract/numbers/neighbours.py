"""The words next to a number: one look tells whether any pattern can match there.

Most numbers stand alone ("one", "in two ways"). Looking once at the word before and the word behind
spares the dozen patterns that would each look there and miss.
"""

from collections.abc import Iterable
from functools import cache
from itertools import chain

import regex

from extract.numbers.vocabulary import (
    alternatives,
    number_words,
    qualifier_words,
    reject_words,
    unit_words,
)

REACH = 60  # characters that are looked at


def word_before(lower: str, start: int) -> str:
    """Returns the word or sign before `start`, beyond spaces and commas; "" where there is none."""
    match = _before_pattern().match(lower, max(0, start - REACH), start)
    return match["word"] if match else ""


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """Returns what word_before() gives behind each phrase."""
    return frozenset(word_before(phrase, len(phrase)) for phrase in phrases)


def is_followed(lower: str, start: int) -> bool:
    """Says whether what follows a number may belong to it: a unit, a rate, a range's other end.

    Args:
        lower: lower-cased text.
        start: where the number ends.
    """
    return _behind_pattern().match(lower, start, start + REACH) is not None


@cache
def _before_pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?r)(?P<word>[a-z]++|[^\s,])[\s,]*+")


@cache
def _behind_pattern() -> regex.Pattern[str]:
    """Matches the first word of every phrase that is looked for behind a number."""
    units, qualifiers, rejects = unit_words(), qualifier_words(), reject_words()
    phrases = chain(
        *units.unit.values(),
        units.rate.openers,
        *units.rate.adverbs.values(),
        *qualifiers.after.values(),
        *qualifiers.between.values(),
        rejects.after,
        rejects.after_part,
        rejects.variants,
        rejects.multiples,
        *number_words().spelled().values(),
        ("of", "out", "and", "a", "an", "plus", "minus"),
    )
    words = alternatives({word for phrase in phrases if (word := _first_word(phrase))})
    to = alternatives([*qualifiers.between["to"], "and"])
    counted = rf"\s(?:(?:per|an?)\s)?[a-z°]{{1,12}}\s(?:{to})\s"
    return regex.compile(rf"[,\-\s]{{0,3}}+(?:{words}(?![a-z0-9])|[^a-z\s,.;?!:]|[.:]\d)|{counted}")


def _first_word(phrase: str) -> str:
    match = regex.match(r"[a-z0-9]+", phrase)
    return match[0] if match else ""
