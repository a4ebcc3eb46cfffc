"""The models that were just compared in one thing: "R1 gets 79.8. And o1 had 79.2.".

The first of such a row is what the talk is of; the others were named to compare it with, and what
is said next of something else ("On MATH-500 it gets 97.3") is rarely of them.
"""

from extract.attributes.book import Attribute
from extract.records import Name, Quantity

WITHIN = 800  # characters behind a row in which those compared yield


class Row:
    """The last row of figures that are of one attribute and, of scores, on one benchmark."""

    def __init__(self) -> None:
        self._of: tuple[Attribute, str | None] | None = None
        self._first = ""
        self._others: set[str] = set()
        self._end = 0

    def keep(
        self, name: Name, quantity: Quantity, attribute: Attribute, benchmark: Name | None
    ) -> None:
        """Remembers whose a figure was found to be, and what it is of."""
        of = (attribute, benchmark.canonical if benchmark else None)
        if of != self._of:
            self._of, self._first, self._others = of, name.canonical, set()
        elif name.canonical != self._first:
            self._others.add(name.canonical)
        self._end = quantity.end

    def yields(self, name: Name, quantity: Quantity, attribute: Attribute) -> bool:
        """Says whether a name was only compared with, and the figure may be of something else."""
        if self._of is None or quantity.start - self._end > WITHIN or name.start > self._end:
            return False
        goes_on = attribute is self._of[0] and not attribute.on_benchmark
        return not goes_on and name.canonical in self._others
