"""Processes that read sources side by side; what they send back comes in the order of the sources.

Sources are handed out in bundles of about equal bytes, the largest of the next ones first. What
comes out of one source is sent as soon as it is there, so little is held anywhere: a worker far
ahead of the order waits. A worker that dies costs the one source that it was reading.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from extract.errors import TallycastError

Job = TypeVar("Job")
Result = TypeVar("Result")

_BUNDLE_BYTES = 512 * 1024
_BUNDLE_JOBS = 64
_BUNDLES_AHEAD = 4  # for each worker: so far may one be ahead of the order
_HELD = 256  # results of a bundle that are taken while others are awaited
_ENDED = None  # is sent when a job has given all its results


@dataclass(slots=True)
class _Bundle(Generic[Job]):
    """Jobs for one worker, and what has come of them that was not given on yet."""

    jobs: deque[Job]
    size: int
    results: deque[tuple[Job, Any]] = field(default_factory=deque)
    given: bool = False


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection


class Crew(Generic[Job, Result]):
    """Several worker processes that do the same work; use it in a `with` statement.

    They are spawned, not forked: a caller may have threads (DuckDB has), which a fork would leave
    locked.
    """

    def __init__(
        self,
        count: int,
        work: Callable[[Job], Iterator[Result]],
        died: Callable[[Job, str], Result],
    ) -> None:
        """Takes what to do.

        Args:
            count: how many processes.
            work: gives the results of a job; picklable, like the jobs.
            died: gives the result of a job that its process did not survive, and how that ended.
        """
        self._count = count
        self._work = work
        self._died = died
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, _Bundle[Job]]] = {}

    def __enter__(self) -> "Crew[Job, Result]":
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the processes at once, whatever they are doing."""
        workers = self._workers()
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()
            worker.pipe.close()

    def processes(self) -> list[int | None]:
        """Returns the numbers of the processes."""
        return [worker.process.pid for worker in self._workers()]

    def results(
        self, jobs: Iterable[Job], size_of: Callable[[Job], int]
    ) -> Iterator[tuple[Job, Result]]:
        """Yields each job with each of its results, in the order of the jobs."""
        bundles = _bundles(jobs, size_of)
        ahead: deque[_Bundle[Job]] = deque()
        while True:
            ahead.extend(islice(bundles, _BUNDLES_AHEAD * self._count - len(ahead)))
            if not ahead:
                return
            self._hand_out(ahead)
            first = ahead[0]
            while first.results:
                yield first.results.popleft()
            if first.given and not first.jobs:
                ahead.popleft()
            else:
                self._receive(first)

    def _workers(self) -> list[_Worker]:
        return [*self._idle, *(worker for worker, _ in self._busy.values())]

    def _hand_out(self, ahead: Iterable[_Bundle[Job]]) -> None:
        waiting = sorted((it for it in ahead if not it.given), key=lambda it: -it.size)
        for bundle in waiting[: self._count - len(self._busy)]:
            self._give(bundle)

    def _give(self, bundle: _Bundle[Job]) -> None:
        worker = self._idle.pop() if self._idle else _started(self._work)
        bundle.given = True
        self._busy[worker.pipe] = worker, bundle
        with suppress(OSError):  # it has died meanwhile: known when nothing can be received
            worker.pipe.send([*bundle.jobs])

    def _receive(self, first: _Bundle[Job]) -> None:
        """Waits for what comes next of `first`, or of others that are not too far ahead."""
        listened = [
            pipe
            for pipe, (_, bundle) in self._busy.items()
            if bundle is first or len(bundle.results) < _HELD
        ]
        for pipe in wait(listened):
            assert isinstance(pipe, Connection)  # noqa: S101  nothing else was listened to
            worker, bundle = self._busy[pipe]
            try:
                message = pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, bundle)
                continue
            if isinstance(message, TallycastError):
                raise message
            if message is _ENDED:
                bundle.jobs.popleft()
            else:
                bundle.results.append((bundle.jobs[0], message))
            if not bundle.jobs:
                del self._busy[pipe]
                self._idle.append(worker)

    def _bury(self, worker: _Worker, bundle: _Bundle[Job]) -> None:
        """Says of which job a worker died, and has another one do the rest."""
        del self._busy[worker.pipe]
        worker.pipe.close()
        worker.process.join()
        lost = bundle.jobs.popleft()
        bundle.results.append((lost, self._died(lost, _cause(worker.process.exitcode))))
        if bundle.jobs:
            self._give(bundle)


def size_of_file(path: str) -> int:
    """Returns the bytes of a file; 0 of what is none."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def _bundles(jobs: Iterable[Job], size_of: Callable[[Job], int]) -> Iterator[_Bundle[Job]]:
    bundle: _Bundle[Job] = _Bundle(deque(), 0)
    for job in jobs:
        bundle.jobs.append(job)
        bundle.size += size_of(job)
        if bundle.size >= _BUNDLE_BYTES or len(bundle.jobs) >= _BUNDLE_JOBS:
            yield bundle
            bundle = _Bundle(deque(), 0)
    if bundle.jobs:
        yield bundle


def _cause(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"killed by {signal.Signals(-exit_code).name}"
    return f"exit code {exit_code}"


def _started(work: Callable[[Job], Iterator[Result]]) -> _Worker:
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(there, work), daemon=True)
    with _interrupts_ignored():  # inherited: Ctrl-C is for the parent, which ends the workers
        process.start()
    there.close()
    return _Worker(process, here)


def _serve(pipe: Connection, work: Callable[[Job], Iterator[Result]]) -> None:
    """Does bundles of jobs until the parent is gone."""
    with suppress(EOFError, OSError):
        try:
            while True:
                for job in pipe.recv():
                    for result in work(job):
                        pipe.send(result)
                    pipe.send(_ENDED)
        except TallycastError as error:  # it is of all jobs
            pipe.send(error)
    os._exit(0)  # whatever libraries would still do at the end is for nobody


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
