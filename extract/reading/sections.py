"""Sections: which parts of a speech are advertisements, and which return later word for word.

What they look like stands in sections.toml.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from pydantic import BaseModel, ConfigDict

from extract.automaton import Automaton
from extract.data import read_toml
from extract.records import SectionKind

_STOP = ". "
_SENTENCE = re.compile(r"[.!?]\s+|\n")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a speech that is no talk of its own: an advertisement, or words that return."""

    start: int
    end: int
    kind: SectionKind


class _Advertisement(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    gap: int
    sentence: int
    longest: int
    opens: tuple[str, ...]
    tells: tuple[str, ...]
    ends: tuple[str, ...]
    denied: tuple[str, ...]
    examples: tuple[str, ...]
    keeps: tuple[str, ...]


class _Repeated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    sentence: int
    least: int


class Tables(BaseModel):
    """All of sections.toml, which says what each field is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    advertisement: _Advertisement
    repeated: _Repeated


@cache
def tables() -> Tables:
    """Returns sections.toml, read once a process."""
    return Tables.model_validate(read_toml(__package__, "sections.toml"))


@cache
def _phrases() -> tuple[Automaton, Sequence[str]]:
    """Returns what finds all phrases, and by its numbers what each of them does."""
    table = tables().advertisement
    does = {"opens": table.opens, "tells": table.tells, "ends": table.ends, "denied": table.denied}
    pairs = [(phrase, what) for what, phrases in does.items() for phrase in phrases]
    return Automaton(whole=[phrase for phrase, _ in pairs]), [what for _, what in pairs]


def section_at(lower: str, position: int) -> SectionKind | None:
    """Returns what the section of a speech around `position` is; None within the talk itself."""
    around = (it.kind for it in find_sections(lower) if it.start <= position < it.end)
    return min(around, default=None)


@lru_cache(maxsize=1)  # it is asked for each claim of a speech, and for none where there is none
def find_sections(lower: str) -> tuple[Section, ...]:
    """Returns the sections of a speech in lower case, ascending; advertisements before repeats."""
    found = [*_advertisements(lower), *_repeats(lower)]
    return tuple(sorted(found, key=lambda section: section.start))


def _advertisements(lower: str) -> Iterator[Section]:
    """Yields the stretches of sentences between phrases that stand near each other."""
    table = tables().advertisement
    group: list[tuple[int, str]] = []
    for place, what in _said(lower):
        far = group and place - group[-1][0] > table.gap
        if far or (group and place - group[0][0] > table.longest):
            yield from _section(lower, group, None)
            group = []
        if what == "ends":
            yield from _section(lower, group, place)
            group = []
        else:
            group.append((place, what))
    yield from _section(lower, group, None)


def _said(lower: str) -> list[tuple[int, str]]:
    automaton, does = _phrases()
    found = sorted((start, does[number]) for number, start in automaton.find(lower))
    denied = {start for start, what in found if what == "denied"}
    # "is sponsored by no one": the phrase that it denies begins a little before.
    return [
        (start, what)
        for start, what in found
        if what != "denied" and not any(start in range(place - 4, place + 1) for place in denied)
    ]


def _section(lower: str, group: Sequence[tuple[int, str]], end: int | None) -> Iterator[Section]:
    opened = any(what == "opens" for _, what in group)
    if not opened and len(group) < 2:
        return
    if end is None:
        end = _sentence_end(lower, group[-1][0])
    yield Section(_sentence_start(lower, group[0][0]), end, "advertisement")


def _sentence_start(lower: str, place: int) -> int:
    first = max(0, place - tables().advertisement.sentence)
    before = max(lower.rfind(mark, first, place) for mark in (". ", "? ", "! ", "\n"))
    return before + 1 if before >= 0 else first


def _sentence_end(lower: str, place: int) -> int:
    last = min(len(lower), place + tables().advertisement.sentence)
    found = _SENTENCE.search(lower, place, last)
    return found.end() if found else last


def _repeats(lower: str) -> Iterator[Section]:
    """Yields stretches of whole sentences that stand again further on.

    Full stops alone part sentences here: this runs over every text, and str.split is fast.
    """
    sentences = lower.split(_STOP)
    least = tables().repeated.sentence
    long = [words for words in sentences if len(words) >= least]
    if len(set(long)) == len(long):
        return
    starts = [*accumulate((len(words) + len(_STOP) for words in sentences), initial=0)]
    last = {words: place for place, words in enumerate(sentences) if len(words) >= least}
    run: list[int] = []
    for place, words in enumerate(sentences):
        returns = last.get(words, place)
        if returns > place and (not run or returns > last[sentences[run[-1]]]):
            run.append(place)
            continue
        yield from _repeat(starts, run)
        run = []


def _repeat(starts: Sequence[int], run: Sequence[int]) -> Iterator[Section]:
    if run and starts[run[-1] + 1] - starts[run[0]] >= tables().repeated.least:
        yield Section(starts[run[0]], starts[run[-1] + 1], "repeated")
