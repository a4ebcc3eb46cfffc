"""Tallycast beside other readers of numbers, on the same texts in one run.

    python -m tests.benchmarks.peers

Prints for each reader how many of the hundred phrases of phrases.toml it reads right, how many of
the fifteen without a quantity it leaves alone, how many facts of one annotated transcript are among
the numbers it reads in the sentence where each is said, and how fast it reads that transcript,
sentence by sentence. Units count for nothing; the ends of a range may come as two numbers.

The transcript is the one with the most facts in ../shared/gold, or without it in fixtures/claims.
The others are installed into out/peers-venv, once, and never become dependencies.
"""

import json
import math
import os
import subprocess
import sys
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extract import read_transcript
from extract.sentences import find_sentences

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VENVS = ROOT / "out" / "peers-venv"
GOLD = (ROOT.parent / "shared" / "gold", ROOT / "fixtures" / "claims")
SECONDS = 600  # no peer may take longer to install or to read

OWN = ("tallycast", "numbers alone")  # with the names, and without them as the others
# What pip is asked for. Recognizers needs what emoji 2 dropped; the classifier of quantulum3 is a
# file that only scikit-learn 1.8 reads without warnings.
PEERS = {
    "text2num": ("text2num",),
    "quantulum3": ("quantulum3[classifier]", "scikit-learn==1.8.*"),
    "number-parser": ("number-parser",),
    "recognizers": ("recognizers-text-suite", "emoji<2"),
}


class Phrase(BaseModel):
    """A text and what is to be read in it; a pair is a range."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    expected: list[float | tuple[float, float]]

    def numbers(self) -> list[float]:
        """Returns the values expected, of a range both ends."""
        pairs = [it if isinstance(it, tuple) else (it,) for it in self.expected]
        return [number for pair in pairs for number in pair]


class NoQuantity(BaseModel):
    """Texts that hold no quantity."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: list[str]


class Phrases(BaseModel):
    """phrases.toml: phrases by kind, texts without a quantity, factors by unit."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    phrases: dict[str, list[Phrase]]
    none: NoQuantity
    factors: dict[str, list[float]]

    def all(self) -> list[Phrase]:
        """Returns the phrases of all kinds."""
        return [phrase for kind in self.phrases.values() for phrase in kind]

    def tasks(self) -> dict[str, list[float]]:
        """Returns the numbers expected by text: the phrases, then the texts without a quantity."""
        return {it.text: it.numbers() for it in self.all()} | {text: [] for text in self.none.texts}


@dataclass(frozen=True, slots=True)
class Fact:
    """An annotated figure: the sentence it is said in, and its numbers in the unit `unit`."""

    sentence: int
    numbers: tuple[float, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Talk:
    """An annotated transcript, its sentences without layout."""

    name: str
    sentences: list[str]
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reader read in each text (nothing where it failed), and the seconds it took."""

    numbers: list[list[float]]
    failed: int
    seconds: float


class Unable(Exception):  # noqa: N818  what a peer is, not an error of the benchmark
    """Says in one line why a peer does not run here."""


def load_phrases() -> Phrases:
    """Returns the checked content of phrases.toml."""
    return Phrases.model_validate(tomllib.loads((HERE / "phrases.toml").read_text("utf-8")))


def load_talk() -> Talk:
    """Returns the transcript with the most facts."""
    folder = next(folder for folder in GOLD if folder.is_dir())
    documents = json.loads((folder / "documents.json").read_text("utf-8"))
    name, document = max(
        documents.items(), key=lambda item: len((folder / item[1]["gold"]).read_bytes())
    )
    speech = read_transcript(str(folder / document["transcript"])).speech
    sentences = find_sentences(speech.text)
    spans = [sentences.span(number) for number in range(len(sentences.starts))]
    origins = [speech.origin(begin) for begin, _ in spans]
    rows = map(json.loads, (folder / document["gold"]).read_text("utf-8").splitlines())
    facts = [
        Fact(bisect_right(origins, row["start"]) - 1, _numbers(row), row["unit"])
        for row in rows
        if row["value"] is not None
    ]
    return Talk(name, [speech.text[begin:end] for begin, end in spans], facts)


def _numbers(row: dict[str, float | None]) -> tuple[float, ...]:
    low, high, value = row["low"], row["high"], row["value"]
    ends = (low, high) if low is not None and high is not None and low != high else (value,)
    return tuple(end for end in ends if end is not None)


