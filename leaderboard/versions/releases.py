"""Versions by number or label, and what one has otherwise than another."""

from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.format import Figure
from leaderboard.statements import statement


@dataclass(frozen=True, slots=True)
class Cause:
    """An episode that came with a version: its title (or file), show and day."""

    title: str
    show: str | None
    published: date | None

    def __str__(self) -> str:
        """Returns "Title, Show, 2026-05-03"."""
        told = (self.title, self.show, self.published and self.published.isoformat())
        return ", ".join(part for part in told if part)


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that the later version has otherwise than the earlier one.

    Attributes:
        kind: added, changed or removed.
        subject, attribute, benchmark, setting: what it is about.
        before, after: None where there is none.
        before_status, after_status: likewise.
        because: the episodes that came between the versions and speak of it.
    """

    kind: str
    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    before: Figure | None
    after: Figure | None
    before_status: str | None
    after_status: str | None
    because: tuple[Cause, ...]

    @property
    def about(self) -> str:
        """Returns "score on MMLU, 5-shot"."""
        benchmark = f" on {self.benchmark}" if self.benchmark else ""
        setting = f", {self.setting}" if self.setting else ""
        return f"{self.attribute.replace('_', ' ')}{benchmark}{setting}"

    @property
    def change(self) -> str:
        """Returns "5 B → 6 B", or of what is no other value the status before and after."""
        before, after = str(self.before or ""), str(self.after or "")
        if before == after and self.before_status == self.after_status:
            return f"{after}, on other episodes"
        if before == after:
            return f"{after}, {self.before_status} → {self.after_status}"
        return " → ".join(part for part in (before, after) if part)


def version_number(con: DuckDBPyConnection, name: str | int | None = None) -> int:
    """Returns the number of a version by number or label; of the newest where none is given.

    Raises:
        TallycastError: there is none; says which there are.
    """
    known: dict[int, str | None] = dict(
        con.execute("SELECT version, label FROM versions ORDER BY version").fetchall()
    )
    if not known:
        raise TallycastError("no version was published yet")
    if name is None:
        return max(known)
    if str(name).isdigit() and int(name) in known:
        return int(name)
    labelled = [number for number, label in known.items() if label == name]
    if labelled:
        return labelled[-1]
    labels = [repr(label) for label in dict.fromkeys(known.values()) if label]
    told = f", labels {', '.join(labels[-5:])}" if labels else ""
    raise TallycastError(f"no version {name!r}: there are 1 to {max(known)}{told}")


def read_differences(con: DuckDBPyConnection, earlier: int, later: int) -> list[Difference]:
    """Returns what version `later` has otherwise than `earlier`, in the leaderboard's order."""
    rows = con.execute(statement("differences"), {"a": earlier, "b": later}).fetchall()
    return [
        Difference(
            kind=row[0],
            subject=row[1],
            attribute=row[2],
            benchmark=row[3],
            setting=row[4],
            before=None if row[0] == "added" else Figure(*row[5:10]),
            after=None if row[0] == "removed" else Figure(*row[11:16]),
            before_status=row[10],
            after_status=row[16],
            because=tuple(Cause(*cause.values()) for cause in row[17] or ()),
        )
        for row in rows
    ]
