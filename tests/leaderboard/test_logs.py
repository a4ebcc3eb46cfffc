"""Messages: how many, in which form, and that nobody else prints any."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.leaderboard.making import tallycast


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text("GPT-3 has 175 billion parameters.\n")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    (tmp_path / "other.csv").write_text("a,b\n")
    return tmp_path


BAD = "bad.txt: not a text file (it holds NUL or other control characters)"
GOOD = "good.txt: 1 claim, 0 characters replaced, 0 cues unread"
OTHER = "other.csv: passed over, no transcript by its name"


@pytest.mark.parametrize(
    ("options", "messages"),
    [
        pytest.param([], [BAD], id="warnings"),
        pytest.param(["-q"], [], id="quiet"),
        pytest.param(["-v"], [OTHER, BAD, GOOD], id="verbose"),
        pytest.param(["-vv"], [OTHER, BAD, GOOD], id="very verbose"),
    ],
)
def test_how_much_is_said(options: list[str], messages: list[str], folder: Path) -> None:
    done = tallycast("extract", ".", *options, folder=folder)
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == [f"tallycast: {message}" for message in messages]


def test_options_may_stand_before_the_command(folder: Path) -> None:
    assert tallycast("-q", "extract", ".", folder=folder).stderr == b""


def test_messages_as_json(folder: Path) -> None:
    done = tallycast("--log-format", "json", "extract", ".", "gone", "-v", folder=folder)
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(one["level"], one["message"]) for one in told] == [
        ("info", OTHER),
        ("warning", "gone: no such file or folder"),
        ("warning", BAD),
        ("info", GOOD),
    ]
    failed = tallycast("--log-format", "json", "extract", "gone", folder=folder)
    [one] = map(json.loads, failed.stderr.splitlines())
    assert (failed.returncode, one["level"], one["message"]) == (
        1, "error", "gone: no such file or folder",
    )  # fmt: skip


def test_names_of_files_do_not_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred\x9b.txt").write_bytes(b"\0\1\2")
    done = tallycast("extract", ".", folder=tmp_path)
    assert b"\x1b" not in done.stderr
    assert "\x9b" not in done.stderr.decode()


def test_the_library_configures_no_logging_and_prints_nothing() -> None:
    script = """
import logging, sys
import extract, reconcile, leaderboard, leaderboard.fetching
from extract.reading import parse_transcripts
list(map(extract.extract_claims, parse_transcripts(b"GPT-3 has 175 billion parameters.", "-")))
assert not logging.getLogger().handlers, logging.getLogger().handlers
assert logging.getLogger().level == logging.WARNING
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
