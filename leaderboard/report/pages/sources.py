"""The shows: what each contributed and how reliable it has been."""

from collections.abc import Iterator
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board
from leaderboard.report.queries import rows_of
from leaderboard.report.rendering import Page


@dataclass(frozen=True, slots=True)
class Source:
    """A show; see the comments on the table `sources`."""

    name: str
    episodes: int
    claims: int
    facts: int
    reliability: float | None
    weight: float | None
    meetings: int
    agreements: int
    decided: str


def read_sources(con: DuckDBPyConnection) -> list[Source]:
    """Returns the shows, those that say most first."""
    return [Source(*row) for row in rows_of(con, "sources")]


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the list of shows."""
    yield Page("sources.html", "sources.html", {"sources": read_sources(con)})
