"""From values to places on a drawing, with the ticks that people expect."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_TICKS = 6  # about so many on an axis


@dataclass(frozen=True, slots=True)
class Scale:
    """Places values between two ends.

    Attributes:
        low, high: values at the ends; logarithms where `log`.
        start, end: where the ends are drawn.
        ticks: (value, label), ascending.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[tuple[float, str], ...]
    log: bool = False

    def at(self, value: float) -> float:
        """Returns where a value is drawn."""
        place = math.log10(value) if self.log else value
        share = (place - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def marks(self) -> list[tuple[float, str]]:
        """Returns where each tick is drawn, and its label."""
        return [(self.at(value), label) for value, label in self.ticks]


def linear(values: Sequence[float], start: float, end: float) -> Scale:
    """Returns a scale from a round number below the least value to one above the greatest."""
    least, most = min(values), max(values)
    step = _round_step((most - least) or abs(most) or 1)
    low, high = math.floor(least / step) * step, math.ceil(most / step) * step
    high += step if high == low else 0
    count = round((high - low) / step)
    ticks = tuple((low + step * n, f"{low + step * n:,.10g}") for n in range(count + 1))
    return Scale(low, high, start, end, ticks)


def logarithmic(values: Sequence[float], start: float, end: float, units: Sequence[str]) -> Scale:
    """Returns a scale of whole powers of ten.

    Args:
        values: greater than zero.
        start: where its low end is drawn.
        end: where its high end is.
        units: what stands for a thousand, a million and so on.
    """
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high += high == low
    step = max(1, math.ceil((high - low) / _TICKS))
    ticks = tuple((10.0**power, _power(power, units)) for power in range(low, high + 1, step))
    return Scale(low, high, start, end, ticks, log=True)


def dates(days: Sequence[date], start: float, end: float) -> Scale:
    """Returns a scale of days with ticks at the beginning of years, quarters or months."""
    first, last = min(days), max(days)
    months = max(1, (last.year - first.year) * 12 + last.month - first.month + 1)
    step = next((step for step in (1, 3, 6, 12, 24, 60) if months / step <= _TICKS), 120)
    month = (first.year * 12 + first.month - 1) // step * step
    found: list[date] = []
    while not found or found[-1] <= last:
        found.append(date(month // 12, month % 12 + 1, 1))
        month += step
    form = "%Y" if step >= 12 else "%b %Y"
    ticks = tuple((float(day.toordinal()), day.strftime(form)) for day in found)
    return Scale(ticks[0][0], ticks[-1][0], start, end, ticks)


def _round_step(span: float) -> float:
    """Returns 1, 2 or 5 times a power of ten, so that there are about _TICKS steps."""
    rough = span / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * step for step in (1, 2, 5, 10) if power * step >= rough * 0.999)


def _power(power: int, units: Sequence[str]) -> str:
    """Returns 10^power as people write it: "100 B", "0.01"."""
    thousands = min(power // 3, len(units))
    if thousands <= 0:
        return f"{10.0**power:g}"
    return f"{10 ** (power - 3 * thousands):,} {units[thousands - 1]}"
