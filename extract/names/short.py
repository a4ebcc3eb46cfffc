"""Reads parts of names that stand alone and are names only after what was said before."""

from dataclasses import replace

import regex

from extract.names.book import Reading
from extract.names.evidence import Evidence
from extract.names.grammar import Form, Grammar
from extract.names.numerals import (
    NO_QUANTITY,
    NOTHING_COUNTED,
    OH_SIZE,
    SIZE,
    WORDS,
    digits,
    in_word,
    short_size,
    written_size,
)
from extract.names.talk import Talk
from extract.numbers.cardinal import read_cardinal

# Start of the name, form, family.
Found = tuple[int, Form, Grammar]

_NUMBER = regex.compile(r"\d+(?:\.\d+)?")
_NO_SIZE = r"(?!\ (?:parameters?|params|tokens?|dollars))"
_THE_SIZE = regex.compile(rf"the\ ({SIZE}){_NO_SIZE}")
# "a 70B model", "a 7B", "70B-class" and "Kestrel-7B" name no member of a family that was named.
_OF_ANY = regex.compile(r"(?:\ban? |\bany |\bsome |[\w.,$]-|[\d.,$]\ ?)\Z")
_ANY_SIZE = r"(?![ -](?:models?|parameters?|params|class|range|llms?|tokens?|dollars)\b)"
_BARE_SIZE = regex.compile(rf"({SIZE}|{OH_SIZE}){_ANY_SIZE}")
_VERSION = regex.compile(rf"(?<![\w.,:$-])(\d\.\d{{1,2}})(?![\w%]|[.,:]\d){NO_QUANTITY}")
_VERSION_BEFORE = regex.compile(rf"\b(?:{'|'.join(WORDS['version_before'])})(?: the)? \Z")
_VARIANT_BEFORE = regex.compile(rf"\b(?:{'|'.join(WORDS['variant_before'])}) \Z")
_VARIANT_AFTER = regex.compile(rf"[.,;?!]|\Z| (?:{'|'.join(WORDS['variant_after'])})\b")
_ALSO = r"(?:,? (?:and|or) \d\.\d)?"
_VERSION_AFTER = regex.compile(rf"{_ALSO} (?:{'|'.join(WORDS['version_after'])})\b")
# "the 405 on" where a family has a 405B: the letter is left out, and no noun is counted.
_THE_NUMBER = regex.compile(rf"(?<!(?:\d|ten) to )the\ (\d{{2,3}}){NOTHING_COUNTED}")
# "the small one", "the bigger model": of a family the member with the least or greatest size.
_EXTREME = regex.compile(
    rf"the\ (?P<name>(?:(?P<large>{'|'.join(WORDS['large'])})|{'|'.join(WORDS['small'])})"
    rf"\ (?:one|(?:model|version|variant){NOTHING_COUNTED}))(?!\w)"
)
# Of "the seventy billion one" the number stays a quantity, and only "one" is the name.
_THE_BILLION = regex.compile(r"the\ ((?:[\w.]+[ -]){1,4}?billion)\ (one|version|variant)(?!\w)")


def read_version(
    reading: Reading, lower: str, start: int, talk: Talk, evidence: Evidence
) -> Found | None:
    """Reads a version ("R1", "V3.2-Exp") of a family that was named, or whose maker was."""
    fits: list[Found] = []
    capital = evidence.capital(start) or not evidence.cased
    for grammar in talk.by_recency(filter(talk.knows, reading.grammars)):
        form = grammar.read(lower, Form(start))
        version = form.version
        if version is None or in_word(lower[form.end : form.end + 1]):
            continue
        # "128 k two" has a gap in it and no capital.
        if talk.said(grammar, version) and (capital or lower[start + 1].isdigit()):
            return start, form, grammar
        # Of a model, "V2" is written with a capital; "v2" may be of anything.
        if (capital or version[0].islower()) and _shape(version) in grammar.entry.loose:
            fits.append((start, form, grammar))
    return fits[0] if fits else None


