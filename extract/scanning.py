"""Scan: finds quantities, names and cues in a speech.

One pass of an automaton finds where a number or a name may begin; patterns then run anchored
there and nowhere else. Names are read before numbers, so that "Claude 3.7 Sonnet" holds no
quantity. Cues are looked for only around quantities.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.frozen import frozen
from extract.lexicon import Lexicon
from extract.lowering import lower_same_length
from extract.names import Look, find_names, find_unlisted
from extract.numbers.quantities import Reading, find_quantities
from extract.records import Name, Quantity, Speech
from extract.sentences import Sentences, find_sentences

CUE_REACH = 120  # characters before the sentence of a quantity in which cues count


@frozen
class Cue:
    """A word that tells what a number near it is of."""

    start: int
    end: int
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outline:
    """What is found in a speech before any number is read.

    Attributes:
        speech: where.
        sentences, names: of the speech, ascending.
        heads: where numbers may begin, ascending.
        signs: (offset, number) of the lexicon's signs.
    """

    speech: Speech
    sentences: Sentences
    names: tuple[Name, ...]
    heads: Sequence[int]
    signs: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in a speech, each in ascending order."""

    sentences: Sentences
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    cues: tuple[Cue, ...]


def scan(speech: Speech, lexicon: Lexicon) -> Scan:
    """Finds the sentences, quantities, names and cues of the speech."""
    found = outline(speech, lexicon)
    return filled(found, found.heads, lexicon)


def outline(speech: Speech, lexicon: Lexicon) -> Outline:
    """Finds the sentences and names of the speech, and where numbers may begin."""
    sentences = find_sentences(speech.text)
    starts = _starts(speech.lower, lexicon)
    names = find_names(lexicon.names, speech, starts.names)
    unlisted = find_unlisted(
        lexicon.names, Look(speech, sentences, starts.numbers, starts.called, names)
    )
    if unlisted is not None:
        names = find_names(lexicon.names, speech, starts.names, unlisted)
    return Outline(speech, sentences, names, starts.numbers, starts.signs)


def filled(found: Outline, heads: Sequence[int], lexicon: Lexicon) -> Scan:
    """Reads the numbers at some of the heads of an outline, and finds the cues around them."""
    readings = _readings(found, heads)
    quantities = tuple(reading.quantity for reading in readings if reading.rejected is None)
    windows = _windows(quantities, found.sentences)
    cues = tuple(_cues(found.speech.lower, windows, lexicon))
    return Scan(found.sentences, quantities, found.names, cues)


def _readings(found: Outline, heads: Sequence[int]) -> Iterator[Reading]:
    """Reads the numbers outside the names: in them are no quantities."""
    return find_quantities(found.speech.lower, heads, [(n.start, n.end) for n in found.names])


def read_line(text: str, lexicon: Lexicon) -> tuple[tuple[Name, ...], Iterator[Reading]]:
    """Returns the names in a text without layout, and what was read at each number outside them.

    Offsets count in `text`. Numbers that were turned down are there too, with the reason.
    """
    found = outline(Speech(text, lower_same_length(text), (0,), (0,)), lexicon)
    return found.names, _readings(found, found.heads)


@dataclass(frozen=True, slots=True)
class _Starts:
    """Where numbers may begin, names, words before names that are given, and signs.

    Names and signs with the number of the literal.
    """

    numbers: list[int]
    names: list[tuple[int, int]]
    called: list[int]
    signs: list[tuple[int, int]]


def _starts(lower: str, lexicon: Lexicon) -> _Starts:
    found = lexicon.starts.find(lower)
    name, called, sign = lexicon.first_name, lexicon.first_called, lexicon.first_sign
    return _Starts(
        numbers=sorted([start for it, start in found if it < name]),
        names=sorted([(start, it - name) for it, start in found if name <= it < called]),
        called=sorted([start for it, start in found if called <= it < sign]),
        signs=[(start, it - sign) for it, start in found if it >= sign],
    )


def _windows(quantities: Sequence[Quantity], sentences: Sentences) -> Iterator[tuple[int, int]]:
    """Yields the stretches around quantities, ascending and apart."""
    start = end = 0
    for quantity in quantities:
        first, last = sentences.around(quantity.start)
        first = max(0, first - CUE_REACH)
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end


def _cues(lower: str, windows: Iterator[tuple[int, int]], lexicon: Lexicon) -> Iterator[Cue]:
    """Yields the cues in the windows, ascending."""
    phrases, groups = lexicon.attributes.literals, lexicon.attributes.groups
    for first, last in windows:
        found = sorted((start, literal) for literal, start in lexicon.cues.find(lower[first:last]))
        for start, literal in found:
            begin = first + start
            yield Cue(begin, begin + len(phrases[literal]), groups[literal])
