"""Runs names over plain text, as the extractor does over a speech."""

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.names import NameBook, find_names
from extract.records import Name, Speech


def speech_of(text: str) -> Speech:
    """Returns a speech that is the text itself."""
    return Speech(text=text, lower=text.lower(), pieces=(0,), origins=(0,))


class Scanner:
    """One automaton over the literals of a book."""

    def __init__(self, book: NameBook) -> None:
        self.book = book
        self._automaton = AhoCorasick(book.literals, matchkind=MatchKind.Standard)

    def hits(self, lower: str) -> list[tuple[int, int]]:
        """Returns (offset, literal) of the literals that no letter or digit stands before."""
        found = self._automaton.find_matches_as_indexes(lower, overlapping=True)
        return sorted(
            (start, index)
            for index, start, _ in found
            if start == 0 or not lower[start - 1].isalnum()
        )

    def names(self, text: str) -> tuple[Name, ...]:
        """Returns the names in `text`."""
        speech = speech_of(text)
        return find_names(self.book, speech, self.hits(speech.lower))
