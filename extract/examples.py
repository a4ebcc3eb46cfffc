"""Whether the examples of entries and rules are read as they say: the lexicon's own tests.

A test runs those of the built-in lexicon; a user's are checked when the user's file is read.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from extract.errors import Keys, LexiconError
from extract.lexicon import Lexicon
from extract.linking.attribution import Attributor
from extract.linking.landmarks import Landmarks
from extract.lowering import lower_same_length
from extract.names.lexicon import KINDS
from extract.records import Speech
from extract.scanning import read_line, scan
from extract.tables import OwnLexicon


def check_examples(own: OwnLexicon, lexicon: Lexicon) -> None:
    """Checks the examples and negatives that a user wrote.

    Args:
        own: what the user wrote, valid in itself.
        lexicon: the whole lexicon with it.

    Raises:
        LexiconError: an example is not read as it says, or a negative is.
    """
    for kind in KINDS:
        for name, table in own.tables(kind).items():
            _check_names(table, (kind, name), kind, name, lexicon)
    for number, table in enumerate(own.listed("mishearing")):
        kind = table.get("kind", "model")
        _check_names(table, ("mishearing", number), kind, table["family"], lexicon)
    for number, table in enumerate(own.listed("attribute")):
        for place, rule in enumerate(table.get("rule", ())):
            _check_rule(rule, table["name"], ("attribute", number, "rule", place), lexicon)


def winners(text: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    """Returns attribute and rule of every quantity in a text, those that are no claims too."""
    lower = lower_same_length(text)
    found = scan(Speech(text, lower, (0,), (0,)), lexicon)
    marks = Landmarks(found.cues, found.names)
    attributor = Attributor(lower, lexicon.attributes, marks, found.sentences, found.quantities)
    best = (attributor.best(index) for index in range(len(found.quantities)))
    return {(won.attribute.name, won.rule.name) for won in best if won is not None}


def _check_names(
    table: Mapping[str, Any], keys: Keys, kind: str, family: str, lexicon: Lexicon
) -> None:
    for phrase, name in table.get("examples", {}).items():
        read = [found.canonical for found in read_line(phrase, lexicon)[0]]
        if name not in read:
            raise LexiconError((*keys, "examples", phrase), f"read as {_listed(read)}")
    for phrase in table.get("negatives", ()):
        found = read_line(phrase, lexicon)[0]
        read = [name.canonical for name in found if (name.kind, name.family) == (kind, family)]
        if read:
            raise LexiconError((*keys, "negatives"), f"{phrase!r} is read as {_listed(read)}")


def _check_rule(rule: Mapping[str, Any], attribute: str, keys: Keys, lexicon: Lexicon) -> None:
    for phrase in rule.get("examples", ()):
        won = winners(phrase, lexicon)
        if (attribute, rule["name"]) not in won:
            read = _listed(f"{name}: {by}" for name, by in sorted(won))
            raise LexiconError((*keys, "examples"), f"{phrase!r} is read as {read}")
    for phrase in rule.get("negatives", ()):
        if attribute in {name for name, _ in winners(phrase, lexicon)}:
            raise LexiconError((*keys, "negatives"), f"{phrase!r} is read as {attribute}")


def _listed(read: Iterable[str]) -> str:
    return ", ".join(map(repr, read)) or "nothing"
