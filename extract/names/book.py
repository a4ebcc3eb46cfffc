"""The lexicon made ready for reading: each literal with the ways in which it can be meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Literal

from extract.names.grammar import Grammar
from extract.names.lexicon import Entry, Lexicon, Mishearing, Need, load_lexicon
from extract.names.numerals import DIGIT_WORDS, SIZE_WORDS, WORDS, oh_spellings
from extract.tables import NOTHING_OWN, OwnLexicon

# What a literal is of a name:
#   family   its beginning ("claude")
#   variant  a variant that stands for the family ("opus"); a version may stand before it
#   counted  the last digit of a version and a variant that several families have ("5 flash")
#   framed   such a variant with a word that makes it one ("flash version")
#   short    such a variant alone ("Turbo")
#   version  the beginning of a version alone ("R1")
#   size     the beginning of a size alone ("the 27B")
#   sized    a size alone, and without an article ("8x22B")
#   extreme  the beginning of what tells a member by least or greatest size ("the small one")
#   number   the beginning of a version with decimals and nothing else ("5.4")
Mode = Literal[
    "family",
    "variant",
    "counted",
    "framed",
    "short",
    "version",
    "size",
    "sized",
    "extreme",
    "number",
]

_DIGITS = (*"0123456789", *DIGIT_WORDS)
# What may follow a literal that is looked for as a whole word.
_ENDS = " ,.?"
_SIZE_HEADS = (*"123456789", *SIZE_WORDS)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a literal can be meant.

    Attributes:
        literal: the lower-case spelling.
        mode: what it is of a name.
        grammars: the entries that it can belong to; one unless several share a variant.
        version: the version that it names.
        variant: the variant that it names, and at which offset of the literal that begins.
        needs: what must stand beside it.
        certain: False for mishearings.
        only_after: what must stand directly before it, where that is said.
        never_before, never_after: what must not stand directly before or after it.
    """

    literal: str
    mode: Mode
    grammars: tuple[Grammar, ...]
    needs: Need = "nothing"
    version: str | None = None
    variant: str | None = None
    offset: int = 0
    certain: bool = True
    only_after: tuple[str, ...] = ()
    never_before: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()


