"""Sidecars: small TOML or JSON files beside a transcript that tell of its episode."""

import json
import os
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from extract.errors import TallycastError
from extract.reading.dates import parse_date
from extract.reading.metadata import Known
from extract.reading.sources import COMPRESSED

SUFFIXES = (".episode.toml", ".episode.json")
NAMES = ("episode.toml", "episode.json")  # for all transcripts of their folder
_LARGEST = 65_536  # bytes


def _day(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        if day := parse_date(value):
            return day
        raise ValueError("a day is needed, such as 2024-05-16")
    return value


class Sidecar(BaseModel):
    """What a sidecar may tell.

    Attributes:
        show, title, published: of the episode.
        source: where the transcript was fetched from.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    show: str | None = None
    title: str | None = None
    published: Annotated[date | None, BeforeValidator(_day)] = None
    source: str | None = None


def read_sidecar(path: Path) -> Known:
    """Returns what is told of the transcript at `path` by the sidecar that is nearest.

    "talk.vtt" has "talk.episode.toml" or "talk.episode.json", else "episode.toml" of its folder.

    Raises:
        TallycastError: a sidecar holds what it should not; says in which line.
    """
    for candidate in candidates(str(path)):
        if os.path.isfile(candidate):  # noqa: PTH113  (Path raises for what cannot be looked at)
            told = _checked(Path(candidate))
            return Known(told.show, told.title, told.published)
    return Known()


def candidates(path: str) -> Iterator[str]:
    """Yields the paths at which sidecars of a transcript may lie, the nearest first."""
    folder, name = os.path.split(path)
    stem, suffix = os.path.splitext(name)  # noqa: PTH122  ten thousand of them are waited for
    if suffix in COMPRESSED:
        stem = os.path.splitext(stem)[0]  # noqa: PTH122
    for sidecar in (*(stem + suffix for suffix in SUFFIXES), *NAMES):
        yield os.path.join(folder, sidecar)  # noqa: PTH118


def is_sidecar(name: str) -> bool:
    """Says whether a file is called as sidecars are."""
    return name.endswith(SUFFIXES) or name in NAMES


def _checked(path: Path) -> Sidecar:
    with path.open("rb") as file:
        content = file.read(_LARGEST)
    try:
        text = content.decode("utf-8-sig")
        values = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
        return Sidecar.model_validate(values)
    except ValidationError as error:
        raise TallycastError(f"{path}{wrong_entry(text, error)}") from error
    except (ValueError, RecursionError) as error:
        raise TallycastError(f"{path}: {error}") from error


def wrong_entry(text: str, error: ValidationError) -> str:
    """Returns ", line 3: titel: no such key …" for the first thing wrong in a text of settings."""
    first = error.errors(include_url=False)[0]
    key = ".".join(map(str, first["loc"]))
    last = re.escape(str(first["loc"][-1])) if key else "(?!)"
    found = re.search(rf'^[ \t{{]*"?{last}"?\s*[=:]', text, re.MULTILINE)
    line = f", line {text.count(chr(10), 0, found.start()) + 1}" if found else ""
    if first["type"] == "extra_forbidden":
        return f"{line}: {key}: no such key; there are {', '.join(Sidecar.model_fields)}"
    told = first["msg"].removeprefix("Value error, ")
    return f"{line}: {key or 'it'}: {told[0].lower()}{told[1:]}"
