"""Tables for the terminal: the leaderboard, and any rows."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from leaderboard.files.rows import Plain, Row, plain_value
from leaderboard.format import figure, percent, plain
from leaderboard.terminal.layout import laid_out
from leaderboard.versions.entries import Entry

_STATUS_STYLES = {
    "single": "dim",
    "agreed": "green",
    "rounded": "green",
    "superseded": "cyan",
    "contested": "bold yellow",
}


# Rank, figure and confidence, each with two spaces after it.
_NARROW_COLUMNS = 4 + 20 + 6 + 2

# Wider columns of a table of rows may be broken into lines.
_UNBROKEN = 24


class _Pipe(Console):
    """A console that leaves it to the command to end when nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Hands the error on; rich would end the process with 1."""
        raise BrokenPipeError


def console(out: TextIO | None = None) -> Console:
    """Returns a file or standard output: as wide as the terminal, 80 columns in a pipe or file."""
    out = out or sys.stdout
    width = None if out.isatty() or "COLUMNS" in os.environ else 80
    return _Pipe(file=out, width=width, highlight=False, markup=False, emoji=False)


def grid(*columns: tuple[str, str]) -> Table:
    """Returns an empty table with (title, "left" or "right") columns; the latter are not folded."""
    table = Table()
    for title, justify in columns:
        right = justify == "right"
        table.add_column(title, justify="right" if right else "left", no_wrap=right)
    return table


def print_table(out: Console, table: Table) -> None:
    """Prints a table of which no value is cut: where it must, it is wider than the terminal."""
    out.print(laid_out(out, table), soft_wrap=True)


def rows_table(columns: Sequence[str], rows: Iterable[Row]) -> Table:
    """Returns any rows as a table, numbers to the right."""
    shown = [[plain_value(value) for value in row] for row in rows]
    numeric = [
        any(isinstance(row[place], int | float) for row in shown) for place in range(len(columns))
    ]
    table = grid(
        *(
            (plain(name), "right" if right else "left")
            for name, right in zip(columns, numeric, strict=True)
        )
    )
    texts = [[_shown(value) for value in row] for row in shown]
    for place, column in enumerate(table.columns):
        column.no_wrap |= max((len(row[place]) for row in texts), default=0) <= _UNBROKEN
    for row in texts:
        table.add_row(*map(Text, row))
    return table


def leaderboard_table(entries: Sequence[Entry], width: int) -> Table:
    """Returns entries (one at least) under headings, at most `width` columns wide."""
    table = grid(
        ("#", "right"), ("", "left"), ("value", "right"), ("sure", "right"), ("status", "left")
    )
    longest = max(max(len(_name(entry)), len(_heading(entry))) for entry in entries)
    spare = max(width, 60) - _NARROW_COLUMNS
    table.columns[1].max_width = min(longest, spare * 3 // 4)
    table.columns[4].max_width = spare - table.columns[1].max_width
    for _, found in groupby(entries, key=lambda entry: entry.attribute):
        group = list(found)
        table.add_row()
        table.add_row("", _heading(group[0]))
        for entry in group:
            table.add_row(
                str(entry.rank or ""),
                _name(entry),
                Text(str(entry.figure), style="bold"),
                Text(percent(entry.confidence), style="dim" if entry.confidence < 0.5 else ""),
                Text(status_words(entry), style=_STATUS_STYLES.get(entry.status, "")),
            )
    return table


def _heading(entry: Entry) -> Text:
    return Text(entry.attribute.replace("_", " "), style="bold underline")


def _name(entry: Entry) -> Text:
    """Returns "Claude 3.7 Sonnet on SWE-bench Verified, with tools"."""
    name = Text(plain(entry.subject))
    if entry.benchmark:
        name.append(plain(f" on {entry.benchmark}"), style="dim")
    if entry.setting:
        name.append(plain(f", {entry.setting}"), style="dim")
    return name


def status_words(entry: Entry) -> str:
    """Returns the status with what makes it less sure: "contested ×3, or 76 %"."""
    words = entry.status if entry.episodes == 1 else f"{entry.status} ×{entry.episodes}"
    if entry.stance == "hedged" and entry.status != "derived":
        words += ", a guess"
    if entry.runner_up is None:
        return words
    other = figure(entry.runner_up, entry.figure.unit)
    return f"{words}, was {other}" if entry.status == "superseded" else f"{words}, or {other}"


def _shown(value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list | dict | bool):
        return plain(json.dumps(value, ensure_ascii=False))
    return plain(str(value))
