"""Evaluations that no lexicon knows, named by the words of the talk: "the lock picking eval"."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex
from pydantic import BaseModel, ConfigDict

from extract.automaton import Automaton
from extract.data import read_toml
from extract.numbers.vocabulary import alternatives, by_phrase
from extract.records import Name

MOST_WORDS = 3  # of the name of an evaluation
SPOKEN_OF_WITHIN = 300  # characters before a name that is given in which evaluations are spoken of
LONGEST = 80  # characters of these words

STOPS = ",.;:?!"  # a word that ends in one of these ends what is before it
_WORDS = regex.compile(rf"(?r)(?<![a-z0-9])(?:[a-z][^\s]*\s){{1,{MOST_WORDS}}}")
_GIVEN = regex.compile(
    rf"\s(?:the\s)?(?P<name>[a-z][^\s.,;:?!]*(?:\s[a-z][^\s.,;:?!]*){{0,{MOST_WORDS - 1}}})[.,;:?!]"
)
_WORD = regex.compile(r"\S+")


class EvaluationWords(BaseModel):
    """evaluations.toml, where each list is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generic: tuple[str, ...]
    named: tuple[str, ...]
    near: tuple[str, ...]
    measured: tuple[str, ...]
    telling: tuple[str, ...]
    given: tuple[str, ...]
    endings: tuple[str, ...]
    no_endings: frozenset[str]
    never: frozenset[str]
    examples: Mapping[str, str]
    negatives: tuple[str, ...]
    field: Mapping[str, tuple[str, ...]]


@cache
def evaluation_words() -> EvaluationWords:
    """Returns the checked content of evaluations.toml."""
    return EvaluationWords.model_validate(read_toml(__package__, "evaluations.toml"))


class Told(IntEnum):
    """How an evaluation was told, the surest last."""

    MEASURE = 1  # "an accuracy of": what was measured and nothing else
    FIELD = 2  # "diagnosis": what was tested
    NEAR = 3  # "on those lock problems", "a win rate": only beside the score
    JOINED = 4  # "in medical diagnosis"
    CALLED = 5  # "the lock picking eval"


class Evaluation(NamedTuple):
    """An evaluation that was named, and how."""

    name: Name
    told: Told


def evaluations(lower: str, first: int, last: int) -> Iterator[Evaluation]:
    """Yields the evaluations that are named by what they are of, from `first` to `last`."""
    yield from _built_so(lower, first, last)
    done = first
    for place in sorted({first + start for _, start in _literals().find(lower[first:last])}):
        match = _heads().match(lower, place, last) if place >= done else None
        if match is None:
            continue
        start, end = match.span()
        done = end
        if match["field"]:
            name = by_phrase(evaluation_words().field)[" ".join(match["field"].split())]
            joined = _joined().match(lower, first, start) is not None
            yield Evaluation(unlisted(start, end, name), Told.JOINED if joined else Told.FIELD)
            continue
        begin = _name_start(lower, max(first, start - LONGEST), start)
        if begin == start and not (match["measured"] or match["telling"]):
            continue
        if _same().match(lower, max(first, begin - LONGEST), begin):  # "on that same coding eval"
            continue
        name_end = start if match["generic"] or match["near"] else end
        name = " ".join(lower[begin:name_end].split())
        yield Evaluation(unlisted(begin, end, name), _told(match, alone=begin == start))


def _built_so(lower: str, first: int, last: int) -> Iterator[Evaluation]:
    """Yields names that are built as those of benchmarks are: "ScandEval", "lock-bench"."""
    for ending in _endings().finditer(lower, first, last):
        stem = _stem().match(lower, first, ending.start())
        if stem and lower[stem.start() : ending.end()] not in evaluation_words().no_endings:
            name = unlisted(stem.start(), ending.end(), lower[stem.start() : ending.end()])
            yield Evaluation(name, Told.CALLED)


def _told(match: regex.Match[str], *, alone: bool) -> Told:
    if match["measured"]:
        return Told.MEASURE if alone else Told.NEAR
    return Told.NEAR if match["near"] or match["telling"] else Told.CALLED


def given_names(lower: str) -> Iterator[Name]:
    """Yields the names that somebody gave to an evaluation of their own: "we call it Sheepdog"."""
    for phrase, start in _givings().find(lower):
        named = _GIVEN.match(lower, start + len(evaluation_words().given[phrase]))
        if named is None or not evaluation_words().never.isdisjoint(named["name"].split()):
            continue
        if _spoken_of().search(lower, max(0, start - SPOKEN_OF_WITHIN), named.start()):
            yield unlisted(*named.span("name"), " ".join(named["name"].split()))


@cache
def _givings() -> Automaton:
    return Automaton(whole=evaluation_words().given)


@cache
def _spoken_of() -> "regex.Pattern[str]":
    words = evaluation_words()
    return regex.compile(
        rf"(?<![a-z0-9])(?:{alternatives((*words.generic, *words.named))})(?![a-z0-9])"
    )


def unlisted(start: int, end: int, name: str) -> Name:
    """Returns the name of an evaluation that no lexicon knows."""
    return Name(start, end, name, "benchmark", name, certain=False, listed=False)


def _name_start(lower: str, first: int, start: int) -> int:
    """Returns where the name begins: behind the last word that is no part of one."""
    before = _WORDS.match(lower, first, start)
    if before is None:
        return start
    begin = before.start()
    for word in _WORD.finditer(lower, begin, start):
        owner = word[0].endswith(("'s", "’s"))  # "Epoch's benchmark" has another name
        if owner or word[0] in evaluation_words().never or word[0][-1] in STOPS:
            begin = min(start, word.end() + 1)
    return begin


@cache
def _endings() -> "regex.Pattern[str]":
    return regex.compile(rf"(?:{alternatives(evaluation_words().endings)})(?![\w-])")


@cache
def _stem() -> "regex.Pattern[str]":
    """Matches what stands before such an ending in one word."""
    return regex.compile(r"(?r)(?<![\w-])[a-z](?:[\w-]*[a-z0-9])?-?")


@cache
def _joined() -> "regex.Pattern[str]":
    """Matches before what was tested where the score is said to be on it: "accuracy in poker"."""
    return regex.compile(r"(?r)(?<![a-z])(?:in|on|at)\s(?:the\s)?")


@cache
def _same() -> "regex.Pattern[str]":
    return regex.compile(r"(?r)(?<![a-z])same\s")


@cache
def _literals() -> Automaton:
    """Returns where to look: the pattern of all heads has no literal to skip to."""
    words = evaluation_words()
    lists = (words.measured, words.telling, words.named, words.near, words.generic)
    return Automaton(whole=(*by_phrase(words.field), *chain(*lists)))


@cache
def _heads() -> "regex.Pattern[str]":
    words = evaluation_words()
    return regex.compile(
        rf"(?<![a-z0-9])(?:(?P<field>{alternatives(by_phrase(words.field))})"
        rf"|(?P<measured>{alternatives(words.measured)})|(?P<telling>{alternatives(words.telling)})|(?P<named>{alternatives(words.named)})"
        rf"|(?P<near>{alternatives(words.near)})|(?P<generic>{alternatives(words.generic)}))(?![a-z0-9])"
    )
