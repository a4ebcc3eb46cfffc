"""How well the annotated transcripts are read, and what changed since a commit.

    python -m tests.benchmarks.gold [GOLD] [--against COMMIT]

GOLD is a folder with documents.json, annotations and score.py, by default ../shared/gold. Prints
what score.py says of the claims of this tree, how many claims the off-topic transcripts beside it
hold, and what its list of errors has lost (+, mended) and got (-, broken) since COMMIT, by default
the last one. The code of that commit is laid out in out/ and run there, so that nothing has to be
kept from run to run.
"""

import argparse
import io
import subprocess
import sys
import tarfile
from pathlib import Path

from tests.benchmarks.annotated import GOLD, ROOT, annotated

OUT = ROOT / "out" / "gold"
_EXTRACT = "from leaderboard.cli import extract_main; extract_main()"


def main() -> None:
    """Prints the figures and what changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--against", default="HEAD", metavar="COMMIT")
    asked = parser.parse_args()
    if not (asked.gold / "score.py").exists():
        sys.exit(f"no gold in {asked.gold}: give the folder that holds it, make gold GOLD=FOLDER")
    gold = asked.gold.resolve()
    here = extracted(ROOT, gold, "here")
    print(score(gold, here))
    print_off_topic(gold)
    before = errors(gold, extracted(laid_out(asked.against), gold, "before"))
    now = errors(gold, here)
    print(f"\nsince {asked.against}: {len(before - now)} errors mended, {len(now - before)} new")
    for sign, lines in (("+", before - now), ("-", now - before)):
        for line in sorted(lines):
            print(sign, line)


def extracted(code: Path, gold: Path, name: str) -> Path:
    """Returns a file with the claims that the code in a folder finds in the gold transcripts."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"{name}.jsonl"
    sources = [str(transcript) for transcript, _ in annotated(gold)]
    run(sys.executable, "-c", _EXTRACT, *sources, "-o", str(path), folder=code)
    return path


def laid_out(commit: str) -> Path:
    """Returns a folder with the code of a commit."""
    known = run("git", "rev-parse", "--verify", f"{commit}^{{commit}}", folder=ROOT).decode()
    folder = OUT / known.strip()
    if not folder.exists():
        archive = run("git", "archive", known.strip(), folder=ROOT)
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
    return folder


def score(gold: Path, claims: Path, *options: str) -> str:
    """Returns what score.py prints of the claims."""
    scorer = str(gold / "score.py")
    return run(sys.executable, scorer, str(claims), "--gold", str(gold), *options).decode()


def errors(gold: Path, claims: Path) -> set[str]:
    """Returns the errors in the claims, one line each, as score.py tells them."""
    return {line for line in score(gold, claims, "--errors").splitlines() if " | " in line}


def print_off_topic(gold: Path) -> None:
    """Says how many claims the transcripts hold that are not about models."""
    folder = gold.parent / "transcripts" / "off-topic"
    if folder.is_dir():
        claims = run(sys.executable, "-c", _EXTRACT, str(folder)).splitlines()
        print(f"off topic: {len(claims)} claims in {len(list(folder.iterdir()))} transcripts")


def run(*command: str, folder: Path = ROOT) -> bytes:
    """Returns what a command prints; ends this one where it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return done.stdout


if __name__ == "__main__":
    main()
