"""What becomes of each file of the hostile corpus, one process each.

    python -m tests.benchmarks.hostile

Writes the whole corpus (fixtures/hostile/make.py) into a temporary folder and prints, for each
file, what came out of it, the seconds it took and the memory at most. Then the whole folder is
built at once, and what the good files say there must be what they say alone. Ends with 1 when
there was a traceback, a hang, or too much memory.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MAKE = Path(__file__).parents[2] / "fixtures" / "hostile" / "make.py"
TALLYCAST = str(Path(sys.executable).with_name("tallycast"))
LONGEST = 10.0  # seconds
LARGEST = 2_000  # MB
_GIVEN_UP = 120  # seconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a process ended with."""

    code: int
    out: bytes
    told: str
    seconds: float
    megabytes: float

    @property
    def is_bad(self) -> bool:
        """Says whether it is none of: claims, or one line of why not."""
        lines = self.told.strip().splitlines()
        crashed = "Traceback" in self.told or self.code not in {0, 1, 3}
        return crashed or self.seconds > LONGEST or self.megabytes > LARGEST or len(lines) > 4

    @property
    def line(self) -> str:
        """Returns its row of the table but for the name."""
        claims = len(self.out.splitlines())
        what = f"{claims:,} claim{'' if claims == 1 else 's'}"
        why = f"; {_first(self.told)}" if self.told else ""
        mark = " BAD" if self.is_bad else ""
        return f"{self.seconds:5.1f} {self.megabytes:6.0f}  {what}{why}{mark}"


def _first(told: str) -> str:
    """Returns the first line without the file's name, that the table has."""
    line = told.strip().splitlines()[0].removeprefix("tallycast: ")
    return line.partition(": ")[2] or line


def _ascii(name: str) -> str:
    return name.encode("unicode_escape", "surrogateescape").decode("ascii", "replace")[:36]


def run(*arguments: str, folder: str) -> Outcome:
    """Runs a command and measures it."""
    began = time.monotonic()
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        subprocess.Popen([TALLYCAST, *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder) as process,
    ):  # fmt: skip
        usage = None
        while usage is None and time.monotonic() - began < _GIVEN_UP:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            usage = usage if done else None
            time.sleep(0.01)
        if usage is None:
            process.kill()
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        # Processor time: what else the machine does should not count.
        return Outcome(
            process.returncode, out.read(), err.read().decode("utf-8", "replace"),
            usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
        )  # fmt: skip


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as base:
        folder = f"{base}/corpus"
        subprocess.run([sys.executable, str(MAKE), folder], check=True)
        # Given by name a pipe is read, and waits for a writer.
        names = sorted(path.name for path in Path(folder).iterdir() if path.name != "pipe.txt")
        print(f"{'file':36} {'s':>5} {'MB':>6}  outcome")
        outcomes = []
        for name in names:
            outcomes.append(run("extract", name, folder=folder))
            print(f"{_ascii(name):36} {outcomes[-1].line}", flush=True)
        bad = sum(outcome.is_bad for outcome in outcomes)
        bad += _all_at_once(folder, [outcome.out for outcome in outcomes])
    print(f"{bad} bad")
    sys.exit(bool(bad))


def _all_at_once(folder: str, alone: Sequence[bytes]) -> int:
    """Reads the whole folder; returns 1 unless all claims are there and the exit code is 3."""
    read = run("extract", ".", folder=folder)
    print(f"{'the whole folder: extract':36} {read.line.removesuffix(' BAD')}")
    built = run("build", ".", "--db", "../t.duckdb", folder=folder)
    print(
        f"{'the whole folder: build':36} {built.line.removesuffix(' BAD')}; exit code {built.code}"
    )
    print("\n".join(built.out.decode("utf-8", "replace").splitlines()[-24:]))
    whole = _ids(read.out) == set().union(*map(_ids, alone))
    return int(
        built.code != 3 or read.code != 3 or "Traceback" in read.told + built.told or not whole
    )


def _ids(lines: bytes) -> set[str]:
    return {json.loads(line)["id"] for line in lines.splitlines()}


if __name__ == "__main__":
    main()
