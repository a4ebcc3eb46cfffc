"""Figures and texts as people read them on a terminal."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from extract.data import read_toml

# What moves the cursor, rings, colours or turns the direction of writing.
_ONE_DECIMAL = re.compile(r"\d+\.\d")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_COMMANDS = re.compile(r"(?![\n\t])[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_SHORT = ((1e12, " T"), (1e9, " B"), (1e6, " M"), (1e3, " k"))
_SI = ((1e18, " E"), (1e15, " P"), (1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k"))
_SIGNS = {"exact": "", "about": "~", "at_least": "≥ ", "at_most": "≤ ", "range": ""}


class UnitStyle(BaseModel):
    """How figures in a unit are written; the fields are explained in units.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: str = ""
    after: str
    scale: Literal["short", "si", "power", "plain"]


@dataclass(frozen=True, slots=True)
class Figure:
    """What is said of a value: low or high is None where that side is open."""

    value: float
    low: float | None
    high: float | None
    unit: str
    qualifier: str = "exact"

    def __str__(self) -> str:
        """Returns it as people write it: "1.6 T", "~$5 / Mtok", "10–15 T tokens", "≥ 94 %"."""
        style = _style(self.unit)
        number, scale = _shortened(self.value, style)
        if self.qualifier == "range" and self.low is not None and self.high is not None:
            number, scale = _range(self.low, self.high, style)
        return f"{_SIGNS[self.qualifier]}{style.before}{number}{scale}{style.after}"


def figure(value: float, unit: str) -> str:
    """Returns a single value as people write it."""
    return str(Figure(value, value, value, unit))


def percent(share: float) -> str:
    """Returns a share between 0 and 1 as "67 %"."""
    return f"{share * 100:.0f} %"


def plain(text: str) -> str:
    """Returns one line of text that a terminal shows and does not obey."""
    return _CONTROLS.sub(" ", text)


def harmless(text: str) -> str:
    """Returns text of the same length and lines that a terminal shows and does not obey."""
    return _COMMANDS.sub("\ufffd", text)


def joined(*parts: object) -> str:
    """Returns the parts that there are, with commas: "GPT-4, score, MMLU"."""
    return ", ".join(str(part) for part in parts if part)


def clock(seconds: float) -> str:
    """Returns a time in an episode as "1:02:05"."""
    minutes, left = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{left:02}"


def many(number: int, noun: str) -> str:
    """Returns "1 claim", "2 claims", "1,200 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _range(low: float, high: float, style: UnitStyle) -> tuple[str, str]:
    """Returns "10–15" and " T", or "500 M–1" and " B"."""
    first, first_scale = _shortened(low, style)
    last, scale = _shortened(high, style)
    return f"{first}{first_scale if first_scale != scale else ''}–{last}", scale


def _shortened(value: float, style: UnitStyle) -> tuple[str, str]:
    """Returns the number and what stands for its thousands."""
    if style.scale == "power":
        return re.sub(r"e\+?", "e", f"{value:.4g}"), ""
    scales = {"short": _SHORT, "si": _SI, "plain": _SHORT[:3]}[style.scale]
    for size, name in scales:
        # 999,960 is "1 M" with four digits, not "1000 k".
        if abs(value) >= size * 0.99995 and not _is_odd(value, size):
            return _number(value / size), name
    number = _number(value)
    if style.before and _ONE_DECIMAL.fullmatch(number):
        number += "0"  # "$2.50"
    return number, " " if style.scale == "si" else ""


def _is_odd(value: float, size: float) -> bool:
    """Says whether thousands are said to the last digit: "16,384 tokens", not "16.38 k"."""
    return size == 1000 and value % 100 != 0


def _number(value: float) -> str:
    """Returns four digits of a small number, all before the point of a big one."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4g}"


def _style(unit: str) -> UnitStyle:
    known = _styles().get(unit)
    if known:
        return known
    if unit.startswith("USD"):
        per = unit.removeprefix("USD").replace("/", " / ", 1)
        return UnitStyle(before="$", after=per, scale="plain")
    return UnitStyle(after=f" {unit}", scale="plain")


@cache
def _styles() -> dict[str, UnitStyle]:
    return TypeAdapter(dict[str, UnitStyle]).validate_python(read_toml(__package__, "units.toml"))
