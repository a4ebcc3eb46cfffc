"""What became of each transcript, told in the log and counted for the end of a command."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from extract.batch import Result
from extract.records import Episode, Extraction, Failure, Unchanged
from leaderboard.format import many

_log = logging.getLogger(__name__)

State = Literal["read", "unchanged", "copy", "forgotten"]

SHOWN = 20  # of many episodes and failures so many are kept to be shown


def _tell(result: Extraction | Unchanged) -> None:
    """Says of a transcript that it was read, to who wants to know it all."""
    if _log.isEnabledFor(logging.INFO):
        _log.info("%s: %s", result.episode.source, _told(result))


def _told(result: Extraction | Unchanged) -> str:
    """Returns what is worth a line about a transcript that was read."""
    if isinstance(result, Unchanged):
        return "unchanged"
    episode = result.episode
    return (
        f"{many(len(result.claims), 'claim')}, {many(episode.replaced, 'character')} replaced, "
        f"{many(episode.unread, 'cue')} unread"
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A transcript that was read: its episode, its number of claims, what became of it.

    State is "read", "unchanged" (as it was stored before), "forgotten" (the user wants none of it)
    or "copy" (another transcript of an episode of this run: the same words, or the same show, title
    and day).
    """

    episode: Episode
    claims: int
    state: State


@dataclass(slots=True)
class Readings:
    """What became of all transcripts, counted; of many only the first are kept.

    Attributes:
        states: how many there are of each state.
        claims: in all.
        first: the first readings.
        new: the first of those with the state "read".
    """

    states: Counter[State] = field(default_factory=Counter)
    claims: int = 0
    first: list[Reading] = field(default_factory=list)
    new: list[Reading] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        """Counts one more."""
        self.states[reading.state] += 1
        self.claims += reading.claims
        if len(self.first) < SHOWN:
            self.first.append(reading)
        if reading.state == "read" and len(self.new) < SHOWN:
            self.new.append(reading)


class Failures:
    """Reports failures among results and counts them, so that the rest goes on.

    Attributes:
        first: the first of them.
        count: how many there were.
    """

    def __init__(self) -> None:
        self.first: list[Failure] = []
        self.count = 0

    def sift(self, results: Iterable[Result]) -> Iterator[Extraction | Unchanged]:
        """Yields what succeeded; says of each failure what it was, in one line."""
        for result in results:
            if isinstance(result, Failure):
                self.report(result)
            else:
                _tell(result)
                yield result

    def report(self, failure: Failure) -> None:
        """Says what failed and why."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(failure)
        _log.warning("%s", self.reason(failure))

    @staticmethod
    def reason(failure: Failure) -> str:
        """Returns where and why in one line."""
        told = failure.reason.startswith(failure.source)
        return failure.reason if told else f"{failure.source}: {failure.reason}"
