"""The tables of the lexicon as people write them: the user's own, merged and checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extract.errors import Keys, LexiconError

Table = dict[str, Any]
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class OwnLexicon:
    """What a user adds to the lexicon; one value, so that every process can have it.

    Attributes:
        content: its tables as JSON, the keys sorted.
    """

    content: str = "{}"

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> "OwnLexicon":
        """Returns the lexicon of these tables; empty ones count for nothing."""
        told = {name: table for name, table in tables.items() if table}
        return cls(json.dumps(told, ensure_ascii=False, sort_keys=True, default=str))

    def tables(self, name: str) -> Table:
        """Returns the tables under `name` by their names: {"Kestrel": {...}} for "model"."""
        found: Table = json.loads(self.content).get(name, {})
        return found

    def listed(self, name: str) -> list[Table]:
        """Returns the tables of the list `name`, such as "mishearing"."""
        found: list[Table] = json.loads(self.content).get(name, [])
        return found

    def __bool__(self) -> bool:
        return self != NOTHING_OWN


NOTHING_OWN = OwnLexicon()


def extended(earlier: Table, later: Table) -> Table:
    """Returns `earlier` with what `later` says: tables merged, words put before, the rest new."""
    merged = dict(earlier)
    for field, value in later.items():
        before = merged.get(field)
        if isinstance(value, list) and isinstance(before, list):
            merged[field] = _both(before, value)
        elif isinstance(value, dict) and isinstance(before, dict):
            merged[field] = {**before, **value}
        else:
            merged[field] = value
    return merged


def merged_by_name(earlier: list[Table], later: list[Table]) -> list[Table]:
    """Returns the tables of both; one that has the name of an earlier one extends it."""
    names = [table.get("name") for table in earlier]
    merged = list(earlier)
    for table in later:
        if table.get("name") in names:
            place = names.index(table.get("name"))
            merged[place] = extended(merged[place], table)
        else:
            merged.append(table)
            names.append(table.get("name"))
    return merged


def _both(earlier: list[Any], later: list[Any]) -> list[Any]:
    """Returns lists of tables merged, of words joined; numbers, such as two bounds, are new."""
    items = (*earlier, *later)
    if all(isinstance(item, dict) for item in items):
        return merged_by_name(earlier, later)
    if all(isinstance(item, str) for item in items):
        return later + [item for item in earlier if item not in later]
    return later


def validated(model: type[_Model], table: Table, keys: Keys) -> _Model:
    """Returns a table as the model that it must be.

    Raises:
        LexiconError: it is not; says which key, and what was expected.
    """
    try:
        return model.model_validate(table)
    except ValidationError as error:
        # An unknown key first: where one is misspelled, the right one is missing too.
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        problem = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden" and len(first["loc"]) == 1:
            known = sorted(set(model.model_fields) - {"kind"})
            problem = f"unknown key, expected one of {', '.join(known)}"
        elif first["type"] == "missing":
            problem = "missing"
        raise LexiconError((*keys, *first["loc"]), problem) from error
