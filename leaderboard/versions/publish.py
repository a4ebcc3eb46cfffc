"""Publishes facts as a new version of the leaderboard, when something changed."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from duckdb import DuckDBPyConnection

from leaderboard.format import Figure
from leaderboard.statements import statement


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that a version has otherwise than its parent.

    Attributes:
        kind: added, changed or removed.
        subject, attribute, benchmark, setting: what it is about.
        before, after: None where there is none.
        status: of the entry as it stands now, of a removed one as it stood.
    """

    kind: str
    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    before: Figure | None
    after: Figure | None
    status: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing came to: the newest version (None where there is none yet) and its changes.

    Without changes nothing was published.
    """

    version: int | None
    entries: int
    changes: tuple[Change, ...]

    def count(self, kind: str) -> int:
        """Returns how many entries were added, changed or removed."""
        return sum(change.kind == kind for change in self.changes)


def publish(
    con: DuckDBPyConnection, *, lexicon: str, policy: str, label: str | None = None
) -> Publication:
    """Compares the facts with the newest version and, where they differ, makes the next.

    Call it within a transaction.

    Args:
        con: a database opened for writing, with facts.
        lexicon: hash of the lexicon that the claims were made with.
        policy: hash of the weights that the facts were made with.
        label: what to call the version.
    """
    newest = _number(con, "SELECT max(version) FROM versions")
    changes = find_changes(con)
    if changes:
        number = (newest or 0) + 1
        _write_entries(con, number)
        _write_version(con, Publication(number, 0, changes), newest, (lexicon, policy, label))
        con.execute(statement("causes"), {"version": number})
        newest = number
    entries = _number(con, "SELECT count(*) FROM entries WHERE to_version IS NULL")
    return Publication(newest, entries or 0, changes)


def find_changes(con: DuckDBPyConnection) -> tuple[Change, ...]:
    """Returns how the facts differ from the newest version, in the leaderboard's order."""
    rows = con.execute(statement("changes")).fetchall()
    return tuple(
        Change(
            kind=row[0],
            subject=row[1],
            attribute=row[2],
            benchmark=row[3],
            setting=row[4],
            before=None if row[0] == "added" else Figure(*row[5:10]),
            after=None if row[0] == "removed" else Figure(*row[10:15]),
            status=row[15],
        )
        for row in rows
    )


def content_hash(con: DuckDBPyConnection, version: int) -> str:
    """Returns the SHA-256 of a version's entries, each written as one line of JSON."""
    digest = hashlib.sha256()
    rows = con.execute(statement("version_rows"), {"version": version})
    while batch := rows.fetchmany(10_000):
        for row in batch:
            digest.update(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")
    return digest.hexdigest()


def _write_entries(con: DuckDBPyConnection, number: int) -> None:
    for step in ("close_entries", "open_entries"):
        con.execute(statement(step), {"version": number})


def _write_version(
    con: DuckDBPyConnection,
    publication: Publication,
    parent: int | None,
    provenance: tuple[str, str, str | None],
) -> None:
    lexicon, policy, label = provenance
    number = publication.version or 0
    [(entries,)] = con.execute("SELECT count(*) FROM entries WHERE to_version IS NULL").fetchall()
    content = content_hash(con, number)
    decided = con.execute("SELECT as_of, overrides FROM reconciliation").fetchall() or [
        (None, None)
    ]
    episodes = con.execute(
        "SELECT id, extractor FROM episodes WHERE coalesce(published <= ?, true) ORDER BY id",
        [decided[0][0]],
    ).fetchall()
    with con.appender("versions") as appender:
        appender.append_row(
            number,
            parent,
            content,
            datetime.now(UTC).replace(tzinfo=None, microsecond=0),
            label,
            [episode for episode, _ in episodes],
            ",".join(sorted({extractor for _, extractor in episodes})),
            lexicon,
            policy,
            entries,
            *(publication.count(kind) for kind in ("added", "changed", "removed")),
            *decided[0],
        )


def _number(con: DuckDBPyConnection, query: str) -> int | None:
    row = con.execute(query).fetchone()
    return row[0] if row else None
