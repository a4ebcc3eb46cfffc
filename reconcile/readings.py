"""What is remembered of files, so that those that look as they did are not read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from duckdb import DuckDBPyConnection

from extract.records import Episode
from reconcile.store import delete_rows, place_of


@dataclass(frozen=True, slots=True)
class StoredEpisodes:
    """Episodes whose claims are stored; asked by reading a file again.

    Attributes:
        rows: source, show, title, day of publication and content hash of each.
    """

    rows: frozenset[tuple[str, str | None, str | None, date | None, str]]

    def __contains__(self, episode: object) -> bool:
        return isinstance(episode, Episode) and (
            place_of(episode.source),
            episode.show,
            episode.title,
            episode.published,
            episode.content_hash,
        ) in self.rows  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """An episode that was read from a file: a row of the table `readings`."""

    path: str
    number: int
    fingerprint: str
    source: str
    episode: str
    show: str | None
    title: str | None
    published: date | None
    words_hash: str
    replaced: int
    unread: int
    content_hash: str
    stored: bool


@dataclass(frozen=True, slots=True)
class Remembered:
    """A file whose episodes are all stored as it told of them, or were not to be stored.

    Attributes:
        fingerprint: how it looked.
        episodes: in the order in which they stand there; of the speakers nothing is known.
        left_out: those among them of which no claims are stored, as they were copies.
    """

    fingerprint: str
    episodes: tuple[Episode, ...] = field(repr=False)
    left_out: tuple[Episode, ...] = field(repr=False)

    def stored(self) -> StoredEpisodes:
        """Returns the episodes that are stored, to be asked for when the file is read again."""
        left_out = {e.id for e in self.left_out}
        rows = (
            (e.source, e.show, e.title, e.published, e.content_hash)
            for e in self.episodes
            if e.id not in left_out
        )
        return StoredEpisodes(frozenset(rows))


_row = attrgetter(*(column.name for column in fields(ReadingRow)))

# What a file told counts only while the episode is stored so, and from there: else another file
# has taken its place, or another extractor has made its claims. Of a copy nothing is stored.
_OF_FILES = """
FROM readings r
LEFT JOIN episodes e ON e.id = r.episode AND e.source = r.source AND e.extractor = ?
    AND e."show" IS NOT DISTINCT FROM r."show" AND e.title IS NOT DISTINCT FROM r.title
    AND e.published IS NOT DISTINCT FROM r.published
WHERE r.path IN (SELECT unnest(CAST(? AS VARCHAR[])))
"""

_LOOKS = f"""
SELECT r.path, min(r.fingerprint) {_OF_FILES}
GROUP BY r.path HAVING bool_and(e.id IS NOT NULL OR NOT r.stored)
"""

_REMEMBERED = f"""
SELECT
    r.path, r.fingerprint, r.stored, e.id IS NOT NULL,
    r.episode, r.source, r."show", r.title, r.published, r.content_hash, r.replaced, r.unread,
    r.words_hash
{_OF_FILES}
ORDER BY r.path, r.number
"""


def looks(con: DuckDBPyConnection, paths: Sequence[str], extractor_hash: str) -> Mapping[str, str]:
    """Returns how those of the files looked of which remembered() knows something.

    It takes a tenth of what that takes, and nearly all files look as they did.
    """
    return dict(con.execute(_LOOKS, [extractor_hash, [*paths]]).fetchall())


def remembered(
    con: DuckDBPyConnection, paths: Sequence[str], extractor_hash: str
) -> dict[str, Remembered]:
    """Returns what is known of those of the files whose episodes this extractor has read.

    Args:
        con: the database.
        paths: absolute.
        extractor_hash: of the present extractor.
    """
    rows = con.execute(_REMEMBERED, [extractor_hash, [*paths]]).fetchall()
    files = ((path, list(found)) for path, found in groupby(rows, key=itemgetter(0)))
    return {
        path: _remembered(found)
        for path, found in files
        if all(there or not stored for _, _, stored, there, *_ in found)
    }


def _remembered(rows: Sequence[Sequence[Any]]) -> Remembered:
    episodes = tuple(_episode(told) for _, _, _, _, *told in rows)
    left_out = tuple(
        it for it, (_, _, stored, *_) in zip(episodes, rows, strict=True) if not stored
    )
    return Remembered(rows[0][1], episodes, left_out)


def _episode(row: Sequence[Any]) -> Episode:
    number, source, show, title, published, *told = row
    return Episode(number, source, show, title, published, (), *told)


def readings_of(
    path: str, fingerprint: str, episodes: Iterable[tuple[Episode, bool]]
) -> Iterator[ReadingRow]:
    """Yields what is to be remembered of a file, and of each episode there, stored or not."""
    for number, (episode, stored) in enumerate(episodes):
        yield ReadingRow(
            path,
            number,
            fingerprint,
            place_of(episode.source),
            episode.id,
            episode.show,
            episode.title,
            episode.published,
            episode.words_hash,
            episode.replaced,
            episode.unread,
            episode.content_hash,
            stored,
        )


def remember(con: DuckDBPyConnection, paths: Sequence[str], readings: Sequence[ReadingRow]) -> None:
    """Replaces what is known of files. Call it within a transaction."""
    delete_rows(con, "readings", "path", {*paths})
    with con.appender("readings") as appender:
        appender.append_rows(map(_row, readings))
