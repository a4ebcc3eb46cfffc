"""The tables of layouts.toml, and which layout a text has."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from extract.data import read_toml

_BYTE_ORDER_MARK = "\ufeff"
HEAD = 32_000  # characters from the top in which a layout and its metadata are looked for


class Layout(BaseModel):
    """A way to lay out a transcript; layouts.toml says what each field is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    what: str
    recognised_by: re.Pattern[str]
    show: re.Pattern[str] | None = None
    title: re.Pattern[str] | None = None
    published: re.Pattern[str] | None = None
    speech_after: re.Pattern[str] | None = None
    label: str = ""
    has_body: bool = False


class LeftOut(BaseModel):
    """Something in the text that is no speech; layouts.toml says what each field is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    begins: tuple[str, ...]
    goes_on: str
    leaves: Literal["", " "]
    time_of: Literal["line", "here"] | None = None
    examples: tuple[str, ...]
    keeps: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """Returns the whole pattern. Every branch of it begins with a literal (see speech.py)."""
        return "|".join(re.escape(begin) + self.goes_on for begin in self.begins)


class Tables(BaseModel):
    """All of layouts.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layout: tuple[Layout, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the speech: what the text tells of itself, None where it does not.

    Attributes:
        show, title, published: as written in the text.
        speech_from: offset in the text at which the speech begins.
        layout: name of the layout, "front-matter, turns" for one within another.
        label: pattern of what opens a turn there.
    """

    show: str | None
    title: str | None
    published: str | None
    speech_from: int
    layout: str
    label: str


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Returns layouts.toml, read once a process."""
    return Tables.model_validate(read_toml(__package__, "layouts.toml"))


def recognise(text: str, name: str | None = None) -> Layout:
    """Returns the layout called `name`, or else the first of the table that `text` has.

    The last one fits everything.
    """
    if name is not None:
        return next(layout for layout in tables().layout if layout.name == name)
    head = _top(text)
    return next(layout for layout in tables().layout if layout.recognised_by.search(head))


def read_head(text: str, layout: Layout) -> Head:
    """Reads the metadata on top of `text` by the patterns of its layout.

    Where the layout has a body, what follows its metadata is laid out in one of the other ways.
    """
    head = _top(text)
    mark = text.startswith(_BYTE_ORDER_MARK)
    lead = layout.speech_after.search(head) if layout.speech_after else None
    top = Head(
        show=_first_group(layout.show, head),
        title=_first_group(layout.title, head),
        published=_first_group(layout.published, head),
        speech_from=mark + (lead.end() if lead else 0),
        layout=layout.name,
        label=layout.label,
    )
    return _with_body(top, text[top.speech_from :]) if layout.has_body else top


def _with_body(top: Head, body: str) -> Head:
    layout = recognise(body)
    if layout.has_body:
        return top
    inner = read_head(body, layout)
    return Head(
        top.show or inner.show,
        top.title or inner.title,
        top.published or inner.published,
        top.speech_from + inner.speech_from,
        f"{top.layout}, {inner.layout}",
        inner.label,
    )


def _top(text: str) -> str:
    return text[:HEAD].removeprefix(_BYTE_ORDER_MARK)


def _first_group(pattern: re.Pattern[str] | None, head: str) -> str | None:
    found = pattern.search(head) if pattern else None
    words = found and next((group for group in found.groups() if group), None)
    return words.strip() or None if words else None
