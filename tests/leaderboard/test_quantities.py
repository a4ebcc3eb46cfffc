"""The commands that read quantities from text: `quantities` for many lines, `explain` for one."""

import json
import os
import subprocess
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import Any

import pytest

from tests.leaderboard.making import command, tallycast


def read(lines: bytes, *options: str) -> list[list[dict[str, Any]]]:
    done = tallycast("quantities", *options, stdin=lines)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode().split("\n")[:-1]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "ten to fifteen trillion tokens",
            [("ten to fifteen trillion", 0, 23, 12.5e12, 10e12, 15e12, "token", "range")],
            id="range",
        ),
        pytest.param(
            "so over $5 per million input tokens",
            [("$5", 8, 10, 5, 5, None, "USD/Mtok", "at_least")],
            id="rate",
        ),
        pytest.param("the answer is 42", [("42", 14, 16, 42, 42, 42, None, "exact")], id="bare"),
        pytest.param(
            "ünïcödé 😀 94%", [("94%", 10, 13, 94, 94, 94, "percent", "exact")], id="code points"
        ),
        pytest.param(
            "7 points, up to 9 hours",
            [
                ("7 points", 0, 8, 7, 7, 7, "point", "exact"),
                ("9 hours", 16, 23, 9, None, 9, "hour", "at_most"),
            ],
            id="two",
        ),
        pytest.param("Claude 3.7 Sonnet", [], id="a name is known before its number"),
        pytest.param("", [], id="empty line"),
        pytest.param("no number here", [], id="no number"),
        pytest.param("it came in 2024", [], id="turned down"),
    ],
)
def test_a_line_gives_its_quantities(line: str, expected: list[tuple[object, ...]]) -> None:
    [found] = read(f"{line}\n".encode())
    shown = ("text", "start", "end", "value", "low", "high", "unit", "qualifier")
    assert [tuple(it[key] for key in shown) for it in found] == expected
    assert all(list(it) == [*shown, "rule"] and it["rule"] for it in found)


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        pytest.param(b"", 0, id="nothing"),
        pytest.param(b"\n\n\n", 3, id="empty lines"),
        pytest.param(b"5 tokens\n6 tokens", 2, id="no line end at the end"),
        pytest.param(b"5 tokens\r\n", 1, id="CRLF"),
        pytest.param(b"\xff\xfe\n5\x00\n\xc3\n", 3, id="no UTF-8"),
        pytest.param("5\u20286\u0085 7\x0b8\n".encode(), 1, id="other line separators"),
        pytest.param(b"9" * 5000 + b" trillion\n", 1, id="digits without end"),
    ],
)
def test_a_line_in_is_a_line_out(given: bytes, lines: int) -> None:
    assert len(read(given)) == lines


def test_offsets_count_bytes_that_are_no_text_as_one_character() -> None:
    [[found]] = read(b"\xff\xff 94%\n")
    assert (found["start"], found["end"]) == (3, 6)


def test_rejected_tells_why() -> None:
    [[kept, dropped]] = read(b"94% in 2024\n", "--rejected")
    assert "rejected" not in kept
    assert (dropped["text"], dropped["rejected"]) == ("2024", "year")


def test_two_thousand_lines_are_read_at_once() -> None:
    line = b"so they trained it on about fifteen trillion tokens for $5 an hour, 94% of it\n"
    begin = perf_counter()
    found = read(line * 2000)
    assert perf_counter() - begin < 10
    assert [len(quantities) for quantities in found] == [3] * 2000


def start(*arguments: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        command(arguments), stdin=pipe, stdout=pipe, stderr=pipe, env=buffered
    )
    late = Timer(30, process.kill)  # an answer that is not flushed would be waited for for ever
    late.daemon = True
    late.start()
    return process


