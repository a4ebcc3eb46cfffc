"""Names that the lexicon does not have, found from how a model is spoken of.

"A new model called Fable 5", "their Kestrel-7B model", "Fable 5 has 2 trillion parameters": the
word or two before version and size are taken for a family, for this talk. Its forms are then read
like those of any other family, so that "Fable 5 Pro and 6" are two names of it.
"""

import regex

from extract.automaton import Automaton
from extract.names.book import NameBook
from extract.names.discovery import Discovery, Look
from extract.names.find import Hits
from extract.names.lexicon import Lexicon

_DIGIT = regex.compile(r"\d")


def find_unlisted(book: NameBook, look: Look) -> tuple[NameBook, Hits] | None:
    """Returns a book of the families that the lexicon has not, and where their literals stand.

    Args:
        book: the names that the lexicon has.
        look: a speech with what was found in it.

    Returns:
        None where there is no such family.
    """
    # Every such name has a number, or is called so; most lines of text have neither.
    if not (look.numbers or look.called or _DIGIT.search(look.speech.text)):
        return None
    entries = Discovery(look).entries()
    if not entries:
        return None
    found = NameBook(Lexicon.model_construct(entries=entries, mishearings=()), beside=book)
    return found, _hits(found, look.speech.lower)


def _hits(book: NameBook, lower: str) -> Hits:
    """Returns where the literals of a small book stand, as find_names wants it."""
    automaton = Automaton(begun=book.literals)
    return sorted((start, literal) for literal, start in automaton.find(lower))
