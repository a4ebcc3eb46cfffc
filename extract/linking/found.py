"""A quantity with what it is of and whose: what a claim is written from."""

from extract.attributes.book import Attribute
from extract.errors import TallycastError
from extract.frozen import frozen
from extract.linking.attribution import Attribution
from extract.linking.subjects import Subject
from extract.numbers.units import factor
from extract.records import Name, Quantity


@frozen
class Found:
    """A quantity, what it is of, whose it is where that is known, and what it holds for."""

    quantity: Quantity
    attribution: Attribution
    subject: Subject | None
    benchmark: Name | None
    setting: str | None


def plausible(quantity: Quantity, attribution: Attribution) -> bool:
    """Says whether the value can be in the attribute's unit, and lies within its bounds."""
    low, high = attribution.attribute.bounds
    try:
        _, scale = unit_and_scale(quantity, attribution)
    except TallycastError:  # dollars a month are no dollars a token
        return False
    return low <= (quantity.value or 0.0) * scale <= high


def unit_and_scale(quantity: Quantity, attribution: Attribution) -> tuple[str, float]:
    """Returns the unit that the claim's value is in, and the factor from the quantity's unit."""
    attribute: Attribute = attribution.attribute
    said = quantity.unit or attribution.rule.unit_of_bare or ""
    if said in attribute.any_unit:
        return said, 1.0
    if attribution.rule.unit_of_bare:
        return attribution.rule.unit_of_bare, factor(said, attribution.rule.unit_of_bare)
    if attribute.any_per:
        unit = f"{attribute.unit}/{quantity.per}" if quantity.per else attribute.unit
        return unit, factor(said or attribute.unit, attribute.unit)
    if not said and quantity.per:
        said = attribute.unit.partition("/")[0]
    if not said:
        return attribute.unit, 1.0
    rate = f"{said}/{quantity.per}" if quantity.per else said
    if "/" in attribute.unit and "/" not in rate:
        rate = f"{said}/{attribute.unit.partition('/')[2]}"
    return attribute.unit, factor(rate, attribute.unit)
