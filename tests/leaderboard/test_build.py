"""The whole way from the fixtures to files, as processes: streams, exit codes, signals."""

import csv
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import duckdb
import pytest

from tests.leaderboard.making import command, publish_all, tallycast
from tests.reconcile.making import make_claim, make_episode, make_extraction

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"

RECORD = {
    "source", "id", "episode", "show", "title", "published", "start", "end", "line", "timestamp",
    "speaker", "quote", "value_text", "subject", "subject_text", "subject_kind", "attribute",
    "benchmark", "setting", "value", "low", "high", "lower", "upper", "unit", "qualifier",
    "stance", "confidence", "rule", "subject_listed", "section", "relation",
    "value_start",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "new" / "t.duckdb"
    done = tallycast("build", FIXTURES, "--db", path)
    assert (done.returncode, done.stderr) == (0, b"")
    path.with_suffix(".txt").write_bytes(done.stdout)
    return path


@pytest.fixture(scope="module")
def claims() -> list[dict[str, object]]:
    done = tallycast("extract", FIXTURES)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_build_prints_episodes_version_and_leaderboard(built: Path) -> None:
    printed = built.with_suffix(".txt").read_text()
    episodes = len(list(FIXTURES.iterdir()))
    assert f"{episodes} episodes, 0 unchanged" in printed
    assert "Version 1: " in printed
    assert max(map(len, printed.splitlines())) <= 80
    with duckdb.connect(str(built), read_only=True) as con:
        [[subject]] = con.execute("SELECT subject FROM leaderboard LIMIT 1").fetchall()
    assert subject in printed


def test_building_again_publishes_nothing(built: Path) -> None:
    done = tallycast("build", FIXTURES, "--db", built, "--jobs", "2")
    assert "Nothing changed: version 1 stands." in done.stdout.decode()
    versions = json.loads(tallycast("versions", "--format", "json", "--db", built).stdout)
    assert len(versions) == 1


def test_every_stored_claim_has_a_part_or_a_reason(built: Path) -> None:
    with duckdb.connect(str(built), read_only=True) as con:
        counts = con.execute(
            "SELECT (SELECT count(*) FROM claims), count(*), count(coalesce(part, reason))"
            " FROM fact_claims"
        ).fetchone()
    assert counts
    assert counts[0] == counts[1] == counts[2] > 0


def test_records_hold_all_that_is_known(claims: list[dict[str, object]]) -> None:
    assert claims
    assert all(set(claim) == RECORD for claim in claims)


def test_any_number_of_processes_gives_the_same(tmp_path: Path) -> None:
    done = [tallycast("extract", FIXTURES, "--jobs", jobs, "-o", tmp_path / jobs) for jobs in "12"]
    assert [one.returncode for one in done] == [0, 0]
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_csv_and_parquet_hold_the_same_claims(
    claims: list[dict[str, object]], tmp_path: Path
) -> None:
    for form in ("csv", "parquet"):
        path = tmp_path / f"claims.{form}"
        assert tallycast("extract", FIXTURES, "--format", form, "-o", path).returncode == 0
    with (tmp_path / "claims.csv").open(newline="", encoding="utf-8") as file:
        from_csv = [row["id"] for row in csv.DictReader(file)]
    parquet = duckdb.read_parquet(str(tmp_path / "claims.parquet"))
    values = parquet.project("id, value").fetchall()
    assert from_csv == [claim["id"] for claim in claims]
    assert values == [(claim["id"], claim["value"]) for claim in claims]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.parquet"]


def test_standard_input_and_what_is_known_beforehand() -> None:
    text = b"GPT-3 has 175 billion parameters.\n"
    options = ("--show", "Talk", "--title", "One", "--date", "2026-05-03")
    done = tallycast("extract", "-", *options, stdin=text)
    [record] = map(json.loads, done.stdout.splitlines())
    assert (record["source"], record["value"]) == ("-", 175e9)
    assert [record[name] for name in ("show", "title", "published")] == [
        "Talk", "One", "2026-05-03",
    ]  # fmt: skip


@pytest.mark.parametrize("what", ["extract", "build"])
def test_a_file_that_fails_does_not_stop_the_rest(what: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    (tmp_path / "good.txt").write_bytes(b"GPT-3 has 175 billion parameters.\n")
    done = tallycast(what, "bad.txt", "gone.txt", "good.txt", folder=tmp_path)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 3
    assert [line.split(":")[:2] for line in lines] == [
        ["tallycast", " gone.txt"],
        ["tallycast", " bad.txt"],
    ]
    assert b"GPT-3" in done.stdout


def test_build_ends_with_what_was_read_and_what_was_skipped_and_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"GPT-3 has 175 billion parameters.\n")
    (tmp_path / "b.vtt").write_bytes(
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nGPT-3 has 175 billion parameters.\n"
    )
    (tmp_path / "c.json").write_bytes(b"{")
    (tmp_path / "d.txt").write_bytes("Café, naïve".encode() + b"caf\xe9\n")
    done = tallycast("build", ".", folder=tmp_path, columns=200)
    lines = [line.rstrip() for line in done.stdout.decode().splitlines()]
    assert done.returncode == 3
    assert lines[-3] == "skipped  why"
    assert lines[-2].startswith("c.json   no whole JSON: ")
    assert lines[-1] == "3 episodes, 0 unchanged, 1 of them copies; 1 claim; 1 file skipped."
    assert any(line.endswith("copy") for line in lines)
    assert any(line.endswith("1 character replaced") for line in lines)
    with duckdb.connect(str(tmp_path / "tallycast.duckdb"), read_only=True) as con:
        assert con.execute("SELECT episodes FROM leaderboard").fetchall() == [(1,)]


def test_what_an_advertisement_claims_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "This episode is brought to you by Deskly. GPT-3 has 175 billion parameters. "
        "Use promo code DESK at checkout.\n"
    )
    tallycast("build", ".", folder=tmp_path)
    with duckdb.connect(str(tmp_path / "tallycast.duckdb"), read_only=True) as con:
        assert con.execute("SELECT section FROM claims").fetchall() == [("advertisement",)]
        assert con.execute("SELECT reason FROM fact_claims").fetchall() == [("advertisement",)]
        assert con.execute("SELECT count(*) FROM facts").fetchone() == (0,)


