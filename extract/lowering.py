"""Lower case that keeps every offset."""

import unicodedata

_ASCII = bytes(range(128))


def lower_same_length(text: str) -> str:
    """Returns the text in lower case and plain digits, of the same length.

    A few characters become two in lower case ("İ"); they stay as they are.
    """
    if text.isascii():
        return text.lower()
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    # Translating takes longer than all else here, and few texts hold such characters.
    table = {ord(char): plain for char in _others(lower) if (plain := _plain(char))}
    return lower.translate(table) if table else lower


def _others(text: str) -> set[str]:
    """Returns the characters in a text that are not ASCII."""
    return set(text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8"))


def _plain(char: str) -> str | None:
    """Returns the ASCII character that a full-width one ("４００％") or a digit stands for."""
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return str(unicodedata.decimal(char)) if char.isdecimal() else None
