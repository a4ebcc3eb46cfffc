"""A page a benchmark: models ranked, each setting apart, and the scores over time."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board, Standing
from leaderboard.report.plots import over_time
from leaderboard.report.rendering import Page


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the list of benchmarks and a page for each."""
    ranked = [
        (name, board.benchmark_pages[name], _settings(group))
        for name, group in board.by_benchmark.items()
    ]
    yield Page("benchmarks/index.html", "benchmarks.html", {"ranked": ranked})
    for name, path, settings in ranked:
        # Points of different units do not share an axis: the commonest is drawn.
        group = board.by_benchmark[name]
        unit = max(
            sorted({one.entry.unit for one in group}), key=[o.entry.unit for o in group].count
        )
        plot = over_time(
            f"Scores on {name} over time",
            [one for one in group if one.entry.unit == unit],
            log=False,
        )
        yield Page(path, "benchmark.html", {"benchmark": name, "settings": settings, "plot": plot})


def _settings(group: Sequence[Standing]) -> list[tuple[str | None, list[Standing]]]:
    """Returns the scores by setting and unit, those without a setting first."""
    return [
        (key[0], list(some))
        for key, some in groupby(group, key=lambda one: (one.entry.setting, one.entry.unit))
    ]
