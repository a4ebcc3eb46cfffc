"""Versions of one family: the older one is mostly named to compare the newer one with.

"Llama 2 was under two trillion, so it's a huge step up. It took sixteen thousand H100s." is of the
Llama 3.1 that the talk was of before.
"""

from collections.abc import Iterable

import regex

from extract.records import Name

_NUMBER = regex.compile(r"\d+(?:\.\d+)?")


def generation(name: Name) -> float | None:
    """Returns the number in a model's version, 3.1 for "Llama 3.1", None where it has none."""
    number = _NUMBER.search(name.version or "") if name.kind == "model" else None
    return float(number[0]) if number else None


def newest(names: Iterable[Name]) -> dict[str, float]:
    """Returns the number of the newest version of each family among the names."""
    found: dict[str, float] = {}
    for name in names:
        number = generation(name)
        if number is not None:
            found[name.family] = max(number, found.get(name.family, number))
    return found
