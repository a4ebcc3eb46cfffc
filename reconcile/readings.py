"""What is remembered of files, so that those that look as they did are not read again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from duckdb import DuckDBPyConnection

from extract.records import Episode
from reconcile.store import place_of


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
class Reading:
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


@dataclass(frozen=True, slots=True)
class Remembered:
    """A file whose episodes are all stored as it told of them.

    Attributes:
        fingerprint: how it looked.
        episodes: in the order in which they stand there; of the speakers nothing is known.
    """

    fingerprint: str
    episodes: tuple[Episode, ...] = field(repr=False)

    def stored(self) -> StoredEpisodes:
        """Returns the episodes, to be asked for when the file is read again."""
        rows = ((e.source, e.show, e.title, e.published, e.content_hash) for e in self.episodes)
        return StoredEpisodes(frozenset(rows))


_row = attrgetter(*(column.name for column in fields(Reading)))

# What a file told counts only while the episode is stored so, and from there: else another file
# has taken its place, or another extractor has made its claims.
_REMEMBERED = """
SELECT
    r.path, r.fingerprint, e.id, r.source, r."show", r.title, r.published, e.content_hash,
    r.replaced, r.unread, r.words_hash
FROM readings r
LEFT JOIN episodes e ON e.id = r.episode AND e.source = r.source AND e.extractor = ?
    AND e."show" IS NOT DISTINCT FROM r."show" AND e.title IS NOT DISTINCT FROM r.title
    AND e.published IS NOT DISTINCT FROM r.published
WHERE r.path IN (SELECT unnest(CAST(? AS VARCHAR[])))
ORDER BY r.path, r.number
"""


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
    files = {path: list(found) for path, found in groupby(rows, key=lambda row: str(row[0]))}
    return {
        path: Remembered(found[0][1], tuple(map(_episode, found)))
        for path, found in files.items()
        if all(row[2] is not None for row in found)
    }


def _episode(row: Sequence[Any]) -> Episode:
    _, _, number, source, show, title, published, content_hash, replaced, unread, words = row
    return Episode(
        number, source, show, title, published, (), content_hash, replaced, unread, words
    )


def readings_of(path: str, fingerprint: str, episodes: Iterable[Episode]) -> Iterator[Reading]:
    """Yields what is to be remembered of a file."""
    for number, episode in enumerate(episodes):
        yield Reading(
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
        )


def remember(con: DuckDBPyConnection, paths: Sequence[str], readings: Sequence[Reading]) -> None:
    """Replaces what is known of files. Call it within a transaction."""
    con.execute(
        "DELETE FROM readings WHERE path IN (SELECT unnest(CAST(? AS VARCHAR[])))", [[*paths]]
    )
    with con.appender("readings") as appender:
        appender.append_rows(map(_row, readings))
