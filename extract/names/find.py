"""Finds the names in a speech at the offsets where the automaton saw one of the book's literals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import groupby
from operator import itemgetter

import regex

from extract.frozen import frozen
from extract.names.book import NameBook, Reading
from extract.names.evidence import Evidence
from extract.names.grammar import Form, Grammar
from extract.names.numerals import NUMBER, digits, in_word
from extract.names.rows import next_in_row
from extract.names.short import (
    read_bare_size,
    read_extreme,
    read_number,
    read_size,
    read_variant,
    read_version,
)
from extract.names.talk import Talk
from extract.records import Name, Speech

# Of "twenty three plus five" the three is no version.
_VERSION_BEFORE = regex.compile(rf"(?<![\w.,$-])(?<!\wty[ -])({NUMBER})[ -]\Z")
_SHORT = {
    "version": read_version,
    "size": read_size,
    "sized": read_bare_size,
    "extreme": read_extreme,
    "short": read_variant,
    "number": read_number,
}
# The first character of the scripts that are written without spaces.
_SPACELESS = "\u2e80"


@frozen
class _Candidate:
    """A name that may be taken; `heard` where its family was misheard."""

    start: int
    form: Form
    grammar: Grammar
    certain: bool
    heard: bool = False


Hits = Sequence[tuple[int, int]]


def find_names(
    book: NameBook, speech: Speech, hits: Hits, also: tuple[NameBook, Hits] | None = None
) -> tuple[Name, ...]:
    """Returns the names in `speech`, ascending and not overlapping, the longest of each place.

    Args:
        book: the names to find.
        speech: where to find them.
        hits: (offset, index into `book.literals`) of the literals seen in `speech.lower`,
            ascending; no letter or digit stands before any of them.
        also: a further book and its hits; it comes first where both read the same words.
    """
    if not hits and also is None:
        return ()
    finder = _Finder(speech)
    places = _places(book, speech.lower, hits)
    if also is not None:
        places = merge(_places(also[0], speech.lower, also[1]), places, key=itemgetter(0))
    for start, group in groupby(places, key=itemgetter(0)):
        if start >= finder.end:
            finder.visit(start, [reading for _, readings in group for reading in readings])
    return tuple(finder.names)


def _places(book: NameBook, lower: str, hits: Hits) -> Iterator[tuple[int, tuple[Reading, ...]]]:
    for start, index in _at_ends(book, lower, hits):
        yield start, book.readings[index]


def _at_ends(book: NameBook, lower: str, hits: Hits) -> Iterator[tuple[int, int]]:
    """Yields the hits that are no beginnings of longer words; a digit or s may follow.

    Most hits are such beginnings ("when" for "wan"), so this comes before all other work.
    """
    lengths = book.lengths
    for hit in hits:
        end = hit[0] + lengths[hit[1]]
        following = lower[end : end + 2]
        if len(following) < 2 or not following.isalpha() or following > _SPACELESS:
            yield hit


class _Finder:
    """One walk through a speech."""

    def __init__(self, speech: Speech) -> None:
        self.names: list[Name] = []
        self.end = 0
        self._lower = speech.lower
        self._talk = Talk()
        self._evidence = Evidence(speech, self._talk)

    def visit(self, start: int, readings: Sequence[Reading]) -> None:
        """Takes the longest name that begins at `start`, if any of the readings is one."""
        best: _Candidate | None = None
        for reading in readings:
            found = self._read(reading, start)
            if found is not None and (best is None or found.form.end > best.form.end):
                best = found
        if best is not None:
            self._take(best)
            self._take_row(best)

    def _read(self, reading: Reading, start: int) -> _Candidate | None:
        end = start + len(reading.literal)
        if reading.never_before and self._lower.endswith(reading.never_before, 0, start):
            return None
        if reading.only_after and not self._lower.endswith(reading.only_after, 0, start):
            return None
        if reading.never_after and self._lower.startswith(reading.never_after, end):
            return None
        match reading.mode:
            case "family":
                in_figure = reading.literal[0].isdigit() and self._in_figure(start, end)
                return None if in_figure else self._family(reading, start, end)
            case "version" | "size" | "sized" | "extreme" | "short" | "number":
                return self._short(reading, start)
            case _:
                return self._variant(reading, start, end)

    def _short(self, reading: Reading, start: int) -> _Candidate | None:
        """Reads a part of a name that the talk so far makes a name: "R1", "the 27B", "Turbo"."""
        found = _SHORT[reading.mode](reading, self._lower, start, self._talk, self._evidence)
        return None if found is None else _Candidate(*found, certain=True)

    def _in_figure(self, start: int, end: int) -> bool:
        """Whether digits are part of a time, a price or a longer number ("00:01:03")."""
        before = self._lower[start - 1 : start]
        return (before != "" and before in ".,:$-") or self._lower[end : end + 1] == ":"

    def _family(self, reading: Reading, start: int, end: int) -> _Candidate | None:
        said = Form(end, reading.version, (reading.variant,) if reading.variant else ())
        grammar, form = self._grown(reading.grammars[0], said)
        if not self._closed(grammar, form, end):
            return None
        if not self._evidence.suffices(reading.needs, grammar, form, start, end):
            return None
        surely = self._evidence.surely(reading.needs, grammar, form, start)
        certain = form.strong or (reading.certain and surely)
        return _Candidate(start, form, grammar, certain, not reading.certain)

    def _grown(self, grammar: Grammar, form: Form) -> tuple[Grammar, Form]:
        if grammar.becomes is not None:
            as_other = grammar.becomes.read(self._lower, form)
            if as_other.version is not None:
                return grammar.becomes, as_other
        return grammar, grammar.read(self._lower, form)

    def _closed(self, grammar: Grammar, form: Form, end: int) -> bool:
        """Whether the name ends where a word ends, or before a plural's s where it may have one."""
        following = self._lower[form.end : form.end + 2]
        if not in_word(following[:1]):
            return True
        return (
            following[0] == "s"
            and not in_word(following[1:])
            and (form.end > end or grammar.entry.plural)
        )

    def _variant(self, reading: Reading, start: int, end: int) -> _Candidate | None:
        """Reads a variant that stands for its family, with the version before or after it."""
        place = start + reading.offset
        before = _VERSION_BEFORE.search(self._lower, max(self.end, place - 20), place)
        if reading.mode == "counted" and before is None:
            return None
        said = digits(before[1]) if before is not None else None
        grammar = self._owner(reading, said)
        if grammar is None or reading.variant is None:
            return None
        if reading.mode == "framed":
            end = start + len(reading.variant)
            said = self._talk.last_version(grammar)
        version = grammar.number(said) if said is not None else None
        form = grammar.read(self._lower, Form(end, version, (reading.variant,)))
        begin = before.start(1) if before is not None else start
        if reading.mode == "counted" and begin > self.end + 1 and self._evidence.named(begin):
            return None  # "Fable 1.5 Pro" is a Fable, whatever that may be
        if not self._closed(grammar, form, form.end) or not self._known(
            reading, grammar, form, start
        ):
            return None
        return _Candidate(begin, form, grammar, certain=form.strong)

    def _owner(self, reading: Reading, version: str | None) -> Grammar | None:
        if reading.mode == "variant":
            return reading.grammars[0]
        return self._talk.owner(reading.grammars, version)

    def _known(self, reading: Reading, grammar: Grammar, form: Form, start: int) -> bool:
        """Whether the talk or its own version shows that a variant is meant as a name."""
        named = grammar.key in self._talk.certain
        match reading.mode:
            case "variant":
                capital = self._evidence.capital(start)
                own = capital and form.variants[0] in grammar.entry.unmistakable
                told = named or (own and self._talk.of_models)
                sure = told and (form.version is not None or (named and capital))
                return sure or form.decimal or (capital and bool(form.modifiers))
            case "framed":
                return form.version is not None and self._talk.recent(grammar, start)
            case _:
                return True

    def _take(self, found: _Candidate) -> None:
        grammar = found.grammar
        form = found.form
        if not (form.bare and self._evidence.of_family(found.start, form.end)):
            form = self._talk.complete(grammar, form, found.start)
        told = form != found.form
        end = grammar.tail_end(self._lower, form.end)
        certain = found.certain or (told and not found.heard)
        self.names.append(_name(grammar, form, found.start, end, certain=certain))
        self.end = end
        if certain and grammar.entry.kind == "model":
            self._talk.model_end = end
        # A bare name says no member anew, else one would last for the rest of the talk.
        said = found.form if found.form.bare else form
        self._talk.note(grammar, said, found.start, certain=found.certain or form.strong)

    def _take_row(self, found: _Candidate) -> None:
        """Takes the further names of a row: "Llama 2 7B, 13B and 70B"."""
        while more := next_in_row(found.form, found.grammar, self._lower, self._evidence):
            found = replace(found, start=more[0], form=more[1])
            self._take(found)


def _name(grammar: Grammar, form: Form, start: int, end: int, *, certain: bool) -> Name:
    entry = grammar.entry
    comes_in_forms = bool(entry.versions) or entry.by_size
    return Name(
        start=start,
        end=end,
        canonical=grammar.canonical(form),
        kind=entry.kind,
        family=entry.name,
        maker=entry.maker,
        version=form.version,
        variant=entry.join.join((*form.variants, *form.modifiers)) or None,
        size=form.size,
        certain=certain,
        listed=grammar.listed,
        specific=not entry.generic and not (form.bare and comes_in_forms),
        product=entry.product,
    )
