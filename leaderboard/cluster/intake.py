"""What Spark wrote, taken into a database."""

import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from leaderboard.cluster.records import read_results
from leaderboard.intake.transcripts import OfFile
from reconcile import load_facts

FACTS = "facts"  # the folder beside the claims
_MEMORY = "100MB"  # for sorting; more goes to the disk


def read_claims(folder: str, extractor_hash: str) -> Iterator[OfFile]:
    """Yields what came out of each file, in the order in which one machine would read them.

    Args:
        folder: what `tallycast extract --engine spark` wrote.
        extractor_hash: of the present extractor, which must have made the claims.

    Raises:
        TallycastError: it is no such folder, not whole, or of another extractor.
    """
    with (
        tempfile.TemporaryDirectory() as scratch,
        duckdb.connect(config={"temp_directory": scratch, "memory_limit": _MEMORY}) as con,
    ):
        results = read_results(con, folder, extractor_hash)
        for place, pairs in groupby(results, key=lambda pair: pair[0]):
            yield OfFile(place, None, (result for _, result in pairs))


def take_over_facts(con: DuckDBPyConnection, folder: str) -> None:
    """Loads the facts that Spark made, if it did, into a database that has none yet.

    They need not fit: what the next reconciliation finds otherwise it makes anew.
    """
    [(made,)] = con.execute("SELECT count(*) FROM reconciled").fetchall()
    if not made and Path(folder, FACTS, "reconciliation", "_SUCCESS").is_file():
        load_facts(con, str(Path(folder, FACTS)))
