"""Where sentences begin and end in a speech."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain
from operator import sub

import regex

MAX_SENTENCE = 800  # characters
_PART = 2000  # characters that are divided at a time where a place alone is asked for

# A full stop ends a sentence where white space and a capital, digit or quote follow; turns end one.
_END = regex.compile(
    r"((?:(?<!\b(?:vs|dr|mr|mrs|ms|e\.g|i\.e|etc|approx|u\.s))\.|[!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[\p{Lu}\d])"
    r"|[。！？]\s*|\n)",
)
_APART = regex.compile(r"(?<=[a-z])(?= )")


class Sentences:
    """The sentences of a speech, by number; found when they are first asked for.

    Where a place alone is asked for, only the text near it is divided: in most talk few are.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds: list[int] | None = None
        self._divided: dict[int, list[int]] = {}

    @property
    def starts(self) -> tuple[int, ...]:
        """Returns where each begins, ascending, the first at 0."""
        return tuple(self._all()[:-1])

    def _all(self) -> list[int]:
        """Returns where each begins, and where the text ends."""
        if self._bounds is None:
            starts = [*chain.from_iterable(map(self._starts_in, range(len(self._parts))))]
            longest = max(map(sub, (*starts[1:], len(self._text)), starts))
            starts = starts if longest <= MAX_SENTENCE else self._cut(starts)
            self._bounds = [*starts, len(self._text)]
        return self._bounds

    def _cut(self, starts: list[int]) -> list[int]:
        """Divides what is too long for a sentence, at spaces where there are any."""
        cut: list[int] = []
        for start, end in zip(starts, (*starts[1:], len(self._text)), strict=True):
            cut.append(start)
            while end - cut[-1] > MAX_SENTENCE:
                space = self._text.rfind(" ", cut[-1] + 1, cut[-1] + MAX_SENTENCE)
                cut.append(space + 1 if space > 0 else cut[-1] + MAX_SENTENCE)
        return cut

    def at(self, position: int) -> int:
        """Returns the number of the sentence that holds `position`."""
        bounds = self._all()
        return bisect_right(bounds, position, 0, len(bounds) - 1) - 1

    def around(self, position: int) -> tuple[int, int]:
        """Returns where the sentence that holds `position` begins and where the next one does."""
        if self._bounds is None and 2 * len(self._divided) < len(self._parts):
            near = self._near(position)
            if near is not None:
                return near
        bounds = self._bounds or self._all()
        number = bisect_right(bounds, position, 0, len(bounds) - 1)
        return bounds[number - 1], bounds[number]

    def span(self, number: int) -> tuple[int, int]:
        """Returns where sentence `number` begins and where the next one does."""
        bounds = self._all()
        return bounds[number], bounds[number + 1]

    def _near(self, position: int) -> tuple[int, int] | None:
        """Returns the same as around(); None where more than the parts beside must be divided."""
        number = bisect_right(self._parts, position) - 1
        here = self._starts_in(number)
        place = bisect_right(here, position)
        before = here[place - 1 : place] or self._starts_in(number - 1)[-1:]
        behind = here[place : place + 1] or self._starts_in(number + 1)[:1]
        if not before or not behind or behind[0] - before[0] > MAX_SENTENCE:
            return None
        return before[0], behind[0]

    @cached_property
    def _parts(self) -> list[int]:
        """Returns where parts begin that divide by themselves as they do within the text.

        That is before a space behind a letter: nothing that ends a sentence reaches across it.
        """
        parts = [0]
        for earliest in range(_PART, len(self._text), _PART):
            found = _APART.search(self._text, max(earliest, parts[-1] + 1))
            if found is None:
                break
            parts.append(found.end())
        return parts

    def _starts_in(self, part: int) -> list[int]:
        """Returns where sentences begin in a part, or with its number one too many, in none."""
        if not 0 <= part < len(self._parts):
            return [] if part < 0 else [len(self._text)]
        if part not in self._divided:
            start, *end = self._parts[part : part + 2]
            found = _divided(self._text[start : end[0] if end else None], start)
            self._divided[part] = [0, *found] if part == 0 else found
        return self._divided[part]


def _divided(text: str, origin: int) -> list[int]:
    """Returns where sentences begin in a text behind the first, `origin` characters added."""
    # Sentences and what ends them by turns, so that no Python runs for each of them.
    ends = list(accumulate(map(len, _END.split(text)), initial=origin))
    starts = ends[2::2]
    if starts and starts[-1] == ends[-1]:
        starts.pop()
    return starts


def find_sentences(text: str) -> Sentences:
    """Divides the text of a speech into sentences, none longer than MAX_SENTENCE.

    Some recognisers write no full stops; what counts as near must stay near there too.
    """
    return Sentences(text)
