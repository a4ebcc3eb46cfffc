"""Publishes facts as a new version of the leaderboard, when something changed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from duckdb import DuckDBPyConnection

from leaderboard.format import Figure
from leaderboard.statements import each_row, statement


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
    """What publishing came to: the newest version and its changes.

    Attributes:
        version: None where there is none yet.
        entries: how many it has.
        changes: what it has otherwise than the version before.
        is_new: whether it was made now; without changes mostly nothing is.
        label: what it is called.
    """

    version: int | None
    entries: int
    changes: tuple[Change, ...]
    is_new: bool
    label: str | None

    def count(self, kind: str) -> int:
        """Returns how many entries were added, changed or removed."""
        return _count(self.changes, kind)


@dataclass(frozen=True, slots=True)
class _Made:
    """How a version was made: hashes of lexicon and policy, and what to call it."""

    lexicon: str
    policy: str
    label: str | None


def publish(
    con: DuckDBPyConnection,
    *,
    lexicon: str,
    policy: str,
    label: str | None = None,
    always: bool = False,
) -> Publication:
    """Compares the facts with the newest version and, where they differ, makes the next.

    Call it within a transaction.

    Args:
        con: a database opened for writing, with facts.
        lexicon: hash of the lexicon that the claims were made with.
        policy: hash of the weights that the facts were made with.
        label: what to call the version; where nothing changed the newest gets it, if it has none.
        always: make a version after the first also where nothing changed.
    """
    newest = _number(con, "SELECT max(version) FROM versions")
    changes = find_changes(con)
    is_new = bool(changes) or (always and newest is not None)
    if is_new:
        parent, newest = newest, (newest or 0) + 1
        _write_entries(con, newest)
        _write_version(con, newest, parent, changes, _Made(lexicon, policy, label))
        con.execute(statement("causes"), {"version": newest})
    elif label:
        con.execute(
            "UPDATE versions SET label = ? WHERE version = ? AND label IS NULL", [label, newest]
        )
    rows = con.execute(
        "SELECT entries, label FROM versions ORDER BY version DESC LIMIT 1"
    ).fetchall()
    entries, called = rows[0] if rows else (0, None)
    return Publication(newest, entries, changes, is_new, called)


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
    for row in each_row(rows):
        digest.update(json.dumps(row, ensure_ascii=False, default=str).encode() + b"\n")
    return digest.hexdigest()


def _write_entries(con: DuckDBPyConnection, number: int) -> None:
    for step in ("close_entries", "open_entries"):
        con.execute(statement(step), {"version": number})


def _write_version(
    con: DuckDBPyConnection,
    number: int,
    parent: int | None,
    changes: Sequence[Change],
    made: _Made,
) -> None:
    [(entries,)] = con.execute("SELECT count(*) FROM entries WHERE to_version IS NULL").fetchall()
    content = content_hash(con, number)
    decided = con.execute("SELECT as_of, overrides FROM reconciliation").fetchall()
    as_of, overrides = decided[0] if decided else (None, None)
    episodes = con.execute(
        "SELECT id, extractor FROM episodes WHERE coalesce(published <= ?, true) ORDER BY id",
        [as_of],
    ).fetchall()
    with con.appender("versions") as appender:
        appender.append_row(
            number,
            parent,
            content,
            datetime.now(UTC).replace(tzinfo=None, microsecond=0),
            made.label or (f"as of {as_of}" if as_of else None),
            [episode for episode, _ in episodes],
            ",".join(sorted({extractor for _, extractor in episodes})),
            made.lexicon,
            made.policy,
            entries,
            *(_count(changes, kind) for kind in ("added", "changed", "removed")),
            as_of,
            overrides,
        )


def _count(changes: Sequence[Change], kind: str) -> int:
    return sum(change.kind == kind for change in changes)


def _number(con: DuckDBPyConnection, query: str) -> int | None:
    row = con.execute(query).fetchone()
    return row[0] if row else None
