"""What was said before: a distinctive figure that is said again is of the same thing."""

from dataclasses import dataclass
from typing import Generic, TypeVar

import regex

from extract.records import Quantity

REACH = 20000  # characters of talk through which a figure is remembered
REACH_PERCENT = 1500
DISTINCT = 1e4  # a bare number of this size or more is not said by chance
NOUN = 30  # characters behind a figure in which a noun may begin
UNITS = frozenset({None, "percent", "token", "parameter", "word", "gigawatt", "USD"})

# A noun behind a bare number says what is counted: "a billion tweets" is no figure said again.
_COUNTS = regex.compile(
    r"[\s\-]+(?!(?:and|or|is|was|are|were|that|which|to|for|in|on|at|from|with|by|as|so|but|range|number|target|mark|one|"
    r"there|here|if|when|then|because|versus|vs|than|active|total|it|they|we|you|i|the|a|this|of|would|could|will|might|may|"
    r"does|did|whereas|while|both|flat|too|also|without|since|yeah|okay|parameter|parameters|token|tokens|model|models|context|window|dollars?|percent|gpt|claude|though|right|"
    r"before|after|coming|compared|per|again|now|really|already|just|like|actually|basically|depending|high|up|down|worth|zone|version)\b)[a-z]{3,}"
)

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class _Said(Generic[Found]):
    quantity: Quantity
    found: Found


class Memory(Generic[Found]):
    """Remembers the last place where each figure was attributed."""

    def __init__(self) -> None:
        self._said: dict[float, _Said[Found]] = {}

    def keep(self, quantity: Quantity, found: Found) -> None:
        """Remembers what a quantity was found to be of."""
        if quantity.value is not None:
            self._said[quantity.value] = _Said(quantity, found)

    def recall(self, lower: str, quantity: Quantity, reach: int = REACH) -> Found | None:
        """Returns what the same figure was of before, if it is distinctive and not long ago."""
        if (
            quantity.value is None
            or not _distinctive(quantity)
            or counts_something(lower, quantity)
        ):
            return None
        said = self._said.get(quantity.value)
        if said is None or not _alike(quantity, said.quantity):
            return None
        reach = min(reach, REACH_PERCENT) if quantity.unit == "percent" else reach
        return said.found if quantity.start - said.quantity.end <= reach else None


def counts_something(lower: str, quantity: Quantity) -> bool:
    """Says whether a noun behind the figure tells what it counts: "a billion tweets"."""
    return _COUNTS.match(lower, quantity.extent, quantity.extent + NOUN) is not None


def _alike(quantity: Quantity, before: Quantity) -> bool:
    """Says whether two figures can be of the same thing; words and tokens are counted alike."""
    units = {quantity.unit or before.unit, before.unit}
    return quantity.per == before.per and (len(units) == 1 or units == {"word", "token"})


def _distinctive(quantity: Quantity) -> bool:
    if quantity.unit not in UNITS:
        return False
    if quantity.unit is not None:
        return quantity.rule != "article"
    return quantity.rule != "scale" and (quantity.value or 0.0) >= DISTINCT
