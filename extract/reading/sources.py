"""Which files are transcripts, and where in them each episode stands."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from extract.errors import TallycastError
from extract.records import Failure

STANDARD_INPUT = "-"
SUFFIXES = (
    ".md", ".markdown", ".txt", ".text", ".vtt", ".srt", ".json", ".json3", ".jsonl", ".ndjson",
    ".html", ".htm", ".xhtml", ".xml", ".srv1", ".srv2", ".srv3", ".ttml",
)  # fmt: skip
COMPRESSED = (".gz", ".zst")
ARCHIVES = (".zip",)
_SIDECARS = (".episode.toml", ".episode.json", "episode.json")


@dataclass(frozen=True, slots=True)
class Sources:
    """What paths lead to.

    Attributes:
        found: transcripts, each once: paths in the order given, those within a folder by name.
        failures: paths that lead nowhere, and why.
        passed_over: files in folders that are no transcripts by their names.
    """

    found: tuple[str, ...]
    failures: tuple[Failure, ...]
    passed_over: tuple[str, ...]


def find_sources(paths: Sequence[str]) -> Sources:
    """Returns what `paths` lead to.

    Args:
        paths: files, taken whatever they are called; folders, walked for the names that transcripts
            have (SUFFIXES, also compressed, and archives), hidden ones left out; "-" for standard
            input.
    """
    found: dict[str, str] = {}
    failures: list[Failure] = []
    passed_over: list[str] = []
    for path in paths:
        for source in _sources(path, passed_over):
            if isinstance(source, Failure):
                failures.append(source)
            else:
                found.setdefault(source.place, source.path)
    return Sources(tuple(found.values()), tuple(failures), tuple(passed_over))


def find_transcripts(paths: Sequence[str]) -> list[str]:
    """Returns the transcripts that `paths` lead to, each once; see find_sources.

    Raises:
        TallycastError: a path is missing, or a folder cannot be read.
    """
    sources = find_sources(paths)
    if sources.failures:
        raise TallycastError(sources.failures[0].reason)
    return list(sources.found)


def file_of(source: str) -> str:
    """Returns the file in which `source` stands: "a.zip" of "a.zip/b.vtt", "a" of "a#3"."""
    if source == STANDARD_INPUT or os.path.lexists(source):
        return source
    base, _, line = source.rpartition("#")
    if base and line.isdecimal():
        source = base
    for folder in (source, *map(str, Path(source).parents)):
        if os.path.isfile(folder):  # noqa: PTH113  (Path raises for names that are too long)
            return folder
    return source


def reason_of(error: OSError | ValueError) -> str:
    """Says why a file cannot be read."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "a folder, not a file"
        case OSError(strerror=str(told)):
            return f"cannot be read ({told})"
        case _:
            return f"cannot be read ({error})"


class _Source(NamedTuple):
    """A path as people read it, and the one place that all paths to the same file lead to."""

    path: str
    place: str


def _sources(path: str, passed_over: list[str]) -> Iterator[_Source | Failure]:
    try:
        if path == STANDARD_INPUT:
            yield _Source(path, path)
        elif Path(path).is_dir():
            yield from _walk(path, passed_over)
        elif Path(path).exists() or Path(file_of(path)).is_file():  # a pipe; a part of a file
            yield _Source(path, os.path.realpath(path))
        else:
            yield Failure(path, f"{path}: no such file or folder")
    except (OSError, ValueError) as error:
        yield Failure(path, f"{path}: {reason_of(error)}")


def _walk(folder: str, passed_over: list[str]) -> Iterator[_Source | Failure]:
    """Yields what is in a folder: its files by name, then each of its folders."""
    folder = str(Path(folder))
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(folder, f"{folder}: {reason_of(error)}")
        return
    visible = [entry for entry in entries if not entry.name.startswith(".")]
    place = os.path.realpath(folder)
    for entry in visible:
        if not _is_folder(entry) and not entry.name.lower().endswith(_SIDECARS):
            yield from _file(entry, place, passed_over)
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):  # a link may lead in a circle
            yield from _walk(entry.path, passed_over)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return Path(entry.path).is_dir() if entry.is_symlink() else entry.is_dir()


def _file(
    entry: os.DirEntry[str], folder: str, passed_over: list[str]
) -> Iterator[_Source | Failure]:
    path = entry.path.removeprefix("./")
    if not is_transcript(entry.name):
        passed_over.append(path)
    elif entry.is_symlink() and (Path(path).is_file() or not Path(path).exists()):
        yield _Source(path, os.path.realpath(path))
    elif entry.is_file(follow_symlinks=False):
        place = f"{folder}{os.sep}{entry.name}"
        yield _Source(path, path if place == path else place)  # one text for both, of many
    else:
        yield Failure(path, f"{path}: no ordinary file")


def is_transcript(name: str) -> bool:
    """Says whether a file is called as transcripts are, compressed ones and archives included."""
    name = name.lower()
    if name.endswith(_SIDECARS):
        return False
    for suffix in COMPRESSED:
        name = name.removesuffix(suffix)
    return name.endswith(SUFFIXES + ARCHIVES)
