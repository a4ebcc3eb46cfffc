"""Tables of figures that others keep, to set facts beside. They never become facts themselves.

Which columns mean what stands in references.toml.
"""

import csv
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extract.data import read_toml
from extract.errors import TallycastError

GENAI_PRICES = "genai-prices"
_OWN_HEADER = ("subject", "attribute", "value", "unit")


@dataclass(frozen=True, slots=True)
class Reference:
    """One figure of a table of references.

    Attributes:
        subject: as the table writes it.
        attribute, benchmark, setting, value, unit: as in a fact.
        day: when it was published or last changed, where the table tells.
        first: False for one that counts only where no other tells, such as a reseller's.
    """

    subject: str
    attribute: str
    value: float
    unit: str
    benchmark: str | None = None
    setting: str | None = None
    day: date | None = None
    first: bool = True


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Column(_Strict):
    """A column of a CSV file: what it is of, and in which rows it counts."""

    column: str
    attribute: str
    unit: str
    times: float = 1
    only: dict[str, str] = {}


class _Table(_Strict):
    header: tuple[str, ...]
    subject: str
    day: str
    column: tuple[_Column, ...]


class _Field(_Strict):
    """A field of an entry in a JSON file."""

    path: tuple[str, ...]
    attribute: str
    unit: str


class _Entries(_Strict):
    first: str
    field: tuple[_Field, ...]


class _Known(_Strict):
    epoch: _Table
    models_dev: _Entries


def read_references(source: str) -> list[Reference]:
    """Reads a table of references: a CSV or JSON file, or "genai-prices" for that package.

    Raises:
        TallycastError: it cannot be read, or is of no kind that is known.
    """
    if source == GENAI_PRICES:
        return [*_genai_prices()]
    try:
        text = Path(source).read_text(encoding="utf-8-sig")
        found = _from_json(text) if text.lstrip().startswith("{") else _from_csv(text)
        return [*found]
    except (ValueError, AttributeError, TypeError) as error:
        raise TallycastError(f"{source}: no table of references: {error}") from error


@cache
def _known() -> _Known:
    return _Known.model_validate(read_toml(__package__, "references.toml"))


def _from_csv(text: str) -> Iterator[Reference]:
    rows = csv.DictReader(text.splitlines(keepends=True), strict=True)
    header = rows.fieldnames or []
    read = _readers(header)
    for row in rows:
        if None in row or None in row.values():
            raise ValueError(f"line {rows.line_num} has not as many cells as the header")
        try:
            yield from read(row)
        except ValueError as error:
            raise ValueError(f"line {rows.line_num}: {error}") from error


def _readers(header: Iterable[str]) -> Callable[[Mapping[str, str]], Iterator[Reference]]:
    names = {*header}
    if names.issuperset(_OWN_HEADER):
        return _own_row
    if names.issuperset(_known().epoch.header):
        return _epoch_row
    raise ValueError(f"its header has not {', '.join(_OWN_HEADER)}")


def _own_row(row: Mapping[str, str]) -> Iterator[Reference]:
    yield Reference(
        subject=row["subject"],
        attribute=row["attribute"],
        value=_number(row["value"]),
        unit=row["unit"],
        benchmark=row.get("benchmark") or None,
        setting=row.get("setting") or None,
        day=_day(row.get("date")),
    )


def _epoch_row(row: Mapping[str, str]) -> Iterator[Reference]:
    table = _known().epoch
    for column in table.column:
        cell = row.get(column.column)
        fits = all(word in row.get(name, "") for name, word in column.only.items())
        if cell and fits:
            value = _number(cell) * column.times
            day = _day(row[table.day])
            yield Reference(row[table.subject], column.attribute, value, column.unit, day=day)


def _from_json(text: str) -> Iterator[Reference]:
    """Reads models.dev's api.json: providers with their models, or the models at once."""
    document = json.loads(text)
    for key, entry in document.items():
        if isinstance(entry.get("models"), dict):
            for model in entry["models"].values():
                yield from _entry(model, first=True)
        else:
            yield from _entry(entry, first=key.startswith(_known().models_dev.first))


def _entry(entry: Mapping[str, Any], *, first: bool) -> Iterator[Reference]:
    subject = entry.get("name")
    if not subject:
        return
    day = _day(entry.get("release_date"))
    for field in _known().models_dev.field:
        value: Any = entry
        for step in field.path:
            value = value.get(step) if value else None
        if value:
            unit = field.unit
            yield Reference(subject, field.attribute, float(value), unit, day=day, first=first)
    for score in entry.get("benchmarks", ()):
        if score.get("metric") != "index":
            yield Reference(
                subject, "score", float(score["score"]), "percent",
                benchmark=score["name"], setting=score.get("variant"),
                day=_day(score.get("date")), first=first,
            )  # fmt: skip


def _genai_prices() -> Iterator[Reference]:
    """Reads the prices that come with the package genai-prices."""
    try:
        snapshot = import_module("genai_prices.data_snapshot").get_snapshot()
    except ImportError as error:
        raise TallycastError(
            "genai-prices is not installed: pip install 'tallycast[references]'"
        ) from error
    for provider in snapshot.providers:
        for model in provider.models:
            prices = model.prices
            newest = prices[-1].prices if isinstance(prices, list) else prices
            for name, attribute in (("input_mtok", "price_input"), ("output_mtok", "price_output")):
                price = getattr(newest, name, None)
                base = getattr(price, "base", price)
                if base:
                    subject = model.name or model.id
                    yield Reference(subject, attribute, float(base), "USD/Mtok")


def _number(cell: str) -> float:
    value = float(cell.replace(",", ""))
    if not math.isfinite(value):
        raise ValueError(f"{cell!r} is no number")
    return value


def _day(cell: str | None) -> date | None:
    """Returns a day; of a month or year alone its first."""
    if not cell:
        return None
    return date.fromisoformat(cell + "-01" * (2 - cell.count("-")))
