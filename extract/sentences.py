"""Where sentences begin and end in a speech."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from operator import sub

import regex

MAX_SENTENCE = 800  # characters

# A full stop ends a sentence where white space and a capital, digit or quote follow; turns end one.
_END = regex.compile(
    r"((?:(?<!\b(?:vs|dr|mr|mrs|ms|e\.g|i\.e|etc|approx|u\.s))\.|[!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[\p{Lu}\d])"
    r"|[。！？]\s*|\n)",
)


class Sentences:
    """The sentences of a speech, by number; found when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Returns where each begins, ascending, the first at 0."""
        # Sentences and what ends them by turns, so that no Python runs for each of them.
        ends = list(accumulate(map(len, _END.split(self._text))))
        starts = [0, *ends[1::2]]
        if len(starts) > 1 and starts[-1] == len(self._text):
            starts.pop()
        longest = max(map(sub, (*starts[1:], len(self._text)), starts))
        return tuple(starts if longest <= MAX_SENTENCE else self._cut(starts))

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
        return bisect_right(self.starts, position) - 1

    def around(self, position: int) -> tuple[int, int]:
        """Returns where the sentence that holds `position` begins and where the next one does."""
        return self.span(self.at(position))

    def span(self, number: int) -> tuple[int, int]:
        """Returns where sentence `number` begins and where the next one does."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self._text)
        return self.starts[number], end


def find_sentences(text: str) -> Sentences:
    """Divides the text of a speech into sentences, none longer than MAX_SENTENCE.

    Some recognisers write no full stops; what counts as near must stay near there too.
    """
    return Sentences(text)
