"""Plots as shapes that a template draws: places, labels and the words for those who do not look."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from leaderboard.format import Figure
from leaderboard.report.board import Standing
from leaderboard.report.scales import Scale, dates, linear, logarithmic

Label = Literal["", "start", "end"]

WIDTH = 720
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 676, 16, 336
_LABELS = 12  # dots with their name beside them
_LABEL_HEIGHT, _LETTER = 15, 6.6  # room that a label takes
_LEAST = 3  # fewer points are better read than drawn
_UNITS = ("k", "M", "B", "T")


@dataclass(frozen=True, slots=True)
class Dot:
    """A point: where, what it is of, where its words are, and how its name is written, if it is.

    The name starts on the right of it, or ends on the left.
    """

    x: float
    y: float
    name: str
    told: tuple[str, str]
    href: str
    label: Label = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of dots, or of steps.

    Attributes:
        title: what it shows.
        labels: of the axes, the horizontal one first; they head the table, too.
        x, y: the scales.
        dots: the points.
        path: the line of a plot of steps, as SVG writes it; empty where there is none.
    """

    title: str
    labels: tuple[str, str]
    x: Scale
    y: Scale
    dots: tuple[Dot, ...]
    path: str = ""


def over_time(title: str, standings: Sequence[Standing], *, log: bool) -> Plot | None:
    """Returns values against the day on which they were first said; None where they are few."""
    told = [
        (one.entry.first_said, one)
        for one in standings
        if one.entry.first_said and (one.entry.value > 0 or not log)
    ]
    if len({day for day, _ in told}) < 2 or len(told) < _LEAST:
        return None
    x = dates([day for day, _ in told], _LEFT, _RIGHT)
    y = _vertical([one.entry.value for _, one in told], log=log)
    dots = [
        Dot(
            x.at(day.toordinal()), y.at(one.entry.value), one.entry.subject,
            (day.isoformat(), str(one.entry.figure)), one.href,
        )
        for day, one in told
    ]  # fmt: skip
    return Plot(title, ("first said", "value"), x, y, _named(dots))


def against(title: str, pairs: Sequence[tuple[Standing, Standing]]) -> Plot | None:
    """Returns one quantity of models (on a logarithmic scale) against another."""
    pairs = [pair for pair in pairs if pair[0].entry.value > 0]
    if len(pairs) < _LEAST:
        return None
    x = logarithmic([one.entry.value for one, _ in pairs], _LEFT, _RIGHT, _UNITS)
    y = _vertical([other.entry.value for _, other in pairs], log=False)
    dots = [
        Dot(
            x.at(one.entry.value), y.at(other.entry.value), one.entry.subject,
            (str(one.entry.figure), str(other.entry.figure)), other.href,
        )
        for one, other in pairs
    ]  # fmt: skip
    first, second = pairs[0]
    labels = (first.entry.attribute.replace("_", " "), second.entry.benchmark or "score")
    return Plot(title, labels, x, y, _named(dots))


def step_plot(periods: Sequence[tuple[date, Figure]]) -> Plot:
    """Returns the values that something has had, each from its day to the next."""
    x = dates([day for day, _ in periods], _LEFT, _RIGHT)
    y = _vertical([0.0, *(figure.value for _, figure in periods)], log=False)
    places = [(x.at(day.toordinal()), y.at(figure.value)) for day, figure in periods]
    path = f"M{places[0][0]} {places[0][1]}"
    path += "".join(f"H{across}V{up}" for across, up in places[1:]) + f"H{_RIGHT}"
    dots = tuple(
        Dot(across, up, str(figure), (day.isoformat(), str(figure)), "", "start")
        for (across, up), (day, figure) in zip(places, periods, strict=True)
    )
    return Plot("How it changed", ("from", "value"), x, y, dots, path)


def _vertical(values: Sequence[float], *, log: bool) -> Scale:
    if log:
        return logarithmic(values, _BOTTOM, _TOP, _UNITS)
    return linear(values, _BOTTOM, _TOP)


def _named(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """Has names written beside the highest dots, where no other name or dot is in the way."""
    taken = [(dot.x - 4, dot.x + 4, dot.y) for dot in dots]
    labels: dict[int, Label] = {}
    for number in sorted(range(len(dots)), key=lambda n: (dots[n].y, dots[n].x, dots[n].name)):
        dot = dots[number]
        places = _places(dot) if len(labels) < _LABELS else {}
        for label, (start, end) in places.items():
            if start > _LEFT and end < WIDTH and not _meets(start, end, dot.y, taken):
                labels[number] = label
                taken.append((start, end, dot.y))
                break
    return tuple(replace(dot, label=labels.get(n, "")) for n, dot in enumerate(dots))


def _places(dot: Dot) -> dict[Label, tuple[float, float]]:
    """Returns where a dot's name would begin and end, on the right and on the left of it."""
    width = len(dot.name) * _LETTER
    return {"start": (dot.x + 7, dot.x + 7 + width), "end": (dot.x - 7 - width, dot.x - 7)}


def _meets(
    start: float, end: float, height: float, taken: Sequence[tuple[float, float, float]]
) -> bool:
    return any(
        start < right and left < end and abs(height - other) < _LABEL_HEIGHT
        for left, right, other in taken
    )
