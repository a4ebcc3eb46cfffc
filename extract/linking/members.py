"""Models that are named by their size: "XGen, a 7 billion parameter model" is then XGen-7B."""

import regex

from extract.attributes.book import Attribute
from extract.names import NameBook, with_size
from extract.records import Name, Quantity

# A size that tells which member of the family is meant: "a 7 billion parameter model".
_TELLS_MEMBER = regex.compile(
    r"[\s\-]*(?:parameters?|params?)?[\s\-](?:language\s|base\s|chat\s)?(?:model|version|variant|one|llm)\b"
)

BEHIND = 60  # characters behind a quantity that may tell a member


class Members:
    """The members of families that one talk named by their size."""

    def __init__(self, book: NameBook, lower: str) -> None:
        self._book = book
        self._lower = lower
        self._named: dict[str, Name | None] = {}

    def name(self, name: Name, quantity: Quantity, attribute: Attribute) -> Name:
        """Returns the member that is meant: told by this quantity, or the only one named so far."""
        if attribute.names_member and _TELLS_MEMBER.match(
            self._lower, quantity.end, quantity.end + BEHIND
        ):
            member = with_size(self._book, name, quantity.value or 0.0)
            if member is not None:
                known = self._named.setdefault(name.canonical, member)
                if known is None or known.canonical != member.canonical:
                    self._named[name.canonical] = None  # several: the bare name tells none
                return member
        return self._named.get(name.canonical) or name
