"""Lines of text in, the quantities of each out: what `tallycast quantities` prints."""

import json
from collections.abc import Iterable, Iterator

from extract.lexicon import Lexicon
from extract.numbers import Reading
from extract.records import Quantity
from extract.scanning import read_line
from leaderboard.files.rows import Plain, plain_value


def quantity_lines(
    lines: Iterable[bytes], lexicon: Lexicon, *, rejected: bool = False
) -> Iterator[str]:
    """Yields one JSON array for each line, of the quantities in it.

    Args:
        lines: UTF-8; bytes that are none count as one character each where they cannot be read.
        lexicon: the names to leave alone.
        rejected: True adds the numbers that were turned down, each with the reason.
    """
    for line in lines:
        text = decoded(line).removesuffix("\n").removesuffix("\r")
        _, readings = read_line(text, lexicon)
        found = [
            quantity_record(text, reading)
            for reading in readings
            if rejected or reading.rejected is None
        ]
        yield json.dumps(found, ensure_ascii=False)


def decoded(line: bytes) -> str:
    """Returns the text of a line, with U+FFFD for what is no UTF-8."""
    return line.decode("utf-8", errors="replace")


def quantity_record(text: str, reading: Reading) -> dict[str, Plain]:
    """Returns a reading as people get it; offsets count in `text`, by code points."""
    quantity = reading.quantity
    record: dict[str, object] = {
        "text": text[quantity.start : quantity.end],
        "start": quantity.start,
        "end": quantity.end,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": unit_name(quantity),
        "qualifier": quantity.qualifier,
        "rule": quantity.rule,
    }
    if reading.rejected is not None:
        record["rejected"] = reading.rejected
    return {key: plain_value(value) for key, value in record.items()}


def unit_name(quantity: Quantity) -> str | None:
    """Returns "token", "USD/Mtok", "count/day"; None for a bare number."""
    if quantity.per is None:
        return quantity.unit
    return f"{quantity.unit or 'count'}/{quantity.per}"
