"""Fuzzes every reader, the number reader and the whole extraction, for a bounded time.

    python -m tests.fuzz.run [SECONDS]

The seconds, 600 by default, are shared among the targets. Seeds are the fixtures. Prints a table of
executions, coverage (edges of instrumented code) and findings, which are kept in out/fuzz/; ends
with 1 when there is one.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOUND = ROOT / "out" / "fuzz"
TARGETS = (
    "extraction", "numbers", "any", "text", "vtt", "srt", "json", "jsonl", "xml", "html", "feed", "archive",
)  # fmt: skip
_OPTIONS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=8192", "-print_final_stats=1")
_COVERED = re.compile(r"cov: (\d+)")
_EXECUTED = re.compile(r"stat::number_of_executed_units: *(\d+)")


def main() -> None:
    """Prints the table."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    FOUND.mkdir(parents=True, exist_ok=True)
    print(f"{'target':12} {'seconds':>7} {'executions':>11} {'edges':>6} {'findings':>8}")
    findings = sum(fuzz(target, seconds // len(TARGETS)) for target in TARGETS)
    print(f"{findings} findings")
    sys.exit(bool(findings))


def fuzz(target: str, seconds: int) -> int:
    """Runs one target; prints its row and returns the number of findings."""
    before = set(FOUND.iterdir())
    with tempfile.TemporaryDirectory() as corpus:
        for seed in seeds():
            shutil.copyfile(seed, Path(corpus, f"{seed.parent.name}-{seed.name}"))
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.target", target, corpus, *_OPTIONS,
             f"-max_total_time={seconds}", f"-artifact_prefix={FOUND}/{target}-"],
            cwd=ROOT, capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
    covered, executed = _COVERED.findall(done.stderr), _EXECUTED.findall(done.stderr)
    found = set(FOUND.iterdir()) - before
    broken = done.returncode != 0 and not found
    number = len(found) + broken
    print(
        f"{target:12} {seconds:7} {int(executed[-1]) if executed else 0:11,} "
        f"{covered[-1] if covered else '?':>6} {number:8}",
        flush=True,
    )
    if number:
        print(done.stdout[-1500:] + done.stderr[-3000:])
    return number


def seeds() -> list[Path]:
    """Returns the fixtures that are small enough to be changed byte by byte."""
    folders = ("formats", "hostile", "transcripts")
    files = (path for name in folders for path in sorted((ROOT / "fixtures" / name).iterdir()))
    return [path for path in files if path.is_file() and path.suffix != ".py"]


if __name__ == "__main__":
    main()
