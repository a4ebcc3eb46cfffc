"""On which benchmark a score is: the nearest named before it, behind it, or in the talk before."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import regex

from extract.records import Name, Quantity
from extract.sentences import Sentences

REACH = 2500  # characters of talk through which a benchmark stays the topic
AFTER_PENALTY = (
    20  # characters by which a benchmark behind the score must be nearer than one before
)


_JOINED = regex.compile(r"\s(?:flat\s|points?\s)?(?:on|in|at|for)\s(?:the\s|that\s)?")


class BenchmarkFinder:
    """Finds the benchmarks of the scores of one speech."""

    def __init__(self, lower: str, names: Sequence[Name], sentences: Sentences) -> None:
        self._lower = lower
        self._names = [name for name in names if name.kind == "benchmark"]
        self._starts = [name.start for name in self._names]
        self._sentences = sentences

    def find(self, quantity: Quantity) -> Name | None:
        """Returns the benchmark that the score is on, or None where none was named lately."""
        start, end = self._sentences.around(quantity.start)
        here = self._names[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]
        if here:
            return min(here, key=lambda name: self._distance(name, quantity))
        last = bisect_left(self._starts, quantity.start) - 1
        if last >= 0 and quantity.start - self._names[last].end <= REACH:
            return self._names[last]
        return None

    def _distance(self, name: Name, quantity: Quantity) -> int:
        if name.end <= quantity.start:
            return quantity.start - name.end
        if _JOINED.fullmatch(self._lower, quantity.extent, name.start):
            return 0
        return max(0, name.start - quantity.extent) + AFTER_PENALTY
