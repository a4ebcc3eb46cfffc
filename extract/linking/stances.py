"""How a statement is meant: asserted, hedged, negated or hypothetical, by stances.toml."""

from dataclasses import dataclass
from functools import cache

import regex
from pydantic import BaseModel, ConfigDict, Field

from extract.data import read_toml
from extract.numbers.vocabulary import alternatives
from extract.records import Stance

# Characters on either side in which a phrase is of the whole sentence; some talk has no full stops.
SENTENCE = 200


class StanceRule(BaseModel):
    """One entry of stances.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Stance
    reach: int = Field(gt=0)
    near: tuple[str, ...]
    right_before: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    negatives: tuple[str, ...] = Field(min_length=1)


class _Stances(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    breaks: tuple[str, ...]
    stance: tuple[StanceRule, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: StanceRule
    near: regex.Pattern[str]
    right_before: regex.Pattern[str]
    beside: regex.Pattern[str]
    sentence: regex.Pattern[str]


@cache
def _data() -> _Stances:
    return _Stances.model_validate(read_toml(__package__, "stances.toml"))


def stance_rules() -> tuple[StanceRule, ...]:
    """Returns the checked rules of stances.toml, the one that wins first."""
    return _data().stance


@cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(
        _Compiled(
            rule,
            _phrases(rule.near, rule.but),
            _phrases(rule.right_before, behind=r"\s+\Z"),
            _phrases(rule.beside),
            _phrases(rule.sentence),
        )
        for rule in stance_rules()
    )


@cache
def _breaks() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?<![a-z])(?:{alternatives(_data().breaks)})(?![a-z])")


def _phrases(
    words: tuple[str, ...], but: tuple[str, ...] = (), behind: str = "(?![a-z])"
) -> regex.Pattern[str]:
    """Matches the words, save where they begin or end one of the phrases of `but`."""
    never = rf"(?:{alternatives(but)})(?![a-z])(*SKIP)(*FAIL)|" if but else ""
    one_of = alternatives(words) if words else "(?!)"
    return regex.compile(rf"(?<![a-z])(?:{never}(?:{one_of}){behind})")


def read_stance(
    lower: str, sentence: tuple[int, int], quantity: tuple[int, int], following: int
) -> Stance:
    """Returns how the statement with a quantity is meant.

    Args:
        lower: the speech.
        sentence: where the sentence with the quantity begins and ends.
        quantity: where the quantity does.
        following: where the next quantity begins.
    """
    start, end = quantity
    broken = _breaks().search(lower, sentence[0], start)
    clause = broken.end() if broken else sentence[0]
    around = (max(sentence[0], start - SENTENCE), min(sentence[1], end + SENTENCE))
    for compiled in _compiled():
        begin = max(clause, start - compiled.rule.reach)
        if (
            compiled.near.search(lower, begin, start)
            or compiled.right_before.search(lower, sentence[0], start)
            or compiled.beside.search(lower, end, min(sentence[1], following))
            or compiled.sentence.search(lower, *around)
        ):
            return compiled.rule.name
    return "asserted"
