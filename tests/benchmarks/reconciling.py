"""How long a million claims on fifty thousand keys take, and one more episode among them.

    python -m tests.benchmarks.reconciling [CLAIMS]

The claims are drawn by DuckDB from hashes: five hundred shows, ten thousand episodes of a hundred
claims, a fifth of the keys are prices, seven of ten claims say the truth, one of thirty is said
again word for word. Each measurement is a process of its own, so that its peak memory is its own.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from duckdb import DuckDBPyConnection

from reconcile import load_policy, open_database, reconcile
from tests.reconcile.making import ATTRIBUTES

_KEYS_PER_CLAIM = 0.05

_EPISODES = """
INSERT INTO episodes
SELECT printf('%016x', i), '/x/' || i || '.md', [], 'Show ' || i % 500, 'Title ' || i,
    DATE '2023-01-01' + CAST(i % 900 AS INTEGER), [], printf('%064x', i), 'drawn'
FROM range({first}, {last}) t(i)
"""

_CLAIMS = """
INSERT INTO claims BY NAME
SELECT
    printf('%016x', i) AS id, printf('%016x', i // 100) AS episode, i % 100 * 50 AS start,
    i % 100 * 50 + 5 AS "end", 1 AS line, 'x' AS value_text,
    'So this is the sentence in which model ' || key || ' is said to have that much' AS quote,
    'Model ' || key || 'x' AS subject, 'x' AS subject_text, 'model' AS subject_kind,
    CASE WHEN key % 5 = 0 THEN 'price_input' ELSE 'parameters_total' END AS attribute,
    value, value AS low, value AS high, value * 0.995 AS lower, value * 1.005 AS upper,
    CASE WHEN key % 5 = 0 THEN 'USD/Mtok' ELSE 'parameter' END AS unit,
    CASE WHEN hash(i + 7) % 3 = 0 THEN 'about' ELSE 'exact' END AS qualifier,
    'asserted' AS stance, 0.5 + hash(i + 9) % 50 / 100 AS confidence, 'drawn' AS rule,
    [CAST(hash(words * 4 + place) // 2 AS BIGINT) FOR place IN [1, 2, 3, 4]] AS sketch
FROM (
    SELECT
        i, hash(i) % {keys} AS key,
        CASE WHEN hash(i + 11) % 30 = 0 THEN key ELSE {keys} + i END AS words,
        (101 + hash(key) % 899)
            * CASE WHEN hash(i + 3) % 10 < 7 THEN 1.0 ELSE 0.5 + hash(i + 5) % 100 / 50 END AS value
    FROM range({first} * 100, {last} * 100) t(i)
)
"""


def draw(con: DuckDBPyConnection, first: int, last: int, claims: int) -> None:
    """Adds the episodes `first` to `last` with a hundred claims each."""
    names = {"first": first, "last": last, "keys": int(claims * _KEYS_PER_CLAIM)}
    for statement in (_EPISODES, _CLAIMS):
        con.execute(statement.format(**names))


def prepare(path: str, claims: int) -> None:
    """Makes the database."""
    with open_database(path) as con:
        draw(con, 0, claims // 100, claims)


def whole(path: str, claims: int) -> None:
    """Reconciles all for the first time."""
    _timed(path, f"{claims:,} claims", lambda con: None)


def one_more(path: str, claims: int) -> None:
    """Reconciles after one more episode came."""
    number = claims // 100
    _timed(path, "one more episode", lambda con: draw(con, number, number + 1, claims))


def _timed(path: str, title: str, before: Callable[[DuckDBPyConnection], None]) -> None:
    with open_database(path) as con:
        before(con)
        begin = perf_counter()
        con.execute("BEGIN")
        counts = reconcile(con, load_policy(), ATTRIBUTES)
        con.execute("COMMIT")
        seconds = perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{title:24}{seconds:>8.2f} s {peak:>8.2f} GB   {counts.facts:,} facts")


STEPS: Mapping[str, Callable[[str, int], None]] = {
    "prepare": prepare,
    "whole": whole,
    "one_more": one_more,
}


def main(arguments: Sequence[str]) -> None:
    """Runs each step as a process, or, when told which, that step."""
    if len(arguments) > 1:
        step, path, claims = arguments
        STEPS[step](path, int(claims))
        return
    claims = arguments[0] if arguments else "1000000"
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bench.duckdb")
        for step in STEPS:
            command = [sys.executable, "-m", "tests.benchmarks.reconciling", step, path, claims]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
