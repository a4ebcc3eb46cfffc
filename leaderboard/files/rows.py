"""Rows of values as JSON, CSV or a table: what every command that answers with rows writes."""

import csv
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import TextIO, TypeAlias

from extract.errors import TallycastError

Row: TypeAlias = Sequence[object]
Plain: TypeAlias = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None

# A spreadsheet runs a cell that begins like this as a formula; an apostrophe before it makes it
# text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Control characters beyond ASCII, and what turns the direction of writing.
_COMMANDS = re.compile(r"[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain_value(value: object) -> Plain:
    """Returns a value as JSON can hold it: dates in ISO form, what is not a number as null."""
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain_value(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(inner) for inner in value]
    return value.hex() if isinstance(value, bytes) else str(value)


def json_line(columns: Sequence[str], row: Row) -> str:
    """Returns a row as one JSON object."""
    values = {column: plain_value(value) for column, value in zip(columns, row, strict=True)}
    # Escaped like the control characters of ASCII: a terminal obeys these, too.
    return _COMMANDS.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(values, ensure_ascii=False)
    )


def write_json(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """Writes an array of objects, one a line.

    Raises:
        TallycastError: two columns have one name.
    """
    demand_different(columns)
    before = "[\n"
    for row in rows:
        out.write(before + json_line(columns, row))
        before = ",\n"
    out.write("\n]\n" if before == ",\n" else "[]\n")


def demand_different(columns: Sequence[str]) -> None:
    """Raises TallycastError where two columns have one name, so that a value would be lost."""
    twice = [name for name, times in Counter(columns).items() if times > 1]
    if twice:
        names = ", ".join(twice)
        raise TallycastError(f"more than one column is called {names}: tell them apart with AS")


class CsvRows:
    """Writes CSV as RFC 4180 has it, with cells defused that a spreadsheet would run."""

    def __init__(self, out: TextIO) -> None:
        self._writer = csv.writer(out, lineterminator="\r\n")

    def write(self, row: Iterable[object]) -> None:
        """Writes one row; None is an empty cell, a list is joined by "; "."""
        self._writer.writerow([_cell(plain_value(value)) for value in row])


def write_csv(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """Writes a line of column names and the rows."""
    writer = CsvRows(out)
    writer.write(columns)
    for row in rows:
        writer.write(row)


def _cell(value: Plain) -> Plain:
    if isinstance(value, list):
        value = "; ".join("" if inner is None else str(inner) for inner in value)
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
