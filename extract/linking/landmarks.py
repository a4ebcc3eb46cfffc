"""Cues and names of a speech in one row, so that what stands around a place is found at once."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extract.records import Name
from extract.scanning import Cue

Span = tuple[int, int]
Surroundings = Mapping[str, Sequence[Span]]


class Landmarks:
    """The cues ("context") and names ("<model>") of a speech."""

    def __init__(self, cues: Sequence[Cue], names: Sequence[Name]) -> None:
        marks = [(cue.start, cue.end, cue.groups) for cue in cues]
        marks += [(name.start, name.end, frozenset({f"<{name.kind}>"})) for name in names]
        marks.sort(key=lambda mark: mark[:2])
        self._marks = marks
        self._starts = [mark[0] for mark in marks]
        self._found: dict[Span, Surroundings] = {}

    def around(self, first: int, last: int) -> Surroundings:
        """Returns, by group, the spans that begin from `first` to before `last`, ascending."""
        row = (bisect_left(self._starts, first), bisect_left(self._starts, last))
        if row not in self._found:  # the figures of a sentence have much the same around them
            self._found[row] = self._by_group(*row)
        return self._found[row]

    def _by_group(self, first: int, last: int) -> Surroundings:
        found: dict[str, list[Span]] = {}
        for start, end, groups in self._marks[first:last]:
            for group in groups:
                found.setdefault(group, []).append((start, end))
        return found


def any_within(around: Surroundings, groups: Sequence[str], first: int, last: int) -> bool:
    """Says whether a span of one of the groups begins from `first` to before `last`."""
    for group in groups:
        for start, _ in around.get(group, ()):
            if first <= start < last:
                return True
    return False