def test_each_line_is_answered_before_the_next_is_sent() -> None:
    with start("quantities") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (b"5", b"6"):
            process.stdin.write(number + b" tokens\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())[0]["text"] == number.decode()
        process.stdin.close()
        assert process.wait() == 0


def test_a_reader_that_has_enough_is_no_error() -> None:
    with start("quantities") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"5 tokens\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"6 tokens\n")
        process.stdin.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


def test_explain_shows_the_way() -> None:
    text = "GPT-4 saw, in 2024, about ten to fifteen trillion tokens"
    shown = tallycast("explain", text).stdout.decode()
    for step in (
        "»GPT-4«  0–5",
        "name  GPT-4, model",
        "turned down  year",
        "ten = 10 · to · fifteen = 15 · trillion × 1000000000000 · tokens",
        "range      10,000,000,000,000 to 15,000,000,000,000",
        "unit       token",
        "rule       range",
    ):
        assert step in shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("$5 an hour", [("$", ""), ("5", " = 5"), ("an hour", "")], id="rate"),
        pytest.param(
            "two and a half",
            [("two", " = 2"), ("and", ""), ("a", ""), ("half", " ÷ 2")],
            id="fraction",
        ),
        pytest.param(
            "TEN to 11 k",
            [("TEN", " = 10"), ("to", ""), ("11", " = 11"), ("k", " × 1000")],
            id="range in capitals",
        ),
    ],
)
def test_explain_gives_each_word_its_worth(text: str, words: list[tuple[str, str]]) -> None:
    [found] = json.loads(tallycast("explain", text, "--format", "json").stdout)["quantities"]
    assert [(word["text"], word["worth"]) for word in found["words"]] == words


def test_explain_as_json_from_standard_input() -> None:
    done = tallycast("explain", "-", "--format", "json", stdin=b"GPT-4 in 2024:\n94%\xff\n")
    explanation = json.loads(done.stdout)
    assert explanation["names"][0]["name"] == "GPT-4"
    assert [it["text"] for it in explanation["quantities"]] == ["94%"]
    assert [it["rejected"] for it in explanation["rejected"]] == ["year"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("so it goes", id="no number"),
        pytest.param("x\x1b[31m5 tokens" + " 1 one" * 99, id="control characters, many numbers"),
        pytest.param("one " * 60 + "9" * 300 + " trillion tokens", id="long words"),
        pytest.param(os.fsdecode(b"\xff 5 tokens"), id="no UTF-8"),
    ],
)
def test_explain_stays_within_the_terminal(text: str) -> None:
    done = tallycast("explain", text, columns=80)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert max(map(len, done.stdout.decode().splitlines())) <= 80


TALK = """Llama 4 Scout takes a context of ten million tokens.
They raised 40 billion dollars. We bought 12 apples.
"""


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param(
            1,
            ["»ten million tokens«", "context_window", "Llama 4 Scout", "10 M tokens", "asserted"],
            id="a claim, with what was weighed",
        ),
        pytest.param(2, ["it is money raised or earned"], id="a figure of another kind"),
        pytest.param(2, ["»12«", "nothing near tells what the figure is of"], id="a mere number"),
    ],
)
def test_explain_a_line_of_a_transcript(tmp_path: Path, line: int, shown: list[str]) -> None:
    talk = tmp_path / "talk.txt"
    talk.write_text(TALK)
    printed = tallycast("explain", f"{talk}:{line}").stdout.decode()
    assert [words for words in shown if words not in printed] == []
    [*_, last] = json.loads(tallycast("explain", f"{talk}:{line}", "--format", "json").stdout)
    assert (last["why_none"] is None) == (line == 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("at 10:30", id="a time"),
        pytest.param("2.5:1", id="a ratio"),
        pytest.param("a " * 5000 + "5:1", id="longer than any file's name"),
    ],
)
def test_explain_takes_what_is_no_place_for_a_text(text: str) -> None:
    done = tallycast("explain", text, "--format", "json")
    assert json.loads(done.stdout)["text"] == text


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("talk.txt:9", "no line 9, it has 3", id="no such line"),
        pytest.param("none.txt:1", "no such file", id="no such file"),
    ],
)
def test_explain_says_what_place_there_is_not(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "talk.txt").write_text(TALK)
    done = tallycast("explain", str(tmp_path / name))
    assert done.returncode == 1
    assert message in done.stderr.decode()
