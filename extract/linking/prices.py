"""Prices as they are meant: "three cents per thousand tokens in, and six out", "two nineteen"."""

from dataclasses import replace

from extract.attributes.book import Attribute
from extract.records import Quantity

PRICE = "USD/Mtok"
SMALL_RATES = frozenset({"ktok", "token"})  # what is said of a million tokens needs no rate
GOES_ON_WITHIN = 250  # characters between two prices of which the second is said in fewer words
MOST_DOLLARS = 20.0  # said without a word for them before cents: "two nineteen", "twelve fifty"
LEAST_CENTS, CENTS = 10.0, 100.0


class PricesSaid:
    """Remembers the price of tokens that was said last."""

    def __init__(self) -> None:
        self._last: Quantity | None = None

    def whole(self, quantity: Quantity, attribute: Attribute, before: Quantity | None) -> Quantity:
        """Returns a price with all that its words leave out.

        Args:
            quantity: the price as it was read.
            attribute: what it is of; where that is no price, it is returned as it is.
            before: the number before it, which may be the dollars of its cents.
        """
        if not attribute.unit.startswith("USD"):
            return quantity
        if before is not None and _are_dollars(before, quantity):
            quantity = _with_dollars(before, quantity)
        if attribute.unit != PRICE:
            return quantity
        last = self._last
        if last is not None and quantity.start - last.extent <= GOES_ON_WITHIN:
            quantity = _as_before(last, quantity)
        self._last = quantity
        return quantity


def _are_dollars(before: Quantity, quantity: Quantity) -> bool:
    """Says whether two numbers in words are dollars and cents: "two", "nineteen"."""
    spoken = before.rule == quantity.rule == "words" and quantity.start - before.extent == 1
    bare = before.unit is None and before.per is None and quantity.unit in (None, "USD")
    dollars, cents = before.value or 0.0, quantity.value or 0.0
    return spoken and bare and 1 <= dollars <= MOST_DOLLARS and LEAST_CENTS <= cents < CENTS


def _with_dollars(before: Quantity, quantity: Quantity) -> Quantity:
    dollars = before.value or 0.0
    whole = quantity.changed(lambda cents: dollars + cents / CENTS)
    return replace(whole, start=before.start, step=1 / CENTS, unit="USD")


def _as_before(last: Quantity, quantity: Quantity) -> Quantity:
    """Returns a price in the unit and at the rate of the price before, where it has none."""
    whole = quantity.step >= 1.0  # "28 cents in, 1.10 out" has turned to dollars
    if quantity.unit is None and last.unit == "cent" and whole:
        quantity = replace(quantity, unit="cent")
    if quantity.per is None and last.per in SMALL_RATES:
        quantity = replace(quantity, per=last.per)
    return quantity
