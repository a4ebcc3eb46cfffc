"""The commands that read a database: what they answer and what they refuse."""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract import read_transcript
from leaderboard.cli import tallycast
from leaderboard.commands.extract import extract
from leaderboard.running import exit_code
from tests.leaderboard.making import command, publish_all
from tests.leaderboard.making import tallycast as in_process
from tests.reconcile.making import make_claim, make_episode, make_extraction

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("commands") / "t.duckdb"
    scout = {"subject": "Llama 4 Scout", "attribute": "context_window"}
    first = make_extraction(
        make_episode("a", title="Herds", show="Model Talk", published=date(2025, 4, 9)),
        make_claim(
            10e6, value_text="10 million", quote="That is 110 million, no, 10 million.", line=12,
            speaker="Ann", timestamp=3725.0, **scout,
        ),
        make_claim(2, subject="Llama 4 Scout", stance="negated"),
        make_claim(90, subject="Claude 3.7 Sonnet", attribute="score", benchmark="ScreenSpot"),
    )  # fmt: skip
    second = make_extraction(
        make_episode("b", title="Evil \x1b[31m", published=None),
        make_claim(1e6, value_text="1 million", quote="=1+1 1 million", **scout),
        make_claim(400e9),
    )
    publish_all(path, first, second)
    publish_all(path, make_extraction(make_episode("c"), make_claim(401e9)), label="Spring")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tallycast, [str(argument) for argument in arguments])


def test_show_groups_by_attribute(database: Path) -> None:
    lines = [line.rstrip() for line in run("show", "--db", database).output.splitlines()]
    assert "context window" in [line.strip() for line in lines]
    [scout] = [line for line in lines if "Llama 4 Scout" in line]
    assert scout.split()[:10] == "1 Llama 4 Scout 10 M tokens 40 % contested,".split()


READ = [
    pytest.param(["show"], id="show"),
    pytest.param(["why", "Llama 4 Scout", "context_window"], id="why"),
    pytest.param(["diff", "1", "2"], id="diff"),
    pytest.param(["conflicts"], id="conflicts"),
]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("arguments", READ)
def test_tables_fit(database: Path, arguments: list[str], columns: int) -> None:
    shown = in_process(*arguments, "--db", database, columns=columns).stdout.decode()
    assert max(map(len, shown.splitlines())) <= columns
    assert "Llama 4" in shown


@pytest.mark.parametrize(
    ("arguments", "no_color", "coloured"),
    [
        pytest.param(["show"], "", True, id="show"),
        pytest.param(["show"], "1", False, id="show, where nobody wants colour"),
        pytest.param(["conflicts"], "", True, id="conflicts"),
        pytest.param(["conflicts"], "1", False, id="conflicts, where nobody wants colour"),
    ],
)
def test_colour_is_for_terminals(
    database: Path, arguments: list[str], no_color: str, coloured: bool
) -> None:
    reader, terminal = os.openpty()
    done = subprocess.run(
        command([*arguments, "--db", database]),
        stdout=terminal,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": no_color},
        check=False,
    )
    os.close(terminal)
    with os.fdopen(reader, "rb") as opened:
        shown = opened.read1()
    assert done.returncode == 0
    assert bool(re.search(rb"\x1b\[(\d+;)*3\dm", shown)) is coloured
    assert b"\x1b" not in in_process(*arguments, "--db", database).stdout


@pytest.mark.parametrize("columns", [20, 60])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(
            [
                "sql",
                "SELECT *, 2000000000000 AS v, repeat('long ', 30) AS t, 1234567.5 AS w FROM claims",
            ],
            ["2000000000000", "1234567.5", "400000000000"],
            id="sql",
        ),
        pytest.param(
            ["sql", "SELECT 2000000000000 AS " + ", 2000000000000 AS ".join("abcdefgh")],
            ["  ".join(["2000000000000"] * 8)],
            id="numbers alone",
        ),
        pytest.param(["versions"], ["Spring", "T"], id="versions"),
        pytest.param(["show"], ["10 M tokens", "B", "90 %", "40 %"], id="show"),
    ],
)
def test_no_value_is_cut(
    database: Path, arguments: list[str], words: list[str], columns: int
) -> None:
    shown = in_process(*arguments, "--db", database, columns=columns).stdout.decode()
    assert [word for word in words if word not in shown] == []


def test_long_texts_are_folded_beside_whole_numbers(database: Path) -> None:
    query = "SELECT 2000000000000 AS v, repeat('x', 70) AS t"
    lines = in_process("sql", query, "--db", database, columns=60).stdout.decode().splitlines()
    assert max(map(len, lines)) <= 60
    assert "".join(lines).count("x") == 70


