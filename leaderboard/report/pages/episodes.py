"""A page an episode: what it claims, and what became of that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board
from leaderboard.report.parts import in_parts
from leaderboard.report.queries import rows_of
from leaderboard.report.quotes import episode_claims
from leaderboard.report.rendering import Page

_ROWS = 1000  # on a page


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """An episode with what it contributed.

    Attributes:
        facts: entries that it bears out.
        contradicting: its claims that say otherwise than an entry.
        left_out: its claims that belong to no fact.
    """

    id: str
    title: str
    show: str | None
    published: date | None
    speakers: tuple[str, ...]
    claims: int
    facts: int
    contradicting: int
    left_out: int

    @property
    def page(self) -> str:
        """Returns its page; what claims nothing has none."""
        return f"episodes/{self.id}.html"


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the list of episodes and a page for each that claims something."""
    rows = [EpisodeRow(*row) for row in rows_of(con, "episodes")]
    for part in in_parts("episodes/index.html", rows, _ROWS):
        yield Page(part.path, "episodes.html", {"part": part})
    by_id = {row.id: row for row in rows}
    for episode, claims in episode_claims(con, board):
        row = by_id[episode]
        content = {"episode": row, "claims": claims, "pages": board.pages}
        yield Page(row.page, "episode.html", content)
