"""What the README shows is what comes out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from extract import extract_claims
from extract.reading import parse_transcript

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = README.split("```")[1::2]


def test_the_sentence_gives_the_claims_of_the_table() -> None:
    sentence = next(line[2:] for line in README.splitlines() if line.startswith("> "))
    rows = [
        f"| {claim.subject} | {claim.attribute} | {claim.value:,.0f} {claim.unit} "
        f"| {claim.qualifier} | {claim.value_text} | line {claim.line}, {claim.start}–{claim.end} |"
        for claim in extract_claims(parse_transcript(sentence.encode(), "-"))
    ]
    assert [line for line in README.splitlines() if line.startswith("| Llama")] == rows


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme") / "demo.duckdb"


def run(*arguments: object, folder: Path | None = None) -> str:
    command = [str(Path(sys.executable).with_name("tallycast")), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout


def test_the_demo_prints_the_leaderboard_shown(demo: Path) -> None:
    built = run("build", ROOT / "fixtures/transcripts", "--db", demo)
    drawn = run("report", "--db", demo, "--out", "out/report", folder=demo.parent)
    printed = [line.rstrip() for line in (built + drawn).splitlines()]
    shown = next(block for block in BLOCKS if "Version 1:" in block).strip("\n").splitlines()
    assert [line for line in shown if line not in {*printed, "…"}] == []


def test_the_query_shown_runs(demo: Path) -> None:
    query = next(block for block in BLOCKS if block.startswith("sql")).removeprefix("sql")
    answer = run("sql", query, "--db", demo, "--format", "csv").splitlines()
    assert answer[0] == "subject,before,now,valid_from"
    assert len(answer) > 1


def test_the_configuration_shown_works(tmp_path: Path) -> None:
    shown = next(block for block in BLOCKS if block.startswith("toml")).removeprefix("toml")
    (tmp_path / "tallycast.toml").write_text(shown)
    [sentence] = regex.findall(r'With this, "(.+?)" is a claim about Kestrel 2 Pro', README)
    (tmp_path / "talk.txt").write_text(f"{sentence}.\n")
    [record] = map(json.loads, run("extract", tmp_path).splitlines())
    assert [record[name] for name in ("subject", "attribute", "value", "unit")] == [
        "Kestrel 2 Pro", "experts", 128, "expert",
    ]  # fmt: skip


def test_every_command_shown_exists() -> None:
    listed = regex.findall(r"(?m)^  (\w+)  ", run("--help").split("Commands:")[1])
    shown = regex.findall(r"(?m)^tallycast (\w+)", README)
    assert set(shown) == set(listed) - {"reconcile", "publish"}
