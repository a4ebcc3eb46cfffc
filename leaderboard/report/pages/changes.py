"""What each version has otherwise than the one before: pages, Markdown and a feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board
from leaderboard.report.parts import in_parts
from leaderboard.report.queries import rows_of
from leaderboard.report.rendering import Page
from leaderboard.terminal.release_reports import HEADINGS, as_markdown
from leaderboard.versions.releases import Difference, read_differences

_ROWS = 1000  # differences on a page
_IN_FEED = 50  # versions
_TOLD_IN_FEED = 40  # differences of each


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version; see the comments on the table `versions`."""

    version: int
    content_hash: str
    created: datetime
    label: str | None
    entries: int
    added: int
    changed: int
    removed: int
    episodes: int

    @property
    def page(self) -> str:
        """Returns the page of its changes."""
        return f"changes/{self.version}.html"


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the list of versions, the changes of each, and the feed of the newest."""
    rows = [VersionRow(*row) for row in rows_of(con, "versions")]
    yield Page("changes/index.html", "changes.html", {"versions": rows})
    told: list[tuple[VersionRow, list[Difference], int]] = []
    for row in rows:
        found = read_differences(con, row.version - 1, row.version)
        for part in in_parts(row.page, found, _ROWS):
            content = {"version": row, "part": part, "headings": HEADINGS, "pages": board.pages}
            yield Page(part.path, "change.html", content)
        markdown = as_markdown(found, row.version - 1, row.version)
        yield Page(f"changes/{row.version}.md", "changes.md", {"markdown": markdown})
        if len(told) < _IN_FEED:
            told.append((row, found[:_TOLD_IN_FEED], len(found)))
    first = rows[-1].content_hash
    yield Page("changes.atom", "changes.atom", {"told": told, "first": first})
