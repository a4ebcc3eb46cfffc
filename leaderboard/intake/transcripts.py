"""Finds transcripts and has them extracted, those that are stored only when they changed."""

import logging
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby

from duckdb import DuckDBPyConnection

from extract import Asked, Known, OwnLexicon, Sources, extractor_hash, find_sources
from extract.batch import NOTHING_DONE, Done, Job, Result, extract_jobs, extract_source, useful
from extract.errors import TallycastError
from extract.reading import writable
from extract.records import Episode, Unchanged
from leaderboard.intake.fingerprints import Fingerprints
from leaderboard.options import Request
from leaderboard.terminal.progress import with_progress
from reconcile.readings import Remembered, looks, remembered

_log = logging.getLogger(__name__)

_ASKED_AT_ONCE = 5_000  # files


def sources_of(request: Request) -> Sources:
    """Returns the transcripts that were asked for, and what leads to none.

    Raises:
        TallycastError: there is no transcript at all.
    """
    sources = find_sources(request.paths)
    for path in sources.passed_over:
        _log.info("%s: passed over, no transcript by its name", path)
    if not sources.found:
        reasons = "; ".join(failure.reason for failure in sources.failures)
        raise TallycastError(reasons or f"no transcripts in {', '.join(request.paths)}")
    return sources


def extracted(
    request: Request, sources: Sources, own: OwnLexicon, *, progress: bool = True
) -> Iterator[Result]:
    """Returns what comes out of the transcripts; first, the paths that lead nowhere.

    Args:
        request: how to read them.
        sources: which they are.
        own: what the user adds to the lexicon.
        progress: False where a bar would run into what is printed meanwhile.
    """
    jobs = map(Job, sources.found)
    results = extract_jobs(
        jobs, asked_by(request, own), processes=useful(request.jobs, sources.found)
    )
    if progress:
        results = with_progress(results, len(sources.found), "Reading transcripts")
    return chain(sources.failures, (result for _, result in results))


@dataclass(frozen=True, slots=True)
class OfFile:
    """What a file gave.

    Attributes:
        path: absolute, of the file.
        fingerprint: how it looked before it was read; None where it need not be remembered.
        results: in the order of the file; all of them can be more than memory holds.
        left_out: episodes among them of which no claims are stored, as they were copies when the
            file was read.
        anew: reads the file once more, should one of them count now.
    """

    path: str
    fingerprint: str | None
    results: Iterator[Result]
    left_out: tuple[Episode, ...] = ()
    anew: "Callable[[], OfFile] | None" = None


def read_anew(
    con: DuckDBPyConnection, request: Request, sources: Sources, own: OwnLexicon
) -> Iterator[OfFile]:
    """Yields what comes out of each file; one that looks as when it was read is not opened.

    Args:
        con: the database in which episodes are stored.
        request: how to read them.
        sources: which they are.
        own: what the user adds to the lexicon.
    """
    for failure in sources.failures:
        yield OfFile(failure.source, None, iter((failure,)))
    asked = asked_by(request, own)
    known = _Known(con, asked, extractor_hash(own))
    changed = dict(known.changed(sources.found))
    jobs = (Job(source, done) for source, done in changed.items())
    read = extract_jobs(known.noted(jobs), asked, processes=useful(request.jobs, [*changed]))
    read = with_progress(read, len(changed), "Reading transcripts")
    files = groupby(read, key=lambda pair: pair[0].source)
    for source, path, same in known.in_order(sources.found, changed):
        if same is not None:
            unchanged = (_unchanged(it, path, source) for it in same.episodes)
            anew = partial(_anew, path, source, asked, same)
            yield OfFile(path, None, unchanged, same.left_out, anew)
        elif source in changed:
            _, pairs = next(files)
            yield OfFile(path, known.looks.pop(source), (result for _, result in pairs))
        else:  # what was stored of it has gone in this very run
            yield OfFile(path, None, extract_source(source, asked))


def _anew(path: str, source: str, asked: Asked, same: Remembered) -> OfFile:
    return OfFile(path, same.fingerprint, extract_source(source, asked, same.stored()))


def _unchanged(episode: Episode, path: str, source: str) -> Unchanged:
    """Returns what is told of an episode as if it had been read: with the path as it was given."""
    if not episode.source.startswith(path):
        return Unchanged(episode)
    within = episode.source.removeprefix(path)
    return Unchanged(replace(episode, source=writable(source) + within))


class _Known:
    """What is remembered of files."""

    def __init__(self, con: DuckDBPyConnection, asked: Asked, extractor_hash: str) -> None:
        self._con = con
        self._fingerprints = Fingerprints(asked, extractor_hash)
        self._extractor_hash = extractor_hash
        self.looks: dict[str, str | None] = {}

    def changed(self, sources: Sequence[str]) -> Iterator[tuple[str, Done]]:
        """Yields those that have to be read, each with its episodes that are stored."""
        for block in _blocks(sources):
            before = looks(self._con, [*block.values()], self._extractor_hash)
            changed = {
                source: path
                for source, path in block.items()
                if path not in before or before[path] != self._fingerprints.of(source)
            }
            found = self._remembered(changed)
            for source, path in changed.items():
                yield source, found[path].stored() if path in found else NOTHING_DONE

    def noted(self, jobs: Iterable[Job]) -> Iterator[Job]:
        """Yields the jobs, and keeps how each file looks before it is read."""
        for job in jobs:
            self.looks[job.source] = self._fingerprints.of(job.source)
            yield job

    def in_order(
        self, sources: Sequence[str], changed: Container[str]
    ) -> Iterator[tuple[str, str, Remembered | None]]:
        """Yields each source and its path, with what is known where it need not be read."""
        for block in _blocks(sources):
            same = {source: path for source, path in block.items() if source not in changed}
            found = self._remembered(same) if same else {}
            for source, path in block.items():
                yield source, path, found.get(path) if source in same else None

    def _remembered(self, block: Mapping[str, str]) -> dict[str, Remembered]:
        return remembered(self._con, [*block.values()], self._extractor_hash)


def _blocks(sources: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yields sources, some thousand at a time, with their absolute paths as they are stored."""
    for first in range(0, len(sources), _ASKED_AT_ONCE):
        block = sources[first : first + _ASKED_AT_ONCE]
        yield {source: writable(os.path.abspath(source)) for source in block}  # noqa: PTH100


def asked_by(request: Request, own: OwnLexicon) -> Asked:
    """Returns how a request asks transcripts to be read."""
    known = Known(show=request.show, title=request.title, published=request.published)
    return Asked(known, request.input_format, own)
