"""Entries of the lexicon as the text that stands in a tallycast.toml."""

import json
from collections.abc import Iterable, Mapping

from extract.errors import TallycastError
from extract.names.families import listings
from extract.names.lexicon import Entry, Lexicon
from leaderboard.format import many, plain
from leaderboard.versions.entries import compared, unknown


def entry_text(entry: Entry, *comments: str) -> str:
    """Returns an entry as TOML, with comments above it."""
    told = entry.model_dump(exclude_defaults=True, exclude={"kind", "name"})
    lines = [f"# {plain(comment)}" for comment in comments]
    lines.append(f"[{entry.kind}.{_key(entry.name)}]")
    lines += [f"{field} = {_value(value)}" for field, value in told.items()]
    return "\n".join(lines) + "\n"


def unknown_text(names: Iterable[tuple[str, int, int, str]]) -> str:
    """Returns entries that would list names, each with where it was said.

    Args:
        names: name, claims, episodes and a quote of each.
    """
    said = {name: (claims, quote) for name, claims, _, quote in names}
    texts = []
    for entry, read in listings(said):
        claims = sum(said[name][0] for name in read)
        texts.append(
            entry_text(entry, f"{many(claims, 'claim')}: {', '.join(read)}", said[read[0]][1])
        )
    return "\n".join(texts)


def entries_called(name: str, lexicon: Lexicon) -> list[Entry]:
    """Returns the entries of that name, of all kinds.

    Raises:
        TallycastError: there is none; says which names come near.
    """
    found = [entry for entry in lexicon.entries if compared(entry.name) == compared(name)]
    if not found:
        raise TallycastError(unknown("name", name, (entry.name for entry in lexicon.entries)))
    return found


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else json.dumps(name, ensure_ascii=False)


def _value(value: object) -> str:
    """Returns a value as TOML: strings and lists of them are written as in JSON."""
    if isinstance(value, Mapping):
        pairs = (f"{_quoted(key)} = {_value(inner)}" for key, inner in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _quoted(text: str) -> str:
    return json.dumps(plain(text), ensure_ascii=False)
