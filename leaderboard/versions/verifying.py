"""Whether the versions are what they were, and whether the transcripts still give the newest."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from extract import extractor_hash
from extract.errors import TallycastError
from leaderboard.configuration import Configuration
from leaderboard.database import reading, writing
from leaderboard.intake.taking import take_in
from leaderboard.intake.tallies import Failures
from leaderboard.intake.transcripts import read_anew, sources_of
from leaderboard.options import Request
from leaderboard.reconciling import publish_anew
from leaderboard.statements import statement
from leaderboard.versions.publish import content_hash

_PROVENANCE = ("extractor", "lexicon", "policy", "decisions")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One version: the hash it was published with, and that of its entries as they are now.

    Both are None of a version that is gone: versions are numbered without gaps.
    """

    version: int
    published: str | None
    present: str | None

    @property
    def unchanged(self) -> bool:
        """Says whether it is what was published."""
        return self.published is not None and self.published == self.present

    def __str__(self) -> str:
        """Returns "version 2: CHANGED since it was published (0123… then, 4567… now)"."""
        if self.published is None or self.present is None:
            return f"version {self.version}: GONE"
        then, now = self.published[:12], self.present[:12]
        return f"version {self.version}: CHANGED since it was published ({then} then, {now} now)"


@dataclass(frozen=True, slots=True)
class Reproduction:
    """What the transcripts give now, beside the newest version.

    Attributes:
        version: the newest.
        reproduced: whether the content hashes are the same.
        differences: how many entries are otherwise.
        missing: episodes of the version that are not among the transcripts.
        further: transcripts that are of no episode of the version.
        reasons: what else is otherwise: extractor, lexicon, policy or the user's decisions.
    """

    version: int
    reproduced: bool
    differences: int
    missing: int
    further: int
    reasons: tuple[str, ...]


def verdicts(con: DuckDBPyConnection) -> Iterator[Verdict]:
    """Yields each version with its content hash made anew, the first version first."""
    published = dict(con.execute("SELECT version, content_hash FROM versions").fetchall())
    for version in range(1, max(published, default=0) + 1):
        present = content_hash(con, version) if version in published else None
        yield Verdict(version, published.get(version), present)


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
        _build(con, request, configuration, newest.as_of)
        made = _newest(con)
        anew = _entries(con, made.version)
    facts = entries.keys() | anew.keys()
    return Reproduction(
        version=newest.version,
        reproduced=made.content_hash == newest.content_hash,
        differences=sum(entries.get(fact) != anew.get(fact) for fact in facts),
        missing=len(newest.episodes - made.episodes),
        further=len(made.episodes - newest.episodes),
        reasons=tuple(
            what for what, told in newest.provenance.items() if made.provenance[what] != told
        ),
    )


def _newest(con: DuckDBPyConnection) -> _Newest:
    row = con.execute(statement("newest_version")).fetchone()
    if row is None:
        raise TallycastError("there is no version: nothing was published, or nothing is said")
    version, present, as_of, episodes, *provenance = row
    made_by = dict(zip(_PROVENANCE, provenance, strict=True))
    return _Newest(version, present, as_of, frozenset(episodes), made_by)


def _entries(con: DuckDBPyConnection, version: int) -> dict[str, tuple[object, ...]]:
    rows = con.execute(statement("version_rows"), {"version": version}).fetchall()
    return {row[0]: row for row in rows}


def _build(
    con: DuckDBPyConnection, request: Request, configuration: Configuration, as_of: date | None
) -> None:
    """Builds a first version from transcripts."""
    own = configuration.own
    files = read_anew(con, request, sources_of(request), own)
    take_in(con, files, extractor_hash(own), Failures())
    publish_anew(con, configuration, as_of=as_of)
