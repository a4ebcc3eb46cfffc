"""Versions of one family: the older one is mostly named to compare the newer one with.

"Llama 2 was under two trillion, so it's a huge step up. It took sixteen thousand H100s." is of the
Llama 3.1 that the talk was of before.
"""

from collections.abc import Iterable
from functools import lru_cache

import regex

from extract.records import Name

_NUMBER = regex.compile(r"\d+(?:\.\d+)?")


def generation(name: Name) -> float | None:
    """Returns the number in a model's version, 3.1 for "Llama 3.1", None where it has none."""
    return _number(name.version) if name.kind == "model" and name.version else None


@lru_cache(maxsize=1024)
def _number(version: str) -> float | None:
    number = _NUMBER.search(version)
    return float(number[0]) if number else None


def newest(names: Iterable[Name]) -> dict[str, float]:
    """Returns the number of the newest version of each family among the names."""
    found: dict[str, float] = {}
    for name in names:
        number = generation(name)
        if number is not None:
            found[name.family] = max(number, found.get(name.family, number))
    return found