def test_nothing_to_read_makes_no_database(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, words in (("empty", "no transcripts"), ("gone", "no such file")):
        done = tallycast("build", path, "--db", "t.duckdb", folder=tmp_path)
        assert done.returncode == 1
        assert words in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["extract", FIXTURES], id="extract"),
        pytest.param(["build", FIXTURES, "--db", "t.duckdb"], id="build"),
        pytest.param(["explain", "5 tokens"], id="explain"),
        pytest.param(["sql", "FROM range(9)"], id="sql"),
        pytest.param(["show"], id="show"),
        pytest.param(["versions"], id="versions"),
        pytest.param(["why", "GPT-4", "parameters_total"], id="why"),
    ],
)
def test_a_broken_pipe_ends_quietly(tmp_path: Path, arguments: list[str | Path]) -> None:
    said = make_claim(4e9, subject="GPT-4")
    publish_all(tmp_path / "tallycast.duckdb", make_extraction(make_episode("a"), said))
    with subprocess.Popen(
        command(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_parquet_needs_a_file() -> None:
    done = tallycast("extract", FIXTURES, "--format", "parquet")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("tallycast: --format parquet needs -o FILE")


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize(
    ("output", "reason"),
    [
        pytest.param("gone/x", "No such file or directory", id="no such folder"),
        pytest.param("file/x", "Not a directory", id="a file as folder"),
        pytest.param("n" * 250, "File name too long", id="long name"),
    ],
)
def test_an_output_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, form: str, output: str, reason: str
) -> None:
    (tmp_path / "file").touch()
    done = tallycast("extract", FIXTURES, "--format", form, "-o", output, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode() == f"tallycast: {output}: {reason}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("output", [".", "/dev/full"])
def test_an_output_that_takes_nothing_is_named(tmp_path: Path, form: str, output: str) -> None:
    done = tallycast("extract", FIXTURES, "--format", form, "-o", output, folder=tmp_path)
    [line] = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert line.startswith(f"tallycast: {output}: ")


def _open_when_read(pipe: Path, process: subprocess.Popen[bytes]) -> int:
    """Opens a pipe as soon as the process reads from it; waits for it half a minute at most."""
    late = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < late:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    process.kill()
    _, told = process.communicate()
    raise AssertionError(f"it did not read the pipe: {told.decode()}")


def test_an_interrupted_build_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, make_extraction(make_episode("a"), make_claim(4e9)))
    pipe = tmp_path / "talk.txt"
    os.mkfifo(pipe)
    with subprocess.Popen(
        command(["build", FIXTURES, pipe, "--db", path]),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        # The build has the other transcripts and waits for this one.
        writer = _open_when_read(pipe, process)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
        os.close(writer)
    assert process.returncode == 130
    assert told.decode().splitlines() == ["tallycast: interrupted"]
    with duckdb.connect(str(path), read_only=True) as con:
        assert con.execute("SELECT title FROM episodes").fetchall() == [("Episode a",)]
        assert con.execute("SELECT count(*) FROM versions").fetchone() == (1,)
