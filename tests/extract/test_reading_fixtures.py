"""The fixtures: how each transcript is read, and that each claim stands where it says."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.reading import find_transcripts, parse_transcript, read_transcript
from extract.reading.layouts import tables

ROOT = Path(__file__).parents[2]
TRANSCRIPTS = ROOT / "fixtures" / "transcripts"
FORMATS = ROOT / "fixtures" / "formats"
CLAIMS = ROOT / "fixtures" / "claims"

DOCUMENTS: dict[str, dict[str, str]] = json.loads((CLAIMS / "documents.json").read_text("utf-8"))
ALL = [
    pytest.param(name, json.loads(line), id=f"{name}:{number}")
    for name, entry in DOCUMENTS.items()
    for number, line in enumerate((CLAIMS / entry["gold"]).read_text("utf-8").splitlines(), 1)
]
UNITS = {
    "parameters_total": "parameter", "parameters_active": "parameter", "context_window": "token",
    "max_output": "token", "price_input": "USD/Mtok", "price_output": "USD/Mtok",
    "price_blended": "USD/Mtok", "price_subscription": "USD/month", "price_other": None,
    "score": None, "training_compute": "FLOP", "training_tokens": "token", "training_cost": "USD",
    "training_time": "hour", "accelerators": "count", "accelerator_hours": "hour",
    "throughput": "FLOP/s", "utilization": "percent", "memory": "byte", "power": "watt",
    "speed": "token/s",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "layout", "metadata"),
    [
        pytest.param(
            "weights-and-pints-31.txt", "page",
            ("Weights and Pints", "#31 - Llama 4, long context, and a very cheap reasoner",
             date(2025, 4, 12)),
            id="web page",
        ),
        pytest.param(
            "long-context-2024-05-16.md", "notes",
            ("The Long Context", "Two Launches and a Funeral for the Prompt Engineer",
             date(2024, 5, 16)),
            id="hard-wrapped",
        ),
        pytest.param(
            "parameter-hour-2025-01-28.md", "notes",
            ("Parameter Hour: the numbers behind the models",
             "What DeepSeek Really Spent, with Ines Okafor", date(2025, 1, 28)),
            id="a colon in the show's name",
        ),
        pytest.param(
            "kettle-and-kernel-2025-07-22.md", "notes",
            ("Kettle & Kernel", "A Trillion of What?", date(2025, 7, 22)), id="stamped",
        ),
        pytest.param(
            "model-minutes-2024-08-09.md", "fields",
            ("Model Minutes", "Cheaper Tokens and a Very Small Judge", date(2024, 8, 9)),
            id="bold fields, ISO date",
        ),
        pytest.param(
            "model-minutes-2025-11-25.md", "fields",
            ("Model Minutes", "Opus Gets Cheap", date(2025, 11, 25)), id="bold fields, month",
        ),
        pytest.param("open-bench-17.md", "turns", (None, "open-bench-17", None), id="turns"),
        pytest.param("open-bench-18.md", "turns", (None, "open-bench-18", None), id="turns too"),
        pytest.param(
            "night-shift-tape-09.txt", "blocks", (None, "night-shift-tape-09", None), id="blocks"
        ),
        pytest.param(
            "fern-lab-seminar.txt", "plain",
            (None, "Fern Lab seminar: what does a run cost?", None), id="plain",
        ),
        pytest.param(
            "hedgerow-hour-2023-09-14.md", "notes",
            ("Hedgerow Hour", "The Thousand-Year Hedge", date(2023, 9, 14)), id="off topic",
        ),
    ],
)  # fmt: skip
def test_how_a_fixture_is_read(
    name: str, layout: str, metadata: tuple[str | None, str, date | None]
) -> None:
    read = read_transcript(str(TRANSCRIPTS / name))
    assert read.layout == layout
    assert (read.episode.show, read.episode.title, read.episode.published) == metadata
    for rest in ("[[", "**", "https", "Date Generated", "_", "  ", "[laugh", "\\"):
        assert rest not in read.speech.text


def test_every_layout_has_a_fixture_and_every_fixture_its_claims() -> None:
    paths = find_transcripts([str(TRANSCRIPTS)])
    plain = [path for path in find_transcripts([str(FORMATS)]) if path.endswith((".md", ".txt"))]
    layouts = {read_transcript(path).layout.partition(",")[0] for path in [*paths, *plain]}
    assert layouts == {it.name for it in tables().layout}
    assert sorted(DOCUMENTS) == sorted(Path(path).name for path in paths)
    assert sorted(path.name for path in CLAIMS.glob("*.jsonl")) == sorted(
        entry["gold"] for entry in DOCUMENTS.values()
    )


def test_all_attributes_qualifiers_and_stances_occur() -> None:
    claims: list[dict[str, Any]] = [case.values[1] for case in ALL]  # type: ignore[misc]
    assert {claim["attribute"] for claim in claims} == set(UNITS)
    assert Counter(claim["qualifiers"][0] for claim in claims).keys() == {
        "exact", "about", "at_least", "at_most", "range",
    }  # fmt: skip
    assert Counter(claim["stances"][0] for claim in claims).keys() == {
        "asserted", "hedged", "negated", "hypothetical",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "claim"), ALL)
def test_a_claim_stands_where_it_says(name: str, claim: dict[str, Any]) -> None:
    text = (TRANSCRIPTS / name).read_bytes().decode()
    words = text[claim["start"] : claim["end"]]
    assert parse_transcript(words.encode(), "-").speech.text == claim["value_text"]
    assert claim["value_text"] in claim["quote"]
    assert claim["line"] == text.count("\n", 0, claim["start"]) + 1
    assert claim.get("optional") or claim["unit"] == (UNITS[claim["attribute"]] or claim["unit"])
    assert bool(claim["benchmarks"]) == (claim["attribute"] == "score")
    assert (claim["scope"] == "generic") == (claim["subjects"] == [None])
