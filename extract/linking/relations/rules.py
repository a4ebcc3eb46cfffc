"""The rules of relative statements: relations.toml, checked and ready to be scanned for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex
from pydantic import Field

from extract.attributes.entries import Rule
from extract.automaton import Automaton
from extract.data import Data, read_toml
from extract.linking.relations.ratios import Form
from extract.numbers.vocabulary import alternatives, whole_words

_FORMS: tuple[Form, ...] = ("more", "less", "equal", "share", "whole")


class RelationRule(Data):
    """One entry of relations.toml, where the fields are explained."""

    name: str
    attribute: str | None = None
    narrowed: Mapping[str, tuple[str, ...]] = {}
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    equal: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    next: str | None = None
    never_next: str | None = None
    weight: float = Field(gt=0)
    examples: dict[str, str] = Field(min_length=1)
    negatives: tuple[str, ...] = Field(min_length=1)

    def as_rule(self) -> Rule:
        """Returns the rule as those of attributes, which attributions are made by."""
        return Rule(
            name=f"{self.name} compared", units=(), weight=self.weight, examples=(*self.examples,)
        )


class _Others(Data):
    joins: list[str]


class _Never(Data):
    before: list[str]
    reach: int


class _Relations(Data):
    ratios: dict[str, object]
    other: _Others
    never: _Never
    relation: tuple[RelationRule, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words that compare ("cheaper"), the rule that they are of, and how they compare."""

    words: str
    rule: RelationRule
    form: Form


@dataclass(frozen=True, slots=True)
class RelationBook:
    """All that relations.toml says.

    Attributes:
        comparisons: every phrase that compares.
        automaton: finds them, by their place in `comparisons`.
        joins: matches what stands between a comparison and the name of the other.
        never: matches what shows that somebody's own doing is spoken of.
        reach: characters before a ratio in which that counts, and what rules need.
    """

    comparisons: tuple[Comparison, ...]
    automaton: Automaton
    joins: regex.Pattern[str]
    never: regex.Pattern[str]
    reach: int


@cache
def relation_rules() -> tuple[RelationRule, ...]:
    """Returns the checked rules, in the order of the file."""
    return _data().relation


@cache
def relation_book() -> RelationBook:
    """Returns the rules as the machine needs them."""
    data = _data()
    comparisons = tuple(
        Comparison(words, rule, form)
        for rule in data.relation
        for form in _FORMS
        for words in getattr(rule, form)
    )
    joins, never = alternatives(data.other.joins), alternatives(data.never.before)
    return RelationBook(
        comparisons,
        Automaton(whole=[comparison.words for comparison in comparisons]),
        regex.compile(rf"(?:[^.?!\n]*\s)?(?:{joins})\s+(?:\S+\s+){{0,2}}"),
        whole_words(never),
        data.never.reach,
    )


@cache
def _data() -> _Relations:
    return _Relations.model_validate(read_toml(__package__, "relations.toml"))
