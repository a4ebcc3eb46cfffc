"""Attributes and their rules as people write them, and the checks of those that a user writes."""

from collections.abc import Set
from typing import Literal, get_args

import regex
from pydantic import BaseModel, ConfigDict, Field

from extract.errors import Keys, LexiconError, TallycastError
from extract.numbers.units import factor
from extract.records import NameKind
from extract.tables import Table, validated

NOT_A_CLAIM = "none: "

# The names that the lexicon finds count as cues too.
NAME_GROUPS = frozenset(f"<{kind}>" for kind in get_args(NameKind))


class Rule(BaseModel):
    """When a quantity is of an attribute; the fields are explained in attributes.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    units: tuple[str, ...]
    cues: tuple[str, ...] = ()
    before: int = Field(default=0, ge=0)
    after: int = Field(default=0, ge=0)
    needs: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    lately: tuple[str, ...] = ()
    lately_within: int = Field(default=0, ge=0)
    never_lately: tuple[str, ...] = ()
    scored: bool = False
    led: str | None = None
    next: str | None = None
    never_next: str | None = None
    told_by: tuple[str, ...] = ()
    decimal: bool = False
    per: tuple[str, ...] = ()
    least: float = 0.0
    most: float = float("inf")
    weight: float = Field(gt=0)
    unit_of_bare: str | None = None
    magnitude: float = 1.0
    subjects: tuple[NameKind, ...] = ()
    benchmarks: tuple[str, ...] = ()
    examples: tuple[str, ...] = Field(min_length=1)
    negatives: tuple[str, ...] = ()


class Attribute(BaseModel):
    """What a claim can be about; the fields are explained in attributes.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    unit: str
    any_unit: tuple[str, ...] = ()
    any_per: bool = False
    generic: Literal["always", "on topic", "strong"] | None = None
    generic_after: str | None = None
    changing: bool = False
    better: Literal["more", "less"] | None = None
    bounds: tuple[float, float] = (0.0, float("inf"))
    subjects: tuple[NameKind, ...]
    on_benchmark: bool = False
    names_member: bool = False
    of_products: bool = False
    setting: NameKind | None = None
    left_out: tuple[float, ...] = ()
    rule: tuple[Rule, ...]


def check_attribute(own: Table, whole: Table, keys: Keys, groups: Set[str]) -> None:
    """Checks an attribute that a user wrote.

    Args:
        own: what the user wrote.
        whole: the same with what it extends, where it has the name of a built-in attribute.
        keys: where the user wrote it.
        groups: the groups of cues that there are.

    Raises:
        LexiconError: a key is missing, unknown or of a wrong kind; a pattern is none; a group of
            cues does not exist; a unit cannot be converted.
    """
    written = own.get("rule")
    rules = [
        (_whole_rule(rule, whole), (*keys, "rule", number))
        for number, rule in enumerate(written if isinstance(written, list) else ())
    ]
    checked = [(validated(Rule, rule, place), place) for rule, place in rules]
    attribute = validated(Attribute, whole, keys)
    _check_pattern(attribute.generic_after, (*keys, "generic_after"))
    for rule, place in checked:
        _check_rule(rule, attribute, place, groups | NAME_GROUPS)


def _whole_rule(own: Table, whole: Table) -> Table:
    return next((r for r in whole["rule"] if r.get("name") == own.get("name")), own)


def _check_rule(rule: Rule, attribute: Attribute, keys: Keys, groups: Set[str]) -> None:
    _check_pattern(rule.led, (*keys, "led"))
    _check_pattern(rule.next, (*keys, "next"))
    _check_pattern(rule.never_next, (*keys, "never_next"))
    for field, named in (
        ("cues", rule.cues),
        ("needs", rule.needs),
        ("against", rule.against),
        ("lately", rule.lately),
        ("never_lately", rule.never_lately),
    ):
        for group in named:
            if group not in groups:
                raise LexiconError((*keys, field), f"no group {group!r}: write its words in [cues]")
    for unit in rule.units:
        _check_unit(unit, attribute, keys)


def _check_pattern(pattern: str | None, keys: Keys) -> None:
    try:
        regex.compile(pattern or "")
    except regex.error as error:
        raise LexiconError(keys, f"no pattern: {error}") from error


def _check_unit(unit: str, attribute: Attribute, keys: Keys) -> None:
    """A rate or one of several units is converted as it is said; a single unit must fit."""
    if unit in ("", *attribute.any_unit) or attribute.any_per or "/" in attribute.unit + unit:
        return
    try:
        factor(unit, attribute.unit)
    except TallycastError as error:
        raise LexiconError((*keys, "units"), str(error)) from error
