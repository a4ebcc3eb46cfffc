"""Many transcripts: one or several processes, results in the order of the sources."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context

from extract.pipeline import extract_claims
from extract.reading import Known, read_transcripts
from extract.records import Episode, Extraction, Failure, Unchanged
from extract.tables import NOTHING_OWN, OwnLexicon

Result = Extraction | Unchanged | Failure
IsDone = Callable[[Episode], bool]


def _never(_: Episode) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Asked:
    """How transcripts are to be read.

    Attributes:
        known: what is known of the episodes beforehand and wins over the text.
        input_format: name of the format; None where it is to be recognised.
        own: what a user adds to the lexicon.
    """

    known: Known = Known()
    input_format: str | None = None
    own: OwnLexicon = NOTHING_OWN


AS_IT_IS = Asked()


def extract_source(
    source: str, asked: Asked = AS_IT_IS, is_done: IsDone = _never
) -> Iterator[Result]:
    """Reads each transcript of a source and yields its claims; what cannot be read is a Failure.

    Args:
        source: a path, or "-" for standard input.
        asked: how to read it.
        is_done: says of an episode that its claims are known; it is not extracted again then.
    """
    read = read_transcripts(source, known=asked.known, input_format=asked.input_format)
    for transcript in read:
        if isinstance(transcript, Failure):
            yield transcript
        elif not transcript.speech.text:
            source = transcript.episode.source
            yield Failure(source, f"{source}: no words in it")
        elif is_done(transcript.episode):
            yield Unchanged(transcript.episode)
        else:
            yield Extraction(transcript.episode, extract_claims(transcript, asked.own))


def extract_file(source: str, asked: Asked = AS_IT_IS, is_done: IsDone = _never) -> Result:
    """Reads the one transcript of a source; see extract_source."""
    results = [*islice(extract_source(source, asked, is_done), 2)]
    if len(results) != 1:
        return Failure(source, f"{source}: holds {'several transcripts' if results else 'none'}")
    return results[0]


def extract_files(
    sources: Sequence[str],
    asked: Asked = AS_IT_IS,
    *,
    jobs: int = 1,
    is_done: IsDone = _never,
) -> Iterator[Result]:
    """Yields what came out of each source, in order, the same with any number of processes.

    Args:
        sources: paths, or "-" for standard input.
        asked: how to read them; every process has it.
        jobs: how many processes to use.
        is_done: as for extract_source; with several processes it must be picklable.
    """
    work = partial(extract_source, asked=asked, is_done=is_done)
    if jobs <= 1 or len(sources) <= 1 or "-" in sources:
        yield from chain.from_iterable(map(work, sources))
        return
    chunk = max(1, min(16, len(sources) // (4 * jobs)))
    # Spawned, not forked: a caller may have threads (DuckDB has), which a fork would leave locked.
    pool = ProcessPoolExecutor(
        min(jobs, len(sources)), get_context("spawn"), initializer=_take_work, initargs=(work,)
    )
    try:
        with _interrupts_ignored():  # inherited: Ctrl-C is for the parent, which ends the workers
            results = pool.map(_do_work, sources, chunksize=chunk)
        yield from chain.from_iterable(results)
    finally:
        pool.shutdown(cancel_futures=True)


_work: Callable[[str], Iterator[Result]] | None = None


def _take_work(work: Callable[[str], Iterator[Result]]) -> None:
    """Keeps in a worker what it is to do, so that it is not sent along with every source."""
    global _work  # noqa: PLW0603  (a worker process has no other place for it)
    _work = work


def _do_work(source: str) -> list[Result]:
    assert _work is not None  # noqa: S101  (the pool's initializer ran first)
    return list(_work(source))


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
