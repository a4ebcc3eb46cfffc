"""Compressed files and archives: the transcripts in them, each read within bounds."""

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

import zstandard

from extract.errors import TallycastError
from extract.reading.sources import is_transcript

MOST_BYTES = 256 * 2**20  # of one transcript unpacked
MOST_OF_ARCHIVE = 1024 * 2**20  # of all transcripts of an archive
MOST_MEMBERS = 10_000

_GZIP, _ZSTD, _ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", (b"PK\x03\x04", b"PK\x05\x06")
_STEP = 1024  # bytes given to Zstandard at a time
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, zipfile.BadZipFile,
           NotImplementedError, RuntimeError, ValueError)  # fmt: skip


def is_archive(content: bytes) -> bool:
    """Says whether the content is a zip archive."""
    return content.startswith(_ZIP)


def unpacked(content: bytes) -> bytes:
    """Returns the content of a file compressed with gzip or Zstandard, else what was given.

    Raises:
        TallycastError: it is damaged, or larger than a transcript can be.
    """
    try:
        if content.startswith(_GZIP):
            with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
                return _bounded(file.read(MOST_BYTES + 1))
        if content.startswith(_ZSTD):
            return _from_zstd(content)
    except _BROKEN as error:
        raise TallycastError(f"damaged compressed file ({_reason(error)})") from error
    return content


def _from_zstd(content: bytes) -> bytes:
    """Returns what the frames hold; in small steps, for a few bytes may stand for gigabytes."""
    unpacked_parts, size = [], 0
    decompressor = zstandard.ZstdDecompressor(max_window_size=2**27)
    while content:
        frame = decompressor.decompressobj()
        for start in range(0, len(content), _STEP):
            unpacked_parts.append(part := frame.decompress(content[start : start + _STEP]))
            size += len(part)
            if size > MOST_BYTES:
                return _bounded(b"".join(unpacked_parts))
            if frame.eof:
                content = frame.unused_data + content[start + _STEP :]
                break
        else:
            raise EOFError("it ends in the middle")
    return b"".join(unpacked_parts)


def members(content: bytes) -> Iterator[tuple[str, bytes | TallycastError]]:
    """Yields (name, content) of each file in a zip archive, sorted by name.

    Folders, hidden files, and what is no transcript by its name are left out. A member that cannot
    be read is given as the error that says why.

    Raises:
        TallycastError: the archive itself cannot be read, or has too many members.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise TallycastError(f"damaged zip archive ({_reason(error)})") from error
    infos = sorted((it for it in archive.infolist() if _is_wanted(it)), key=lambda it: it.filename)
    if len(infos) > MOST_MEMBERS:
        raise TallycastError(f"too many files in the archive (over {MOST_MEMBERS:,})")
    left = MOST_OF_ARCHIVE
    for info in infos:
        try:
            read = _member(archive, info, left)
        except TallycastError as error:
            yield _safe(info.filename), error
        else:
            left -= len(read)
            yield info.filename, read


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
        raise TallycastError("its name leads out of the archive")
    if info.file_size > min(MOST_BYTES, left):
        raise TallycastError(f"too large (over {min(MOST_BYTES, left) // 2**20} MiB unpacked)")
    try:
        with archive.open(info) as file:
            read = unpacked(_bounded(file.read(MOST_BYTES + 1)))
    except _BROKEN as error:
        raise TallycastError(f"damaged in the archive ({_reason(error)})") from error
    if is_archive(read):
        raise TallycastError("an archive within an archive")
    return read


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    if not parts:  # a damaged archive may have members without a name
        return False
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    usual = not info.is_dir() and not hidden and "__MACOSX" not in parts
    return usual and is_transcript(parts[-1])


def _safe(name: str) -> str:
    return "/".join(part for part in PurePosixPath(name).parts if part not in {"..", "/"})


def _bounded(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise TallycastError(f"too large (over {MOST_BYTES // 2**20} MiB unpacked)")
    return content


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
