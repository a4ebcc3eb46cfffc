"""The bytes of a source: a file, a part of an archive, or standard input."""

import sys
from collections.abc import Iterator
from pathlib import Path

from extract.errors import TallycastError
from extract.reading.archives import is_archive, members, unpacked
from extract.reading.sources import STANDARD_INPUT, file_of, reason_of

LARGEST = 256 * 1024 * 1024  # bytes; words with times take some 40 times what the words alone do


def read_bytes(source: str) -> bytes:
    """Returns the content of the file `source`, or of standard input for "-".

    Raises:
        TallycastError: it is missing, a folder, unreadable, or too large.
    """
    try:
        if source == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(source).open("rb") as file:
                content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise TallycastError(reason_of(error)) from error
    if len(content) > LARGEST:
        raise TallycastError(f"too large (over {LARGEST // 2**20} MiB)")
    return content


def contents(source: str) -> Iterator[tuple[str, bytes | TallycastError]]:
    """Yields (source, content) of what stands in a source: one, or each file of an archive.

    Compressed files are unpacked. "talks.zip/one.vtt" is one file of an archive.

    Raises:
        TallycastError: it cannot be read.
    """
    path = file_of(source)
    content = unpacked(read_bytes(path))
    if not is_archive(content):
        yield path, content
        return
    for name, member in members(content):
        whole = f"{path}/{name}"
        if source in {path, whole} or source.startswith(f"{whole}#"):
            yield whole, member
