"""What a figure leaves out that goes on with another: the magnitude, and whether units agree."""

from dataclasses import replace

from extract.attributes.book import Attribute
from extract.numbers.parts import MONEY
from extract.records import Quantity

MAX_RATIO = 60.0  # of two figures of one attribute that are said in a row
MOST_PERCENT = 100.0
# Units that one sentence goes on in: "five dollars in, 60 cents out", "94% and 88%".
_GO_ON = (frozenset({"USD", "cent"}), frozenset({"percent"}))


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Says whether both are dollars or cents, or both percent, and the rate is no other."""
    if other.per not in (None, one.per):
        return False
    return any(one.unit in units and other.unit in units for units in _GO_ON)


def as_meant(before: Quantity, quantity: Quantity, attribute: Attribute) -> Quantity | None:
    """Returns the quantity with the magnitude that was left out, or None where it goes not on.

    Args:
        before: the figure before, whose attribute is known.
        quantity: the figure that may go on with it.
        attribute: what `before` is of.
    """
    if quantity.per not in (None, before.per) or not _units_agree(before, quantity):
        return None
    if is_share(before):
        return quantity if is_share(quantity) else None
    for magnitude in (1.0, *(attribute.left_out if quantity.unit is None else ())):
        if _alike(before.value, quantity.value, magnitude):
            return times(_in_unit(before, quantity, attribute), magnitude)
    return None


def _in_unit(before: Quantity, quantity: Quantity, attribute: Attribute) -> Quantity:
    """Returns a number with the unit that was said before: "141 gigabytes … the B200 has 180"."""
    left = quantity.unit is None and before.unit not in (None, attribute.unit, *MONEY)
    return replace(quantity, unit=before.unit) if left else quantity


def _units_agree(before: Quantity, quantity: Quantity) -> bool:
    if quantity.unit is None or quantity.unit == before.unit:
        return True
    return before.unit is None if quantity.unit not in MONEY else before.unit in MONEY


def is_share(quantity: Quantity) -> bool:
    """Says whether the figure is a percentage, or a bare number as scores are said."""
    small = (quantity.value or 0.0) <= MOST_PERCENT
    decimal = 0.0 < quantity.step < 1.0
    return small and (quantity.unit == "percent" or (quantity.unit is None and decimal))


def _alike(one: float | None, other: float | None, magnitude: float) -> bool:
    low, high = sorted((one or 0.0, (other or 0.0) * magnitude))
    return 0.0 < high <= low * MAX_RATIO


def times(quantity: Quantity, magnitude: float) -> Quantity:
    """Returns the quantity with the magnitude that was left out."""
    if magnitude == 1.0:
        return quantity
    return quantity.changed(lambda number: number * magnitude)