def read_number(
    reading: Reading, lower: str, start: int, talk: Talk, evidence: Evidence
) -> Found | None:
    """Reads a version with nothing else, that was named with its family before: "5.4"."""
    number = _VERSION.match(lower, start)
    if number is None or not (
        _VERSION_BEFORE.search(lower, max(0, start - 20), start)
        or _VERSION_AFTER.match(lower, number.end())
    ):
        return None
    member = talk.version_member(digits(number[1]), start)
    if member is None:
        return None
    grammar, form = member
    said = grammar.read(lower, Form(number.end(1), form.version))
    return start, said if said.variants else replace(form, end=number.end(1)), grammar


def _shape(version: str) -> str:
    shape: str = _NUMBER.sub("#", version)
    return shape


def read_size(
    reading: Reading, lower: str, start: int, talk: Talk, evidence: Evidence
) -> Found | None:
    """Reads a size with its article: "the 27B", "the seventy billion one"."""
    sized, numbered = _THE_SIZE.match(lower, start), _THE_NUMBER.match(lower, start)
    if sized is not None:
        place, end, size = sized.start(1), sized.end(), written_size(sized[1])
    elif numbered is not None:
        return _read_known_size(reading, numbered, talk)
    else:
        counted = _THE_BILLION.match(lower, start)
        number = counted and read_cardinal(lower, counted.start(1), counted.end(1))
        if not (counted and number and number.end == counted.end(1)):
            return None
        place, end, size = counted.start(2), counted.end(), short_size(float(number.value))
    behind = start - 2 if lower.endswith(", ", 0, start) else -1
    member = talk.sized_member(reading.grammars, size, place, behind=behind)
    if member is None:
        return None
    grammar, form = member
    return place, Form(end, form.version, form.variants, form.modifiers, size), grammar


def _found(member: tuple[Grammar, Form] | None, start: int, end: int) -> Found | None:
    """Returns a member of a family as it was found from `start` to `end`."""
    return None if member is None else (start, replace(member[1], end=end), member[0])


def read_extreme(
    reading: Reading, lower: str, start: int, talk: Talk, evidence: Evidence
) -> Found | None:
    """Reads "the small one", where the family named last has just one that is smallest."""
    said = _EXTREME.match(lower, start)
    if said is None:
        return None
    place = said.start("name")
    member = talk.extreme_member(reading.grammars, place, largest=said["large"] is not None)
    return _found(member, place, said.end())


def _read_known_size(reading: Reading, numbered: "regex.Match[str]", talk: Talk) -> Found | None:
    """Reads a number as the size that a family named lately is known to have."""
    place, size = numbered.start(1), written_size(numbered[1])
    known = (it for it in reading.grammars if size in it.entry.known_sizes)
    member = talk.sized_member([it for it in known if talk.recent(it, place)], size, place)
    return _found(member, place, numbered.end())


def read_bare_size(
    reading: Reading, lower: str, start: int, talk: Talk, evidence: Evidence
) -> Found | None:
    """Reads a size without article or family, that a family named lately is known to have."""
    sized = _BARE_SIZE.match(lower, start)
    of_any = _OF_ANY.search(lower, max(0, start - 8), start) or evidence.named(start)
    if sized is None or of_any:
        return None
    near = [family for family in reading.grammars if talk.recent(family, start)]
    return _found(talk.sized_member(near, written_size(sized[1]), start), start, sized.end())


def _stands_alone(lower: str, start: int, end: int) -> bool:
    """Says whether a common word stands where only a name would: "the score for flash is"."""
    before = _VARIANT_BEFORE.search(lower, max(0, start - 20), start)
    return before is not None and _VARIANT_AFTER.match(lower, end) is not None


def read_variant(
    reading: Reading, lower: str, start: int, talk: Talk, evidence: Evidence
) -> Found | None:
    """Reads a variant that several families have, where one recent name alone had it: "Turbo"."""
    variant = reading.variant or ""
    end = start + len(variant)
    if not (evidence.apart(start, end) or _stands_alone(lower, start, end)):
        return None
    member = talk.variant_member(reading.grammars, variant, start)
    if member is None and evidence.within(start):
        member = talk.new_variant(reading.grammars, variant, start)
    if member is None:
        return None
    grammar, form = member
    return start, Form(end, form.version, form.variants, form.modifiers, form.size), grammar
