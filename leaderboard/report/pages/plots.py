"""Plots for those who would rather look than read."""

from collections.abc import Iterator

from duckdb import DuckDBPyConnection

from leaderboard.report.board import Board, Standing
from leaderboard.report.pages.sources import read_sources
from leaderboard.report.plots import Plot, against, over_time
from leaderboard.report.rendering import Page

_SHOWS = 20  # with the most meetings


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the page of plots."""
    met = sorted(
        (source for source in read_sources(con) if source.meetings),
        key=lambda source: (-source.meetings, source.name),
    )
    drawn = [plot for plot in _plots(board) if plot]
    yield Page("plots.html", "plots.html", {"plots": drawn, "sources": met[:_SHOWS]})


def _plots(board: Board) -> Iterator[Plot | None]:
    models = [one for one in board.standings if one.best_known and one.kind == "model"]
    for attribute, title in (
        ("parameters_total", "Parameters over time"),
        ("context_window", "Context over time"),
    ):
        yield over_time(
            title, [one for one in models if one.entry.attribute == attribute], log=True
        )
    yield _price_against_score(models)


def _price_against_score(models: list[Standing]) -> Plot | None:
    """Returns price in against the score on the benchmark that most priced models are known on."""
    prices = {one.entry.subject: one for one in models if one.entry.attribute == "price_input"}
    scores: dict[str, list[Standing]] = {}
    for one in models:
        if one.entry.benchmark and one.entry.subject in prices:
            scores.setdefault(one.entry.benchmark, []).append(one)
    if not scores:
        return None
    benchmark = min(scores, key=lambda name: (-len(scores[name]), name))
    pairs = [(prices[one.entry.subject], one) for one in scores[benchmark]]
    return against(f"Price of input against score on {benchmark}", pairs)
