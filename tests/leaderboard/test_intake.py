"""What a build reads again, what it keeps when it is stopped, and what it costs."""

import os
import signal
import subprocess
import time
from pathlib import Path

import duckdb
import pytest

from extract import Asked, Known
from leaderboard.intake.fingerprints import Fingerprints
from tests.benchmarks.archive import measure, published
from tests.benchmarks.made_archive import make_archive, make_lines
from tests.leaderboard.making import command, tallycast

LONG_AGO = 1_600_000_000  # seconds; what is brand-new is read twice
SAID = "Llama 3 has {} billion parameters.\n"


def write(path: Path, text: str, seconds: int = LONG_AGO) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    os.utime(path, (seconds, seconds))
    return path


def look(
    path: Path,
    asked: Asked = Asked(),  # noqa: B008  frozen
    extractor: str = "one",
) -> str | None:
    return Fingerprints(asked, extractor).of(str(path))


def settled() -> None:
    """Waits until a file's last change is so old that its look can be trusted."""
    time.sleep(2.1)


def test_a_file_looks_otherwise_after_every_change(tmp_path: Path) -> None:
    path = write(tmp_path / "talk.txt", SAID.format(8))
    assert look(path) is None  # it could change once more within the same tick
    settled()
    before = look(path)
    assert before == look(path) is not None
    looks = {before, look(path, Asked(Known(show="Talk"))), look(path, Asked(input_format="text"))}
    looks.add(look(path, extractor="another"))
    write(path, SAID.format(9))  # as long, and with the time of before
    settled()
    looks.add(look(path))
    write(tmp_path / "talk.episode.toml", 'show = "Talk"\n')
    settled()
    looks.add(look(path))
    assert len(looks) == 6


@pytest.mark.parametrize(
    "what", [pytest.param("gone.txt", id="missing"), pytest.param(".", id="folder")]
)
def test_what_is_no_file_has_no_look(what: str, tmp_path: Path) -> None:
    assert look(tmp_path / what) is None


def build(folder: Path, *options: str) -> list[str]:
    """Builds, and returns the paths that were opened, told by -v."""
    done = tallycast("-v", "build", "talks", "--db", "t.duckdb", *options, folder=folder)
    assert done.returncode == 0
    return done.stderr.decode().splitlines()


def of_talks(told: list[str]) -> list[str]:
    return [line.split(": ", 1)[1] for line in told if "talks/" in line]


def claimed(folder: Path) -> list[str]:
    """Returns the path of the episode of each claim that is stored."""
    with duckdb.connect(str(folder / "t.duckdb"), read_only=True) as con:
        rows = con.execute("SELECT source FROM claims JOIN episodes e ON e.id = episode").fetchall()
    return [path for (path,) in rows]


def test_a_file_whose_name_is_no_utf_8_is_read_once_as_any_other(tmp_path: Path) -> None:
    write(tmp_path / "talks" / "plain.txt", "First: " + SAID.format(8))
    write(tmp_path / "talks" / os.fsdecode(b"caf\xe9.txt"), SAID.format(8))
    settled()
    build(tmp_path)
    assert {Path(path).name for path in claimed(tmp_path)} == {"caf\\udce9.txt", "plain.txt"}
    assert [line.rpartition(": ")[2] for line in of_talks(build(tmp_path))] == ["unchanged"] * 2


def test_a_build_reads_what_is_new_or_looks_otherwise(tmp_path: Path) -> None:
    talks = tmp_path / "talks"
    for name in ("a", "b", "c"):
        write(talks / f"{name}.txt", f"In {name}: " + SAID.format(8))
    settled()
    build(tmp_path)
    (talks / "a.txt").touch()
    (talks / "b.txt").write_text("In b: " + SAID.format(70))
    write(talks / "d.txt", "In d: " + SAID.format(8))
    told = build(tmp_path)
    assert of_talks(told) == [
        "talks/a.txt: unchanged",
        "talks/b.txt: 1 claim, 0 characters replaced, 0 cues unread",
        "talks/c.txt: unchanged",
        "talks/d.txt: 1 claim, 0 characters replaced, 0 cues unread",
    ]


