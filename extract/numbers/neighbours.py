"""The words next to a number: one look tells whether any pattern can match there.

Most numbers stand alone ("one", "in two ways"). Looking once at the word before and the word behind
spares the dozen patterns that would each look there and miss.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Literal, get_args

import regex

from extract.numbers.vocabulary import (
    alternatives,
    number_words,
    qualifier_words,
    reject_words,
    unit_words,
)

REACH = 60  # characters that are looked at

Kind = Literal["unit", "part", "rate", "range", "rejection", "qualifier"]
Kinds = frozenset[Kind]
NOTHING: Kinds = frozenset()
ANYTHING: Kinds = frozenset(get_args(Kind))


def word_before(lower: str, start: int) -> str:
    """Returns the word or sign before `start`, beyond spaces and commas; "" where there is none."""
    match = _before_pattern().match(lower, max(0, start - REACH), start)
    return match["word"] if match else ""


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """Returns what word_before() gives behind each phrase."""
    return frozenset(word_before(phrase, len(phrase)) for phrase in phrases)


def what_follows(lower: str, start: int) -> Kinds:
    """Returns the kinds of phrases that may begin behind a number, by the next word.

    Args:
        lower: lower-cased text.
        start: where the number ends.
    """
    match = _behind_pattern().match(lower, start, start + REACH)
    if match is None:
        return NOTHING
    return _kinds().get(match["word"], ANYTHING) if match["word"] else ANYTHING


@cache
def _before_pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?r)(?P<word>[a-z]++|[^\s,])[\s,]*+")


@cache
def _kinds() -> Mapping[str, Kinds]:
    """Returns for each word that a phrase may begin with the kinds of those phrases."""
    units, qualifiers, rejects = unit_words(), qualifier_words(), reject_words()
    numbers = tuple(chain(*number_words().spelled().values()))
    phrases: Mapping[Kind, Iterable[str]] = {
        "unit": chain(("a", "an"), *units.unit.values()),
        "part": ("out", "a", "one"),  # "out of ten", "of a hundred"
        "rate": chain(
            ("times",), units.rate.openers, *units.rate.adverbs.values(), *qualifiers.after.values()
        ),
        "range": chain(("and", "or", "plus"), *qualifiers.between.values(), numbers),
        "rejection": chain(rejects.after, rejects.after_part, rejects.variants, rejects.multiples),
        "qualifier": chain(*qualifiers.after.values()),
    }
    kinds: dict[str, set[Kind]] = {}
    for kind, group in phrases.items():
        for phrase in group:
            kinds.setdefault(_first_word(phrase), set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items() if word}


@cache
def _behind_pattern() -> regex.Pattern[str]:
    """Matches the first word of every phrase that is looked for behind a number.

    Signs and digits may begin anything, and so may a word that a joint follows ("5 kg to 8 kg").
    An "of" is passed over: of all that may follow it, a unit does least often ("one of the").
    """
    to = alternatives([*qualifier_words().upwards(), "and"])
    counted = rf"\s(?:(?:per|an?)\s)?[a-z°]{{1,12}}\s(?:{to})\s"
    words = alternatives(_kinds())
    return regex.compile(
        rf"{counted}|[,\-\s]{{0,3}}+(?:of[\s\-]{{1,2}})?"
        rf"(?:(?P<word>{words})(?![a-z0-9])|[^a-z\s,.;?!:]|[.:]\d)"
    )


def _first_word(phrase: str) -> str:
    match = regex.match(r"[a-z0-9]+", phrase)
    return match[0] if match else ""
