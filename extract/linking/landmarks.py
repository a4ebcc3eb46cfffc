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

    def around(self, first: int, last: int) -> Surroundings:
        """Returns, by group, the spans that begin from `first` to before `last`, ascending."""
        found: dict[str, list[Span]] = {}
        for index in range(bisect_left(self._starts, first), bisect_left(self._starts, last)):
            start, end, groups = self._marks[index]
            for group in groups:
                found.setdefault(group, []).append((start, end))
        return found


def any_within(around: Surroundings, groups: Sequence[str], first: int, last: int) -> bool:
    """Says whether a span of one of the groups begins from `first` to before `last`."""
    return any(first <= start < last for group in groups for start, _ in around.get(group, ()))
