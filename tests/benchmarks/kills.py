"""Kills builds and publications at random moments and looks at what they leave.

    python -m tests.benchmarks.kills [KILLS]

Each round changes a transcript, or the day that is asked for, starts the command and kills it
(SIGKILL) somewhere between its start and a little after its usual end. Then nothing that was
published may be lost or changed, and nothing half may be seen. At last an undisturbed build must
give what a build of the same transcripts from nothing gives.
"""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.database import reading
from leaderboard.versions.publish import find_changes
from leaderboard.versions.verifying import verdicts
from tests.leaderboard.making import command, tallycast

_FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"
_DAYS = ("2024-12-31", "2025-06-30")
_SEED = 20260503

_PARTIAL = {
    "claims without their episode": """
        SELECT count(*) FROM claims WHERE episode NOT IN (SELECT id FROM episodes)
    """,
    "claims that play no part, of an episode that was reconciled": """
        SELECT count(*) FROM claims
        ANTI JOIN fact_claims ON fact_claims.claim = claims.id AND fact_claims.episode = claims.episode
        WHERE claims.episode IN (SELECT episode FROM reconciled)
    """,
    "parts played in facts that are not there": """
        SELECT count(*) FROM fact_claims WHERE fact NOT IN (SELECT id FROM facts)
    """,
    "versions with more or fewer entries than they say": """
        SELECT count(*) FROM versions
        WHERE entries <> (
            SELECT count(*) FROM entries
            WHERE from_version <= version AND coalesce(to_version >= version, true)
        )
    """,
    "numbers of versions left out": "SELECT coalesce(max(version), 0) - count(*) FROM versions",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What many kills came to.

    Attributes:
        kills: how many there were.
        ended: processes that had ended before the signal came.
        published: of the killed ones, how many had just published a version.
        lost: versions that were gone or another afterwards.
        partial: what was found half done.
        reproduced: whether all ended with what an undisturbed build gives.
    """

    kills: int
    ended: int
    published: int
    lost: int
    partial: Counter[str]
    reproduced: bool


def kill_many(kills: int, folder: Path) -> Tally:
    """Starts and kills as many commands on a database in `folder`."""
    chance = random.Random(_SEED)  # noqa: S311  nothing is kept secret with it
    talks, db = folder / "talks", folder / "t.duckdb"
    shutil.copytree(_FIXTURES, talks)
    _seconds("build", talks, "--db", db)
    rounds = _rounds(chance, talks, db)
    usual = _seconds(*next(rounds))
    known = published(db)
    lost, partial, count = 0, Counter[str](), Counter[str]()
    for arguments in rounds:
        ended = _killed(arguments, chance.uniform(0, 1.1 * usual))
        count["ended" if ended else "kills"] += 1
        present = published(db)
        lost += sum(present.get(number) != content for number, content in known.items())
        count["published"] += not ended and present != known
        partial += half_done(db)
        known = present
        if count["kills"] == kills:
            break
    return Tally(
        count["kills"],
        count["ended"],
        count["published"],
        lost,
        partial,
        _reproduced(talks, folder),
    )


def _rounds(chance: random.Random, talks: Path, db: Path) -> Iterator[tuple[str | Path, ...]]:
    """Yields commands that each have something to do, for ever."""
    while True:
        for number in range(3):
            thousands, model = chance.randint(2, 900), chance.randint(1, 9)
            (talks / f"more {number}.txt").write_text(
                f"Kestrel {model}B has a context window of {thousands} thousand tokens.\n" * 50,
                encoding="utf-8",
            )
            yield ("build", talks, "--db", db)
        yield ("publish", "--as-of", chance.choice(_DAYS), "--db", db)


def _killed(arguments: tuple[str | Path, ...], seconds: float) -> bool:
    """Kills a command after so many seconds; says whether it had ended before."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command(arguments), stdout=quiet, stderr=quiet) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return False
    return True


def published(db: Path) -> dict[int, str]:
    """Returns the content hash of every version, made anew from its entries."""
    with reading(str(db)) as con:
        found = list(verdicts(con))
    return {one.version: (one.present or "gone") if one.unchanged else "edited" for one in found}


def half_done(db: Path) -> Counter[str]:
    """Returns what a reader of the database would see half done, each with how often."""
    try:
        with reading(str(db)) as con:
            found = {what: _number(con, query) for what, query in _PARTIAL.items()}
            whole = _number(
                con,
                "SELECT count(*) FROM versions WHERE as_of IS NOT NULL AND "
                "version = (SELECT max(version) FROM versions)",
            )
            if not whole:
                found["facts that the newest version has not"] = len(find_changes(con))
    except TallycastError as error:
        return Counter({str(error): 1})
    return Counter({what: number for what, number in found.items() if number})


def _number(con: DuckDBPyConnection, query: str) -> int:
    [(number,)] = con.execute(query).fetchall()
    return int(number)


def _seconds(*arguments: str | Path) -> float:
    start = perf_counter()
    done = tallycast(*arguments)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return perf_counter() - start


def _reproduced(talks: Path, folder: Path) -> bool:
    """Says whether an undisturbed build ends where one from nothing does."""
    for db in (folder / "t.duckdb", folder / "fresh.duckdb"):
        _seconds("build", talks, "--db", db)
        _seconds("export", "--out", db.with_suffix(""), "--format", "csv", "--db", db)
    one, other = (
        {path.name: path.read_bytes() for path in (folder / name).glob("*.csv")}
        for name in ("t", "fresh")
    )
    return one == other


def main() -> None:
    """Prints what became of so many kills; ends with 1 where anything was lost or half done."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_many(kills, Path(folder))
    print(f"kills                       {tally.kills:5}")
    print(f"  had just published        {tally.published:5}")
    print(f"ended before the kill       {tally.ended:5}")
    print(f"versions lost or changed    {tally.lost:5}")
    print(f"partial states              {tally.partial.total():5}")
    for what, number in tally.partial.items():
        print(f"  {what}: {number}")
    print(f"ends as an undisturbed build: {'yes' if tally.reproduced else 'NO'}")
    sys.exit(1 if tally.lost or tally.partial or not tally.reproduced else 0)


if __name__ == "__main__":
    main()
