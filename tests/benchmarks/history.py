"""What was measured before: ratios by commit and machine, kept in docs/bench-history.csv."""

import csv
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
HISTORY = ROOT / "docs" / "bench-history.csv"
MOST_FALL = 1 / 3  # of a ratio; machines and their load differ by less
PEERS = ("quantulum3", "text2num")
LATEST = 5  # earlier measurements whose median counts


@dataclass(frozen=True, slots=True)
class Measured:
    """How fast extraction was, as ratios to what ran beside it; None where that did not run.

    Attributes:
        commit: what was measured; with a "+" where files were changed since.
        machine: its processor, and the version of Python.
        corpus: the transcripts: "off-topic", "gold", "fixtures".
        bare: to a bare pass of a number pattern.
        reading: to reading the files' bytes.
        quantulum3, text2num: to these readers of numbers.
    """

    commit: str
    machine: str
    corpus: str
    bare: float
    reading: float
    quantulum3: float | None = None
    text2num: float | None = None

    def ratios(self) -> dict[str, float]:
        """Returns the ratios that were measured, by name."""
        return {key: it for key, it in asdict(self).items() if isinstance(it, float)}


def here() -> tuple[str, str]:
    """Returns commit and machine."""
    commit = _git("rev-parse", "--short=10", "HEAD")
    changed = "+" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return commit + changed, f"{_processor()}, Python {platform.python_version()}"


def read(path: Path = HISTORY) -> list[Measured]:
    """Returns what was measured before, the latest last."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return [_measured(row) for row in csv.DictReader(file)]


def append(measured: Sequence[Measured], path: Path = HISTORY) -> None:
    """Adds what was measured."""
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [it.name for it in fields(Measured)], lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerows(map(_row, measured))


def fallen(now: Measured, before: Sequence[Measured]) -> list[str]:
    """Returns a line for each ratio that fell by more than MOST_FALL below what it used to be."""
    same = [it.ratios() for it in before if it.corpus == now.corpus]
    told = []
    for name, ratio in now.ratios().items():
        if name == "reading":  # so short a time that it says more of the disk than of extraction
            continue
        known = [ratios[name] for ratios in same if name in ratios][-LATEST:]
        usual = median(known) if known else ratio
        if ratio < usual * (1 - MOST_FALL):
            told.append(f"{now.corpus}: the ratio to {name} fell from {usual:.3g} to {ratio:.3g}")
    return told


def _row(measured: Measured) -> dict[str, object]:
    rounded = {name: float(f"{ratio:.3g}") for name, ratio in measured.ratios().items()}
    return asdict(measured) | rounded


def _measured(row: Mapping[str, str]) -> Measured:
    quantulum3, text2num = (float(row[it]) if row[it] else None for it in PEERS)
    bare, reading = float(row["bare"]), float(row["reading"])
    return Measured(
        row["commit"], row["machine"], row["corpus"], bare, reading, quantulum3, text2num
    )


def _processor() -> str:
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text("utf-8").splitlines() if cpus.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _git(*command: str) -> str:
    done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or ("unknown" if command[0] == "rev-parse" else "")
