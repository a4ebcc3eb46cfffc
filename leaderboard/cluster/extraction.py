"""Extraction on Spark: transcripts from wherever Spark reads, rows of Parquet out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import lit
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

from extract import Asked, extractor_hash
from extract.batch import Result, extract_all
from extract.errors import TallycastError
from extract.reading.files import LARGEST
from extract.reading.sources import is_transcript
from extract.reading.transcript import parse_file
from extract.records import Failure
from extract.workers import Crew
from leaderboard.cluster.records import SCHEMA, as_row, place_among
from leaderboard.intake.tallies import Failures

_ROWS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class File:
    """A file as Spark read it; without content one that is too large."""

    path: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it: how many episodes and claims were written."""

    episodes: int
    claims: int


def extract_on_spark(
    session: SparkSession, paths: Iterable[str], asked: Asked, folder: str, failures: Failures
) -> Written:
    """Extracts from all files under `paths` and writes `folder`, a part for each show.

    Args:
        session: of Spark.
        paths: files and folders, or addresses that Spark knows.
        asked: how to read them.
        folder: must not exist; there when all is written.
        failures: takes what could not be read.
    """
    if "://" not in folder and Path(folder).exists():
        raise TallycastError(f"{folder}: exists already")
    roots = tuple(_places(paths, failures))
    if not roots:
        raise TallycastError("no transcripts")
    schema = to_arrow_schema(StructType.fromDDL(SCHEMA))
    work = partial(
        _rows, roots=roots, asked=asked, extractor=extractor_hash(asked.own), schema=schema
    )
    rows = _files(session, roots).mapInArrow(work, SCHEMA)
    rows.repartition("show").write.partitionBy("show").parquet(folder)
    return _look_through(session.read.schema(SCHEMA).parquet(folder), failures)


def _places(paths: Iterable[str], failures: Failures) -> Iterator[str]:
    for path in paths:
        place = path if "://" in path else str(Path(path).resolve())
        if "://" not in path and not Path(path).exists():
            failures.report(Failure(path, f"{path}: no such file or folder"))
        else:
            yield place


def _files(session: SparkSession, roots: Iterable[str]) -> DataFrame:
    """Returns path and content of each file; of one that is too large no content is asked for."""
    reader = session.read.format("binaryFile").option("recursiveFileLookup", "true")
    files = reader.load([*roots])
    read = files.where(files.length <= LARGEST).select("path", "content")
    too_large = files.where(files.length > LARGEST)
    without = too_large.select("path", lit(None).cast("binary").alias("content"))
    empty = session.createDataFrame(
        [(path, b"") for path in _left_out(files)], "path string, content binary"
    )
    return read.union(without).union(empty)


def _left_out(files: DataFrame) -> list[str]:
    """Returns the files that Spark lists and gives no rows of: those of no bytes."""
    given = {_path_of(row.path) for row in files.select("path").toLocalIterator()}
    return sorted({_path_of(unquote(address)) for address in files.inputFiles()} - given)


def _look_through(rows: DataFrame, failures: Failures) -> Written:
    """Reports what could not be read, and counts the rest."""
    failed = rows.where("reason IS NOT NULL").orderBy("place", "number")
    for row in failed.select("source", "reason").toLocalIterator():
        failures.report(Failure(row.source, row.reason))
    [counts] = rows.selectExpr(
        "count(episode) AS episodes", "coalesce(sum(size(claims)), 0) AS claims"
    ).collect()
    return Written(counts.episodes, counts.claims)


def _rows(
    batches: Iterable[pa.RecordBatch],
    *,
    roots: tuple[str, ...],
    asked: Asked,
    extractor: str,
    schema: pa.Schema,
) -> Iterator[pa.RecordBatch]:
    """Runs where the files are. A process of its own extracts: should it die, one file is lost."""
    results = _crew(asked).results(_wanted(batches), lambda file: len(file.content or b""))
    rows = []
    for file, pairs in groupby(results, key=lambda pair: pair[0]):
        place = place_among(file.path, roots)
        for number, (_, result) in enumerate(pairs):
            rows.append(as_row(place, number, result, extractor))
            if len(rows) == _ROWS_AT_ONCE:
                yield pa.RecordBatch.from_pylist(rows, schema)
                rows = []
    yield pa.RecordBatch.from_pylist(rows, schema)


def _wanted(batches: Iterable[pa.RecordBatch]) -> Iterator[File]:
    for batch in batches:
        for row in batch.to_pylist():
            path = _path_of(row["path"])
            if is_transcript(path.rsplit("/", 1)[-1]):
                yield File(path, row["content"])


def _path_of(address: str) -> str:
    """Returns the path of a local file as one machine would call it, else the address."""
    scheme, colon, path = address.partition(":")
    return "/" + path.lstrip("/") if colon and scheme == "file" else address


@cache
def _crew(asked: Asked) -> "Crew[File, Result]":
    """Returns the process that extracts; like Spark's own worker it lives for many tasks."""
    return Crew(1, partial(_extract, asked=asked), _lost)


def _extract(file: File, asked: Asked) -> Iterator[Result]:
    if file.content is None:
        return iter((Failure(file.path, f"{file.path}: too large (over {LARGEST // 2**20} MiB)"),))
    read = parse_file(file.content, file.path, asked.known, asked.input_format)
    return extract_all(file.path, read, asked.own)


def _lost(file: File, cause: str) -> Result:
    return Failure(file.path, f"{file.path}: the process that read it died ({cause})")
