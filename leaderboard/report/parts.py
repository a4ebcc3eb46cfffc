"""Long pages in parts, so that each opens quickly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from leaderboard.report.places import numbered

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of several.

    Attributes:
        path: its path.
        items: what stands on it.
        number: of this part, from 1.
        paths: of all parts.
        first: number of its first item among all, from 1.
        total: how many items there are in all.
    """

    path: str
    items: Sequence[Item]
    number: int
    paths: tuple[str, ...]
    first: int
    total: int


def in_parts(path: str, items: Sequence[Item], size: int) -> Iterator[Part[Item]]:
    """Yields pages of at most `size` items; one empty page where there are none."""
    starts = range(0, max(len(items), 1), size)
    paths = tuple(numbered(path, number) for number in range(1, len(starts) + 1))
    for number, (own, start) in enumerate(zip(paths, starts, strict=True), 1):
        yield Part(own, items[start : start + size], number, paths, start + 1, len(items))
