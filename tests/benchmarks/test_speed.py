"""Extraction and reconciliation under pytest-benchmark.

As tests they run once; `python -m pytest tests/benchmarks --benchmark-enable` measures them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection
from pytest_benchmark.fixture import BenchmarkFixture

from extract import (
    extract_claims,
    extract_files,
    find_transcripts,
    load_attributes,
    read_transcript,
)
from extract.records import Extraction, Transcript
from reconcile import load_policy, open_database, reconcile, store

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"


@pytest.fixture(scope="module")
def transcripts() -> list[Transcript]:
    return [read_transcript(source) for source in find_transcripts([str(FIXTURES)])]


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[DuckDBPyConnection]:
    con = open_database(str(tmp_path / "speed.duckdb"))
    for result in extract_files(find_transcripts([str(FIXTURES)])):
        assert isinstance(result, Extraction)
        store(con, result, "extractor")
    yield con
    con.close()


def test_extraction(benchmark: BenchmarkFixture, transcripts: list[Transcript]) -> None:
    claims = benchmark(lambda: [extract_claims(transcript) for transcript in transcripts])
    assert sum(map(len, claims)) > 200


def test_reconciliation(benchmark: BenchmarkFixture, stored: DuckDBPyConnection) -> None:
    policy, attributes = load_policy(), list(load_attributes().values())
    counts = benchmark(lambda: reconcile(stored, policy, attributes))
    assert counts.facts > 100
