"""What share of other readers' test cases is read right, by suite.

    python -m tests.benchmarks.suites [FOLDER]

FOLDER holds suites as JSON lines (`text`, `expected`: a list of objects with `value`), by default
../shared/suites. A case is right when the values read, in any order, are those expected, each
within a billionth; units count for nothing. A case whose text its project will not take for one
number ("error": "not a single number") is right when no number is read that spans all of it. Names are known before numbers, as in
`tallycast quantities`.

Cases whose expectation contradicts the project's guidelines stand in suites.toml, by suite and line,
with the reason. They are listed, and never count as right. The texts of the suites are not copied.
"""

import hashlib
import json
import math
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extract.lexicon import load_lexicon
from extract.records import Quantity
from extract.scanning import read_line

ROOT = Path(__file__).parents[2]
DEFAULT_FOLDER = ROOT.parent / "shared" / "suites"
NOT_ONE = "not a single number"
RULES = Path(__file__).with_name("suites.toml")


class Contradiction(BaseModel):
    """Cases that ask for what the guidelines say is otherwise."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: str
    cases: dict[str, list[int]]


class Rules(BaseModel):
    """suites.toml: digests of the suites whose lines are meant, and what contradicts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: dict[str, str]
    contradiction: list[Contradiction]

    def of_suite(self, suite: str) -> dict[int, str]:
        """Returns the reason by line."""
        return {
            line: rule.reason for rule in self.contradiction for line in rule.cases.get(suite, ())
        }


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a suite and the values that its project expects."""

    line: int
    text: str
    expected: tuple[float, ...]
    not_one: bool

    def is_right(self, read: Sequence[Quantity]) -> bool:
        """Says whether these quantities are what the case asks for."""
        if self.not_one:
            return all((it.start, it.end) != (0, len(self.text)) for it in read)
        return same_values(values_of(read), self.expected)


def load_rules() -> Rules:
    """Returns the checked content of suites.toml."""
    return Rules.model_validate(tomllib.loads(RULES.read_text("utf-8")))


def cases_of(path: Path) -> Iterator[Case]:
    """Yields the cases of a suite."""
    for line, row in enumerate(path.read_text("utf-8").splitlines(), start=1):
        record = json.loads(row)
        values = tuple(float(expected["value"]) for expected in record["expected"])
        yield Case(line, record["text"], values, record.get("error") == NOT_ONE)


def quantities_in(text: str) -> list[Quantity]:
    """Returns what Tallycast reads in a text."""
    _, readings = read_line(text, load_lexicon())
    return [reading.quantity for reading in readings if reading.rejected is None]


def values_of(quantities: Sequence[Quantity]) -> list[float]:
    """Returns the values of quantities."""
    return [quantity.value for quantity in quantities if quantity.value is not None]


def same_values(read: Iterable[float], expected: Iterable[float]) -> bool:
    """Says whether both hold the same values, in any order."""
    first, second = sorted(read), sorted(expected)
    close = (math.isclose(a, b, rel_tol=1e-9) for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and all(close)


def report(path: Path, rules: Rules) -> None:
    """Prints the two shares of a suite, then what is read wrong and what contradicts."""
    suite, cases = path.stem, list(cases_of(path))
    reasons = rules.of_suite(suite)
    fair = [case for case in cases if case.line not in reasons]
    wrong = [case for case in fair if not case.is_right(quantities_in(case.text))]
    right = len(fair) - len(wrong)
    print(
        f"{suite:20}{len(cases):6}{right / len(cases):10.1%}{len(fair):10}{right / len(fair):10.1%}"
    )
    if rules.sha256.get(suite) != hashlib.sha256(path.read_bytes()).hexdigest()[:16]:
        print("  not the file that suites.toml was made for: its lines may be others")
    for case in wrong:
        read = [f"{value:g}" for value in values_of(quantities_in(case.text))]
        asked = [f"{value:g}" for value in case.expected] or ["no number" if case.not_one else "-"]
        print(f"  wrong {case.line:4}  read {' '.join(read) or '-'}, not {' '.join(asked)}")
    for reason in dict.fromkeys(reasons.values()):
        lines = [str(line) for line in sorted(reasons) if reasons[line] == reason]
        print(f"  contradicts: {reason}: lines {', '.join(lines)}")


def main() -> None:
    """Reports on every suite in the folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        sys.exit("no suites here: give the folder that holds them, make suites SUITES=FOLDER")
    rules = load_rules()
    print(f"{'suite':20}{'cases':>6}{'right':>10}{'fair':>10}{'right':>10}")
    for path in paths:
        report(path, rules)


if __name__ == "__main__":
    main()
