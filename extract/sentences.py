"""Where sentences begin and end in a speech."""

from bisect import bisect_right
from dataclasses import dataclass

import regex

MAX_SENTENCE = 800  # characters

# A full stop ends a sentence where white space and a capital, digit or quote follow; turns end one.
_END = regex.compile(
    r"(?:(?<!\b(?:vs|dr|mr|mrs|ms|e\.g|i\.e|etc|approx|u\.s))\.|[!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[\p{Lu}\d])"
    r"|[。！？]\s*|\n",
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a speech, by number.

    Attributes:
        starts: where each begins, ascending, the first at 0.
        length: length of the speech.
    """

    starts: tuple[int, ...]
    length: int

    def at(self, position: int) -> int:
        """Returns the number of the sentence that holds `position`."""
        return bisect_right(self.starts, position) - 1

    def around(self, position: int) -> tuple[int, int]:
        """Returns where the sentence that holds `position` begins and where the next one does."""
        return self.span(self.at(position))

    def span(self, number: int) -> tuple[int, int]:
        """Returns where sentence `number` begins and where the next one does."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else self.length
        return self.starts[number], end


def find_sentences(text: str) -> Sentences:
    """Divides the text of a speech into sentences, none longer than MAX_SENTENCE.

    Some recognisers write no full stops; what counts as near must stay near there too.
    """
    starts = [0]
    for match in _END.finditer(text):
        if match.end() < len(text):
            _cut(text, starts, match.end())
            starts.append(match.end())
    _cut(text, starts, len(text))
    return Sentences(tuple(starts), len(text))


def _cut(text: str, starts: list[int], end: int) -> None:
    """Divides what stands from the last start to `end` where it is too long for a sentence."""
    while end - starts[-1] > MAX_SENTENCE:
        space = text.rfind(" ", starts[-1] + 1, starts[-1] + MAX_SENTENCE)
        starts.append(space + 1 if space > 0 else starts[-1] + MAX_SENTENCE)
