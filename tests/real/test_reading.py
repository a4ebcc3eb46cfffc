"""How the real transcripts are read: layouts, metadata, and nothing of the layout in the speech."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from extract.reading import find_transcripts, read_transcript

SHARED = Path(__file__).parents[3] / "shared" / "transcripts"


@pytest.mark.parametrize(
    ("folder", "layouts"),
    [
        pytest.param("seeds", {"page": 1, "notes": 1, "blocks": 1, "fields": 1}, id="seeds"),
        pytest.param("practical-ai", {"turns": 61}, id="practical-ai"),
        pytest.param("timestamped", {"notes": 17}, id="timestamped"),
        pytest.param("off-topic", {"notes": 66}, id="off-topic"),
        pytest.param("cognitive-revolution", {"notes": 52}, id="cognitive-revolution"),
    ],
)
def test_real_transcripts(folder: str, layouts: dict[str, int]) -> None:
    reads = [read_transcript(path) for path in find_transcripts([str(SHARED / folder)])]
    assert Counter(read.layout for read in reads) == layouts
    for read in reads:
        if read.layout in {"notes", "fields", "page"}:
            assert read.episode.published
            assert read.episode.show
        for rest in ("[[", "Transcription Model:", "s)]", "  "):
            assert rest not in read.speech.text


def test_dates_of_the_seeds() -> None:
    reads = [read_transcript(path) for path in find_transcripts([str(SHARED / "seeds")])]
    days = [date(2025, 4, 9), date(2024, 2, 20), None, date(2026, 5, 3)]
    assert [read.episode.published for read in reads] == days
