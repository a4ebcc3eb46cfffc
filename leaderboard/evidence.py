"""The claims behind a fact."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.entries import Entry, compared, unknown
from leaderboard.statements import statement

# Columns of the statement that tell the fact: those of an Entry, and its number of shows.
_FACT_COLUMNS = 18


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim, where it stands and the part that it plays."""

    part: str
    quote: str
    value_text: str
    speaker: str | None
    line: int
    timestamp: float | None
    title: str | None
    show: str | None
    published: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """A fact (None for claims that belong to none) and the claims behind it."""

    fact: Entry | None
    shows: int
    claims: tuple[Evidence, ...]


def find_evidence(
    con: DuckDBPyConnection, subject: str, attribute: str, benchmark: str | None = None
) -> list[Reasons]:
    """Returns the facts about a subject under an attribute with their claims.

    Raises:
        TallycastError: no claim is about them; says which names come near.
    """
    rows = con.execute(
        statement("evidence"),
        {"subject": subject, "attribute": attribute, "benchmark": benchmark},
    ).fetchall()
    if not rows:
        raise TallycastError(_nothing(con, subject, attribute, benchmark))
    grouped: dict[tuple[object, ...], list[Evidence]] = {}
    for row in rows:
        grouped.setdefault(row[:_FACT_COLUMNS], []).append(Evidence(*row[_FACT_COLUMNS:]))
    return [_reasons(fact, claims) for fact, claims in grouped.items()]


def _reasons(fact: tuple[Any, ...], claims: list[Evidence]) -> Reasons:
    *entry, shows = fact
    is_fact = entry[1] is not None
    return Reasons(Entry(*entry) if is_fact else None, shows or 0, tuple(claims))


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
