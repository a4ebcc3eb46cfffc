"""What became of a transcript that was taken in."""

from dataclasses import dataclass
from typing import Literal

from extract.records import Episode

State = Literal["read", "unchanged", "copy", "forgotten"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A transcript that was read: its episode, its number of claims, what became of it.

    State is "read", "unchanged" (as it was stored before), "forgotten" (the user wants none of it)
    or "copy" (another transcript of an episode of this run: the same words, or the same show, title
    and day).
    """

    episode: Episode
    claims: int
    state: State
