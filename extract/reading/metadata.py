"""What is known of an episode, from several places in their order of trust.

1. what the user tells (options); 2. the sidecar, which `tallycast fetch` writes from the feed;
3. the transcript itself: front matter, fields, the head of a page; 4. the file's name.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePath

from pydantic import BaseModel, ConfigDict

from extract.data import read_toml
from extract.reading.dates import parse_date
from extract.reading.sources import COMPRESSED, STANDARD_INPUT


@dataclass(frozen=True, slots=True)
class Known:
    """What is told of an episode from outside; it wins over what the transcript says."""

    show: str | None = None
    title: str | None = None
    published: date | None = None

    def or_else(self, other: "Known") -> "Known":
        """Returns this, with what it does not tell from `other`."""
        return Known(
            self.show or other.show,
            self.title or other.title,
            self.published or other.published,
        )


# A day within a name, with the same mark between its parts or none: "2024-05-16", "20240516".
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def of_name(source: str) -> Known:
    """Returns what the file's name tells: its stem as title, and a day in it."""
    if source == STANDARD_INPUT:
        return Known()
    path = PurePath(source.rpartition("#")[0] or source)
    stem = PurePath(path.stem).stem if path.suffix in COMPRESSED else path.stem
    days = (parse_date("-".join(found.group(1, 3, 4))) for found in _DAY.finditer(stem))
    return Known(title=stem, published=next((day for day in days if day), None))


def show_name(written: str) -> str:
    """Returns a show's name in one form, whatever was written: see shows.toml."""
    plain = " ".join(written.split())
    return _shows().get(_key(plain), plain)


class _Show(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    also: tuple[str, ...]


@cache
def _shows() -> dict[str, str]:
    shows = [_Show.model_validate(it) for it in read_toml(__package__, "shows.toml")["show"]]
    return {_key(form): show.name for show in shows for form in (show.name, *show.also)}


def _key(name: str) -> str:
    """Returns what two forms of a name share: its letters and digits."""
    return "".join(filter(str.isalnum, name.casefold()))
