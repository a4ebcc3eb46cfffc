"""Keeps what was extracted: one row an episode, one row a claim."""

import os
from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import Any

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

_TOUCHED = """
SELECT id, source, copies, "show", title, published, speakers, content_hash, extractor
FROM episodes
WHERE id IN (SELECT unnest(CAST($1 AS VARCHAR[])))
    OR source IN (SELECT unnest(CAST($2 AS VARCHAR[])))
    OR list_has_any(copies, CAST($2 AS VARCHAR[]))
"""


def store(con: DuckDBPyConnection, extraction: Extraction, extractor_hash: str) -> bool:
    """Stores one episode; see store_all."""
    [changed] = store_all(con, [extraction], extractor_hash)
    return changed


def store_all(
    con: DuckDBPyConnection, extractions: Sequence[Extraction], extractor_hash: str
) -> list[bool]:
    """Puts episodes and their claims in the place of what was stored of them before.

    An episode is known by its content: a second path with the same content is noted as a copy. A
    path whose content has changed takes its old episode away. Call it within a transaction.

    Args:
        con: a database opened for writing.
        extractions: what came out of transcripts, in the order in which they count.
        extractor_hash: of the extractor that made them.

    Returns:
        Of each False when neither the content, nor what is known of the episode, nor the extractor
        changed.
    """
    rows = [_as_row(extraction.episode, extractor_hash) for extraction in extractions]
    shelf = _Shelf(con, rows)
    changed = [shelf.put(row, it.claims) for row, it in zip(rows, extractions, strict=True)]
    shelf.write(con)
    return changed


class _Shelf:
    """The stored episodes that new ones may touch, and what becomes of them."""

    def __init__(self, con: DuckDBPyConnection, read: Sequence[_Stored]) -> None:
        """Takes those out that have the content or a path of what was read."""
        found = con.execute(_TOUCHED, [[row.id for row in read], [row.source for row in read]])
        self._rows = {row.id: row for row in map(_stored, found.fetchall())}
        self._before = frozenset(self._rows)
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self._written: set[str] = set()
        self._at: dict[str, dict[str, None]] = {}
        for row in self._rows.values():
            self._note(row)

    def put(self, read: _Stored, claims: tuple[Claim, ...]) -> bool:
        """Takes an episode in; says whether anything changed."""
        replaced = self._clear_path(read)
        stored = self._rows.get(read.id)
        row = _merged(stored, read) if stored else read
        self._set(row)
        if stored and replace(stored, copies=row.copies) == row:
            return replaced
        self._claims[row.id] = claims
        return True

    def write(self, con: DuckDBPyConnection) -> None:
        """Puts back what has changed."""
        gone = self._before - self._rows.keys()
        remove_episodes(con, gone, claims=gone | (self._before & self._claims.keys()))
        delete_rows(con, "episodes", "id", self._before & self._written)
        # Their facts are no longer of these claims, should nobody come to make them anew.
        delete_rows(con, "reconciled", "episode", self._before & self._claims.keys())
        with con.appender("episodes") as appender:
            appender.append_rows(
                _episode_row(self._rows[number])
                for number in sorted(self._written & self._rows.keys())
            )
        with con.appender("claims") as appender:
            for number, claims in self._claims.items():
                if number in self._rows:
                    appender.append_rows(map(_claim_row, claims))

    def _clear_path(self, read: _Stored) -> bool:
        """Removes the episode that stood at the path before, unless a copy of it is left."""
        if not _keeps_its_place(read.source):
            return False
        olds = (self._rows.get(number) for number in self._at.get(read.source, ()))
        old = next(
            (it for it in olds if it and it.id != read.id and read.source in _paths(it)), None
        )
        if old is None:
            return False
        left = [path for path in _paths(old) if path != read.source]
        if left:
            self._set(replace(old, source=left[0], copies=tuple(left[1:])))
            return False
        del self._rows[old.id]
        return True

    def _set(self, row: _Stored) -> None:
        if self._rows.get(row.id) != row:
            self._rows[row.id] = row
            self._written.add(row.id)
            self._note(row)

    def _note(self, row: _Stored) -> None:
        for path in _paths(row):
            self._at.setdefault(path, {})[row.id] = None


def _paths(row: _Stored) -> tuple[str, ...]:
    return row.source, *row.copies


def place_of(source: str) -> str:
    """Returns the path of what is read again tomorrow; else what was given."""
    return os.path.realpath(source) if _keeps_its_place(source) else source


def _claim_row(claim: Claim) -> tuple[object, ...]:
    """Returns a row of the table: the columns of the record, and then a sketch of the quote."""
    values = (getattr(claim, column) for column in _CLAIM_COLUMNS)
    return (*(asdict(it) if isinstance(it, Relation) else it for it in values), sketch(claim.quote))


def _as_row(episode: Episode, extractor_hash: str) -> _Stored:
    return _Stored(
        id=episode.id,
        source=place_of(episode.source),
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
    # Not pathlib, which takes as long as the rest of storing an episode.
    return source != STANDARD_INPUT and (os.path.isfile(source) or not os.path.exists(source))  # noqa: PTH110, PTH113


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


def _stored(row: Sequence[Any]) -> _Stored:
    stored = _Stored(*row)
    return replace(stored, copies=tuple(stored.copies), speakers=tuple(stored.speakers))


def remove_episode(con: DuckDBPyConnection, episode: str) -> None:
    """Takes an episode away by its id, with its claims. Call it within a transaction."""
    remove_episodes(con, {episode}, claims={episode})


def remove_episodes(con: DuckDBPyConnection, gone: Set[str], *, claims: Set[str]) -> None:
    """Takes episodes away by their ids, and the claims of episodes."""
    delete_rows(con, "claims", "episode", claims)
    delete_rows(con, "readings", "episode", gone)
    delete_rows(con, "episodes", "id", gone)


def delete_rows(con: DuckDBPyConnection, table: str, column: str, ids: Set[str]) -> None:
    """Deletes the rows whose `column`, a text, is one of `ids`; names come from this program."""
    if ids:
        con.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(CAST(? AS VARCHAR[])))",  # noqa: S608  names written here
            [sorted(ids)],
        )
