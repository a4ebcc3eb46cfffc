"""What all pages are made from: the entries of the newest version and where their pages lie."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from duckdb import DuckDBPyConnection

from extract import OwnLexicon
from extract.names.lexicon import load_lexicon
from leaderboard.format import percent
from leaderboard.report.places import slugs
from leaderboard.report.queries import rows_of
from leaderboard.terminal.tables import status_words
from leaderboard.versions.entries import Entry
from leaderboard.versions.releases import version_number


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry with the kind of its subject, and the page that explains it.

    Best known is the one of several settings that stands for them all.
    """

    entry: Entry
    kind: str
    best_known: bool
    page: str

    @property
    def href(self) -> str:
        """Returns where its words are, from the root of the report."""
        return f"{self.page}#f-{self.entry.fact}"

    @property
    def told(self) -> str:
        """Returns figure, status and confidence in words."""
        sure = percent(self.entry.confidence)
        return f"{self.entry.figure}, {status_words(self.entry)}, {sure} sure"

    @property
    def look(self) -> str:
        """Returns the classes that give status and confidence their form and colour."""
        guess = " guess" if self.entry.stance == "hedged" else ""
        return f"{self.entry.status}{guess} sure-{round(self.entry.confidence * 10)}"


@dataclass(frozen=True)
class Board:
    """The newest version as pages need it.

    Attributes:
        version: its number.
        standings: its entries in the leaderboard's order.
        makers: by subject, where the lexicon knows.
        pages: by subject, its page.
        benchmark_pages: by benchmark, likewise.
    """

    version: int
    standings: tuple[Standing, ...]
    makers: Mapping[str, str]
    pages: Mapping[str, str]
    benchmark_pages: Mapping[str, str]

    @cached_property
    def by_subject(self) -> dict[str, list[Standing]]:
        """Returns the entries of each subject, subjects in alphabetical order."""
        found: dict[str, list[Standing]] = {subject: [] for subject in sorted(self.pages)}
        for standing in self.standings:
            found[standing.entry.subject].append(standing)
        return found

    @cached_property
    def by_attribute(self) -> dict[str, list[Standing]]:
        """Returns the entries of each attribute, scores left out, in the leaderboard's order."""
        return {
            name: list(group)
            for name, group in groupby(self.standings, key=lambda one: one.entry.attribute)
            if name != "score"
        }

    @cached_property
    def by_benchmark(self) -> dict[str, list[Standing]]:
        """Returns the scores on each benchmark, those with most scores first."""
        found: dict[str, list[Standing]] = defaultdict(list)
        for standing in self.standings:
            if standing.entry.benchmark is not None:
                found[standing.entry.benchmark].append(standing)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    def contested(self) -> Iterator[Standing]:
        """Yields the entries that episodes disagree about."""
        return (one for one in self.standings if one.entry.status == "contested")


def read_board(con: DuckDBPyConnection, own: OwnLexicon) -> Board:
    """Reads the newest version.

    Raises:
        TallycastError: there is none.
    """
    version = version_number(con)
    rows = list(rows_of(con, "entries", version=version))
    pages = {name: f"models/{short}.html" for name, short in slugs(row[1] for row in rows).items()}
    on = {
        name: f"benchmarks/{short}.html"
        for name, short in slugs(row[3] for row in rows if row[3]).items()
    }
    standings = tuple(Standing(Entry(*row[:-2]), row[-2], row[-1], pages[row[1]]) for row in rows)
    return Board(version, standings, _makers(con, own), pages, on)


def _makers(con: DuckDBPyConnection, own: OwnLexicon) -> dict[str, str]:
    made_by = {entry.name: entry.maker for entry in load_lexicon(own).entries if entry.maker}
    return {
        subject: made_by[family]
        for subject, family in rows_of(con, "families")
        if family in made_by
    }
