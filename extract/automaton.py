"""Finds many literals in one pass, at word boundaries only."""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

# Every byte that is no Latin letter and no digit becomes a space, so that a space before a literal
# is a word boundary. Other scripts count as boundaries: Chinese is written without spaces.
_SPACED = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))


class Automaton:
    """An Aho-Corasick automaton over lower-case literals.

    It runs over a copy of the text with one byte a character, in which all but letters and digits
    are spaces: boundaries then cost nothing, and offsets are those of the text.
    """

    def __init__(self, literals: Sequence[str], *, whole_words: bool) -> None:
        """Builds the automaton.

        Args:
            literals: what to find, lower-case; each must begin with a word or a sign.
            whole_words: True where a literal must also end at a word boundary.
        """
        self._literals = literals
        tail = b" " if whole_words else b""
        self._tail = tail
        self._automaton = BytesAhoCorasick(
            [b" " + _spaced(literal) + tail for literal in literals],
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA,
        )

    def find(self, lower: str) -> Iterator[tuple[int, int]]:
        """Yields (index of the literal, offset in `lower`) of each literal in the text."""
        haystack = b" " + _spaced(lower) + self._tail
        for literal, start, _ in self._automaton.find_matches_as_indexes(
            haystack, overlapping=True
        ):
            if lower.startswith(self._literals[literal], start):
                yield literal, start


def _spaced(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_SPACED)
