"""A page an attribute: everything that has it, ranked, as the terminal shows it."""

from collections.abc import Iterator

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board
from leaderboard.report.parts import in_parts
from leaderboard.report.places import slugs
from leaderboard.report.rendering import Page

_ROWS = 1000  # on a page


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the list of attributes and the ranking of each."""
    paths = {name: f"attributes/{short}.html" for name, short in slugs(board.by_attribute).items()}
    rankings = [(name, paths[name], group) for name, group in board.by_attribute.items()]
    yield Page("attributes/index.html", "attributes.html", {"rankings": rankings})
    for name, path, group in rankings:
        for part in in_parts(path, group, _ROWS):
            yield Page(part.path, "attribute.html", {"attribute": name, "part": part})
