"""How a statement is meant: asserted, hedged, negated or hypothetical, by stances.toml."""

from dataclasses import dataclass
from functools import cache

import regex
from pydantic import BaseModel, ConfigDict, Field

from extract.data import read_toml
from extract.numbers.vocabulary import alternatives
from extract.records import Stance


class StanceRule(BaseModel):
    """One entry of stances.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Stance
    reach: int = Field(gt=0)
    near: tuple[str, ...]
    sentence: tuple[str, ...]
    but: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    negatives: tuple[str, ...] = Field(min_length=1)


class _Stances(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    stance: tuple[StanceRule, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: StanceRule
    near: regex.Pattern[str]
    sentence: regex.Pattern[str] | None


def stance_rules() -> tuple[StanceRule, ...]:
    """Returns the checked rules of stances.toml, the one that wins first."""
    return _Stances.model_validate(read_toml(__package__, "stances.toml")).stance


@cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(
        _Compiled(
            rule,
            _phrases(rule.near, rule.but),
            _phrases(rule.sentence) if rule.sentence else None,
        )
        for rule in stance_rules()
    )


def _phrases(words: tuple[str, ...], but: tuple[str, ...] = ()) -> regex.Pattern[str]:
    """Matches the words, save where they begin or end one of the phrases of `but`."""
    never = rf"(?:{alternatives(but)})(?![a-z])(*SKIP)(*FAIL)|" if but else ""
    return regex.compile(rf"(?<![a-z])(?:{never}(?:{alternatives(words)})(?![a-z]))")


def read_stance(lower: str, sentence: tuple[int, int], quantity: tuple[int, int]) -> Stance:
    """Returns how the statement with the quantity at `quantity` in `sentence` is meant."""
    for compiled in _compiled():
        begin = max(sentence[0], quantity[0] - compiled.rule.reach)
        if compiled.near.search(lower, begin, quantity[0]):
            return compiled.rule.name
        if compiled.sentence and compiled.sentence.search(lower, *sentence):
            return compiled.rule.name
    return "asserted"
