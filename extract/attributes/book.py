"""The attributes and the cues that tell them, as data, checked once and ready to be scanned for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extract.data import read_toml
from extract.records import NameKind

NOT_A_CLAIM = "none: "


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
    next: str | None = None
    never_next: str | None = None
    decimal: bool = False
    per: tuple[str, ...] = ()
    least: float = 0.0
    most: float = float("inf")
    weight: float = Field(gt=0)
    unit_of_bare: str | None = None
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
    setting: NameKind | None = None
    left_out: tuple[float, ...] = ()
    rule: tuple[Rule, ...]


class _Attributes(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    attribute: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class AttributeBook:
    """All attributes, with the cue literals that their rules speak of.

    Attributes:
        attributes: every attribute, those that are no claims too.
        rules: for each unit ("" for none) the rules that a quantity in it can meet.
        literals: cue phrases, lower-case.
        groups: for each literal, the groups that it belongs to.
    """

    attributes: tuple[Attribute, ...]
    rules: Mapping[str, tuple[tuple[Attribute, Rule], ...]]
    literals: tuple[str, ...]
    groups: tuple[frozenset[str], ...]


@cache
def load_book() -> AttributeBook:
    """Reads attributes.toml and cues.toml; a fault in them raises pydantic's ValidationError."""
    attributes = _Attributes.model_validate(read_toml(__package__, "attributes.toml")).attribute
    rules: dict[str, list[tuple[Attribute, Rule]]] = {}
    for attribute in attributes:
        for rule in attribute.rule:
            for unit in rule.units:
                rules.setdefault(unit, []).append((attribute, rule))
    groups: dict[str, set[str]] = {}
    for group, phrases in read_toml(__package__, "cues.toml").items():
        assert isinstance(phrases, list)  # noqa: S101 – the file is ours
        for phrase in phrases:
            groups.setdefault(phrase, set()).add(group)
    return AttributeBook(
        attributes=attributes,
        rules={unit: tuple(found) for unit, found in rules.items()},
        literals=tuple(groups),
        groups=tuple(frozenset(found) for found in groups.values()),
    )


def load_attributes() -> Mapping[str, Attribute]:
    """Returns the attributes that claims can have, by name."""
    return {a.name: a for a in load_book().attributes if not a.name.startswith(NOT_A_CLAIM)}