class NameBook:
    """All names that can be found.

    Attributes:
        literals: lower-case spellings for the automaton that scans the speech.
        lengths: how long each literal is, without the end that a whole word has.
        readings: for each literal the ways in which it can be meant, in the order to be tried.
        lexicon: what it was made from.
    """

    def __init__(self, lexicon: Lexicon, *, beside: "NameBook | None" = None) -> None:
        """Makes a lexicon ready.

        Args:
            lexicon: the names.
            beside: the book of the names that the lexicon lists, for a book of those that one talk
                alone tells of; what both share ("the Pro variant") may then be of either.
        """
        self.lexicon = lexicon
        self.grammars: dict[tuple[str, str], Grammar] = {
            (entry.kind, entry.name): Grammar(entry, listed=beside is None)
            for entry in lexicon.entries
        }
        for entry in lexicon.entries:
            grammar = self.grammars[entry.kind, entry.name]
            if entry.becomes is not None:
                grammar.becomes = self.grammars[entry.kind, entry.becomes]
            if entry.maker is not None:
                grammar.makers = self._before_products(entry.maker)
        table: dict[str, list[Reading]] = {}
        for reading in self._all_readings():
            shared = reading if beside is None else beside._shared(reading)
            table.setdefault(reading.literal, []).append(shared)
        self.literals: tuple[str, ...] = tuple(table)
        self.lengths: tuple[int, ...] = tuple(
            len(literal.rstrip(_ENDS)) for literal in self.literals
        )
        self.readings: tuple[tuple[Reading, ...], ...] = tuple(map(tuple, table.values()))

    def _shared(self, reading: Reading) -> Reading:
        """Returns a reading with the families added that have the same here."""
        alone = reading.mode in ("family", "variant")
        for known in () if alone else self._by_literal.get(reading.literal, ()):
            if (known.mode, known.variant) == (reading.mode, reading.variant):
                return replace(reading, grammars=(*reading.grammars, *known.grammars))
        return reading

    @cached_property
    def _by_literal(self) -> dict[str, tuple[Reading, ...]]:
        return dict(zip(self.literals, self.readings, strict=True))

    def _before_products(self, maker: str) -> tuple[str, ...]:
        organisation = self.grammars.get(("organisation", maker))
        aliases = organisation.entry.aliases if organisation is not None else ()
        names = {maker.lower(), *(alias.lower() for alias in aliases)}
        return tuple(f" {name}{joint}" for name in sorted(names) for joint in (" ", "'s "))

    def _all_readings(self) -> Iterator[Reading]:
        yield from self._of_loose_versions()
        for entry in self.lexicon.entries:
            yield from self._of_entry(entry)
        for mishearing in self.lexicon.mishearings:
            yield from self._of_mishearing(mishearing)
        yield from self._of_shared_variants()
        sized = tuple(self.grammars[e.kind, e.name] for e in self.lexicon.entries if e.by_size)
        for head in _SIZE_HEADS if sized else ():
            yield Reading(f"the {head}", "size", sized)
        for word in (*WORDS["small"], *WORDS["large"]) if sized else ():
            yield Reading(f"the {word} ", "extreme", sized)
        yield from self._of_bare_sizes(sized)
        for digit in _DIGITS[1:10]:
            yield Reading(f"{digit}.", "number", ())

    def _of_bare_sizes(self, sized: Iterable[Grammar]) -> Iterator[Reading]:
        have: dict[str, list[Grammar]] = {}
        for grammar in sized:
            for size in grammar.entry.known_sizes:
                have.setdefault(size.lower(), []).append(grammar)
        for size, grammars in have.items():
            for literal in (size, f"{size[:-1]} {size[-1]}", *oh_spellings(size)):
                yield Reading(literal, "sized", tuple(grammars))

    def _of_entry(self, entry: Entry) -> Iterator[Reading]:
        grammar = self.grammars[entry.kind, entry.name]
        for literal in _spellings(entry.aliases or (entry.name,)):
            yield Reading(
                literal,
                "family",
                (grammar,),
                entry.needs,
                never_before=_before(entry.never_before),
                never_after=_after(entry.never_after),
            )
        for variant in entry.alone:
            for literal in _spellings((variant, *_heard(entry, variant))):
                yield Reading(literal, "variant", (grammar,), variant=variant)

    def _of_mishearing(self, mishearing: Mishearing) -> Iterator[Reading]:
        for literal in _spellings(mishearing.words):
            yield Reading(
                literal,
                "family",
                (self.grammars[mishearing.kind, mishearing.family],),
                mishearing.needs,
                version=mishearing.version,
                variant=mishearing.variant,
                certain=False,
                only_after=_before(mishearing.only_after),
                never_before=_before(mishearing.never_before),
                never_after=_after(mishearing.never_after),
            )

    def _of_loose_versions(self) -> Iterator[Reading]:
        heads: dict[str, dict[Grammar, None]] = {}
        for entry in self.lexicon.entries:
            for shape in entry.loose:
                letter = shape.lower().partition("#")[0]
                heads.setdefault(letter, {})[self.grammars[entry.kind, entry.name]] = None
        for letter, grammars in heads.items():
            spelled = (letter + joint + digit for digit in _DIGITS for joint in ("", " "))
            for literal in spelled:
                yield Reading(literal, "version", tuple(grammars))

    def _of_shared_variants(self) -> Iterator[Reading]:
        shared: dict[tuple[str, str], list[Grammar]] = {}
        for entry in self.lexicon.entries:
            for variant in entry.shared:
                for spelling in _spellings((variant, *_heard(entry, variant))):
                    grammar = self.grammars[entry.kind, entry.name]
                    shared.setdefault((spelling, variant), []).append(grammar)
        for (spelling, variant), grammars in shared.items():
            for digit, joint in product(_DIGITS, " -"):
                head = digit + joint
                yield Reading(
                    head + spelling, "counted", tuple(grammars), variant=variant, offset=len(head)
                )
            if spelling == variant.lower():
                for end in _ENDS:  # whole words, for "pro" begins many
                    yield Reading(spelling + end, "short", tuple(grammars), variant=variant)
            # Mishearings are no use here: "many models" are not the mini ones.
            for frame in WORDS["frames"] if spelling == variant.lower() else ():
                yield Reading(f"{spelling} {frame}", "framed", tuple(grammars), variant=variant)


def load_names(own: OwnLexicon = NOTHING_OWN) -> NameBook:
    """Returns the built-in names, extended and overridden by the user's own.

    Raises:
        LexiconError: one of the user's own is not valid.
    """
    return NameBook(load_lexicon(own))


def _heard(entry: Entry, part: str) -> list[str]:
    return [heard for heard, meant in entry.heard.items() if meant == part]


def _spellings(names: Iterable[str]) -> list[str]:
    """Returns each name lower-cased with its spaces and hyphens as spaces, hyphens and nothing."""
    spellings: dict[str, None] = {}
    for name in names:
        words = name.lower().replace("-", " ").split(" ")
        spellings[name.lower()] = None
        gaps = len(words) - 1
        alike = ((joint,) * gaps for joint in (" ", "-", ""))
        for joints in product(" -", repeat=gaps) if gaps == 2 else alike:
            spellings["".join(map("".join, zip(words, (*joints, ""), strict=True)))] = None
        spellings["".join(words)] = None
    return list(spellings)


def _before(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word + joint for word in words for joint in " -")


def _after(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(joint + word for word in words for joint in " -")
