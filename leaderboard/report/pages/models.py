"""A page a subject: all its facts, the words behind each, and how they came about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from duckdb import DuckDBPyConnection

from leaderboard.format import Figure
from leaderboard.report.board import Board, Standing
from leaderboard.report.plots import Plot, step_plot
from leaderboard.report.queries import rows_of
from leaderboard.report.quotes import Statement, statements
from leaderboard.report.rendering import Page

_KINDS = ("model", "hardware", "organisation", "human", "other")


@dataclass(frozen=True, slots=True)
class Stand:
    """How a fact stood in versions, until a later one (None: it still does)."""

    figure: Figure
    status: str
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with all that is told of it."""

    standing: Standing
    statements: Sequence[Statement]
    steps: Plot | None
    stands: Sequence[Stand]


def pages(con: DuckDBPyConnection, board: Board) -> Iterator[Page]:
    """Yields the list of all subjects and a page for each."""
    yield Page("models/index.html", "models.html", {"kinds": _kinds(board)})
    steps, stands = _steps(con), _stands(con)
    words = statements(con, board)
    following = next(words, None)
    for subject, standings in board.by_subject.items():
        said: Mapping[str, list[Statement]] = {}
        if following is not None and following[0] == subject:
            said, following = following[1], next(words, None)
        told = [
            Told(
                one,
                said.get(one.entry.fact, ()),
                steps.get(one.entry.fact),
                stands.get(one.entry.fact, ()),
            )
            for one in standings
        ]
        maker, kind = board.makers.get(subject), standings[0].kind
        content = {"subject": subject, "kind": kind, "maker": maker, "told": told}
        yield Page(board.pages[subject], "model.html", content)


def _kinds(board: Board) -> dict[str, dict[str, list[tuple[str, str, int]]]]:
    """Returns by kind and maker the name, page and number of facts of each subject."""
    kinds: dict[str, dict[str, list[tuple[str, str, int]]]] = {}
    for kind in _KINDS:
        makers: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        for subject, standings in board.by_subject.items():
            if standings[0].kind == kind:
                row = (subject, board.pages[subject], len(standings))
                makers[board.makers.get(subject, "")].append(row)
        if makers:
            kinds[kind] = dict(sorted(makers.items(), key=lambda item: (not item[0], item[0])))
    return kinds


def _steps(con: DuckDBPyConnection) -> dict[str, Plot]:
    """Returns for each fact that changed in time its values as steps."""
    return {
        fact: step_plot([(row[6], Figure(*row[1:6])) for row in group])
        for fact, group in groupby(rows_of(con, "periods"), key=lambda row: row[0])
    }


def _stands(con: DuckDBPyConnection) -> dict[str, list[Stand]]:
    return {
        fact: [Stand(Figure(*row[1:6]), *row[6:]) for row in group]
        for fact, group in groupby(rows_of(con, "standings"), key=lambda row: row[0])
    }
