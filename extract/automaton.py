"""Finds many literals in one pass, at word boundaries only."""

from collections.abc import Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

# Every byte that is no Latin letter and no digit becomes a space, so that a space before a literal
# is a word boundary. Other scripts count as boundaries: Chinese is written without spaces.
_SPACED = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))


class Automaton:
    """An Aho-Corasick automaton over lower-case literals.

    It runs over a copy of the text with one byte a character, in which all but letters and digits
    are spaces: boundaries then cost nothing, and offsets are those of the text.
    """

    def __init__(self, *, begun: Sequence[str] = (), whole: Sequence[str] = ()) -> None:
        """Builds the automaton.

        Args:
            begun: what to find, lower-case; each must begin with a word or a sign.
            whole: what must also end at a word boundary; numbered behind those.
        """
        self._literals = (*begun, *whole)
        self._automaton = BytesAhoCorasick(
            [b" " + _spaced(literal) for literal in begun]
            + [b" " + _spaced(literal) + b" " for literal in whole],
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA,
        )

    def find(self, lower: str) -> list[tuple[int, int]]:
        """Returns (index of the literal, offset in `lower`) of each literal in the text."""
        literals, stands_at = self._literals, lower.startswith
        found = self._automaton.find_matches_as_indexes(
            b" " + _spaced(lower) + b" ", overlapping=True
        )
        return [(number, start) for number, start, _ in found if stands_at(literals[number], start)]


def _spaced(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_SPACED)
