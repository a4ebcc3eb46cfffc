"""The words behind figures, as pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from duckdb import DuckDBPyConnection

from leaderboard.format import Figure, clock
from leaderboard.report.board import Board
from leaderboard.report.queries import rows_of
from leaderboard.versions.evidence import quote_parts

# What the parts that claims play are called where people read them; see fact_claims.part.
PARTS = {
    "supports": "says so",
    "rounds": "agrees within what was said",
    "repeated": "says it again",
    "derived": "comes to it by comparison",
    "contradicts": "says otherwise",
    "superseded": "said before it changed",
    "slip": "a slip of the unit",
    "against": "denies it",
    "hypothetical": "only supposes",
}
_FOR = ("supports", "rounds", "repeated", "derived")
_AGAINST = ("contradicts", "against")


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim as it is read: what it says, in whose words, where, and the part that it plays.

    Before, words and after are the quote, with the figure's words in the middle.
    """

    part: str
    figure: Figure | None
    before: str
    words: str
    after: str
    stance: str
    speaker: str | None
    line: int
    timestamp: float | None

    @property
    def said(self) -> str:
        """Returns the part in words: "says so", "left out: no subject"."""
        return PARTS.get(self.part, self.part)

    @property
    def is_for(self) -> bool:
        """Says whether it bears the value out."""
        return self.part in _FOR

    @property
    def is_against(self) -> bool:
        """Says whether it speaks against the value."""
        return self.part in _AGAINST

    @property
    def place(self) -> str:
        """Returns who says it and where in the episode: "Ann, at 1:02:05, line 12"."""
        where = f"line {self.line:,}"
        if self.timestamp is not None:
            where = f"at {clock(self.timestamp)}, {where}"
        return f"{self.speaker}, {where}" if self.speaker else where


@dataclass(frozen=True, slots=True)
class Origin:
    """The episode that a quote is from."""

    episode: str
    title: str
    show: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote with its episode."""

    quote: Quote
    origin: Origin


@dataclass(frozen=True, slots=True)
class EpisodeClaim:
    """A claim as an episode's page has it: about what, and the fact that it belongs to.

    Fact_subject is the fact's subject, None where the claim belongs to none.
    """

    quote: Quote
    subject: str | None
    attribute: str
    benchmark: str | None
    setting: str | None
    fact: str | None
    fact_subject: str | None


def statements(
    con: DuckDBPyConnection, board: Board, *, contested: bool = False
) -> Iterator[tuple[str, dict[str, list[Statement]]]]:
    """Yields each subject, in alphabetical order, with the words behind each of its facts.

    Args:
        con: a database opened for reading.
        board: the version that the facts are of.
        contested: whether only those that episodes disagree about are asked for.
    """
    rows = rows_of(con, "claims", version=board.version, contested=contested)
    for subject, group in groupby(rows, key=lambda row: row[0]):
        yield (
            subject,
            {
                fact: [Statement(_quote(row[2:15]), Origin(*row[15:])) for row in claims]
                for fact, claims in groupby(group, key=lambda row: row[1])
            },
        )


def episode_claims(
    con: DuckDBPyConnection, board: Board
) -> Iterator[tuple[str, list[EpisodeClaim]]]:
    """Yields each episode that claims something, by id, with its claims as the text has them."""
    rows = rows_of(con, "episode_claims", version=board.version)
    for episode, group in groupby(rows, key=lambda row: row[0]):
        yield episode, [EpisodeClaim(_quote(row[7:]), *row[1:7]) for row in group]


def _quote(row: tuple[Any, ...]) -> Quote:
    part, value, low, high, unit, qualifier, quote, value_text, start, *where = row
    figure = None if value is None else Figure(value, low, high, unit, qualifier)
    return Quote(part, figure, *quote_parts(quote, value_text, start), *where)
