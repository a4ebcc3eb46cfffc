"""Whether the versions are what they were, and whether the transcripts still give the newest."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from extract import OwnLexicon, extractor_hash, lexicon_hash
from extract.errors import TallycastError
from leaderboard.configuration import Configuration
from leaderboard.database import reading, writing
from leaderboard.intake import read_anew, sources_of
from leaderboard.options import Request
from leaderboard.publish import content_hash, publish
from leaderboard.reconciling import bring_up_to_date
from leaderboard.statements import statement
from leaderboard.taking import take_in
from leaderboard.tallies import Failures
from reconcile import load_policy

_PROVENANCE = ("extractor", "lexicon", "policy")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One version: the hash it was published with, and that of its entries as they are now."""

    version: int
    published: str
    present: str

    @property
    def unchanged(self) -> bool:
        """Says whether it is what was published."""
        return self.published == self.present


@dataclass(frozen=True, slots=True)
class Reproduction:
    """What the transcripts give now, beside the newest version.

    Attributes:
        version: the newest.
        reproduced: whether the content hashes are the same.
        differences: how many entries are otherwise.
        missing: episodes of the version that are not among the transcripts.
        further: transcripts that are of no episode of the version.
        reasons: what else is otherwise: extractor, lexicon or policy.
    """

    version: int
    reproduced: bool
    differences: int
    missing: int
    further: int
    reasons: tuple[str, ...]


def verdicts(con: DuckDBPyConnection) -> Iterator[Verdict]:
    """Yields each version with its content hash made anew, the first version first."""
    rows = con.execute("SELECT version, content_hash FROM versions ORDER BY version").fetchall()
    for version, published in rows:
        yield Verdict(version, published, content_hash(con, version))


@dataclass(frozen=True, slots=True)
class _Newest:
    version: int
    content_hash: str
    as_of: date | None
    episodes: frozenset[str]
    provenance: dict[str, str]


def reproduce(db: str, request: Request, configuration: Configuration) -> Reproduction:
    """Makes a leaderboard from transcripts, aside, and compares it with the newest version.

    Raises:
        TallycastError: there is no version, or no transcript can be read.
    """
    with reading(db) as con:
        newest = _newest(con)
        forgotten = con.execute("FROM forgotten").fetchall()
        entries = _entries(con, newest.version)
    with tempfile.TemporaryDirectory() as folder, writing(str(Path(folder, "new.duckdb"))) as con:
        with con.appender("forgotten") as appender:
            appender.append_rows(forgotten)
        episodes = _build(con, request, configuration, newest.as_of)
        present = content_hash(con, 1)
        anew = _entries(con, 1)
    facts = entries.keys() | anew.keys()
    return Reproduction(
        version=newest.version,
        reproduced=present == newest.content_hash,
        differences=sum(entries.get(fact) != anew.get(fact) for fact in facts),
        missing=len(newest.episodes - episodes),
        further=len(episodes - newest.episodes),
        reasons=_reasons(newest.provenance, configuration.own),
    )


def _newest(con: DuckDBPyConnection) -> _Newest:
    row = con.execute(statement("newest_version")).fetchone()
    if row is None:
        raise TallycastError("no version was published yet")
    version, present, as_of, episodes, *provenance = row
    made_by = dict(zip(_PROVENANCE, provenance, strict=True))
    return _Newest(version, present, as_of, frozenset(episodes), made_by)


def _entries(con: DuckDBPyConnection, version: int) -> dict[str, tuple[object, ...]]:
    rows = con.execute(statement("version_rows"), {"version": version}).fetchall()
    return {row[0]: row for row in rows}


def _build(
    con: DuckDBPyConnection, request: Request, configuration: Configuration, as_of: date | None
) -> set[str]:
    """Builds a first version; returns the episodes that it was made from."""
    own = configuration.own
    files = read_anew(con, request, sources_of(request), own)
    take_in(con, files, extractor_hash(own), Failures())
    bring_up_to_date(con, configuration, as_of)
    publish(con, lexicon=lexicon_hash(own), policy=load_policy().hash())
    made_from = con.execute("SELECT unnest(episodes) FROM versions").fetchall()
    return {episode for (episode,) in made_from}


def _reasons(published: dict[str, str], own: OwnLexicon) -> tuple[str, ...]:
    """Returns which of extractor, lexicon and policy are not those of the version."""
    present = dict(
        zip(
            _PROVENANCE,
            (extractor_hash(own), lexicon_hash(own), load_policy().hash()),
            strict=True,
        )
    )
    return tuple(what for what in _PROVENANCE if published[what] != present[what])
