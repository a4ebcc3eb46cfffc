"""Whether two figures look alike, so that the second can go on where the first left off."""

from extract.numbers.parts import MONEY
from extract.records import Quantity

LARGE = 1e6
MAX_RATIO = 1000.0

# Units that one sentence goes on in: "five dollars in, 60 cents out", "94% and 88%".
_GO_ON = (frozenset({"USD", "cent"}), frozenset({"percent"}))


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Says whether both are dollars or cents, or both percent, and the rate is no other."""
    if other.per not in (None, one.per):
        return False
    return any(one.unit in units and other.unit in units for units in _GO_ON)


def same_form(one: Quantity, other: Quantity) -> bool:
    """Says whether both are money, both shares (percent or decimals), or both large alike."""
    if other.per not in (None, one.per):
        return False
    if one.unit in MONEY or other.unit in MONEY:
        return one.unit in MONEY and other.unit in MONEY
    if _is_share(one) or _is_share(other):
        return _is_share(one) and _is_share(other)
    low, high = sorted((one.value or 0.0, other.value or 0.0))
    units = {one.unit, other.unit} - {None}
    return low >= LARGE and high <= low * MAX_RATIO and len(units) <= 1


def _is_share(quantity: Quantity) -> bool:
    """Says whether the figure is a percentage, or a bare decimal as scores are said."""
    if quantity.unit is None:
        return 0.0 < quantity.step < 1.0 and (quantity.value or 0.0) <= 100.0
    return quantity.unit == "percent"
