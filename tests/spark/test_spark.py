"""Past one machine: a master and two workers give what one machine gives."""

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from reconcile.keeping import KEPT
from tests.benchmarks.made_archive import content_of, path_of
from tests.leaderboard.making import command
from tests.spark.cluster import Cluster, cluster, end, environment, wait_for

pytestmark = pytest.mark.spark

FIXTURES = Path(__file__).parents[2] / "fixtures"
POISON = {"poison.txt": bytes(range(256)) * 40, "an empty one.md": b""}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns transcripts in every format, copies and archives among them, and two of no use."""
    folder = tmp_path_factory.mktemp("talks")
    shutil.copytree(FIXTURES / "transcripts", folder / "transcripts")
    shutil.copytree(FIXTURES / "formats", folder / "formats")
    for number in (0, 1, 2, 250):
        path = folder / path_of(number)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content_of(number))
    for name, content in POISON.items():
        (folder / name).write_bytes(content)
    return folder


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )


def tallycast(*arguments: str | Path) -> tuple[int, str]:
    """Returns the exit code, and what was said on standard error."""
    with started(*arguments) as process:
        _, told = process.communicate(timeout=900)
    return process.returncode, told.decode()


def reported(told: str) -> list[str]:
    """Returns the lines that say what could not be read."""
    return [line for line in told.splitlines() if line.startswith("tallycast: ")]


def exported(db: Path) -> dict[str, str]:
    """Returns the SHA-256 of each exported table; of versions no time can be the same."""
    out = db.with_suffix("")
    assert tallycast("export", "--db", db, "--out", out)[0] == 0
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.glob("*.csv")
        if path.stem != "versions"
    }


def test_spark_gives_the_bytes_that_one_machine_gives(
    running: Cluster, talks: Path, tmp_path: Path
) -> None:
    claims, one, many = tmp_path / "claims", tmp_path / "one.duckdb", tmp_path / "many.duckdb"
    alone, said_alone = tallycast("build", talks, "--db", one)
    spark = ("--engine", "spark", "--master", running.master)
    code, told = tallycast("extract", talks, *spark, "-o", claims)
    assert (alone, code) == (3, 3)
    assert reported(told) == reported(said_alone)
    assert len(reported(told)) == len(POISON)
    code, told = tallycast("reconcile", *spark, "--claims", claims)
    assert code == 0, told
    for table in KEPT:
        assert made_on_spark(claims, table) == made_alone(one, table), table
    assert tallycast("build", "--claims", claims, "--db", many)[0] == 3
    assert exported(many) == exported(one)


def made_on_spark(claims: Path, table: str) -> list[tuple[object, ...]]:
    """Returns the rows with their columns in the order of the names."""
    rows = duckdb.read_parquet(f"{claims}/facts/{table}/*.parquet")
    return rows.project(_columns(rows)).order("ALL").fetchall()


def made_alone(db: Path, table: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(db), read_only=True) as con:
        rows = con.table(table)
        return rows.project(_columns(rows)).order("ALL").fetchall()


def _columns(rows: duckdb.DuckDBPyRelation) -> str:
    return ", ".join(f'"{name}"' for name in sorted(rows.columns))


def test_a_worker_that_is_killed_costs_only_time(running: Cluster, tmp_path: Path) -> None:
    talks, claims = tmp_path / "talks", tmp_path / "claims"
    for number in range(900):
        path = talks / path_of(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_of(number))
    spark = ("--engine", "spark", "--master", running.master)
    with started("extract", talks, *spark, "-o", claims) as process:
        wait_for(lambda: process.poll() is not None or any(map(_extracts, running.workers)))
        for worker in [*filter(_extracts, running.workers)][:1]:
            end(worker)
        too_late = whole(claims)
        told = process.communicate(timeout=900)[1].decode()
    assert (process.returncode, whole(claims), too_late) == (0, True, False), told
    assert "Lost executor" in told
    alone, many = tmp_path / "alone.parquet", f"{claims}/show=*/*.parquet"
    assert tallycast("extract", talks, "--format", "parquet", "-o", alone)[0] == 0
    with duckdb.connect() as con:
        con.execute("CREATE TABLE one AS FROM read_parquet(?)", [str(alone)])
        con.execute(
            "CREATE TABLE many AS SELECT unnest(claims, recursive := true) FROM read_parquet(?)",
            [many],
        )
        query = "SELECT id, quote, value, confidence FROM {} ORDER BY ALL"
        one, many_found = (con.execute(query.format(it)).fetchall() for it in ("one", "many"))
        assert one
        assert many_found == one


def whole(claims: Path) -> bool:
    """Says whether all was written, so that nothing could be lost any more."""
    return claims.joinpath("_SUCCESS").is_file()


def _extracts(worker: subprocess.Popen[bytes]) -> bool:
    """Says whether a process that extracts has been started under a worker."""
    listing = ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="]  # ww: lines of any length
    told = subprocess.run(listing, capture_output=True, check=True)
    lines = [line.split(maxsplit=2) for line in told.stdout.decode(errors="replace").splitlines()]
    under = {str(worker.pid)}
    for _ in lines:  # a process comes before or after its parent
        more = {pid for pid, parent, *_ in lines if parent in under} - under
        if not more:
            break
        under |= more
    return any(pid in under and "spawn_main" in " ".join(args) for pid, _, *args in lines)
