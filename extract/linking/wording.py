"""What is said beside names that tells whose a figure is: joins, comparisons, asides."""

from functools import cache

import regex

from extract.linking.weights import weights
from extract.numbers.vocabulary import alternatives, whole_words
from extract.records import Name, Quantity


@cache
def joined() -> regex.Pattern[str]:
    """Matches between a figure and a name behind it that joins the two: "88 percent for Claude"."""
    between, joins = alternatives(weights().between_joins), alternatives(weights().joins)
    return regex.compile(rf"(?:\s|{between})*(?:{joins})\s+(?:the\s+)?")


@cache
def _compared() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?r)(?<![a-z])(?:{alternatives(weights().comparisons)})\s+(?:the\s+|a\s+)?(?:(?!that\s|this\s)[^\s,]+\s)?"
    )


@cache
def told_of() -> regex.Pattern[str]:
    """Matches between a name and a figure that is told of it: "Claude, which only scored 88"."""
    return regex.compile(r"(?:'s\s[a-z]+)?,?\s(?:which|who|that)\s(?:[a-z]+\s){1,5}")


@cache
def _provided() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?<![a-z])(?:{alternatives(weights().providers)})\s+(?:the\s+)?")


@cache
def generally() -> regex.Pattern[str]:
    """Matches words with which a sentence speaks of no model named earlier."""
    return whole_words(alternatives(weights().generally))


@cache
def asides() -> regex.Pattern[str]:
    """Matches words with which a sentence names what to compare with: "for comparison"."""
    return whole_words("|".join(weights().asides))


@cache
def _described() -> regex.Pattern[str]:
    return regex.compile(rf"[ -](?:{alternatives(weights().descriptions)})(?![a-z])")


@cache
def both() -> regex.Pattern[str]:
    """Matches "both models" and the like."""
    return whole_words(alternatives(weights().both))


@cache
def coordinated() -> regex.Pattern[str]:
    """Matches between two names that are joined: "Flash and Pro"."""
    return regex.compile(rf"\s*(?:{alternatives(weights().coordinators)})\s*(?:the\s+)?")


@cache
def _listed() -> regex.Pattern[str]:
    """Matches between two names of a list, the first with a word of its own: "K2 base, V3"."""
    return regex.compile(rf"(?:\s[a-z]+)??{coordinated().pattern}")


def is_compared(lower: str, name: Name) -> bool:
    """Says whether a name stands behind "than", "compared to" and the like."""
    return _compared().match(lower, max(0, name.start - 30), name.start) is not None


@cache
def _begins() -> regex.Pattern[str]:
    return regex.compile(rf"\s(?:{alternatives(weights().verbs)})(?![a-z])")


@cache
def _contrasted() -> regex.Pattern[str]:
    contrasts = alternatives(weights().contrasts)
    return regex.compile(rf"(?r)(?<![a-z])(?:{contrasts})\s(?:the\s|a\s|about\s|around\s)?")


def is_contrasted(lower: str, quantity: Quantity) -> bool:
    """Says whether a figure stands behind "versus" and the like: it is another's."""
    return _contrasted().match(lower, max(0, quantity.start - 30), quantity.start) is not None


@cache
def _owned() -> regex.Pattern[str]:
    return regex.compile(r"['’]s?\s(?:own\s|whole\s|full\s|entire\s)?")


def is_owner_of(lower: str, name: Name, quantity: Quantity) -> bool:
    """Says whether a figure is said to be a name's own: "Claude's hundred thousand tokens"."""
    return _owned().fullmatch(lower, name.end, quantity.start) is not None


def goes_on(lower: str, before: Name, name: Name) -> bool:
    """Says whether a name is named together with the one before it: "Flash and Pro".

    Of "compared to Flash, Pro is cheaper" the second begins what is said.
    """
    listed = _listed().fullmatch(lower, before.end, name.start) is not None
    return listed and _begins().match(lower, name.end) is None


def is_provider(lower: str, name: Name) -> bool:
    """Says whether a name stands behind "from" and the like: "a million TPUs from Google"."""
    return _provided().match(lower, max(0, name.start - 30), name.start) is not None


def is_description(lower: str, name: Name) -> bool:
    """Says whether a name tells what another is like: "a GPT-4 class model", "Mamba layers"."""
    return _described().match(lower, name.end) is not None
