"""How long the report of a large board takes, how much memory, how large it is, how its pages open.

    python -m tests.benchmarks.report_scale [ENTRIES | DATABASE]

A board of so many entries (20,000) is drawn by DuckDB from hashes: models with a few figures each,
borne out by one to five claims from a thousand episodes; or the report is that of a database. Pages
are opened one after another in the browser, where `make test-browser` has put one: the largest of
each folder, and all that is not in one.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter, process_time

from extract.tables import NOTHING_OWN
from leaderboard.database import reading, writing
from leaderboard.report.site import write_report
from leaderboard.versions.publish import publish
from reconcile import load_policy, reconcile
from tests.reconcile.making import ATTRIBUTES

_EPISODES = """
INSERT INTO episodes
SELECT
    printf('%016x', i), '/x/' || i || '.md', [], 'Show ' || i % 40, 'Title ' || i,
    DATE '2023-01-01' + CAST(i % 900 AS INTEGER), [], printf('%064x', i), 'drawn'
FROM range(1000) t(i)
"""

# Five facts a model, each said one to five times.
_CLAIMS = """
INSERT INTO claims BY NAME
SELECT
    printf('%016x', i) AS id, printf('%016x', hash(i) % 1000) AS episode, i AS start, i + 5 AS "end",
    1 + i % 900 AS line, '405.5' AS value_text, 52 AS value_start,
    'So this is the sentence in which somebody says that 405.5 is what it has, more or less, and '
        || 'then goes on to speak of model ' || model || ' for a while' AS quote,
    'Model ' || model || 'x' AS subject, 'x' AS subject_text, 'model' AS subject_kind,
    [
        'parameters_total', 'context_window', 'price_input', 'score', 'score', 'score'
    ][1 + what % 6] AS attribute,
    CASE WHEN what % 6 > 2 THEN 'Bench ' || what END AS benchmark,
    value, value AS low, value AS high, value * 0.995 AS lower, value * 1.005 AS upper,
    ['parameter', 'token', 'USD/Mtok', 'percent', 'percent', 'percent'][1 + what % 6] AS unit,
    'exact' AS qualifier, 'asserted' AS stance, 0.8 AS confidence, 'drawn' AS rule
FROM (
    SELECT
        i, hash(key) % $models AS model, CAST(hash(key + 1) % 60 AS BIGINT) AS what,
        (101 + hash(key + 2) % 899)
            * CASE WHEN hash(i + 3) % 10 < 8 THEN 1.0 ELSE 0.5 + hash(i + 5) % 100 / 50 END AS value
    FROM (
        SELECT row_number() OVER () AS i, key
        FROM range($keys) k(key), range(CAST(1 + hash(key + 9) % 5 AS BIGINT))
    )
)
"""


def draw(path: str, entries: str) -> None:
    """Publishes a board of about so many entries."""
    with writing(path) as con:
        con.execute(_EPISODES)
        con.execute(_CLAIMS, {"keys": int(entries) * 5 // 4, "models": int(entries) // 5})
        reconcile(con, load_policy(), ATTRIBUTES)
        publish(con, lexicon="drawn", policy="drawn")


def measure(database: str, folder: str) -> None:
    """Writes the report and says what it cost."""
    begin = perf_counter()
    with reading(database) as con:
        written = write_report(con, folder, NOTHING_OWN)
        [(entries,)] = con.execute("SELECT count(*) FROM leaderboard").fetchall()
    seconds = perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{entries:,} entries: {seconds:.1f} s ({process_time():.1f} s of one processor), "
        f"{peak:,.0f} MB at most, "
        f"{written.files:,} files of {written.size / 1e6:.1f} MB",
        flush=True,
    )


def open_pages(folder: Path) -> None:
    """Opens pages in the browser and prints the slowest."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  there after test-browser only

    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto("about:blank")
        seconds = []
        for path in _worth_opening(folder):
            page.goto(path.as_uri())
            loaded = "performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"
            seconds.append((page.evaluate(loaded), path.relative_to(folder).as_posix()))
        browser.close()
    for took, name in sorted(seconds, reverse=True)[:8]:
        print(f"{took:>7.2f} s  {(folder / name).stat().st_size / 1e3:>7,.0f} kB  {name}")


def _worth_opening(folder: Path) -> list[Path]:
    found = [*folder.glob("*.html")]
    for room in folder.iterdir():
        found += sorted(room.glob("*.html"), key=lambda path: -path.stat().st_size)[:12]
    return found


STEPS: Mapping[str, Callable[[str, str], None]] = {"draw": draw, "measure": measure}


def main(arguments: Sequence[str]) -> None:
    """Runs each step as a process, so that its peak memory is its own, or, when told, that step."""
    if len(arguments) > 1:
        step, path, further = arguments
        STEPS[step](path, further)
        return
    asked = arguments[0] if arguments else "20000"
    with tempfile.TemporaryDirectory() as folder:
        database, site = Path(folder, "board.duckdb"), Path(folder, "site")
        if asked.isdigit():
            _in_process("draw", database, asked)
        else:
            database = Path(asked)
        _in_process("measure", database, site)
        open_pages(site)


def _in_process(step: str, *arguments: object) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.report_scale", step, *map(str, arguments)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