@pytest.mark.parametrize(
    "copied",
    [
        pytest.param(SAID.format(8), id="same-bytes"),
        pytest.param(SAID.format(8).replace(" has", "  has"), id="same-words"),
    ],
)
def test_a_copy_is_not_read_again_until_the_first_has_gone(copied: str, tmp_path: Path) -> None:
    first = write(tmp_path / "talks" / "a.txt", SAID.format(8))
    write(tmp_path / "talks" / "b.md", copied)
    settled()
    build(tmp_path)
    assert of_talks(build(tmp_path)) == ["talks/a.txt: unchanged", "talks/b.md: unchanged"]
    first.unlink()
    read = ["talks/b.md: 1 claim, 0 characters replaced, 0 cues unread"]
    assert of_talks(build(tmp_path)) == read
    assert of_talks(build(tmp_path)) == ["talks/b.md: unchanged"]
    assert str(tmp_path / "talks" / "b.md") in claimed(tmp_path)


def test_what_failed_is_read_and_told_again(tmp_path: Path) -> None:
    write(tmp_path / "talks" / "a.txt", SAID.format(8))
    write(tmp_path / "talks" / "b.txt", "\0\1\2")
    settled()
    for _ in range(2):
        done = tallycast("build", "talks", folder=tmp_path)
        assert done.returncode == 3
        assert b"b.txt" in done.stderr


def test_an_episode_whose_better_copy_has_gone_is_read_again(tmp_path: Path) -> None:
    first = write(tmp_path / "talks" / "a.txt", SAID.format(8))
    write(tmp_path / "talks" / "b.md", SAID.format(8).replace(" has", "  has"))  # the same words
    settled()
    build(tmp_path)
    first.write_text("Nothing of the kind.\n")
    build(tmp_path)
    assert claimed(tmp_path) == [str(tmp_path / "talks" / "b.md")]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_stopped_keeps_what_it_had_and_goes_on(jobs: str, tmp_path: Path) -> None:
    make_archive(tmp_path / "talks", 1_600)
    make: list[str | Path] = ["build", tmp_path / "talks", "--jobs", jobs, "--db"]
    db = tmp_path / "t.duckdb"
    with subprocess.Popen(
        command(["-v", *make, db]), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        told = [process.stderr.readline() for _ in range(1_100)]
        process.send_signal(signal.SIGINT)
        *_, last = process.stderr
    assert (process.returncode, last) == (130, "tallycast: interrupted\n")
    assert "claim" in told[-1]
    with duckdb.connect(str(db), read_only=True) as con:
        [(kept,)] = con.execute("SELECT count(*) FROM episodes").fetchall()
    assert kept == 1_000 - 10  # what is said again is none of its own
    again = tallycast(*make, db)
    assert f"1,599 episodes, {kept:,} unchanged".encode() in again.stdout
    tallycast(*make, tmp_path / "whole.duckdb")
    assert published(db) == published(tmp_path / "whole.duckdb")


def test_an_archive_gives_the_same_with_two_processes_in_little_memory(tmp_path: Path) -> None:
    make_archive(tmp_path / "talks", 600)
    runs = {
        jobs: measure("build", tmp_path / "talks", "--db", tmp_path / jobs, "--jobs", jobs)
        for jobs in "12"
    }
    assert published(tmp_path / "1") == published(tmp_path / "2")
    assert len(runs["2"].peaks) >= 3  # and what Python itself has beside the workers
    assert max(run.peak for run in runs.values()) < 250


def test_a_large_file_of_many_talks_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "talks.jsonl"
    make_lines(path, 12_000_000)
    small, large = tmp_path / "small.jsonl", measure("extract", path, "-o", tmp_path / "out")
    make_lines(small, 1_000_000)
    assert large.peak < measure("extract", small, "-o", tmp_path / "out").peak + 10
