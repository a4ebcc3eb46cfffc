"""The attributes and the cues that tell them, as data, checked once and ready to be scanned for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.attributes.entries import NOT_A_CLAIM, Attribute, Rule, check_attribute
from extract.data import read_toml
from extract.tables import NOTHING_OWN, OwnLexicon, extended, merged_by_name

__all__ = ["NOT_A_CLAIM", "Attribute", "AttributeBook", "Rule", "load_attributes", "load_book"]


@dataclass(frozen=True, slots=True)
class AttributeBook:
    """All attributes, with the cue literals that their rules speak of.

    Attributes:
        attributes: every attribute, those that are no claims too.
        rules: for each unit ("" for none) the rules that a quantity in it can meet.
        by_cue: for each unit and group of cues the numbers of the rules that look for it, and for
            "" of those that look for none.
        literals: cue phrases, lower-case.
        groups: for each literal, the groups that it belongs to.
        by_name: the attributes that claims can have.
    """

    attributes: tuple[Attribute, ...]
    rules: Mapping[str, tuple[tuple[Attribute, Rule], ...]]
    by_cue: Mapping[str, Mapping[str, Sequence[int]]]
    literals: tuple[str, ...]
    groups: tuple[frozenset[str], ...]
    by_name: Mapping[str, Attribute]

    def rules_met(self, unit: str, cues: Iterable[str]) -> list[tuple[Attribute, Rule]]:
        """Returns the rules for a unit whose cues are among those around, in their order."""
        by_cue = self.by_cue.get(unit, {})
        numbers = {number for cue in ("", *cues) for number in by_cue.get(cue, ())}
        return [self.rules[unit][number] for number in sorted(numbers)]


@cache
def load_book(own: OwnLexicon = NOTHING_OWN) -> AttributeBook:
    """Reads attributes.toml and cues.toml, extended and overridden by the user's own.

    Raises:
        LexiconError: one of the user's own is not valid.
    """
    groups: dict[str, set[str]] = {}
    for group, phrases in extended(read_toml(__package__, "cues.toml"), own.tables("cues")).items():
        for phrase in phrases:
            groups.setdefault(phrase.lower(), set()).add(group)
    tables = read_toml(__package__, "attributes.toml")["attribute"]
    tables = merged_by_name(tables, own.listed("attribute"))
    for number, table in enumerate(own.listed("attribute")):
        whole = next(t for t in tables if t.get("name") == table.get("name"))
        check_attribute(table, whole, ("attribute", number), set().union(*groups.values()))
    attributes = tuple(map(Attribute.model_validate, tables))
    rules = _by_unit(attributes)
    return AttributeBook(
        attributes=attributes,
        rules=rules,
        by_cue={unit: _by_cue(found) for unit, found in rules.items()},
        literals=tuple(groups),
        groups=tuple(frozenset(found) for found in groups.values()),
        by_name={a.name: a for a in attributes if not a.name.startswith(NOT_A_CLAIM)},
    )


def _by_unit(attributes: Sequence[Attribute]) -> Mapping[str, tuple[tuple[Attribute, Rule], ...]]:
    rules: dict[str, list[tuple[Attribute, Rule]]] = {}
    for attribute in attributes:
        for rule in attribute.rule:
            for unit in rule.units:
                rules.setdefault(unit, []).append((attribute, rule))
    return {unit: tuple(found) for unit, found in rules.items()}


def _by_cue(rules: Sequence[tuple[Attribute, Rule]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for number, (_, rule) in enumerate(rules):
        for cue in rule.cues or ("",):
            found.setdefault(cue, []).append(number)
    return found


def load_attributes(own: OwnLexicon = NOTHING_OWN) -> Mapping[str, Attribute]:
    """Returns the attributes that claims can have, by name."""
    return load_book(own).by_name