def test_numbers_stand_to_the_right(database: Path) -> None:
    query = "FROM (VALUES (7, 'a'), (2000000000000, 'b')) v(n, t)"
    shown = in_process("sql", query, "--db", database, columns=10).stdout.decode().splitlines()
    assert [line.rstrip() for line in shown[1:]] == ["            7  a", "2000000000000  b"]


@pytest.mark.parametrize(
    "arguments",
    [["show"], ["versions"], ["why", "Llama 4 Scout", "context_window"], ["sql", "FROM claims"]],
    ids=" ".join,
)
@pytest.mark.parametrize("closed", [">&-", "<&- >&-", "<&- >&- 2>&-"])
def test_a_closed_output_is_no_error(database: Path, arguments: list[str], closed: str) -> None:
    line = f"{shlex.join(command([*arguments, '--db', database]))} {closed}"
    done = subprocess.run(line, shell=True, capture_output=True, check=False)  # noqa: S602
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_without_a_command_the_help_is_shown() -> None:
    bare, asked = in_process(), in_process("--help")
    assert (bare.returncode, bare.stdout) == (2, b"")
    assert bare.stderr == asked.stdout
    assert len(asked.stdout.splitlines()) > 10


def test_extract_is_a_command_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert exit_code(extract, ["-h"]) == 0
    assert capsys.readouterr().out.startswith("Usage: extract ")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_bytes(b"\0\1")
    for arguments, code in ((["gone"], 1), (["empty.txt"], 3), (["--nonsense"], 2)):
        assert exit_code(extract, arguments) == code
        assert capsys.readouterr().err.startswith("extract: ")
    assert exit_code(extract, ["-", "--format", "parquet"]) == 2
    assert capsys.readouterr().err.endswith("(see extract --help)\n")


def test_show_as_json_has_the_columns_of_the_view(database: Path) -> None:
    shown = json.loads(run("show", "llama4", "--format", "json", "--db", database).output)
    view = json.loads(run("sql", "FROM leaderboard", "--format", "json", "--db", database).output)
    assert shown == [row for row in view if row["subject"].startswith("Llama 4")]
    assert shown[0]["first_said"] is not None


def test_show_an_old_version_as_csv(database: Path) -> None:
    output = run("show", "--version", "1", "--format", "csv", "--db", database).output
    rows = list(csv.DictReader(io.StringIO(output)))
    assert [row["episodes"] for row in rows if row["subject"] == "Llama 4 Maverick"] == ["1"]


def test_why_shows_the_words(database: Path) -> None:
    output = run("why", "llama-4 scout", "context_window", "--db", database).output
    words = " ".join(output.split())
    assert "supports: That is 110 million, no, »10 million«." in words
    assert "Herds, Model Talk, 2025-04-09" in words
    assert ":12, Ann at 1:02:05" in words
    assert "contradicts:" in words
    assert "\x1b" not in output


def test_why_as_rows(database: Path) -> None:
    asked = ("why", "Llama 4 Scout", "context_window", "--db", database, "--format")
    records = json.loads(run(*asked, "json").output)
    assert [(row["part"], row["value"], row["value_text"]) for row in records] == [
        ("supports", 10e6, "10 million"),
        ("contradicts", 10e6, "1 million"),
    ]
    assert {row["subject"] for row in records} == {"Llama 4 Scout"}
    table = csv.DictReader(io.StringIO(run(*asked, "csv").output))
    assert [row["quote"] for row in table][1] == "'=1+1 1 million"


def test_conflicts_have_both_sides(database: Path) -> None:
    output = in_process("conflicts", "--db", database, columns=160).stdout.decode()
    first = output.splitlines()
    assert first[0] == "Llama 4 Scout, context window"
    assert first[1].split("  ")[0] == "10 M tokens, 40 % sure, 1 episode"
    assert first[1].rstrip().endswith("1 M tokens, 1 episode")
    assert "»10 million«" in output
    assert "»1 million«" in output
    assert "\x1b" not in output
    [record] = json.loads(run("conflicts", "--db", database, "--format", "json").output)
    told = ("value", "runner_up", "unit", "episodes", "episodes_against", "quote_against")
    assert [record[name] for name in told] == [10e6, 1e6, "token", 1, 1, "=1+1 1 million"]


def test_why_of_a_claim_in_no_fact(database: Path) -> None:
    output = run("why", "Llama 4 Scout", "parameters_total", "--db", database).output
    assert "left out: only denied" in output


