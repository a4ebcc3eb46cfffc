"""The whole site: page after page, so that no more than one is in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from duckdb import DuckDBPyConnection

from extract import OwnLexicon
from leaderboard.report.board import Board, read_board
from leaderboard.report.folder import replaced
from leaderboard.report.pages import (
    attributes,
    benchmarks,
    changes,
    conflicts,
    episodes,
    leaderboard,
    models,
    plots,
    sources,
)
from leaderboard.report.rendering import Page, render

_ROOMS = (
    leaderboard, models, benchmarks, attributes, plots, conflicts, changes, episodes, sources,
)  # fmt: skip
_ASSETS = files("leaderboard.report") / "assets"


@dataclass(frozen=True, slots=True)
class Written:
    """What a report came to: its first page, number of files, their bytes, how many are new."""

    index: str
    files: int
    size: int
    changed: int


def write_report(con: DuckDBPyConnection, path: str, own: OwnLexicon) -> Written:
    """Writes the report of the newest version into the folder `path`.

    Args:
        con: a database opened for reading.
        path: made where missing; a report that is there already is replaced.
        own: what the user added to the lexicon, for the makers of models.

    Raises:
        TallycastError: there is no version yet, or `path` holds something else.
    """
    board = read_board(con, own)
    with replaced(path) as folder:
        for asset in sorted(_ASSETS.iterdir(), key=lambda file: file.name):
            folder.write(f"assets/{asset.name}", asset.read_bytes())
        for page in pages(con, board):
            folder.write(page.path, render(page))
    return Written(str(Path(path, "index.html")), folder.files, folder.size, folder.changed)


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields every page of the report."""
    for room in _ROOMS:
        yield from room.pages(con, board)
