"""Lower case that keeps every offset."""

import sys
import unicodedata
from functools import cache


# Full-width forms ("４００％") and digits of other scripts, as the ASCII characters they stand for.
@cache
def _plain() -> dict[int, str]:
    """Returns the table; made when the first text needs it, not when a command starts."""
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    digits = {
        code: str(unicodedata.decimal(chr(code)))
        for code in range(0x80, sys.maxunicode + 1)
        if chr(code).isdecimal()
    }
    return full_width | digits


def lower_same_length(text: str) -> str:
    """Returns the text in lower case and plain digits, of the same length.

    A few characters become two in lower case ("İ"); they stay as they are.
    """
    if text.isascii():
        return text.lower()
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.translate(_plain())
