"""The size of a model, put into its name."""

from dataclasses import replace

from extract.names.book import NameBook
from extract.names.grammar import Form
from extract.names.numerals import short_size
from extract.records import Name


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
    size = short_size(parameters)
    known = grammar.entry.known_sizes
    if known and size not in known:
        return None
    canonical = grammar.canonical(Form(name.end, name.version, (), modifiers, size))
    if size not in canonical:
        return None
    return replace(name, canonical=canonical, size=size, specific=True)
