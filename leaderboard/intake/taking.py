"""Stores what comes out of transcripts, some at a time, each time for good.

Who interrupts a long run loses the last part of it: what is committed is found again by the next
run. Facts and versions stay as they are until all is read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from extract.records import Episode, Extraction, Unchanged
from leaderboard.intake.tallies import Failures, Reading, Readings, State
from leaderboard.intake.transcripts import OfFile
from leaderboard.memory import MANY_CLAIMS
from leaderboard.versions.forgetting import forgotten_episodes
from reconcile import store_all
from reconcile.readings import ReadingRow, readings_of, remember

_EPISODES_AT_ONCE = 1_000
_CLAIMS_AT_ONCE = 10_000
_MEMORY = "75MB"  # for what is committed at once; more goes to the disk

_CLAIMS_OF = """
SELECT episode, count(*) FROM claims
WHERE episode IN (SELECT unnest(CAST(? AS VARCHAR[])))
GROUP BY episode
"""


def take_in(
    con: DuckDBPyConnection, files: Iterable[OfFile], extractor_hash: str, failures: Failures
) -> Readings:
    """Stores what was extracted and returns what became of it; commits now and then.

    Args:
        con: a database in a transaction.
        files: what came out of each, in the order in which episodes count.
        extractor_hash: of the extractor that made it.
        failures: takes what could not be read.
    """
    con.execute(f"SET memory_limit = '{_MEMORY}'")
    taking = _Taking(con, extractor_hash)
    for file in map(taking.wanted, files):
        failed_before = failures.count
        for result in failures.sift(file.results):
            taking.take(result)
        taking.end(file, good=failures.count == failed_before)
    readings = taking.finish()
    con.execute("RESET memory_limit")
    return readings


@dataclass(frozen=True, slots=True)
class _Taken:
    """An episode that was taken, what it is so far, and whether it has a row of its own."""

    result: Extraction | Unchanged
    state: State
    kept: bool


class _Taking:
    """What was taken and is not committed yet, and what was met in this run."""

    def __init__(self, con: DuckDBPyConnection, extractor_hash: str) -> None:
        self._con = con
        self._extractor_hash = extractor_hash
        self._forgotten = forgotten_episodes(con)
        self._met = Met()
        self._readings = Readings()
        self._taken: list[_Taken] = []
        self._claims = 0
        self._committed = False
        self._of_file: list[tuple[Episode, bool]] = []
        self._paths: list[str] = []
        self._seen: list[ReadingRow] = []

    def wanted(self, file: OfFile) -> OfFile:
        """Returns the file, read anew where an episode counts that did not when it was read."""
        return file.anew() if file.anew and any(map(self._counts, file.left_out)) else file

    def take(self, result: Extraction | Unchanged) -> None:
        """Takes one episode, and commits when there are many."""
        taken = self._placed(result)
        self._taken.append(taken)
        self._of_file.append((result.episode, taken.state == "read"))
        self._claims += len(result.claims) if isinstance(result, Extraction) else 0
        if len(self._taken) >= _EPISODES_AT_ONCE or self._claims >= _CLAIMS_AT_ONCE:
            self._write()
            self._con.execute("COMMIT; BEGIN")
            self._committed = True

    def end(self, file: OfFile, *, good: bool) -> None:
        """Has a file remembered; one in which something failed is read again the next time."""
        if file.fingerprint is not None and good:
            self._paths.append(file.path)
            self._seen += readings_of(file.path, file.fingerprint, self._of_file)
        self._of_file.clear()

    def finish(self) -> Readings:
        """Writes the rest; after a long run, or of many claims, so that none of it can be lost."""
        self._write()
        [(claims,)] = self._con.execute("SELECT count(*) FROM claims").fetchall()
        if self._committed or claims >= MANY_CLAIMS:
            self._con.execute("COMMIT; CHECKPOINT; BEGIN")
        return self._readings

    def _placed(self, result: Extraction | Unchanged) -> _Taken:
        episode = result.episode
        if episode in self._forgotten:
            return _Taken(result, "forgotten", kept=False)
        is_new, kept = self._met.meet(episode)
        return _Taken(result, "read" if is_new else "copy", kept)

    def _counts(self, episode: Episode) -> bool:
        return episode not in self._forgotten and self._met.is_new(episode)

    def _write(self) -> None:
        taken = [it.result for it in self._taken if it.kept]
        extractions = [it for it in taken if isinstance(it, Extraction)]
        stored = store_all(self._con, extractions, self._extractor_hash) if extractions else []
        changed = {it.episode.id for it, new in zip(extractions, stored, strict=True) if new}
        counts = self._count([it.episode.id for it in taken])
        for it in self._taken:
            number = it.result.episode.id
            state = "unchanged" if it.state == "read" and number not in changed else it.state
            claims = counts.get(number, 0) if it.kept else 0
            self._readings.add(Reading(it.result.episode, claims, state))
        if self._paths:
            remember(self._con, self._paths, self._seen)
        self._taken, self._paths, self._seen, self._claims = [], [], [], 0

    def _count(self, episodes: list[str]) -> dict[str, int]:
        """Returns how many claims each episode has."""
        return dict(self._con.execute(_CLAIMS_OF, [episodes]).fetchall())


class Met:
    """The episodes that a run has met, by all that they are known by."""

    def __init__(self) -> None:
        self._names: set[int] = set()

    def is_new(self, episode: Episode) -> bool:
        """Says whether none is known by the same content, words, or show, title and day."""
        return self._names.isdisjoint(_names(episode))

    def meet(self, episode: Episode) -> tuple[bool, bool]:
        """Takes an episode.

        Returns:
            Whether it is new (see is_new), and whether its claims count: else they are those of
            another transcript.
        """
        number, *others = _names(episode)
        is_new = self._names.isdisjoint((number, *others))
        kept = is_new or number in self._names
        if kept:
            self._names.update((number, *others))
        return is_new, kept


def _names(episode: Episode) -> Iterator[int]:
    """Yields by what an episode is known: its content, its words, and its show, title and day.

    The hashes differ from process to process, and are told to none; millions of them are kept.
    """
    yield hash(episode.id)
    if episode.words_hash:
        yield hash(("words", episode.words_hash))
    if episode.show and episode.title and episode.published:
        yield hash((episode.show, episode.title, episode.published))
