"""Claims as records: JSON lines, CSV or Parquet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import TextIO

import duckdb

from extract.records import Claim, Extraction
from leaderboard.files.aside import written_aside
from leaderboard.files.parquet import copy_to_parquet
from leaderboard.files.rows import CsvRows, Row, json_line
from leaderboard.statements import statement

# What a record tells of the episode, before the claim's own fields.
_EPISODE_COLUMNS = ("source", "show", "title", "published")
_CLAIM_COLUMNS = tuple(field.name for field in fields(Claim))
COLUMNS = (*_EPISODE_COLUMNS, *_CLAIM_COLUMNS)


def write_claims(
    extractions: Iterable[Extraction], form: str, path: str | None, standard_output: TextIO
) -> None:
    """Writes one record a claim, as the extractions come.

    Args:
        extractions: in the order in which they are written.
        form: "jsonl", "csv" or "parquet".
        path: a file, that appears when all is written; None for standard output.
        standard_output: where to write without a path; not for Parquet.
    """
    if path is None:
        _WRITERS[form](extractions, standard_output)
        return
    with written_aside(path) as aside:
        if form == "parquet":
            _write_parquet(extractions, aside)
            return
        with Path(aside).open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            _WRITERS[form](extractions, out)


def _records(extraction: Extraction) -> Iterator[Row]:
    about = [getattr(extraction.episode, column) for column in _EPISODE_COLUMNS]
    for claim in extraction.claims:
        told = {column: getattr(claim, column) for column in _CLAIM_COLUMNS}
        told["relation"] = asdict(claim.relation) if claim.relation else None
        yield [*about, *told.values()]


def _write_jsonl(extractions: Iterable[Extraction], out: TextIO) -> None:
    for extraction in extractions:
        for record in _records(extraction):
            out.write(json_line(COLUMNS, record) + "\n")
        out.flush()


def _write_csv(extractions: Iterable[Extraction], out: TextIO) -> None:
    writer = CsvRows(out)
    writer.write(COLUMNS)
    for extraction in extractions:
        for record in _records(extraction):
            writer.write(record)
        out.flush()


_WRITERS: dict[str, Callable[[Iterable[Extraction], TextIO], None]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
}


def _write_parquet(extractions: Iterable[Extraction], path: str) -> None:
    with duckdb.connect() as con:
        con.execute(statement("claim_records"))
        with con.appender("claim_records") as appender:
            for extraction in extractions:
                appender.append_rows(_records(extraction))
        copy_to_parquet(con, "FROM claim_records", path)
