"""Between which bounds the truth must lie if a claim holds."""

from extract.records import Quantity

ABOUT = 0.10  # "about 300 billion" holds from 270 to 330 billion

Bounds = tuple[float | None, float | None]


def bounds(quantity: Quantity, scale: float) -> Bounds:
    """Returns the lower and upper bound in the attribute's unit, None where that side is open.

    `exact` means half a unit of the last digit said ("284 billion": 283.5 to 284.5 billion),
    `about` a tenth to either side, or half a unit of the last digit if that is more.

    Args:
        quantity: what was said.
        scale: factor from the quantity's unit to the attribute's.
    """
    if quantity.qualifier == "range":
        return scaled(quantity.low, scale), scaled(quantity.high, scale)
    half_step = quantity.step / 2
    if quantity.qualifier == "at_least":
        return scaled(quantity.low, scale), None
    if quantity.qualifier == "at_most":
        return None, scaled(quantity.high, scale)
    value = quantity.value or 0.0
    margin = max(half_step, abs(value) * ABOUT) if quantity.qualifier == "about" else half_step
    return scaled(value - margin, scale), scaled(value + margin, scale)


def scaled(value: float | None, scale: float) -> float | None:
    """Returns value * scale, rounded to twelve digits: figures are decimal (3 * 0.1 is 0.3)."""
    return None if value is None else float(f"{value * scale:.12g}")
