"""Reading: file in, Transcripts out."""

from extract.reading.metadata import Known
from extract.reading.sources import Sources, find_sources, find_transcripts
from extract.reading.transcript import (
    parse_transcript,
    parse_transcripts,
    read_transcript,
    read_transcripts,
    writable,
)

__all__ = [
    "Known",
    "Sources",
    "find_sources",
    "find_transcripts",
    "parse_transcript",
    "parse_transcripts",
    "read_transcript",
    "read_transcripts",
    "writable",
]
