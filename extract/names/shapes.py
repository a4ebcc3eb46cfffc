"""Words that look like the name of a model: with a capital, and a version or a size behind.

"Fable 5", "Kestrel-7B", "Qwen3", "Aviary V2 Pro": only a look, that says nothing yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import regex

from extract.names.numerals import NO_QUANTITY, NUMBER

REACH = 60  # characters before a number in which its words begin

WORD = r"[A-Z][A-Za-z]+"
_BEFORE = regex.compile(
    rf"(?r)(?<![\w.$@#/-])(?P<words>{WORD}(?:[ -]{WORD}){{0,2}})(?P<joint>[ -]?)"
)
_NUMBER = regex.compile(
    r"(?:(?P<size>\d{1,3}(?:\.\d)?(?:x\d{1,3})?[Bb])"
    rf"|(?P<letter>[A-Z]?)(?i:{NUMBER})(?P<suffix>[a-rt-z]?))(?![\w%]|[.,:]\d)(?i:{NO_QUANTITY})"
)
# A class of few characters is what `regex` skips to fastest; what stands before is looked at there.
_GLUED = regex.compile(r"[0-9](?<=[A-Za-z][0-9])")
_CAPITAL = regex.compile(r"(?r)[A-Z][A-Za-z]*")
_WORDS = regex.compile(WORD)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A word or more with a number.

    Attributes:
        words: where each of its words stands, one at least.
        joint: what stands between words and number: a space, a hyphen or nothing.
        version: the shape of its version ("#", "V#", "#o"), None where the number is a size.
        decimal: whether its version has decimals.
        end: where it ends.
    """

    words: tuple[Span, ...]
    joint: str
    version: str | None
    decimal: bool
    end: int

    @property
    def start(self) -> int:
        """Returns where it begins."""
        return self.words[0][0]


def find_shapes(text: str, heads: Sequence[int]) -> Iterator[Shape]:
    """Yields the shapes in a text, ascending but for those without a joint, which come last.

    Args:
        text: with capitals.
        heads: where numbers may begin, but for those that a letter stands before.
    """
    for place in chain(_behind_capitals(text, heads), _behind_letters(text)):
        before = _BEFORE.match(text, max(0, place - REACH), place)
        number = before and _NUMBER.match(text, place)
        if before and number and (before["joint"] or text[place].isdigit()):
            version = None if number["size"] else f"{number['letter']}#{number['suffix']}"
            words = words_in(text, *before.span("words"))
            yield Shape(words, before["joint"], version, "." in number[0], number.end())


def _behind_capitals(text: str, heads: Sequence[int]) -> Iterator[int]:
    """Yields the heads before which a capitalised word may stand; most are left out by a look."""
    before = text.rfind
    for head in heads:
        if head <= REACH or text[before(" ", head - REACH, head - 1) + 1].isupper():
            yield head


def _behind_letters(text: str) -> Iterator[int]:
    """Yields where the numbers of words begin: the 3 of "Qwen3", the V of "AviaryV2"."""
    for digit in _GLUED.finditer(text):
        place = digit.start()
        word = _CAPITAL.match(text, max(0, place - REACH), place)
        if word:
            yield place - 1 if word.start() == place - 1 else place


def words_in(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Returns where the capitalised words in a stretch of text stand."""
    return tuple(word.span() for word in _WORDS.finditer(text, start, end))
