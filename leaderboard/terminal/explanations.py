"""How a text was read: from its words to each quantity, and what was turned down."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extract.lexicon import Lexicon
from extract.lowering import lower_same_length
from extract.numbers import Reading
from extract.numbers.tokens import Kind, Token, Tokens
from extract.records import Name, Quantity
from extract.scanning import read_line
from leaderboard.files.rows import Plain
from leaderboard.format import plain
from leaderboard.terminal.readings import quantity_record, unit_name

# What the worth of a number word does to the number; the words not listed here only join others.
_WORTH: dict[Kind, str] = {
    "digits": "=",
    "decade": "=",
    "unit": "=",
    "teen": "=",
    "ten": "=",
    "count": "=",
    "ratio": "=",
    "plural": "=",
    "ordinal": "=",
    "superscript": "=",
    "scale": "×",
    "suffix": "×",
    "fraction": "÷",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quantity: " = 10" for ten, " × 1e+12" for trillion, "" for what only joins."""

    text: str
    worth: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A text, the names in it, and what was read at each number outside them."""

    text: str
    names: tuple[Name, ...]
    readings: tuple[Reading, ...]


def explained(text: str, lexicon: Lexicon) -> Explanation:
    """Reads `text` and keeps all that was seen on the way."""
    names, readings = read_line(text, lexicon)
    return Explanation(text, names, tuple(readings))


def words_of(text: str, quantity: Quantity) -> Iterator[Word]:
    """Yields the words of a quantity with what each came to, its unit and rate last."""
    lower = lower_same_length(text[: quantity.end])
    joining = position = quantity.start
    while position < quantity.end:
        tokens = _row(lower, position, quantity.end)
        if not tokens:
            position = _next_word(text, position)
            continue
        yield from _joint(text[joining:position])
        for token in tokens:
            sign = _WORTH.get(token.kind)
            worth = f" {sign} {float(token.value):.15g}" if sign else ""
            yield Word(text[token.start : token.end].strip(" -"), worth)
        joining = position = tokens[-1].end
    yield from _joint(text[joining : quantity.extent])


def _row(lower: str, start: int, end: int) -> list[Token]:
    """Returns the number words that stand in a row from `start` on."""
    tokens = Tokens(lower, start, end)
    row: list[Token] = []
    while (token := tokens.get(len(row))) is not None:
        row.append(token)
    return row


def _next_word(text: str, position: int) -> int:
    """Returns where the word at `position` ends, so that no number is seen within it ("to")."""
    skipped = position + 1
    while text[position].isalpha() and skipped < len(text) and text[skipped].isalpha():
        skipped += 1
    return skipped


def _joint(said: str) -> Iterator[Word]:
    if said.strip():
        yield Word(" ".join(said.split()), "")


def as_json(explanation: Explanation) -> dict[str, Plain]:
    """Returns the explanation as JSON holds it: text, names, quantities, rejected."""
    text = explanation.text
    records: dict[bool, list[Plain]] = {False: [], True: []}
    for reading in explanation.readings:
        record = quantity_record(text, reading)
        record["words"] = [dict(asdict(word)) for word in words_of(text, reading.quantity)]
        records[reading.rejected is not None].append(record)
    names: list[Plain] = [
        {
            "text": text[name.start : name.end],
            "start": name.start,
            "end": name.end,
            "name": name.canonical,
            "kind": name.kind,
        }
        for name in explanation.names
    ]
    return {"text": text, "names": names, "quantities": records[False], "rejected": records[True]}


def print_explanation(out: Console, explanation: Explanation) -> None:
    """Prints names, quantities and what was turned down, one paragraph each."""
    text = explanation.text
    for name in explanation.names:
        _print_part(out, text, name.start, name.end, {"name": f"{name.canonical}, {name.kind}"})
    for reading in explanation.readings:
        quantity = reading.quantity
        rows = {"words": " · ".join(it.text + it.worth for it in words_of(text, quantity))}
        rows |= _steps(quantity)
        if reading.rejected is not None:
            rows["turned down"] = reading.rejected
        _print_part(out, text, quantity.start, quantity.extent, rows)
    if not explanation.names and not explanation.readings:
        out.print("No number and no name.")


def _print_part(out: Console, text: str, start: int, end: int, rows: dict[str, str]) -> None:
    said = plain(" ".join(text[start:end].split()))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for label, value in rows.items():
        table.add_row(label, Text(plain(value)))
    out.print(Text.assemble((f"»{said}«", "bold"), (f"  {start}–{end}", "dim")))
    out.print(Padding(table, (0, 0, 1, 2)))


def _steps(quantity: Quantity) -> dict[str, str]:
    """Returns what the words came to: number, range, unit, qualifier, rule."""
    steps = {}
    if quantity.value is not None:
        steps["value"] = _number(quantity.value)
    if (quantity.low, quantity.high) != (quantity.value, quantity.value):
        steps["range"] = f"{_bound(quantity.low)} to {_bound(quantity.high)}"
    steps["unit"] = unit_name(quantity) or "none"
    return steps | {"qualifier": quantity.qualifier, "rule": quantity.rule}


def _bound(value: float | None) -> str:
    return "open" if value is None else _number(value)


def _number(value: float) -> str:
    return f"{value:,.15g}" if abs(value) < 1e15 else f"{value:g}"
