"""Finds many literals in one pass, at word boundaries only."""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

# Every byte that is no Latin letter and no digit becomes a space, so that a space before a literal
# is a word boundary. Other scripts count as boundaries: Chinese is written without spaces.
_SPACED = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))
_SPACED_DIGITS = bytes(32 if chr(byte).isdigit() else byte for byte in _SPACED)


class Automaton:
    """An Aho-Corasick automaton over lower-case literals.

    It runs over a copy of the text with one byte a character, in which all but letters and digits
    are spaces: boundaries then cost nothing, and offsets are those of the text.
    """

    def __init__(
        self, literals: Sequence[str], *, whole_words: bool, digits_part: bool = False
    ) -> None:
        """Builds the automaton.

        Args:
            literals: what to find, lower-case; each must begin with a word or a sign.
            whole_words: True where a literal must also end at a word boundary.
            digits_part: True where a digit is a boundary too: "tokens" in "10tokens".
        """
        self._literals = literals
        self._table = _SPACED_DIGITS if digits_part else _SPACED
        tail = b" " if whole_words else b""
        self._tail = tail
        self._automaton = BytesAhoCorasick(
            [b" " + self._spaced(literal) + tail for literal in literals],
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA,
        )

    def find(self, lower: str) -> Iterator[tuple[int, int]]:
        """Yields (index of the literal, offset in `lower`) of each literal in the text."""
        haystack = b" " + self._spaced(lower) + self._tail
        for literal, start, _ in self._automaton.find_matches_as_indexes(
            haystack, overlapping=True
        ):
            if lower.startswith(self._literals[literal], start):
                yield literal, start

    def _spaced(self, text: str) -> bytes:
        return text.encode("ascii", "replace").translate(self._table)
