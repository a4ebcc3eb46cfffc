"""Worst time per character of every pattern of the project, on text made to be slow for it.

    python -m tests.benchmarks.patterns

All patterns that the project compiles are caught as they are compiled: those in code, and those made
of its tables. Each is tried on rows of its own literals and of what slows patterns down in general,
alone and by twos, at two lengths, in the way in which it is used: within the speech anchored at one
place, elsewhere over the whole text. Printed are the slowest, in nanoseconds per character, and how
much that grows when the text is four times as long: 1 is linear, 4 is quadratic. Ends with 1 when a
pattern is beyond the bound.
"""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from time import process_time
from types import FrameType
from typing import Any, NamedTuple

import regex

ROOT = Path(__file__).parents[2]
# Patterns run anchored in these rooms: an automaton has found where.
ANCHORED = ("extract/names", "extract/numbers", "extract/linking", "extract/attributes")
LENGTHS = (500, 2_000)
# These need Spark, which is an extra, and hold no patterns.
LEFT_OUT = ("leaderboard/cluster/", "reconcile/spark.py")
BOUND = 20_000  # nanoseconds per character at the greater length
SHOWN = 15

# Rows that make patterns go back: spaces, digits, letters, openings without ends, near matches.
PIECES = (
    " ", "\n", "\t", "1", "a", "A", "a ", "1 ", "1,", "1.", "1:", "1:11", "-", "--", ".", "_", "*",
    "**", "[", "[[", "]", "](", "(", "\\", "\\[", "<", "<a", "</", "<!--", "{", '"', "'", "=", "/",
    "#", "# ", "$", "%", "A_", "A b", "Aa ", "Aa:", "Aa: ", "a:\n", "\r\n", "---\n", "one ",
    "hundred ", "and ", "é", "万", "\u00a0",
)  # fmt: skip


class Caught(NamedTuple):
    """A compiled pattern and where in the project it was compiled."""

    pattern: Any
    where: str


class Slowest(NamedTuple):
    """The worst that was found for a pattern."""

    nanoseconds: float
    growth: float
    piece: str
    caught: Caught


def caught_patterns() -> list[Caught]:
    """Returns every pattern that the project compiles while it reads and extracts the fixtures."""
    found: dict[tuple[str, int], Caught] = {}

    def catching(compiled: Callable[..., Any]) -> Callable[..., Any]:
        def catch(pattern: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
            made = compiled(pattern, *arguments, **named)
            where = _place()
            if where:
                found.setdefault((made.pattern, made.flags), Caught(made, where))
            return made

        return catch

    re.compile, regex.compile = catching(re.compile), catching(regex.compile)
    for room in ("extract", "reconcile", "leaderboard"):
        for path in sorted((ROOT / room).rglob("*.py")):
            module = path.relative_to(ROOT)
            if not module.as_posix().startswith(LEFT_OUT):
                importlib.import_module(".".join(module.with_suffix("").parts))
    batch = importlib.import_module("extract.batch")
    sources = importlib.import_module("extract.reading").find_transcripts
    list(batch.extract_files(sources([str(ROOT / "fixtures")])))
    return list(found.values())


def _place() -> str | None:
    """Returns the file and line of the project that asked for a pattern, itself or by pydantic."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and "pydantic" in frame.f_code.co_filename:
        frame = frame.f_back
    path = Path(frame.f_code.co_filename) if frame else ROOT
    if not path.is_relative_to(ROOT) or {".venv", "tests"} & set(path.parts):
        return None
    return f"{path.relative_to(ROOT)}:{frame.f_lineno if frame else 0}"


def texts(pattern: str, length: int) -> Iterator[tuple[str, str]]:
    """Yields (piece, text of the length) made for the pattern."""
    own = dict.fromkeys(re.findall(r"[A-Za-z]{3,}|[^\w\s\\()\[\]{}|?*+.^$]", pattern))
    literals = [literal.lower() for literal in list(own)[:12]]
    pieces = [*PIECES, *literals, *(f"{literal} " for literal in literals)]
    joined = (
        one + other for one, other in product(literals[:6], ("1 ", "a", ": ", "[", "**", "\n"))
    )
    for piece in dict.fromkeys((*pieces, *joined)):
        yield piece, (piece * (length // len(piece) + 1))[:length]


def _as_text(pattern: str | bytes) -> str:
    return pattern if isinstance(pattern, str) else pattern.decode("latin-1")


def slowest(caught: Caught) -> Slowest:
    """Returns what the pattern takes longest for."""
    worst = Slowest(0.0, 0.0, "", caught)
    for piece, text in texts(_as_text(caught.pattern.pattern), LENGTHS[1]):
        time = _nanoseconds(caught, text)
        if time > worst.nanoseconds:
            before = _nanoseconds(caught, text[: LENGTHS[0]])
            worst = Slowest(time, time / before if before else 0.0, piece, caught)
    return worst


def _nanoseconds(caught: Caught, text: str) -> float:
    pattern = caught.pattern
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = process_time()
    if caught.where.startswith(ANCHORED):
        pattern.match(given)
    else:
        for _ in pattern.finditer(given):
            pass
    return (process_time() - began) / len(text) * 1e9


def main() -> None:
    """Prints the table."""
    patterns = caught_patterns()
    worst = sorted(map(slowest, patterns), reverse=True)
    print(f"{len(patterns)} patterns, {LENGTHS[1]:,} characters each")
    print(f"{'ns/char':>8} {'growth':>6}  {'of rows of':14} pattern")
    for one in worst[:SHOWN]:
        shown = " ".join(_as_text(one.caught.pattern.pattern).split())[:50]
        print(
            f"{one.nanoseconds:8.0f} {one.growth:6.1f}  {one.piece!r:14} {one.caught.where} {shown}"
        )
    sys.exit(worst[0].nanoseconds > BOUND)


if __name__ == "__main__":
    main()
