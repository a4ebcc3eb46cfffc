"""A thousand versions of five thousand entries, of which each changes one in a hundred.

    python -m tests.benchmarks.thousand [VERSIONS]

Prints how large the file becomes, and how long its commands take as processes of their own. The
entries are published by the program itself, from facts that DuckDB draws from hashes.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from duckdb import DuckDBPyConnection

from leaderboard.database import writing
from leaderboard.versions.publish import publish
from tests.leaderboard.making import tallycast

_ENTRIES = 5_000
_SHARE_CHANGED = 0.01
_VERSIONS = 1_000

_FACTS = """
INSERT INTO facts BY NAME
SELECT
    printf('%016x', hash(i)) AS id, 'Model ' || i // 5 AS subject, 'model' AS subject_kind,
    ['parameters_total', 'context_window', 'price_input', 'price_output', 'score'][1 + i % 5]
        AS attribute,
    CASE WHEN i % 5 = 4 THEN 'Benchmark ' || hash(i) % 40 END AS benchmark,
    hash(i, 0) % 1_000_000 + 0.5 AS value, value AS low, value AS high, value AS lower,
    value AS upper, 'unit' AS unit, 'exact' AS qualifier, 'asserted' AS stance,
    'single' AS status, round(hash(i, 1) % 100 / 100, 2) AS confidence, 1.0 AS support,
    0.0 AS opposition, 1 AS claims, 1 + hash(i, 2) % 30 AS episodes, 1 AS shows,
    DATE '2023-01-01' + CAST(hash(i, 3) % 900 AS INTEGER) AS first_said, first_said AS last_said
FROM range($entries) t(i)
"""

_CHANGE = """
UPDATE facts SET
    value = hash(id, $version) % 1_000_000 + 0.5,
    confidence = round(hash(id, $version, 1) % 100 / 100, 2)
WHERE hash(id, $version, 2) % 1_000_000 < $share * 1_000_000
"""

_COMMANDS = (
    ("show", "--version", "{half}"),
    ("show",),
    ("diff", "1", "{versions}"),
    ("versions",),
    ("models", "--version", "{half}"),
    ("verify",),
)


def make_versions(db: Path, versions: int, entries: int = _ENTRIES) -> None:
    """Publishes as many versions into a new database."""
    with writing(str(db)) as con:
        con.execute(_FACTS, {"entries": entries})
        publish(con, lexicon="drawn", policy="drawn")
    for version in range(2, versions + 1):
        with writing(str(db)) as con:
            _change(con, version)
            publish(con, lexicon="drawn", policy="drawn")


def _change(con: DuckDBPyConnection, version: int) -> None:
    con.execute(_CHANGE, {"version": version, "share": _SHARE_CHANGED})


def main() -> None:
    """Prints the size of the file and the time of each command."""
    versions = int(sys.argv[1]) if len(sys.argv) > 1 else _VERSIONS
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder, "t.duckdb")
        start = perf_counter()
        make_versions(db, versions)
        print(f"{versions:,} versions of {_ENTRIES:,} entries: {perf_counter() - start:.0f} s")
        print(f"file: {db.stat().st_size / 1e6:.1f} MB")
        for words in _COMMANDS:
            arguments = [word.format(half=versions // 2, versions=versions) for word in words]
            start = perf_counter()
            done = tallycast(*arguments, "--db", db)
            seconds = perf_counter() - start
            lines = done.stdout.count(b"\n")
            print(f"{' '.join(arguments):24} {seconds:6.2f} s  {lines:7,} lines")


if __name__ == "__main__":
    main()
