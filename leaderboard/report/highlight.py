"""One transcript as a page: the whole text, with every claim marked and linked."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from markupsafe import Markup

from extract.records import Claim, Transcript
from leaderboard.format import Figure
from leaderboard.report.rendering import Page, render

_STYLE = files("leaderboard.report") / "assets" / "style.css"


@dataclass(frozen=True, slots=True)
class Note:
    """A claim beside its line.

    Attributes:
        number: by which page and text link each other, from 1.
        claim: what was read.
    """

    number: int
    claim: Claim

    @property
    def figure(self) -> Figure | None:
        """Returns what is claimed, as people write it."""
        claim = self.claim
        if claim.value is None:
            return None
        return Figure(claim.value, claim.low, claim.high, claim.unit, claim.qualifier)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: the claims whose words it is of, and those whose words begin here."""

    text: str
    notes: tuple[Note, ...]
    begins: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, with the claims that begin in it."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def highlighted(transcript: Transcript, claims: Sequence[Claim]) -> str:
    """Returns the page; it stands alone, runs nothing and asks for nothing.

    Args:
        transcript: what was read.
        claims: of it, in the order of its text.
    """
    style = _STYLE.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    content = {
        "episode": transcript.episode,
        "claims": len(claims),
        "lines": tuple(lines_of(transcript.text, claims)),
        "style": Markup(style),  # noqa: S704  our own file
        "digest": digest,
    }
    return render(Page("highlight.html", "highlight.html", content))


def lines_of(text: str, claims: Sequence[Claim]) -> Iterator[Line]:
    """Yields the lines of a text in pieces that are of the same claims throughout."""
    notes = [Note(number, claim) for number, claim in enumerate(claims, 1)]
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        near = [note for note in notes if note.claim.start < end and note.claim.end > start]
        yield Line(
            number,
            tuple(_pieces(text, start, end, near)),
            tuple(note for note in near if note.claim.start >= start),
        )
        start = end + 1


def _pieces(text: str, start: int, end: int, notes: Sequence[Note]) -> Iterator[Piece]:
    edges = {edge for note in notes for edge in (note.claim.start, note.claim.end)}
    for left, right in pairwise(sorted({start, end, *(e for e in edges if start < e < end)})):
        inside = tuple(n for n in notes if n.claim.start <= left and n.claim.end >= right)
        begins = tuple(n for n in inside if n.claim.start == left)
        yield Piece(text[left:right], inside, begins)
