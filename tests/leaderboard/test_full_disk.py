"""No room left: one clear line, and the old state intact."""

import resource
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.benchmarks.kills import half_done, published
from tests.leaderboard.making import command, tallycast

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database and transcripts of which some are not in it yet."""
    folder = tmp_path_factory.mktemp("full")
    shutil.copytree(FIXTURES, folder / "talks")
    assert tallycast("build", folder / "talks", "--db", folder / "t.duckdb").returncode == 0
    said = "Kestrel {0}B has a context window of {1} thousand tokens.\n"
    for number in range(40):
        lines = [said.format(number, line + 1) for line in range(60)]
        (folder / "talks" / f"more {number}.txt").write_text("".join(lines))
    return folder


@pytest.fixture
def board(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "board"))


def with_room(kilobytes: int, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Runs the command where no file may become larger than that."""
    size = kilobytes * 1024
    return subprocess.run(
        command(arguments),
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.mark.parametrize(
    ("kilobytes", "arguments", "named"),
    [
        pytest.param(
            300, ["build", "{0}/talks", "--db", "{0}/t.duckdb"], "{0}/t.duckdb", id="build"
        ),
        pytest.param(
            8, ["build", "{0}/talks", "--db", "{0}/new.duckdb"], "{0}/new.duckdb", id="new"
        ),
        pytest.param(
            8, ["export", "--out", "{0}/out", "--db", "{0}/t.duckdb"], "{0}/out", id="export"
        ),
        pytest.param(8, ["backup", "{0}/copy", "--db", "{0}/t.duckdb"], "{0}/copy", id="backup"),
        pytest.param(
            8, ["extract", "{0}/talks", "-o", "{0}/claims.jsonl"], "{0}/claims.jsonl", id="extract"
        ),
        pytest.param(
            8,
            [
                "sql",
                "FROM claims",
                "--format",
                "parquet",
                "-o",
                "{0}/c.parquet",
                "--db",
                "{0}/t.duckdb",
            ],
            "{0}/c.parquet",
            id="sql",
        ),
    ],
)
def test_a_full_disk(kilobytes: int, arguments: list[str], named: str, board: Path) -> None:
    before = published(board / "t.duckdb")
    done = with_room(kilobytes, *(argument.format(board) for argument in arguments))
    told = done.stderr.decode()
    assert done.returncode == 1
    assert told.startswith(f"tallycast: {named.format(board)}")
    assert "File too large" in told
    assert told.count("\n") == 1
    assert published(board / "t.duckdb") == before
    assert not half_done(board / "t.duckdb")
    left = {path.name for path in board.iterdir()}
    assert left <= {"talks", "t.duckdb", "t.duckdb.wal", "new.duckdb", "new.duckdb.wal"}
