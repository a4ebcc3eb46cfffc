"""The words of numbers, qualifiers and units as data, checked once and turned into patterns."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated

import regex
from pydantic import Field

from extract.data import Data, read_toml

Words = dict[str, Annotated[Decimal, Field(ge=0)]]
Phrases = dict[str, list[str]]


class NumberWords(Data):
    """words.toml: each table maps a word to what it is worth."""

    units: Words
    teens: Words
    tens: Words
    scales: Words
    suffixes: Words
    spaced: Words
    plurals: Words
    fractions: Words
    decades: Words
    counts: Words
    vague: dict[str, tuple[Decimal, Decimal]]
    ordinals: Words
    not_ratios: list[str]

    def spelled(self) -> dict[str, Iterable[str]]:
        """Returns the words of each kind that a number may begin with."""
        return {
            "ten": self.tens,
            "teen": self.teens,
            "unit": self.units,
            "plural": self.plurals,
            "fraction": self.fractions,
            "decade": self.decades,
            "count": self.counts,
            "vague": self.vague,
            "scale": self.scales,
        }


class QualifierWords(Data):
    """qualifiers.toml: phrases before and after a number, and what joins the ends of a range."""

    before: Phrases
    after: Phrases
    filler: Phrases
    between: Phrases
    decade: Words

    def upwards(self) -> list[str]:
        """Returns what joins the lower end of a range to the upper one."""
        return [*self.between["to"], *self.between["until"]]


class RateWords(Data):
    """The part of unit_words.toml that reads "per million input tokens" and "a month"."""

    openers: list[str]
    kinds: list[str]
    directions: list[str]
    tokens: list[str]
    before_price: list[str]
    fillers: list[str]
    things: list[str]
    of_tokens: Phrases
    of: Phrases
    adverbs: Phrases


class UnitWords(Data):
    """unit_words.toml: phrases of each unit, after, in and before the number."""

    counted_by_article: list[str]
    unit: Phrases
    scale: Phrases
    prefix: Phrases
    rate: RateWords


@cache
def number_words() -> NumberWords:
    """Returns the checked content of words.toml."""
    return NumberWords.model_validate(read_toml(__package__, "words.toml"))


@cache
def qualifier_words() -> QualifierWords:
    """Returns the checked content of qualifiers.toml."""
    return QualifierWords.model_validate(read_toml(__package__, "qualifiers.toml"))


class OneWords(Data):
    """What stands around a "one" that counts nothing."""

    before: list[str]
    described: list[str]
    after: list[str]


class RejectWords(Data):
    """rejects.toml: what stands before or after a bare number that is no quantity."""

    before: list[str]
    after: list[str]
    after_part: list[str]
    after_no_year: list[str]
    variants: list[str]
    before_point: list[str]
    multiples: list[str]
    one: OneWords


@cache
def reject_words() -> RejectWords:
    """Returns the checked content of rejects.toml."""
    return RejectWords.model_validate(read_toml(__package__, "rejects.toml"))


@cache
def unit_words() -> UnitWords:
    """Returns the checked content of unit_words.toml."""
    return UnitWords.model_validate(read_toml(__package__, "unit_words.toml"))


def alternatives(words: Iterable[str]) -> str:
    """Returns a pattern of all words, as a trie, the longest that fits first.

    A space in a word may be any white space. Words that share their beginnings share it in the
    pattern too, which is two to three times as fast as one alternative a word.
    """
    by_first: dict[str, set[str]] = {}
    empty = False
    for word in words:
        if word:
            by_first.setdefault(word[0], set()).add(word[1:])
        else:
            empty = True
    branches = [_escaped(first) + alternatives(rest) for first, rest in sorted(by_first.items())]
    joined = branches[0] if len(branches) == 1 and not empty else f"(?:{'|'.join(branches)})"
    return "" if not branches else f"{joined}?" if empty else joined


def whole_words(pattern: str) -> "regex.Pattern[str]":
    """Compiles a pattern that matches no part of a word: "like", not the end of "alike"."""
    return regex.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])")


def _escaped(character: str) -> str:
    return r"\s+" if character == " " else regex.escape(character)


def by_phrase(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Turns {meaning: phrases} into {phrase: meaning}."""
    return {phrase: meaning for meaning, phrases in table.items() for phrase in phrases}
