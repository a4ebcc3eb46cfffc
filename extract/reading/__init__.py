"""Reading: file in, Transcript out."""

from extract.reading.files import find_transcripts
from extract.reading.transcript import Known, parse_transcript, read_transcript

__all__ = ["Known", "find_transcripts", "parse_transcript", "read_transcript"]
