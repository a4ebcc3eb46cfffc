"""A transcript as a row: what Spark writes and DuckDB reads.

One row a transcript, so that none is lost: with its episode and claims, or with the reason why it
could not be read.
"""

from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from extract.batch import Result
from extract.errors import TallycastError
from extract.records import Claim, Episode, Extraction, Failure, Relation
from reconcile import sketch

EPISODE = {
    "id": "string", "source": "string", "show": "string", "title": "string", "published": "date",
    "speakers": "array<string>", "content_hash": "string", "replaced": "bigint",
    "unread": "bigint", "words_hash": "string",
}  # fmt: skip

CLAIM = {
    "id": "string", "episode": "string", "start": "bigint", "end": "bigint", "line": "bigint",
    "timestamp": "double", "speaker": "string", "quote": "string", "value_text": "string",
    "subject": "string", "subject_text": "string", "subject_kind": "string",
    "attribute": "string", "benchmark": "string", "setting": "string", "value": "double",
    "low": "double", "high": "double", "lower": "double", "upper": "double", "unit": "string",
    "qualifier": "string", "stance": "string", "confidence": "double", "rule": "string",
    "subject_listed": "boolean", "section": "string",
    "relation": "struct<factor: double, low: double, high: double, attribute: string, "
    "subject: string>",
    "value_start": "bigint",
}  # fmt: skip


def _struct(columns: dict[str, str]) -> str:
    return ", ".join(f"`{name}`: {kind}" for name, kind in columns.items())


# In Spark's words. `place` puts rows in the order of one machine; `show` parts the files.
SCHEMA = (
    f"place string, number bigint, source string, show string, reason string, extractor string, "
    f"episode struct<{_struct(EPISODE)}>, "
    f"claims array<struct<{_struct(CLAIM | {'sketch': 'array<bigint>'})}>>"
)


def as_row(place: str, number: int, result: Result, extractor: str) -> dict[str, Any]:
    """Returns the row of a result.

    Args:
        place: where its file comes among all; see place_among().
        number: where it comes among those of its file.
        result: what came out.
        extractor: hash of what made it.
    """
    row: dict[str, Any] = {"place": place, "number": number, "extractor": extractor}
    if isinstance(result, Failure):
        return row | {"source": result.source, "reason": result.reason, "claims": []}
    claims = result.claims if isinstance(result, Extraction) else ()
    episode = asdict(result.episode) | {"speakers": list(result.episode.speakers)}
    return row | {
        "source": result.episode.source,
        "show": result.episode.show,
        "episode": episode,
        "claims": [asdict(claim) | {"sketch": sketch(claim.quote)} for claim in claims],
    }


def place_among(path: str, roots: tuple[str, ...]) -> str:
    """Returns a text that sorts files as find_sources() finds them on one machine.

    Paths come in the order given; in a folder its files by name, then each of its folders.

    Args:
        path: absolute, of a file.
        roots: the paths that were asked for, absolute.
    """
    for number, root in enumerate(roots):
        base = root.rstrip("/")
        if path == root:
            return f"{number:06}"
        if path.startswith(f"{base}/"):
            *folders, name = path.removeprefix(f"{base}/").split("/")
            return f"{number:06}" + "".join(f"1{folder}\x01" for folder in folders) + f"0{name}"
    return f"{len(roots):06}{path}"


_ROWS = """
SELECT place, source, reason, episode, claims
FROM read_parquet(?, hive_partitioning = false)
ORDER BY place, number
"""

_EXTRACTORS = "SELECT DISTINCT extractor FROM read_parquet(?, hive_partitioning = false)"
_AT_ONCE = 256  # rows


def read_results(
    con: DuckDBPyConnection, folder: str, extractor: str
) -> Iterator[tuple[str, Result]]:
    """Yields the place of each transcript that Spark has read, and the result, in order.

    Args:
        con: for this alone; what is sorted may be put into its temporary directory.
        folder: what `tallycast extract --engine spark` wrote.
        extractor: hash of the extractor that must have made it.

    Raises:
        TallycastError: it is no such folder, not whole, or of another extractor.
    """
    if not Path(folder, "_SUCCESS").is_file():
        raise TallycastError(
            f"{folder}: no claims that 'tallycast extract --engine spark' wrote to the end"
        )
    pattern = [f"{folder}/show=*/*.parquet"]
    made_by = {name for (name,) in con.execute(_EXTRACTORS, pattern).fetchall()}
    if made_by != {extractor}:
        raise TallycastError(
            f"{folder}: claims of another extractor or lexicon; extract them again, with the same "
            "tallycast.toml"
        )
    rows = con.execute(_ROWS, pattern)
    while block := rows.fetchmany(_AT_ONCE):
        for place, source, reason, episode, claims in block:
            yield place, _result(source, reason, episode, claims)


def _result(
    source: str, reason: str | None, episode: dict[str, Any], claims: list[dict[str, Any]]
) -> Extraction | Failure:
    if reason is not None:
        return Failure(source, reason)
    about = Episode(**episode | {"speakers": tuple(episode["speakers"])})
    return Extraction(about, tuple(map(_claim, claims)))


def _claim(row: dict[str, Any]) -> Claim:
    told = {field.name: row[field.name] for field in fields(Claim)}
    relation = told["relation"]
    return Claim(**told | {"relation": relation and Relation(**relation)})
