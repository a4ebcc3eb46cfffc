"""The unit and rate that prices go on in: "three cents per thousand tokens in, and six out"."""

from dataclasses import replace

from extract.attributes.book import Attribute
from extract.records import Quantity

PRICE = "USD/Mtok"
SMALL_RATES = frozenset({"ktok", "token"})  # what is said of a million tokens needs no rate
GOES_ON_WITHIN = 250  # characters between two prices of which the second is said in fewer words


class PricesSaid:
    """Remembers the price of tokens that was said last."""

    def __init__(self) -> None:
        self._last: Quantity | None = None

    def whole(self, quantity: Quantity, attribute: Attribute) -> Quantity:
        """Returns a price with the unit and rate of the price before, where it leaves them out."""
        if attribute.unit != PRICE:
            return quantity
        last = self._last
        if last is not None and quantity.start - last.extent <= GOES_ON_WITHIN:
            quantity = _as_before(last, quantity)
        self._last = quantity
        return quantity


def _as_before(last: Quantity, quantity: Quantity) -> Quantity:
    whole = quantity.step >= 1.0  # "28 cents in, 1.10 out" has turned to dollars
    if quantity.unit is None and last.unit == "cent" and whole:
        quantity = replace(quantity, unit="cent")
    if quantity.per is None and last.per in SMALL_RATES:
        quantity = replace(quantity, per=last.per)
    return quantity
