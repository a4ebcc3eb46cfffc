"""A database with a leaderboard for tests, made from claims."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from extract.records import Extraction
from leaderboard.database import writing
from leaderboard.versions.publish import Publication, publish
from tests.reconcile.making import reconcile_all


def publish_all(path: Path, *extractions: Extraction, label: str | None = None) -> Publication:
    """Stores, reconciles and publishes into the database at `path`."""
    with writing(str(path)) as con:
        reconcile_all(con, *extractions)
        return publish(con, lexicon="lexicon", policy="policy", label=label)


def tallycast(
    *arguments: str | Path, folder: Path | None = None, stdin: bytes = b"", columns: int = 80
) -> subprocess.CompletedProcess[bytes]:
    """Runs the command line as a process of its own."""
    return subprocess.run(
        command(arguments),
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": str(columns)},
    )


def command(arguments: Sequence[str | Path]) -> list[str]:
    """Returns what starts the command line in a process of its own."""
    start = "from leaderboard.cli import main; main()"
    return [sys.executable, "-c", start, *map(str, arguments)]
