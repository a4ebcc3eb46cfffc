"""The claims behind a fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.format import Figure
from leaderboard.statements import statement
from leaderboard.versions.entries import Entry, compared, unknown

_ABOUT = ("subject", "attribute", "benchmark", "setting", "value", "unit", "status", "confidence")
_SAID = (
    "part", "claim", "quote", "value_text", "speaker", "line", "timestamp", "title", "show",
    "published", "source",
)  # fmt: skip
EVIDENCE_COLUMNS = (*_ABOUT, *_SAID)

# Columns of the statement that tell the fact: those of an Entry, its shows, its id, who set it.
_FACT_COLUMNS = 21

# Columns of the statement, the last ones, that tell a relative statement.
_DERIVATION_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Derivation:
    """A relative statement, and the value that it comes to where what it refers to is known."""

    factor: float
    attribute: str
    other: str | None
    base_value: float | None
    value: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim, where it stands and the part that it plays.

    Alias is the name that it was said under, where that is not the one shown, and merged why that
    name stands for the other. Derivation is that of a relative statement, None of another.
    """

    part: str
    claim: str
    quote: str
    value_text: str
    value_start: int | None
    speaker: str | None
    line: int
    timestamp: float | None
    title: str | None
    show: str | None
    published: date | None
    source: str
    alias: str | None
    merged: str | None
    derivation: Derivation | None

    @property
    def words(self) -> tuple[str, str, str]:
        """Returns the quote in three parts: before the figure, its words, and after it."""
        return quote_parts(self.quote, self.value_text, self.value_start)


def quote_parts(quote: str, value_text: str, start: int | None) -> tuple[str, str, str]:
    """Returns what stands before the figure, its words, and what stands after it.

    Args:
        quote: of a claim.
        value_text: the figure's words.
        start: where they begin in the quote; None where that was not kept: nothing is marked.
    """
    if start is None:
        return quote, "", ""
    end = start + len(value_text)
    return quote[:start], quote[start:end], quote[end:]


@dataclass(frozen=True, slots=True)
class Before:
    """A value that stood before, from a day to another."""

    figure: Figure
    since: date | None
    until: date | None
    episodes: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """A fact (None for claims that belong to none), its history and the claims behind it."""

    fact: Entry | None
    shows: int
    pinned: str | None
    history: tuple[Before, ...]
    claims: tuple[Evidence, ...]


def find_evidence(
    con: DuckDBPyConnection, subject: str, attribute: str, benchmark: str | None = None
) -> list[Reasons]:
    """Returns the facts about a subject under an attribute with their claims.

    Raises:
        TallycastError: no claim is about them; says which names come near.
    """
    asked = {"subject": subject, "attribute": attribute}
    rows = con.execute(statement("evidence"), {**asked, "benchmark": benchmark}).fetchall()
    pinned = [] if benchmark else con.execute(statement("pinned"), asked).fetchall()
    if not rows and not pinned:
        raise TallycastError(_nothing(con, subject, attribute, benchmark))
    grouped: dict[tuple[Any, ...], list[Evidence]] = {row: [] for row in pinned}
    for row in rows:
        grouped.setdefault(row[:_FACT_COLUMNS], []).append(_evidence(row[_FACT_COLUMNS:]))
    return [_reasons(con, fact, claims) for fact, claims in grouped.items()]


def _evidence(row: tuple[Any, ...]) -> Evidence:
    derivation = Derivation(*row[-_DERIVATION_COLUMNS:])
    told = (*row[:-_DERIVATION_COLUMNS], derivation if derivation.factor else None)
    return Evidence(*told)


def evidence_rows(found: Sequence[Reasons]) -> list[tuple[object, ...]]:
    """Returns a row a claim in the order of EVIDENCE_COLUMNS, its fact first.

    A claim that belongs to none has none; a fact that the user set may have no claim.
    """
    return [
        (
            *(getattr(reasons.fact, column, None) for column in _ABOUT),
            *(getattr(claim, column, None) for column in _SAID),
        )
        for reasons in found
        for claim in reasons.claims or (None,)
    ]


def _reasons(con: DuckDBPyConnection, row: tuple[Any, ...], claims: list[Evidence]) -> Reasons:
    *told, shows, pinned = row
    if shows is None:
        return Reasons(None, 0, None, (), tuple(claims))
    entry = Entry(*told)
    history = tuple(
        Before(Figure(*before[:5]), *before[5:])
        for before in con.execute(statement("history"), {"fact": entry.fact}).fetchall()
    )
    return Reasons(entry, shows, pinned, history, tuple(claims))


def _nothing(con: DuckDBPyConnection, subject: str, attribute: str, benchmark: str | None) -> str:
    """Says what there is instead: other benchmarks, other attributes, or subjects of near names."""
    rows = con.execute(
        "SELECT DISTINCT subject, attribute, benchmark FROM claims WHERE subject IS NOT NULL"
    ).fetchall()
    of_subject = [row for row in rows if compared(row[0]) == compared(subject)]
    if not of_subject:
        return unknown("subject", subject, {row[0] for row in rows})
    benchmarks = {row[2] for row in of_subject if row[1] == attribute and row[2]}
    if benchmark and benchmarks:
        return f"no {attribute} of {subject} on {benchmark}; there is: " + _listed(benchmarks)
    return f"no {attribute} of {subject}; there is: " + _listed({row[1] for row in of_subject})


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
