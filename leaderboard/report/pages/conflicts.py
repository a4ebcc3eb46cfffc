"""What episodes disagree about, both sides beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board, Standing
from leaderboard.report.parts import in_parts
from leaderboard.report.quotes import Statement, statements
from leaderboard.report.rendering import Page

_CONFLICTS = 100  # on a page


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contested fact with the words for its value and those against it."""

    standing: Standing
    words_for: Sequence[Statement]
    words_against: Sequence[Statement]


def read_conflicts(con: DuckDBPyConnection, board: Board) -> list[Conflict]:
    """Returns the contested entries in the leaderboard's order."""
    contested = {one.entry.fact: one for one in board.contested()}
    found = {}
    for _, facts in statements(con, board, contested=True):
        for fact, words in facts.items():
            found[fact] = Conflict(
                contested[fact],
                [one for one in words if one.quote.is_for],
                [one for one in words if one.quote.is_against],
            )
    return [found.get(fact, Conflict(one, (), ())) for fact, one in contested.items()]


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the contested facts."""
    for part in in_parts("conflicts.html", read_conflicts(con, board), _CONFLICTS):
        yield Page(part.path, "conflicts.html", {"part": part})
