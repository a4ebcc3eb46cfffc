"""A whole archive built from nothing: time, memory of each process, and the same facts.

    python -m tests.benchmarks.archive [EPISODES [FOLDER]]

Makes an archive (made_archive.py), builds it with two processes and with one, compares what was
published, adds one episode and builds again. Then extracts from one large file, ten kilobytes for
each episode of the archive: 1 GB for 100,000.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from tests.benchmarks.made_archive import content_of, make_archive, make_lines
from tests.leaderboard.making import command

_BYTES_AN_EPISODE = 10_000  # of the large file
_LOOK_EVERY = 0.1  # seconds


@dataclass(slots=True)
class Run:
    """What a command came to.

    Attributes:
        seconds: by the clock.
        peaks: greatest memory of each process in MB, that of the command first.
        course: memory of the command itself in MB, looked at again and again.
    """

    seconds: float = 0.0
    peaks: dict[int, float] = field(default_factory=dict)
    course: list[float] = field(default_factory=list)

    @property
    def peak(self) -> float:
        """Returns the greatest memory of any process, in MB."""
        return max(self.peaks.values(), default=0.0)


def measure(*arguments: str | Path) -> Run:
    """Runs `tallycast` and looks at its processes meanwhile.

    Raises:
        SystemExit: it failed; code 3, some skipped, is none.
    """
    run, begin = Run(), time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command(arguments), stdout=subprocess.DEVNULL, stderr=told)
        while process.poll() is None:
            for pid in (process.pid, *_children(process.pid)):
                now, peak = _memory(pid)
                run.peaks[pid] = max(peak, run.peaks.get(pid, 0.0))
                if pid == process.pid and now:
                    run.course.append(now)
            time.sleep(_LOOK_EVERY)
        run.seconds = time.perf_counter() - begin
        if process.returncode not in {0, 3}:
            told.seek(0)
            raise SystemExit(told.read().decode())
    return run


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []


def _memory(pid: int) -> tuple[float, float]:
    """Returns memory and greatest memory so far, in MB; nothing of a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    told = dict(line.split(":", 1) for line in lines)
    return tuple(int(told.get(name, "0 kB").split()[0]) / 1e3 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]


def published(db: Path) -> str:
    """Returns the content hash of the newest version."""
    with duckdb.connect(str(db), read_only=True) as con:
        [(content,)] = con.execute(
            "SELECT content_hash FROM versions ORDER BY version DESC LIMIT 1"
        ).fetchall()
    return str(content)


def main(arguments: Sequence[str]) -> None:
    """Measures and prints; ends with 1 where one and two processes publish otherwise."""
    episodes = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory(dir=arguments[1] if len(arguments) > 1 else None) as name:
        folder = Path(name)
        size = make_archive(folder / "talks", episodes)
        print(f"{episodes:,} episodes, {size / 1e6:,.0f} MB")
        same = _builds(folder)
        (folder / "talks" / "one more.md").write_bytes(content_of(episodes + 1))
        _print("one more episode", measure("build", folder / "talks", "--db", folder / "2.duckdb"))
        lines = folder / "large.jsonl"
        make_lines(lines, episodes * _BYTES_AN_EPISODE)
        run = measure("extract", lines, "-o", folder / "large.out")
        _print(f"one file of {lines.stat().st_size / 1e6:,.0f} MB", run)
    sys.exit(0 if same else 1)


def _builds(folder: Path) -> bool:
    for jobs in "21":
        db = folder / f"{jobs}.duckdb"
        run = measure("build", folder / "talks", "--db", db, "--jobs", jobs)
        _print(f"--jobs {jobs}", run)
    first, second = (published(folder / f"{jobs}.duckdb") for jobs in "21")
    print(f"published {first[:16]} {'both times' if first == second else 'and ' + second[:16]}")
    return first == second


def _print(title: str, run: Run) -> None:
    peaks = ", ".join(f"{peak:,.0f}" for peak in run.peaks.values())
    quarters = [run.course[len(run.course) * part // 4] for part in range(4)]
    course = " → ".join(f"{now:,.0f}" for now in [*quarters, run.course[-1]])
    print(f"{title:20}{run.seconds:>8.1f} s   MB at most {peaks}   in the course {course}")


if __name__ == "__main__":
    main(sys.argv[1:])
