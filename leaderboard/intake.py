"""Takes transcripts in: finds them, has them extracted, stores what came out."""

import logging
from collections.abc import Iterable, Iterator
from itertools import chain

from duckdb import DuckDBPyConnection

from extract import Asked, Known, OwnLexicon, Sources, extract_files, find_sources
from extract.batch import Result
from extract.errors import TallycastError
from extract.records import Episode, Extraction, Failure, Unchanged
from leaderboard.format import many
from leaderboard.options import Request
from leaderboard.taken import Reading, State
from leaderboard.terminal.progress import with_progress
from leaderboard.versions.forgetting import forgotten_episodes
from reconcile import NOTHING_STORED, StoredEpisodes, store

_log = logging.getLogger(__name__)


def _told(result: Extraction | Unchanged) -> str:
    """Returns what is worth a line about a transcript that was read."""
    if isinstance(result, Unchanged):
        return "unchanged"
    episode = result.episode
    return (
        f"{many(len(result.claims), 'claim')}, {many(episode.replaced, 'character')} replaced, "
        f"{many(episode.unread, 'cue')} unread"
    )


class Failures:
    """Reports failures among results and keeps them, so that the rest goes on."""

    def __init__(self) -> None:
        self.found: list[Failure] = []

    def sift(self, results: Iterable[Result]) -> Iterator[Extraction | Unchanged]:
        """Yields what succeeded; says of each failure what it was, in one line."""
        for result in results:
            if not isinstance(result, Failure):
                _log.info("%s: %s", result.episode.source, _told(result))
                yield result
                continue
            self.found.append(result)
            _log.warning("%s", self.reason(result))

    @staticmethod
    def reason(failure: Failure) -> str:
        """Returns where and why in one line."""
        told = failure.reason.startswith(failure.source)
        return failure.reason if told else f"{failure.source}: {failure.reason}"


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
    request: Request,
    sources: Sources,
    own: OwnLexicon,
    *,
    stored: StoredEpisodes = NOTHING_STORED,
    progress: bool = True,
) -> Iterator[Result]:
    """Returns what comes out of the transcripts; first, the paths that lead nowhere.

    Args:
        request: how to read them.
        sources: which they are.
        own: what the user adds to the lexicon.
        stored: episodes that need not be extracted again.
        progress: False where a bar would run into what is printed meanwhile.
    """
    known = Known(show=request.show, title=request.title, published=request.published)
    results = extract_files(
        sources.found,
        Asked(known, request.input_format, own),
        jobs=request.jobs,
        is_done=stored.__contains__,
    )
    if progress:
        results = with_progress(results, len(sources.found), "Reading transcripts")
    return chain(sources.failures, results)


def take_in(
    con: DuckDBPyConnection, results: Iterable[Extraction | Unchanged], extractor_hash: str
) -> list[Reading]:
    """Stores what was extracted and returns what became of each transcript."""
    readings = []
    met: set[tuple[object, ...]] = set()
    forgotten = forgotten_episodes(con)
    for result in results:
        episode = result.episode
        if episode in forgotten:
            readings.append(Reading(episode, 0, "forgotten"))
            continue
        names = set(_names(episode))
        is_copy = not met.isdisjoint(names)
        if is_copy and (episode.id,) not in met:  # its claims are those of the other transcript
            readings.append(Reading(episode, 0, "copy"))
            continue
        met |= names
        changed = isinstance(result, Extraction) and store(con, result, extractor_hash)
        state: State = "copy" if is_copy else "read" if changed else "unchanged"
        readings.append(Reading(episode, _count_claims(con, episode), state))
    return readings


def _names(episode: Episode) -> Iterator[tuple[object, ...]]:
    """Yields by what an episode is known: its content, its words, and its show, title and day."""
    yield (episode.id,)
    if episode.words_hash:
        yield ("words", episode.words_hash)
    if episode.show and episode.title and episode.published:
        yield (episode.show, episode.title, episode.published)


def _count_claims(con: DuckDBPyConnection, episode: Episode) -> int:
    row = con.execute("SELECT count(*) FROM claims WHERE episode = ?", [episode.id]).fetchone()
    return int(row[0]) if row else 0
