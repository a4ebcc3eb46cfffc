"""Whose the first figure of a change is: "Compared to GPT-3.5, GPT-4 went from 10% to 90%"."""

from bisect import bisect_left
from collections.abc import Sequence

import regex

from extract.linking.wording import is_compared
from extract.records import Name, Quantity
from extract.sentences import Sentences

BEFORE = 30  # characters before a figure in which the change begins …
BEHIND = 40  # … and behind it in which it goes on

_FROM = regex.compile(r"(?r)(?<![a-z])from\s(?:(?!to\s)[a-z]+\s){0,3}")
_TO = regex.compile(r"\s(?:[a-z]+\s){0,4}to\s(?:[a-z]+\s){0,4}(?=\d)")


class Changes:
    """The changes that one speech tells of."""

    def __init__(self, lower: str, sentences: Sentences, names: Sequence[Name]) -> None:
        self._lower = lower
        self._sentences = sentences
        self._names = [name for name in names if name.kind == "model" and name.specific]
        self._starts = [name.start for name in self._names]

    def compared_with(self, quantity: Quantity) -> Name | None:
        """Returns the model that a change is told against, whose its first figure is.

        It is named in the sentence or the one before; None where the figure begins no change or
        nothing is compared.
        """
        if not self._begins(quantity):
            return None
        number = self._sentences.at(quantity.start)
        first = bisect_left(self._starts, self._sentences.span(max(0, number - 1))[0])
        near = self._names[first : bisect_left(self._starts, quantity.start)]
        return next((it for it in reversed(near) if is_compared(self._lower, it)), None)

    def _begins(self, quantity: Quantity) -> bool:
        start, end = quantity.start, quantity.extent
        led = _FROM.match(self._lower, max(0, start - BEFORE), start)
        return led is not None and _TO.match(self._lower, end, end + BEHIND) is not None
