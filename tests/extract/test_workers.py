"""Several processes: the same results in the same order, whatever happens to one of them."""

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import extract_files, find_transcripts, read_transcript
from extract.reading.transcript import parse_transcripts, read_transcripts
from extract.records import Extraction, Failure
from extract.workers import Crew

FIXTURES = Path(__file__).parents[2] / "fixtures"


def work(job: str) -> Iterator[str]:
    """Says so many words, or dies: "3 slowly", "2 then KILL"."""
    count, _, how = job.partition(" ")
    for number in range(int(count)):
        time.sleep(0.01 if how == "slowly" else 0)
        yield f"{job}: {number}"
    if how.startswith("then"):
        os.kill(os.getpid(), signal.Signals[f"SIG{how[5:]}"])


def lost(job: str, cause: str) -> str:
    return f"{job}: {cause}"


def done(jobs: list[str], processes: int = 2) -> list[tuple[str, str]]:
    with Crew(processes, work, lost) as crew:
        return list(crew.results(jobs, len))


@pytest.mark.parametrize(
    "jobs",
    [
        pytest.param([], id="none"),
        pytest.param(["0", "1", "0"], id="some give nothing"),
        pytest.param(["9 slowly", *["1"] * 300], id="the first is the slowest"),
        pytest.param(["2000", "1", "2000", "300"], id="more than are held"),
    ],
)
def test_results_come_in_the_order_of_the_jobs(jobs: list[str]) -> None:
    assert done(jobs) == [(job, result) for job in jobs for result in work(job)]


@pytest.mark.parametrize("how", ["KILL", "TERM"])
def test_a_worker_that_dies_costs_its_job_alone(how: str) -> None:
    jobs = ["1", f"2 then {how}", *["1"] * 200, f"0 then {how}", "2"]
    expected = []
    for job in jobs:
        count = int(job.split()[0])
        expected += [(job, f"{job}: {number}") for number in range(count)]
        if "then" in job:
            expected.append((job, f"{job}: killed by SIG{how}"))
    assert done(jobs) == expected


def test_who_has_enough_leaves_no_process_behind() -> None:
    with Crew(2, work, lost) as crew:
        results = crew.results(["500 slowly"] * 4, len)
        next(results)
        workers = crew.processes()
    assert workers
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_a_fault_in_the_program_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    path = tmp_path / "talk.txt"
    path.write_text("Llama 3 has 8 billion parameters.")

    def stumble(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("extract.batch.extract_claims", stumble)
    [result] = extract_files([str(path)])
    assert result == Failure(
        str(path), f"{path}: a fault of this program (RecursionError: too deep)"
    )


@pytest.mark.parametrize("processes", [2, 3])
def test_fixtures_give_the_same_with_any_number_of_processes(processes: int) -> None:
    sources = find_transcripts([str(FIXTURES)])
    assert list(extract_files(sources, jobs=processes)) == list(extract_files(sources))


RECORDS = [
    {"title": "One", "date": "2026-05-03", "text": "Llama 3 has 8 billion parameters."},
    {"title": "Zwei", "text": "Größe: GPT-3 has 175 billion\u2028parameters."},
    {"title": "Three", "show": "Talk", "text": "Claude 3 costs $15 a month."},
]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([json.dumps(it) for it in RECORDS], id="escaped"),
        pytest.param([json.dumps(it) for it in RECORDS] + ["", "{", "[]"], id="broken lines"),
        pytest.param([json.dumps(it, ensure_ascii=False) for it in RECORDS[::2]], id="plain"),
        pytest.param(["\ufeff" + json.dumps(RECORDS[0]), json.dumps(RECORDS[1])], id="marked"),
    ],
)
def test_lines_of_a_file_give_what_its_whole_content_gives(
    lines: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "talks.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    whole = list(parse_transcripts(path.read_bytes(), str(path)))
    assert list(read_transcripts(str(path))) == whole
    assert read_transcript(f"{path}#2") == whole[1]


def test_one_line_too_long_does_not_lose_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.reading.transcript.LONGEST", 40)
    path = tmp_path / "talks.jsonl"
    path.write_text("\n".join(json.dumps({"text": "word " * size}) for size in (1, 20, 2)))
    first, second, third = extract_files([str(path)])
    assert isinstance(first, Extraction)
    assert isinstance(second, Failure)
    assert "too much text" in second.reason
    assert isinstance(third, Extraction)
