"""Keeps what was extracted: one row an episode, one row a claim."""

import os
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from operator import attrgetter
from pathlib import Path

from duckdb import DuckDBPyConnection

from extract.records import Claim, Episode, Extraction, Relation
from reconcile.sketches import sketch

STANDARD_INPUT = "-"

_CLAIM_COLUMNS = tuple(field.name for field in fields(Claim))


@dataclass(frozen=True, slots=True)
class _Stored:
    """A row of the table `episodes`."""

    id: str
    source: str
    copies: tuple[str, ...]
    show: str | None
    title: str | None
    published: date | None
    speakers: tuple[str, ...]
    content_hash: str
    extractor: str


_episode_row = attrgetter(*(field.name for field in fields(_Stored)))


@dataclass(frozen=True, slots=True)
class StoredEpisodes:
    """The episodes of a database whose claims the present extractor made; asked by reading again.

    Attributes:
        rows: source, show, title, day of publication and content hash of each.
    """

    rows: frozenset[tuple[str, str | None, str | None, date | None, str]]

    def __contains__(self, episode: Episode) -> bool:
        row = _as_row(episode, "")
        return (row.source, row.show, row.title, row.published, row.content_hash) in self.rows


NOTHING_STORED = StoredEpisodes(frozenset())


def stored_episodes(con: DuckDBPyConnection, extractor_hash: str) -> StoredEpisodes:
    """Returns the episodes that this extractor need not read again while they stay the same."""
    rows = con.execute(
        'SELECT source, "show", title, published, content_hash FROM episodes WHERE extractor = ?',
        [extractor_hash],
    ).fetchall()
    return StoredEpisodes(frozenset(rows))


def store(con: DuckDBPyConnection, extraction: Extraction, extractor_hash: str) -> bool:
    """Puts an episode and its claims in the place of what was stored of it before.

    An episode is known by its content: a second path with the same content is noted as a copy. A
    path whose content has changed takes its old episode away. Call it within a transaction.

    Args:
        con: a database opened for writing.
        extraction: what came out of a transcript.
        extractor_hash: of the extractor that made it.

    Returns:
        False when neither the content, nor what is known of the episode, nor the extractor
        changed.
    """
    read = _as_row(extraction.episode, extractor_hash)
    replaced = _forget_old_content(con, read)
    stored = _load(con, "id = ?", read.id)
    row = _merged(stored, read) if stored else read
    if stored and replace(stored, copies=row.copies) == row:
        con.execute("UPDATE episodes SET copies = ? WHERE id = ?", [[*row.copies], row.id])
        return replaced
    if stored:
        remove_episode(con, row.id)
    with con.appender("episodes") as appender:
        appender.append_row(*_episode_row(row))
    with con.appender("claims") as appender:
        appender.append_rows(map(_claim_row, extraction.claims))
    return True


def _claim_row(claim: Claim) -> tuple[object, ...]:
    """Returns a row of the table: the columns of the record, and then a sketch of the quote."""
    values = (getattr(claim, column) for column in _CLAIM_COLUMNS)
    return (*(asdict(it) if isinstance(it, Relation) else it for it in values), sketch(claim.quote))


def _as_row(episode: Episode, extractor_hash: str) -> _Stored:
    source = episode.source
    return _Stored(
        id=episode.id,
        source=str(Path(source).resolve()) if _keeps_its_place(source) else source,
        copies=(),
        show=episode.show,
        title=episode.title,
        published=episode.published,
        speakers=episode.speakers,
        content_hash=episode.content_hash,
        extractor=extractor_hash,
    )


def _keeps_its_place(source: str) -> bool:
    """Says whether what is read there tomorrow is the same transcript: a stream's is another."""
    return source != STANDARD_INPUT and (Path(source).is_file() or not Path(source).exists())


def _merged(stored: _Stored, read: _Stored) -> _Stored:
    """Returns the row of content that is stored already and was read again.

    The first path tells title and show as long as a file is there: a copy under another name
    would else change them to and fro.
    """
    if read.source == stored.source or not os.path.lexists(stored.source):
        copies = set(stored.copies) - {read.source}
        return replace(read, copies=tuple(sorted(copies)))
    copies = {*stored.copies, read.source}
    return replace(stored, copies=tuple(sorted(copies)), extractor=read.extractor)


def _forget_old_content(con: DuckDBPyConnection, read: _Stored) -> bool:
    """Removes the episode that stood at the path before, unless a copy of it is left."""
    if not _keeps_its_place(read.source):
        return False
    old = _load(
        con, "id <> ? AND (source = ? OR list_contains(copies, ?))", read.id, *[read.source] * 2
    )
    if old is None:
        return False
    left = [path for path in (old.source, *old.copies) if path != read.source]
    if not left:
        remove_episode(con, old.id)
        return True
    con.execute(
        "UPDATE episodes SET source = ?, copies = ? WHERE id = ?", [left[0], left[1:], old.id]
    )
    return False


def _load(con: DuckDBPyConnection, condition: str, *values: str) -> _Stored | None:
    columns = ", ".join(f'"{field.name}"' for field in fields(_Stored))
    row = con.execute(f"SELECT {columns} FROM episodes WHERE {condition}", values).fetchone()  # noqa: S608
    if row is None:
        return None
    stored = _Stored(*row)
    return replace(stored, copies=tuple(stored.copies), speakers=tuple(stored.speakers))


def remove_episode(con: DuckDBPyConnection, episode: str) -> None:
    """Takes an episode away by its id, with its claims. Call it within a transaction."""
    con.execute("DELETE FROM claims WHERE episode = ?", [episode])
    con.execute("DELETE FROM episodes WHERE id = ?", [episode])