def install(peer: str) -> Path:
    """Returns the interpreter of the peer's environment, made when it is not there."""
    folder = VENVS / peer
    python, done = folder / "bin" / "python", folder / "installed"
    if not done.exists():
        _run([sys.executable, "-m", "venv", "--clear", str(folder)], "")
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, *PEERS[peer]], "")
        done.touch()
    return python


def answers(python: Path, reader: str, texts: Sequence[str]) -> Answers:
    """Lets a reader read the texts in a process of its own."""
    given = "".join(json.dumps(text) + "\n" for text in texts)
    lines = _run([str(python), str(HERE / "peer_reader.py"), reader], given).splitlines()
    *numbers, seconds = map(json.loads, lines)
    return Answers([it or [] for it in numbers], numbers.count(None), seconds)


def _run(command: list[str], given: str) -> str:
    # The answers of quantulum3 change with the seed of hashes.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command, input=given, env=environment, capture_output=True, text=True, check=True,
            timeout=SECONDS, cwd=ROOT,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unable(f"not done after {SECONDS} seconds") from error
    except subprocess.CalledProcessError as error:
        said = [line for line in error.stderr.splitlines() if not line.startswith("WARNING")]
        raise Unable(
            said[-1].strip()[:100] if said else f"ended with {error.returncode}"
        ) from error
    return done.stdout


def same(read: Sequence[float], expected: Sequence[float]) -> bool:
    """Says whether the same numbers were read, in any order."""
    pairs = zip(sorted(read), sorted(expected), strict=False)
    return len(read) == len(expected) and all(math.isclose(a, b, rel_tol=1e-9) for a, b in pairs)


def found(fact: Fact, read: Sequence[float], factors: dict[str, list[float]]) -> bool:
    """Says whether all numbers of the fact were read in its sentence, be it in another unit."""
    return any(
        all(any(math.isclose(it * factor, number) for it in read) for number in fact.numbers)
        for factor in (1, *factors.get(fact.unit, ()))
    )


def print_wrong(reader: str, python: Path, phrases: Phrases) -> None:
    """Prints the phrases that a reader reads otherwise than expected."""
    print(f"{reader} reads otherwise:")
    tasks = phrases.tasks()
    for task, read in zip(tasks, answers(python, reader, list(tasks)).numbers, strict=True):
        if not same(read, tasks[task]):
            said = " ".join(f"{number:g}" for number in read) or "nothing"
            print(f"  {' '.join(task.split())}: {said}")


def row(reader: str, python: Path, phrases: Phrases, talk: Talk) -> str:
    """Returns the line of the table for a reader."""
    wanted, none, tasks = phrases.all(), phrases.none.texts, phrases.tasks()
    spoken = answers(python, reader, list(tasks)).numbers
    good = [same(read, tasks[task]) for task, read in zip(tasks, spoken, strict=True)]
    right, silent = sum(good[: len(wanted)]), sum(good[len(wanted) :])
    heard = answers(python, reader, talk.sentences)
    facts = sum(found(it, heard.numbers[it.sentence], phrases.factors) for it in talk.facts)
    size = sum(len(text.encode()) for text in talk.sentences) / 1000
    wrong = len(wanted) + len(none) - right - silent
    return (
        f"{reader:15}{right:9}{silent:9}{wrong:9}"
        f"{facts:9}{len(talk.facts) - facts:9}{size / heard.seconds:12,.0f}"
        f"{f'  failed at {heard.failed} sentences' if heard.failed else ''}"
    )


def main() -> None:
    """Prints the table."""
    phrases, talk = load_phrases(), load_talk()
    wanted, none = len(phrases.all()), len(phrases.none.texts)
    print(f"{wanted} phrases, {none} without a quantity; {talk.name}: {len(talk.facts)} facts")
    print(f"{'':15}{'phrases':>9}{'none':>9}{'':9}{'facts':>9}")
    print(f"{'':15}{'right':>9}{'right':>9}{'wrong':>9}{'found':>9}{'missed':>9}{'KB/s':>12}")
    for own in OWN:
        print(row(own, Path(sys.executable), phrases, talk), flush=True)
    for peer in PEERS:
        try:
            python = install(peer)
        except Unable as reason:
            print(f"{peer:15} not installable here: {reason}", flush=True)
            continue
        try:
            print(row(peer, python, phrases, talk), flush=True)
        except Unable as reason:
            print(f"{peer:15} does not run here: {reason}", flush=True)
    print_wrong("tallycast", Path(sys.executable), phrases)


if __name__ == "__main__":
    main()
