"""Episodes and claims for tests: a default for all that a test does not speak of."""
# ruff: noqa: ANN401  fields of records, by name

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from extract.records import Claim, Episode, Extraction
from reconcile import load_policy, open_database, reconcile, store

_numbers = count()


@dataclass(frozen=True)
class Attribute:
    name: str
    unit: str
    changing: bool
    better: str | None


ATTRIBUTES = (
    Attribute("parameters_total", "parameter", changing=False, better=None),
    Attribute("context_window", "token", changing=False, better="more"),
    Attribute("price_input", "USD/Mtok", changing=True, better="less"),
    Attribute("score", "percent", changing=False, better="more"),
)
_UNITS = {attribute.name: attribute.unit for attribute in ATTRIBUTES}


def make_episode(name: str = "e1", **fields: Any) -> Episode:
    """Returns an episode; the same name, the same content."""
    content_hash = fields.pop("content_hash", sha256(name.encode()).hexdigest())
    defaults: dict[str, Any] = {
        "source": f"/nowhere/{name}.md",
        "show": f"Show {name}",
        "title": f"Episode {name}",
        "published": date(2025, 1, 1),
        "speakers": (),
    }
    return Episode(id=content_hash[:16], content_hash=content_hash, **{**defaults, **fields})


def make_claim(value: float | None = 400e9, **fields: Any) -> Claim:
    """Returns a claim, exact to one per cent of its value where nothing else is said."""
    number = next(_numbers)
    attribute = fields.get("attribute", "parameters_total")
    half = abs(value or 0) / 200
    defaults: dict[str, Any] = {
        "id": f"{number:016x}",
        "episode": "",
        "start": number * 10,
        "end": number * 10 + 5,
        "line": 1,
        "timestamp": None,
        "speaker": None,
        "quote": f"It has {value} of them.",
        "value_text": str(value),
        "subject": "Llama 4 Maverick",
        "subject_text": "Maverick",
        "subject_kind": "model",
        "attribute": attribute,
        "benchmark": None,
        "setting": None,
        "value": value,
        "low": value,
        "high": value,
        "lower": None if value is None else value - half,
        "upper": None if value is None else value + half,
        "unit": _UNITS.get(attribute, "thing"),
        "qualifier": "exact",
        "stance": "asserted",
        "confidence": 1.0,
        "rule": "made",
    }
    claim = {**defaults, **fields}
    found = claim["quote"].rfind(claim["value_text"])
    return Claim(**{"value_start": found if found >= 0 else None, **claim})


def make_extraction(episode: Episode, *claims: Claim) -> Extraction:
    """Returns an extraction whose claims are of its episode."""
    return Extraction(episode, tuple(replace(claim, episode=episode.id) for claim in claims))


def open_memory() -> DuckDBPyConnection:
    """Returns an empty database in memory, in a transaction."""
    con = open_database(":memory:")
    con.execute("BEGIN")
    return con


def reconcile_all(con: DuckDBPyConnection, *extractions: Extraction) -> None:
    """Stores and reconciles with the policy that comes with the program."""
    for extraction in extractions:
        store(con, extraction, "extractor")
    reconcile(con, load_policy(), ATTRIBUTES)


def rows(con: DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    """Returns the rows of a query as dictionaries."""
    con.execute(query)
    names = [column[0] for column in con.description or ()]
    return [dict(zip(names, row, strict=True)) for row in con.fetchall()]


def file_in(folder: Path, name: str, content: bytes) -> Path:
    """Makes a file and returns its path."""
    path = folder / name
    path.write_bytes(content)
    return path
