"""On which benchmark a score is: the nearest named before it, behind it, or in the talk before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import regex
from pydantic import BaseModel, ConfigDict

from extract.data import read_toml
from extract.numbers.vocabulary import alternatives
from extract.records import Name, Quantity
from extract.sentences import Sentences

REACH = 2500  # characters of talk through which a benchmark stays the topic …
GOES_ON_WITHIN = 1500  # … and through which it does so behind each score on it
SAID_AGAIN_WITHIN = 4000  # characters in which the same score is on the same benchmark
# Characters by which a benchmark behind the score must be nearer than one before.
AFTER_PENALTY = 20
MOST_WORDS = 3  # of the name of an evaluation

STOPS = ",.;:?!"  # a word that ends in one of these ends what is before it
_WORD = regex.compile(r"\S+")
_JOINED = regex.compile(r"\s(?:flat\s|points?\s)?(?:on|in|at|for)\s(?:the\s|that\s)?")


class EvaluationWords(BaseModel):
    """benchmarks.toml, where each list is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generic: tuple[str, ...]
    near: tuple[str, ...]
    named: tuple[str, ...]
    never: frozenset[str]
    examples: tuple[str, ...]
    negatives: tuple[str, ...]


@cache
def evaluation_words() -> EvaluationWords:
    """Returns the checked content of benchmarks.toml."""
    return EvaluationWords.model_validate(read_toml(__package__, "benchmarks.toml"))


class BenchmarkFinder:
    """Finds the benchmarks of the scores of one speech."""

    def __init__(self, lower: str, names: Sequence[Name], sentences: Sentences) -> None:
        self._lower = lower
        self._names = [name for name in names if name.kind == "benchmark"]
        self._starts = [name.start for name in self._names]
        self._sentences = sentences
        self._last: Name | None = None
        self._last_score = 0
        self._scores: dict[tuple[float | None, str | None], tuple[int, Name]] = {}

    def find(self, quantity: Quantity) -> Name | None:
        """Returns the benchmark that the score is on, or None where none was named lately.

        One of the lexicon in the score's own sentence comes first, then that of the same score said
        before, then what was named last, be it an evaluation that no lexicon knows.
        """
        start, end = self._sentences.around(quantity.start)
        here = self._names[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]
        if here:
            self._last = min(here, key=lambda name: self._distance(name, quantity))
        else:
            self._last = self._of_same_score(quantity) or self._named_before(quantity)
        if self._last is not None:
            self._last_score = quantity.end
            self._scores[quantity.value, quantity.unit] = (quantity.end, self._last)
        return self._last

    def _of_same_score(self, quantity: Quantity) -> Name | None:
        end, benchmark = self._scores.get((quantity.value, quantity.unit), (0, None))
        return benchmark if quantity.start - end <= SAID_AGAIN_WITHIN else None

    def _named_before(self, quantity: Quantity) -> Name | None:
        """Returns the benchmark named last, or that of the score before where none was since."""
        index = bisect_left(self._starts, quantity.start) - 1
        named = [self._last, self._names[index] if index >= 0 else None]
        known = [name for name in named if name and quantity.start - name.end <= REACH]
        if not known and self._last and quantity.start - self._last_score <= GOES_ON_WITHIN:
            known = [self._last]
        latest = max(known, key=lambda name: name.start, default=None)
        unlisted = self._unlisted(quantity, latest)
        return (
            unlisted if latest is None or (unlisted and unlisted.start > latest.start) else latest
        )

    def _unlisted(self, quantity: Quantity, listed: Name | None) -> Name | None:
        """Returns the evaluation named last; where another is known, only one named just now."""
        start, end = self._sentences.around(quantity.start)
        number = self._sentences.at(start)
        before = self._sentences.span(number - 1)[0] if number else start
        first = max(0, quantity.start - REACH) if listed is None else before
        found = [
            name
            for name, near in evaluations(self._lower, first, end)
            if not near or name.start >= start
        ]
        return found[-1] if found else None

    def _distance(self, name: Name, quantity: Quantity) -> int:
        if name.end <= quantity.start:
            return quantity.start - name.end
        if _JOINED.fullmatch(self._lower, quantity.extent, name.start):
            return 0
        return max(0, name.start - quantity.extent) + AFTER_PENALTY


def evaluations(lower: str, first: int, last: int) -> Iterator[tuple[Name, bool]]:
    """Yields the evaluations that are named by what they are of, from `first` to `last`.

    With each comes whether its word is one of those that count only near the score.
    """
    if not _evaluation_word().search(lower, first, last):
        return  # as nearly always; the words before one cost more to look for
    for match in _evaluation_pattern().finditer(lower, first, last):
        start = _name_start(lower, *match.span("words"))
        end = match.end() if match["named"] else match.end("words")
        name = " ".join(lower[start:end].split())
        if name and name != match["named"]:
            found = Name(start, match.end(), name, "benchmark", name, certain=False)
            yield found, match["near"] is not None


def _name_start(lower: str, start: int, end: int) -> int:
    """Returns where the name begins: behind the last word that is no part of one."""
    for word in reversed(list(_WORD.finditer(lower, start, end))):
        if word[0] in evaluation_words().never or word[0][-1] in STOPS:
            return word.end()
    return start


@cache
def _evaluation_word() -> regex.Pattern[str]:
    words = evaluation_words()
    told = alternatives((*words.named, *words.near, *words.generic))
    return regex.compile(rf"\s(?:{told})(?![a-z0-9])")


@cache
def _evaluation_pattern() -> regex.Pattern[str]:
    words = evaluation_words()
    return regex.compile(
        rf"(?<![a-z0-9])(?P<words>(?:[a-z][^\s]*\s){{1,{MOST_WORDS}}})"
        rf"(?:(?P<named>{alternatives(words.named)})|(?P<near>{alternatives(words.near)})"
        rf"|{alternatives(words.generic)})(?![a-z0-9])"
    )