def test_versions(database: Path) -> None:
    versions = json.loads(run("versions", "--format", "json", "--db", database).output)
    assert [(row["version"], row["label"]) for row in versions] == [(2, "Spring"), (1, None)]
    assert "Spring" in run("versions", "--db", database).output


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["why", "Llama Scout", "score"], 1, "perhaps: Llama 4 Scout", id="near name"),
        pytest.param(["why", "Llama 4 Scout", "score"], 1, "context_window", id="other attributes"),
        pytest.param(
            ["why", "Claude 3.7 Sonnet", "score", "--benchmark", "MMLU"],
            1,
            "ScreenSpot",
            id="other benchmarks",
        ),
        pytest.param(["show", "Nobody"], 1, "nothing about subject", id="unknown subject"),
        pytest.param(["show", "--version", "7"], 1, "there are 1 to 2", id="unknown version"),
        pytest.param(["show", "--version", "x"], 2, "--version", id="no number"),
        pytest.param(["sql", "SELEC 1"], 1, "syntax error", id="no SQL"),
        pytest.param(["sql", ""], 2, "no statement", id="empty query"),
        pytest.param(["sql", " ; -- ;"], 2, "no statement", id="query of a comment"),
        pytest.param(
            ["sql", "SELECT SHOW FROM episodes"], 1, 'quote it: "show"', id="keyword as a column"
        ),
        pytest.param(
            ["sql", "SELECT 1 AS a, 2 AS a", "--format", "json"],
            1,
            "more than one column is called a",
            id="one name for two values",
        ),
        pytest.param(["sql", "DELETE FROM claims"], 1, "read-only", id="writing"),
        pytest.param(["sql", "FROM read_csv('/etc/passwd')"], 1, "disabled", id="reading files"),
        pytest.param(["sql", "COPY claims TO 'x'"], 1, "disabled", id="writing files"),
        pytest.param(["sql", "ATTACH 'x.duckdb'"], 1, "disabled", id="other databases"),
        pytest.param(["sql", "SET enable_external_access = true"], 1, "query", id="unlocking"),
        pytest.param(["sql", "SELECT now()"], 1, "cast it", id="time zones"),
        pytest.param(["export"], 2, "--out", id="missing option"),
        pytest.param(["nonsense"], 2, "nonsense", id="unknown command"),
        pytest.param(["sql", "SELECT 1", "--format", "xml"], 2, "xml", id="unknown format"),
    ],
)
def test_refusals_are_one_line(
    database: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    words: str,
) -> None:
    assert exit_code(tallycast, [*arguments, "--db", str(database)]) == code
    written = capsys.readouterr()
    [line] = written.err.splitlines()
    assert line.startswith("tallycast: ")
    assert words in line
    assert written.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["show"], id="show"),
        pytest.param(["why", "a", "b"], id="why"),
        pytest.param(["versions"], id="versions"),
        pytest.param(["sql", "SELECT 1"], id="sql"),
        pytest.param(["export", "--out", "x"], id="export"),
        pytest.param(["reconcile"], id="reconcile"),
        pytest.param(["publish"], id="publish"),
    ],
)
def test_a_missing_database_is_not_made(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert exit_code(tallycast, arguments) == 1
    assert capsys.readouterr().err.startswith("tallycast: tallycast.duckdb: no such database")
    assert list(tmp_path.iterdir()) == []


def test_sql_answers_with_rows(database: Path) -> None:
    query = "SELECT 1 AS a, DATE '2026-05-03' AS b, 1.5 AS c"
    output = run("sql", query, "--format", "json", "--db", database).output
    assert json.loads(output) == [{"a": 1, "b": "2026-05-03", "c": 1.5}]


@pytest.mark.parametrize(
    "command",
    [
        "", "build", "extract", "quantities", "explain", "reconcile", "publish", "show", "why",
        "versions", "sql", "export", "lexicon", "lexicon unknown", "lexicon show", "sources",
        "compare", "models", "diff", "verify", "forget", "backup", "report",
        "highlight", "conflicts",
    ],
)  # fmt: skip
def test_help_has_an_example(command: str) -> None:
    output = run(*command.split(), "--help").output
    assert f"tallycast {command}".strip() in output.split("Example:")[1]
    assert "..." not in output.replace("PATH...", "").replace("[ARGS]...", "")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from leaderboard.cli import tallycast;"
        "heavy = {'duckdb', 'pydantic', 'rich', 'regex', 'pint', 'extract', 'reconcile'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.parametrize("name", ["voices.vtt", "whisper.json.zst", "notes.md", "windows.txt"])
def test_text_prints_what_offsets_count_in(name: str) -> None:
    source = str(FORMATS / name)
    printed = in_process("text", source).stdout.decode()
    assert printed == read_transcript(source).text
    for line in in_process("extract", source).stdout.splitlines():
        claim = json.loads(line)
        words = printed[claim["start"] : claim["end"]]
        assert words.split()[-1] == claim["value_text"].split()[-1]


def test_a_format_can_be_named() -> None:
    source = str(FORMATS / "voices.vtt")
    assert b"WEBVTT" in in_process("text", source, "--input-format", "text").stdout
    wrong = in_process("extract", source, "--input-format", "mp3")
    assert wrong.returncode == 2
    assert b"'mp3' is none of vtt, srt, json, jsonl, xml, html, text." in wrong.stderr
