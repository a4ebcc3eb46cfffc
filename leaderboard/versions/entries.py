"""Reads the entries of a version."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.format import Figure
from leaderboard.versions.releases import version_number

COLUMNS = (
    "rank", "subject", "attribute", "benchmark", "setting", "value", "low", "high", "unit",
    "status", "confidence", "episodes", "first_said", "last_said", "doubt",
    "fact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as it stands in a version; see the comments on the table `entries`."""

    rank: int | None
    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    value: float
    low: float | None
    high: float | None
    unit: str
    status: str
    confidence: float
    episodes: int
    first_said: date | None
    last_said: date | None
    doubt: str | None
    fact: str
    qualifier: str
    stance: str
    runner_up: float | None

    @property
    def figure(self) -> Figure:
        """Returns its value with bounds, unit and qualifier."""
        return Figure(self.value, self.low, self.high, self.unit, self.qualifier)


def read_entries(con: DuckDBPyConnection, version: str | int | None = None) -> list[Entry]:
    """Returns the ranked entries of a version, of the newest where none is given.

    Args:
        con: a database.
        version: number or label.

    Raises:
        TallycastError: there is no such version.
    """
    if version is None and con.execute("SELECT count(*) FROM versions").fetchall() == [(0,)]:
        return []
    columns = ", ".join((*COLUMNS, "qualifier", "stance", "runner_up"))
    rows = con.execute(
        f"SELECT {columns} FROM leaderboard_at(?)",  # noqa: S608  columns are written above
        [version_number(con, version)],
    ).fetchall()
    return [Entry(*row) for row in rows]


def only(
    entries: Sequence[Entry], subject: str | None = None, attribute: str | None = None
) -> list[Entry]:
    """Returns the entries of subjects that begin like `subject`, and of `attribute`.

    Raises:
        TallycastError: there is none; says which names come near.
    """
    if subject is not None:
        begin = compared(subject)
        subjects = {entry.subject for entry in entries}
        entries = [entry for entry in entries if compared(entry.subject).startswith(begin)]
        if not entries:
            raise TallycastError(unknown("subject", subject, subjects))
    if attribute is not None:
        attributes = {entry.attribute for entry in entries}
        entries = [entry for entry in entries if entry.attribute == attribute]
        if not entries:
            raise TallycastError(unknown("attribute", attribute, attributes))
    return list(entries)


def compared(name: str) -> str:
    """Returns a name as it is compared: without case, spaces and hyphens."""
    return re.sub(r"[ \-‐‑–]", "", name.lower())


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Returns one line saying that `name` is not there and which of `known` come near."""
    keys = {compared(candidate): candidate for candidate in sorted(known)}
    wanted = compared(name)
    near = get_close_matches(wanted, keys, n=3, cutoff=0.6)
    near += [key for key in keys if wanted and wanted in key and key not in near]
    hint = ", ".join(keys[key] for key in near[:5])
    return f"nothing about {what} {name!r}" + (f"; perhaps: {hint}" if hint else "")
