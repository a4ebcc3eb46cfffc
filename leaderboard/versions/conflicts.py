"""Entries that episodes disagree about, with the words of both sides."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from duckdb import DuckDBPyConnection

from leaderboard.format import Figure
from leaderboard.statements import statement
from leaderboard.versions.evidence import quote_parts
from leaderboard.versions.releases import version_number

CONFLICT_COLUMNS = (
    "subject", "attribute", "benchmark", "setting", "value", "runner_up", "unit", "confidence",
    "episodes", "episodes_against", "quote", "quote_against",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The best words of a side: the quote in three parts, and where it was said."""

    before: str
    words: str
    after: str
    title: str
    show: str | None
    published: date | None

    @property
    def quote(self) -> str:
        """Returns the quote as a whole."""
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class Side:
    """What speaks for a value: how many episodes, and the best words; None of what is denied."""

    episodes: int
    words: Words | None


@dataclass(frozen=True, slots=True)
class Contested:
    """A contested entry; without a runner-up its value is denied."""

    figure: Figure
    standing: Side
    other: Side
    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    confidence: float
    runner_up: float | None

    @property
    def row(self) -> tuple[object, ...]:
        """Returns its values in the order of CONFLICT_COLUMNS."""
        return (
            *(self.subject, self.attribute, self.benchmark, self.setting),
            *(self.figure.value, self.runner_up, self.figure.unit, self.confidence),
            *(self.standing.episodes, self.other.episodes),
            self.standing.words and self.standing.words.quote,
            self.other.words and self.other.words.quote,
        )


def read_contested(con: DuckDBPyConnection, version: str | int | None = None) -> list[Contested]:
    """Returns the contested entries of a version, of the newest where none is given.

    Raises:
        TallycastError: there is no such version.
    """
    asked = {"version": version_number(con, version)}
    return [
        Contested(
            Figure(*row[4:9]),
            Side(row[11], _words(row[12])),
            Side(row[13], _words(row[14])),
            *(*row[:4], *row[9:11]),
        )
        for row in con.execute(statement("conflicts"), asked).fetchall()
    ]


def _words(told: dict[str, Any] | None) -> Words | None:
    if told is None:
        return None
    quote = quote_parts(told["quote"], told["value_text"], told["value_start"])
    return Words(*quote, told["title"], told["show"], told["published"])
