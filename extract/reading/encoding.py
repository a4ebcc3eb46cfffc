"""Bytes in, text out, whatever their encoding; what had to be replaced is counted."""

import codecs
import re
from typing import NamedTuple

from extract.errors import TallycastError

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT = 65_536  # bytes from the top that tell what a file is
_FEW = 1_000  # stray bytes that are mended one by one
_LONE = re.compile(r"[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"

# What no text holds: NUL and the control characters that are neither white space nor an escape.
_CONTROLS = bytes({*range(28)} - {9, 10, 11, 12, 13, 27})
_MOST_CONTROLS = 0.02  # of the bytes looked at


class Decoded(NamedTuple):
    """A text, and how many of its characters stand for bytes or characters that are none."""

    text: str
    replaced: int


def decode(content: bytes) -> Decoded:
    """Decodes UTF-8, UTF-16, or Windows-1252; a mark at the beginning stays in the text.

    Single bytes of Windows-1252 within UTF-8 are read as what they are there.

    Raises:
        TallycastError: it is no text.
    """
    encoding = _wide(content)
    if encoding:
        return without_lone_surrogates(content.decode(encoding, "replace"))
    top = content[:_LOOKED_AT]
    controls = len(top) - len(top.translate(None, _CONTROLS))
    if controls > max(1, _MOST_CONTROLS * len(top)):
        raise TallycastError("not a text file (it holds NUL or other control characters)")
    try:
        return Decoded(content.decode("utf-8"), 0)
    except UnicodeDecodeError:
        return _mixed(content)


def without_lone_surrogates(text: str) -> Decoded:
    """Replaces halves of characters, that JSON can hold and no encoding can."""
    if text.isascii():
        return Decoded(text, 0)
    before = text.count(_REPLACEMENT)
    text = _LONE.sub(_REPLACEMENT, text)
    return Decoded(text, text.count(_REPLACEMENT) - before)


def _wide(content: bytes) -> str | None:
    """Returns which UTF-16 it is, by its mark or by where its zeros stand."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    top = content[:_LOOKED_AT]
    half = len(top) // 2
    if half < 2 or top.count(0) < 0.4 * half:
        return None
    zeros = top[0::2].count(0), top[1::2].count(0)
    if max(zeros) < 0.4 * half or min(zeros) > 0.02 * half:
        return None
    return _MARKS[zeros[0] > zeros[1]][1]


def _mixed(content: bytes) -> Decoded:
    """Decodes what is not all UTF-8: Windows-1252 throughout, or only in a few places."""
    replaced = content.decode("utf-8", "replace")
    strays = replaced.count(_REPLACEMENT) - content.count(_REPLACEMENT.encode())
    wide = sum(1 for _ in _WIDE.finditer(content)) if strays <= _FEW else 0
    if strays > wide:
        text = content.decode("cp1252", "replace")
        return Decoded(text, text.count(_REPLACEMENT))
    return Decoded(content.decode("utf-8", "tallycast-cp1252"), strays)


_WIDE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("tallycast-cp1252", _as_cp1252)
