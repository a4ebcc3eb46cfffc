"""Versions by number or label, and what one has otherwise than another."""

from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.format import Figure, joined, many, percent


@dataclass(frozen=True, slots=True)
class Cause:
    """An episode that came with a version: its title (or file), show and day."""

    title: str
    show: str | None
    published: date | None

    def __str__(self) -> str:
        """Returns "Title, Show, 2026-05-03"."""
        return joined(self.title, self.show, self.published)


@dataclass(frozen=True, slots=True)
class Side:
    """An entry as it stands in one of two versions: what may differ."""

    figure: Figure
    status: str
    confidence: float
    episodes: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that the later version has otherwise than the earlier one.

    Attributes:
        kind: added, changed or removed.
        subject, attribute, benchmark, setting: what it is about.
        before, after: None where there is none.
        because: the episodes that came between the versions and speak of it.
        fact: its id.
    """

    kind: str
    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    before: Side | None
    after: Side | None
    because: tuple[Cause, ...]
    fact: str

    @property
    def about(self) -> str:
        """Returns "score on MMLU, 5-shot"."""
        benchmark = f" on {self.benchmark}" if self.benchmark else ""
        setting = f", {self.setting}" if self.setting else ""
        return f"{self.attribute.replace('_', ' ')}{benchmark}{setting}"

    @property
    def change(self) -> str:
        """Returns "5 B → 6 B", or of what is no other value what else has changed."""
        if self.before is None or self.after is None:
            return " → ".join(str(side.figure) for side in (self.before, self.after) if side)
        old, new = self.before, self.after
        figures = (str(old.figure), str(new.figure))
        if figures[0] != figures[1]:
            return " → ".join(figures)
        if old.figure.value != new.figure.value:
            return f"{old.figure.value:,.15g} → {new.figure.value:,.15g} {new.figure.unit}"
        aspects = (
            (old.status, new.status),
            (many(old.episodes, "episode"), many(new.episodes, "episode")),
            (f"{percent(old.confidence)} sure", f"{percent(new.confidence)} sure"),
        )
        for before, after in aspects:
            if before != after:
                return f"{figures[1]}, {before} → {after}"
        return f"{figures[1]}, in details"


def version_number(con: DuckDBPyConnection, name: int | str | None = None) -> int:
    """Returns the number of a version by number or label; of the newest where none is given.

    Args:
        con: a database.
        name: a number, or the text of a label; of versions with one label the newest is meant.

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
    found = [number for number, label in known.items() if name in {number, label}]
    if found:
        return found[-1]
    labels = [repr(label) for label in dict.fromkeys(known.values()) if label]
    told = f", labels {', '.join(labels[-5:])}" if labels else ""
    raise TallycastError(f"no version {name!r}: there are 1 to {max(known)}{told}")


def read_differences(con: DuckDBPyConnection, earlier: int, later: int) -> list[Difference]:
    """Returns what version `later` has otherwise than `earlier`, in the leaderboard's order."""
    rows = con.execute("FROM leaderboard_diff(?, ?)", [earlier, later]).fetchall()
    return [
        Difference(
            kind=row[0],
            subject=row[1],
            attribute=row[2],
            benchmark=row[3],
            setting=row[4],
            before=None if row[0] == "added" else Side(Figure(*row[5:10]), *row[10:13]),
            after=None if row[0] == "removed" else Side(Figure(*row[13:18]), *row[18:21]),
            because=tuple(
                Cause(cause["title"], cause["show"], cause["published"]) for cause in row[21] or ()
            ),
            fact=row[22],
        )
        for row in rows
    ]
