"""What tells that a number may be a claim though nobody is named whose it is.

An attribute that is kept without a subject ("a typical 7 billion parameter model") can be met in
any talk. Its rules state the words that they need, so that where none of them stands near a number,
and no name, the number need not be read. More may be told than is so, never less.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex

from extract.attributes.book import AttributeBook, Rule
from extract.numbers.vocabulary import alternatives, number_words, unit_words

SAID = 80  # characters from a number's last word to the end of its unit and rate, at most

THOUSAND = 1000
LARGE = 1e6  # a number of this size has a magnitude, a power or many digits among its words

_FIRST_WORD = regex.compile(r"[a-z]+|.")
_TOUCHING = regex.compile(rf"\d[\d.,]*+(?:e\d++)?+(?<=\d)({_FIRST_WORD.pattern})")


class Reach(NamedTuple):
    """How many characters before and behind a word the number may stand; whether it is LARGE."""

    before: int
    behind: int
    large: bool


@dataclass(frozen=True, slots=True)
class Signs:
    """The words that tell.

    Attributes:
        words: they, lower-case.
        reaches: for each where the number may stand.
        begun_by: for each first word the numbers of those that it begins.
        all_told: False where a rule states no words, so that any number may be a claim.
    """

    words: Sequence[str]
    reaches: Sequence[Reach]
    begun_by: Mapping[str, Sequence[int]]
    all_told: bool

    def stretches(
        self, lower: str, found: Iterable[tuple[int, int]], heads: Iterable[int]
    ) -> Iterator[tuple[int, int, bool]]:
        """Yields where in a lower-cased speech a number may be a claim, and whether a large one.

        Args:
            lower: the speech.
            found: (offset, number) of the words in it.
            heads: where numbers may begin.
        """
        for place, number in chain(found, self._behind_digits(lower, heads)):
            before, behind, large = self.reaches[number]
            yield place - before, place + behind, large

    def _behind_digits(self, lower: str, heads: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yields the words that touch the digits before them, which are not found otherwise."""
        for head in heads:
            touching = _TOUCHING.match(lower, head)
            if touching is None:
                continue
            for number in self.begun_by.get(touching[1], ()):
                if lower.startswith(self.words[number], touching.start(1)):
                    yield touching.start(1), number


def signs_of(book: AttributeBook) -> Signs:
    """Returns the words that tell of the attributes that are kept without a subject."""
    rules = [
        rule
        for attribute in book.attributes
        if attribute.generic == "always"
        for rule in attribute.rule
    ]
    reaches: dict[str, Reach] = {}
    for rule in rules:
        for word, (before, behind) in _words(rule, book):
            known = reaches.get(word, Reach(0, -1, large=True))
            large = known.large and rule.least >= LARGE
            reaches[word] = Reach(max(before, known.before), max(behind, known.behind), large)
    begun_by: dict[str, list[int]] = {}
    for number, word in enumerate(reaches):
        begun_by.setdefault(_FIRST_WORD.findall(word)[0], []).append(number)
    told = all(map(_is_told, rules))
    return Signs(tuple(reaches), tuple(reaches.values()), begun_by, all_told=told)


def _words(rule: Rule, book: AttributeBook) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yields the words that a rule needs, and where from them the number may stand."""
    if "" not in rule.units:
        units = unit_words()
        for unit in rule.units:
            yield from ((phrase, (SAID, 0)) for phrase in units.unit.get(unit, ()))
            yield from ((phrase, (0, SAID)) for phrase in units.prefix.get(unit, ()))
    elif rule.cues:
        for phrase, groups in zip(book.literals, book.groups, strict=True):
            if not groups.isdisjoint(rule.cues):
                yield phrase, (SAID + rule.after, len(phrase) + rule.before + SAID)
    else:
        yield from ((word, (SAID, -1)) for word in rule.told_by)


def _is_told(rule: Rule) -> bool:
    """Says whether a rule states words that it needs; numbers near names are read anyway."""
    return "" not in rule.units or bool(rule.cues) or bool(rule.told_by)


def may_be_large(lower: str, head: int) -> bool:
    """Says whether the word or digit at `head` may be of a number from LARGE on, by a look."""
    return _large().match(lower, head) is not None


@cache
def _large() -> "regex.Pattern[str]":
    """Returns what at least one word of every number from LARGE on begins, and of many others."""
    words = number_words()
    magnitudes = alternatives(it for it, worth in words.scales.items() if worth >= THOUSAND)
    behind = alternatives((*words.suffixes, *words.spaced))
    return regex.compile(
        rf"{magnitudes}|\d(?:[.,]?\d){{4}}|\d[\d.,]*+[a-z]"
        rf"|[a-z\d.,]++(?:[\s\-]?(?:{behind})(?![a-z0-9])|\s?to\s+the\b|\s?[^a-z\d\s.,;:?!\-])"
    )
