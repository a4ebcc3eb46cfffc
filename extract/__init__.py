"""Extraction: transcripts in, claims out.

    from extract import extract_claims, read_transcript

    for claim in extract_claims(read_transcript("episode.md")):
        print(claim.subject, claim.attribute, claim.value, claim.unit)

The names below are imported when they are first used: a command that only reads the database
needs none of the patterns.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.attributes.book import Attribute, load_attributes
    from extract.batch import Asked, extract_file, extract_files
    from extract.pipeline import extract_claims, extractor_hash, lexicon_hash
    from extract.reading import Known, Sources, find_sources, find_transcripts, read_transcript
    from extract.tables import OwnLexicon

__all__ = [
    "Asked",
    "Attribute",
    "Known",
    "OwnLexicon",
    "Sources",
    "extract_claims",
    "extract_file",
    "extract_files",
    "extractor_hash",
    "find_sources",
    "find_transcripts",
    "lexicon_hash",
    "load_attributes",
    "read_transcript",
]

_HOMES = {
    "extract.attributes.book": ("Attribute", "load_attributes"),
    "extract.batch": ("Asked", "extract_file", "extract_files"),
    "extract.pipeline": ("extract_claims", "extractor_hash", "lexicon_hash"),
    "extract.reading": (
        "Known",
        "Sources",
        "find_sources",
        "find_transcripts",
        "read_transcript",
    ),
    "extract.tables": ("OwnLexicon",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
