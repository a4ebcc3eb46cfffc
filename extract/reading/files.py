"""Which files are transcripts, and their bytes."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.errors import TallycastError

STANDARD_INPUT = "-"
SUFFIXES = (".md", ".txt")
LARGEST = 256 * 1024 * 1024  # bytes; a thousand hours of talk are some 60 million


def find_transcripts(paths: Sequence[str]) -> list[str]:
    """Returns the transcripts that `paths` lead to, each once.

    Args:
        paths: files, taken whatever they are called; folders, walked for names that end in .txt
            or .md, hidden ones left out; "-" for standard input.

    Returns:
        Paths in the order given, those within a folder sorted by name.

    Raises:
        TallycastError: a path is missing, or a folder cannot be read.
    """
    found: dict[str, str] = {}
    for path in paths:
        for source in _sources(path):
            key = source if source == STANDARD_INPUT else os.path.realpath(source)
            found.setdefault(key, source)
    return list(found.values())


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
        raise TallycastError(f"{source}: {_reason(error)}") from error
    if len(content) > LARGEST:
        raise TallycastError(f"{source}: too large (over {LARGEST // 2**20} MiB)")
    return content


def _sources(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT or Path(path).is_file():
        yield path
    elif Path(path).is_dir():
        yield from _walk(path)
    elif Path(path).exists():  # a pipe, such as the shell's <(command)
        yield path
    else:
        raise TallycastError(f"{path}: no such file or folder")


def _walk(folder: str) -> Iterator[str]:
    for path, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield str(Path(path, name))


def _refuse(error: OSError) -> None:
    raise TallycastError(f"{error.filename}: {_reason(error)}") from error


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "a folder, not a file"
        case OSError(strerror=str(told)):
            return f"cannot be read ({told})"
        case _:
            return f"cannot be read ({error})"
