"""Any bytes at all may be fed to the extractor: it answers, within the text, and never raises."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract_claims
from extract.numbers import read_quantities
from extract.reading import parse_transcript, parse_transcripts
from extract.reading.formats import NAMES
from extract.records import Transcript

LENGTH = 60_000


def fill(piece: str) -> str:
    return (piece * (LENGTH // len(piece) + 1))[:LENGTH]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(fill("one "), id="one one one"),
        pytest.param(fill("9,"), id="commas"),
        pytest.param(fill("1 .1 "), id="points"),
        pytest.param("9" * LENGTH + " trillion", id="digits without end"),
        pytest.param(fill("trillion "), id="trillion trillion"),
        pytest.param(fill("10^10^"), id="powers"),
        pytest.param("GPT-4 has 10 to the 999999 parameters", id="a power beyond reading"),
        pytest.param(fill("ten to "), id="ranges"),
        pytest.param(fill("minus -"), id="signs"),
        pytest.param(fill("GPT-4 has 400 billion parameters and "), id="one endless sentence"),
        pytest.param(fill("8 H100 GPUs "), id="counted hardware"),
        pytest.param(fill("context window tokens "), id="cues alone"),
        pytest.param(fill("GPT-4 "), id="names alone"),
        pytest.param(fill("10 to the 14 "), id="the same figure"),
        pytest.param(
            fill("\u202e\u0301\ud7ff\U0001f600 4 billion parameters "), id="strange characters"
        ),
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    check(parse_transcript(text.encode(), "hostile.txt"))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


SEEDS = [
    path.read_bytes()
    for path in sorted((Path(__file__).parents[2] / "fixtures" / "formats").iterdir())
    if path.suffix in {".vtt", ".srt", ".json", ".html", ".xml", ".md"}
]


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    for read in parse_transcripts(content, "hostile.txt"):
        if isinstance(read, Transcript):
            check(read)


@given(st.sampled_from(NAMES), st.binary(max_size=300) | st.text(max_size=200).map(_encoded))
def test_any_bytes_in_any_format(form: str, content: bytes) -> None:
    for read in parse_transcripts(content, "hostile.txt", input_format=form):
        if isinstance(read, Transcript):
            check(read)
        else:
            assert "\n" not in read.reason


@given(st.sampled_from(SEEDS), st.data())
def test_a_fixture_with_bytes_changed(seed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(len(seed), start + 200)))
    changed = seed[:start] + data.draw(st.binary(max_size=20)) + seed[end:]
    for read in parse_transcripts(changed, "hostile.txt"):
        if isinstance(read, Transcript):
            check(read)


PIECES = "GPT-4|Claude 3.5 Sonnet|has|400|billion|parameters|$|5|per|million|tokens|.|\n|**A:**|94%|on|MMLU|10 to the|²|٤|½|İ|H100|GPUs|-|,|uh"


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map(" ".join))
def test_any_words(text: str) -> None:
    check(parse_transcript(text.encode(), "hostile.txt"))


def check(transcript: Transcript) -> None:
    for claim in extract_claims(transcript):
        assert 0 <= claim.start < claim.end <= len(transcript.text)
        assert claim.value is None or abs(claim.value) < 1e60
        assert claim.value_text
        assert claim.quote


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("４００ billion", 400e9, id="full-width digits"),
        pytest.param("٤٠٠ billion", 400e9, id="Arabic digits"),
    ],
)
def test_digits_of_other_scripts(text: str, value: float) -> None:
    assert [quantity.value for quantity in read_quantities(text)] == [value]
