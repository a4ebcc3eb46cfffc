"""All that the extractor knows, ready to be scanned for."""

from dataclasses import dataclass
from functools import cache

from extract.attributes.book import AttributeBook, load_book
from extract.attributes.signs import Signs, signs_of
from extract.automaton import Automaton
from extract.names import NameBook, load_names
from extract.names.ways import ways
from extract.numbers.parts import heads
from extract.tables import NOTHING_OWN, OwnLexicon


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Numbers, names, attributes and their cues, with automata over their literals.

    Attributes:
        names: families, benchmarks, hardware, organisations.
        attributes: attributes, rules and cues.
        starts: finds the literals at which a number or a name may begin, the words before a name
            that is given, and the signs; numbers first.
        first_name, first_called, first_sign: index of the first literal of each in `starts`.
        cues: finds the cue phrases of the attributes.
        signs: what tells that a number may be a claim though nobody is named.
    """

    names: NameBook
    attributes: AttributeBook
    starts: Automaton
    first_name: int
    first_called: int
    first_sign: int
    cues: Automaton
    signs: Signs


@cache
def load_lexicon(own: OwnLexicon = NOTHING_OWN) -> Lexicon:
    """Reads the built-in lexicon, extended and overridden by the user's own.

    Raises:
        LexiconError: one of the user's own tables is not valid.
    """
    return assembled(load_names(own), load_book(own))


def assembled(names: NameBook, attributes: AttributeBook) -> Lexicon:
    """Returns the lexicon of these names and attributes."""
    numbers, called, signs = heads(), ways().called, signs_of(attributes)
    before_called = len(numbers) + len(names.literals)
    return Lexicon(
        names=names,
        attributes=attributes,
        starts=Automaton(begun=(*numbers, *names.literals, *called), whole=signs.words),
        first_name=len(numbers),
        first_called=before_called,
        first_sign=before_called + len(called),
        cues=Automaton(whole=attributes.literals),
        signs=signs,
    )
