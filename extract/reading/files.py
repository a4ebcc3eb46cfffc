"""The bytes of a source: a file, a part of an archive, or standard input."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from extract.errors import TallycastError
from extract.reading.archives import is_archive, members, unpacked
from extract.reading.json_formats import is_json_lines
from extract.reading.sources import STANDARD_INPUT, file_of, reason_of

LARGEST = 256 * 1024 * 1024  # bytes; words with times take some 40 times what the words alone do
_LEAD = 4096  # bytes that tell whether it may be JSON Lines


def read_bytes(source: str) -> bytes:
    """Returns the content of the file `source`, or of standard input for "-".

    Raises:
        TallycastError: it is missing, a folder, unreadable, or too large.
    """
    too_large = False
    try:
        if source == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(source).open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                too_large = size > LARGEST
                content = b"" if too_large else _whole(file, size)
    except (OSError, ValueError) as error:
        raise TallycastError(reason_of(error)) from error
    if too_large or len(content) > LARGEST:
        raise TallycastError(f"too large (over {LARGEST // 2**20} MiB)")
    return content


def _whole(file: BinaryIO, size: int) -> bytes:
    """Reads a file of that size; only of a pipe, which has none, is more asked for.

    Asking for LARGEST at once would take memory for as much, for every small file.
    """
    content = file.read(size + 1)
    return content + file.read(LARGEST) if len(content) > size else content


def contents(
    source: str, content: bytes | None = None
) -> Iterator[tuple[str, bytes | TallycastError]]:
    """Yields (source, content) of what stands in a source: one, or each file of an archive.

    Compressed files are unpacked. "talks.zip/one.vtt" is one file of an archive.

    Args:
        source: a path.
        content: of the file there, where it was read already.

    Raises:
        TallycastError: it cannot be read.
    """
    path = file_of(source) if content is None else source
    content = unpacked(read_bytes(path) if content is None else content)
    if not is_archive(content):
        yield path, content
        return
    for name, member in members(content):
        whole = f"{path}/{name}"
        if source in {path, whole} or source.startswith(f"{whole}#"):
            yield whole, member


def lines(source: str) -> Iterator[bytes] | None:
    """Returns the lines of a file of JSON Lines, read one after the other; None of any other file.

    A line may be as long as a transcript can be; of a longer one only the beginning is given.
    """
    with suppress(OSError, ValueError), Path(source).open("rb") as file:
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and _holds_json_lines(file):
            return _lines(source)
    return None


def _holds_json_lines(file: BinaryIO) -> bool:
    if not file.read(_LEAD).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    file.seek(0)
    first = file.readline(LARGEST)
    with suppress(UnicodeDecodeError):
        return is_json_lines(first.decode() + file.read(_LEAD).decode(errors="replace"))
    return False


def _lines(source: str) -> Iterator[bytes]:
    with Path(source).open("rb") as file:
        while line := file.readline(LARGEST):
            yield line
