"""The size of a model, put into its name."""

from collections.abc import Sequence
from dataclasses import replace

from extract.names.book import NameBook
from extract.names.grammar import Form
from extract.names.numerals import parameters_of, short_size
from extract.records import Name

# Share by which a count of parameters may differ from the size in the name.
_NEAR = 0.06


def with_size(book: NameBook, name: Name, parameters: float) -> Name | None:
    """Returns the name of the member of a family that has so many parameters.

    Args:
        book: what the name was found with.
        name: a name of the family: "XGen", "Llama 2", "Llama 3.1 Instruct".
        parameters: how many the member has: 7e9.

    Returns:
        The name with the size: "XGen-7B", "Llama 2 70B", "Llama 3.1 70B Instruct". None where
        the family's members are not told apart by size, the name has a size or a variant
        already, or the family is never written with a size, or not with this one.
    """
    grammar = book.grammars.get((name.kind, name.family))
    if grammar is None or not grammar.entry.by_size or name.size is not None:
        return None
    modifiers = tuple(m for m in grammar.entry.modifiers if name.variant == m)
    if name.variant is not None and not modifiers:
        return None
    size = _known_size(parameters, grammar.entry.known_sizes)
    if size is None:
        return None
    form = grammar.implied(Form(name.end, name.version, (), modifiers, size))
    canonical = grammar.canonical(form)
    if size not in canonical:
        return None
    return replace(name, canonical=canonical, version=form.version, size=size, specific=True)


def _known_size(parameters: float, known: Sequence[str]) -> str | None:
    """Returns the size that is meant: the 117 billion of a 120B are not counted exactly."""
    size = short_size(parameters)
    if not known or size in known:
        return size
    near = [one for one in known if abs(parameters_of(one) - parameters) <= _NEAR * parameters]
    return near[0] if len(near) == 1 else None
