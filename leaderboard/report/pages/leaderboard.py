"""The leaderboard: a row a model, a column a quantity."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board, Standing
from leaderboard.report.columns import Column, columns_of
from leaderboard.report.parts import in_parts
from leaderboard.report.rendering import Page

_ROWS = 400  # on a page


@dataclass(frozen=True, slots=True)
class Row:
    """A model with what is known of it, None where nothing is."""

    subject: str
    page: str
    maker: str | None
    cells: tuple[Standing | None, ...]

    @property
    def episodes(self) -> int:
        """Returns by how many episodes its figures are borne out, each figure counted."""
        return sum(cell.entry.episodes for cell in self.cells if cell)


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the leaderboard, the models that most is said of first."""
    best = [one for one in board.standings if one.best_known and one.kind == "model"]
    columns = columns_of(best)
    rows = sorted(_rows(board, best, columns), key=lambda row: (-row.episodes, row.subject))
    facets = {
        "makers": sorted({row.maker for row in rows if row.maker}),
        "statuses": sorted({one.entry.status for one in best}),
        "years": sorted({one.entry.last_said.year for one in best if one.entry.last_said}),
    }
    for part in in_parts("index.html", rows, _ROWS):
        content = {"part": part, "columns": columns, "version": board.version, **facets}
        content["figures"] = len(board.standings)
        yield Page(part.path, "leaderboard.html", content)


def _rows(board: Board, best: Sequence[Standing], columns: Sequence[Column]) -> Iterator[Row]:
    places = {(column.attribute, column.benchmark): at for at, column in enumerate(columns)}
    found: dict[str, list[Standing | None]] = {}
    for one in best:
        cells = found.setdefault(one.entry.subject, [None] * len(columns))
        at = places.get((one.entry.attribute, one.entry.benchmark))
        if at is not None:
            cells[at] = one
    for subject, cells in found.items():
        yield Row(subject, board.pages[subject], board.makers.get(subject), tuple(cells))
