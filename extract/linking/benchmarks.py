"""On which benchmark a score is: the nearest named before it, behind it, or in the talk before."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import regex

from extract.linking.evaluations import (
    Evaluation,
    Told,
    evaluation_words,
    evaluations,
    given_names,
    unlisted,
)
from extract.records import Name, Quantity
from extract.sentences import Sentences

REACH = 2500  # characters of talk through which a benchmark stays the topic …
GOES_ON_WITHIN = 1500  # … and through which it does so behind each score on it
REACH_OF_ALL = 10_000  # … and through which a score where nothing else is named is on it
FIELD_REACH = 400  # characters of talk through which what was tested names the evaluation …
BESIDE = 12  # … and beside a score within which it does so whatever the talk is of
SAID_AGAIN_WITHIN = 4000  # characters in which the same score is on the same benchmark
# Characters by which a benchmark behind the score must be nearer than one before.
AFTER_PENALTY = 20

_JOINED = regex.compile(r"\s(?:flat\s|points?\s)?(?:on|in|at|for)\s(?:the\s|that\s)?")


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

    def find(self, quantity: Quantity, only: Sequence[str] = ()) -> Name | None:
        """Returns the benchmark that the score is on, or None where none was named lately.

        One of the lexicon in the score's own sentence comes first, then an evaluation that the
        sentence names, then that of the same score said before, then what the talk is of.

        Args:
            quantity: the score.
            only: benchmarks that it can be on, the likeliest first; where empty, any.
        """
        start, end = self._sentences.around(quantity.start)
        here = self._names[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]
        if here:
            self._last = min(here, key=lambda name: self._distance(name, quantity))
        else:
            self._last = self._unlisted_or_topic(quantity) or self._named_long_ago(quantity)
        if only and (self._last is None or self._last.family not in only):
            self._last = unlisted(quantity.start, quantity.extent, only[0])
        if self._last is not None:
            self._last_score = quantity.end
            self._scores[quantity.value, quantity.unit] = (quantity.end, self._last)
        return self._last

    def _unlisted_or_topic(self, quantity: Quantity) -> Name | None:
        topic = self._named_before(quantity)
        start, end = self._sentences.around(quantity.start)
        said = list(evaluations(self._lower, start, end))
        own = self._beside(said, quantity) or self._nearest(
            said, quantity, (Told.CALLED, Told.JOINED, Told.NEAR)
        )
        if own is not None:
            return _fuller(topic, own)
        again = self._of_same_score(quantity)
        if again or (topic and not _is_field(topic) and self._is_fresh(topic, quantity)):
            return again or topic
        lately = evaluations(self._lower, max(0, quantity.start - FIELD_REACH), end)
        field = self._nearest(lately, quantity, (Told.FIELD, Told.JOINED))
        found = _fuller(topic, field) if field else topic
        return found or self._nearest(said, quantity, (Told.MEASURE,))

    def _nearest(
        self, found: Iterable[Evaluation], quantity: Quantity, told: Collection[Told]
    ) -> Name | None:
        names = (name for name, how in found if how in told)
        return min(names, key=lambda name: self._distance(name, quantity), default=None)

    def _beside(self, found: Iterable[Evaluation], quantity: Quantity) -> Name | None:
        """Returns what was tested where it stands right beside the score: "zero refusals"."""
        fields = (name for name, told in found if told in (Told.FIELD, Told.JOINED))
        return next(
            (
                it
                for it in fields
                if 0 <= it.start - quantity.extent <= BESIDE
                or 0 <= quantity.start - it.end <= BESIDE
            ),
            None,
        )

    def _is_fresh(self, topic: Name, quantity: Quantity) -> bool:
        """Says whether the talk was of the benchmark, or of a score on it, just now."""
        last = self._last_score if topic is self._last else topic.end
        return quantity.start - max(last, topic.end) <= FIELD_REACH

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
        called = self._called_before(quantity, latest)
        return called if latest is None or (called and called.start > latest.start) else latest

    def _named_long_ago(self, quantity: Quantity) -> Name | None:
        """Returns the benchmark named last: all the talk may be of it."""
        index = bisect_left(self._starts, quantity.start) - 1
        last = self._names[index] if index >= 0 else None
        return last if last and quantity.start - last.end <= REACH_OF_ALL else None

    def _called_before(self, quantity: Quantity, latest: Name | None) -> Name | None:
        """Returns the evaluation named last; where a listed one is known, only one of just now."""
        start, _ = self._sentences.around(quantity.start)
        number = self._sentences.at(start)
        before = self._sentences.span(number - 1)[0] if number else start
        first = before if latest and latest.listed else max(0, quantity.start - REACH)
        found = evaluations(self._lower, first, start)
        called = [name for name, told in found if told is Told.CALLED]
        called += (it for it in self._given if quantity.start - REACH <= it.start < start)
        return max(called, key=lambda name: name.start, default=None)

    @cached_property
    def _given(self) -> tuple[Name, ...]:
        return tuple(given_names(self._lower))

    def _distance(self, name: Name, quantity: Quantity) -> int:
        if name.end <= quantity.start:
            return quantity.start - name.end
        if _JOINED.fullmatch(self._lower, quantity.extent, name.start):
            return 0
        return max(0, name.start - quantity.extent) + AFTER_PENALTY


def _fuller(topic: Name | None, own: Name) -> Name:
    """Returns what the talk is of where it is the same evaluation under a fuller name."""
    return topic if topic and own.canonical in topic.canonical else own


def _is_field(name: Name) -> bool:
    """Says whether no more is known of an evaluation than what was tested."""
    return not name.listed and name.canonical in evaluation_words().field
