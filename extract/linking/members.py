"""Models that are named by their size: "XGen, a 7 billion parameter model" is then XGen-7B."""

from bisect import bisect_left
from collections.abc import Sequence

from extract.attributes.book import Attribute
from extract.names import NameBook, with_size
from extract.records import Name, Quantity


class Members:
    """The members of families that one talk named by their size."""

    def __init__(self, book: NameBook, quantities: Sequence[Quantity]) -> None:
        self._book = book
        self._quantities = quantities
        self._named: dict[str, Name | None] = {}

    def name(self, name: Name, quantity: Quantity, attribute: Attribute) -> Name:
        """Returns the member that is meant: told by this quantity, or the only one named so far."""
        if attribute.names_member and quantity.qualifier == "exact":
            member = with_size(self._book, name, quantity.value or 0.0)
            if member is not None:
                known = self._named.setdefault(name.canonical, member)
                if known is None or known.canonical != member.canonical:
                    self._named[name.canonical] = None  # several: the bare name tells none
                return member
        return self._said_with_size(name) or self._named.get(name.canonical) or name

    def _said_with_size(self, name: Name) -> Name | None:
        """Returns the member whose size stands right behind the name: "MPT 30 billion"."""
        behind = bisect_left(self._quantities, name.end, key=lambda quantity: quantity.start)
        if behind == len(self._quantities):
            return None
        size = self._quantities[behind]
        if size.start > name.end + 1 or size.unit is not None or size.qualifier != "exact":
            return None
        return with_size(self._book, name, size.value or 0.0)
