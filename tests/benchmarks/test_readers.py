"""The data that number readers are measured with, and that Tallycast reads it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.peer_reader import tallycast
from tests.benchmarks.peers import Fact, found, load_phrases, load_talk, same
from tests.benchmarks.suites import load_rules

PHRASES = load_phrases()


def test_the_phrases_are_a_hundred_of_all_kinds() -> None:
    assert len(PHRASES.all()) == 100
    assert len(PHRASES.none.texts) == 15
    assert len(PHRASES.tasks()) == 115
    assert min(map(len, PHRASES.phrases.values())) >= 2


def test_tallycast_reads_them() -> None:
    read = tallycast()
    right = [text for text, expected in PHRASES.tasks().items() if same(read(text), expected)]
    assert len(right) >= 105


@pytest.mark.parametrize(
    ("read", "fact", "expected"),
    [
        pytest.param([5.0, 7.0], Fact(0, (7.0,), "token"), True, id="among others"),
        pytest.param([10.0, 15.0], Fact(0, (10.0, 15.0), "token"), True, id="both ends"),
        pytest.param([10.0], Fact(0, (10.0, 15.0), "token"), False, id="one end"),
        pytest.param([80.0], Fact(0, (80e9,), "byte"), True, id="gigabytes"),
        pytest.param([80.0], Fact(0, (80e9,), "parameter"), False, id="no such unit"),
    ],
)
def test_a_fact_is_found_in_its_unit(read: list[float], fact: Fact, *, expected: bool) -> None:
    assert found(fact, read, PHRASES.factors) is expected


def test_the_talk_has_facts_in_its_sentences() -> None:
    talk = load_talk()
    assert len(talk.facts) > 10
    assert all(0 <= fact.sentence < len(talk.sentences) for fact in talk.facts)


def test_no_case_contradicts_twice() -> None:
    rules = load_rules()
    for suite in rules.sha256:
        lines = [line for rule in rules.contradiction for line in rule.cases.get(suite, [])]
        assert len(lines) == len(set(lines))


def test_a_suite_is_reported_by_line(tmp_path: Path) -> None:
    right = '{"text": "94%", "expected": [{"value": 94}]}\n'
    wrong = '{"text": "seven or so", "expected": [{"value": 8}]}\n'
    (tmp_path / "mine.jsonl").write_text(right + wrong)
    command = [sys.executable, "-m", "tests.benchmarks.suites", str(tmp_path)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "50.0%" in shown
    assert "wrong    2  read 7, not 8" in shown


def test_without_suites_one_line_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.suites", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("no suites here")
