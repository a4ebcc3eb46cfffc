"""Content of a file in, Transcript out."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extract.errors import TallycastError
from extract.reading.dates import parse_date
from extract.reading.files import STANDARD_INPUT, read_bytes
from extract.reading.layouts import Head, read_head, recognise
from extract.reading.speech import to_speech
from extract.records import Episode, Speech, Transcript


@dataclass(frozen=True, slots=True)
class Known:
    """What the user tells of an episode; it wins over what the text says."""

    show: str | None = None
    title: str | None = None
    published: date | None = None


_NOTHING = Known()


def read_transcript(source: str, *, known: Known = _NOTHING) -> Transcript:
    """Reads a transcript.

    Args:
        source: path of a file, or "-" for standard input.
        known: what the user tells of the episode.

    Raises:
        TallycastError: it is missing, a folder, unreadable, not text, or too large.
    """
    return parse_transcript(read_bytes(source), source, known)


def parse_transcript(content: bytes, source: str, known: Known = _NOTHING) -> Transcript:
    """Reads a transcript from the content of a file, in any layout of layouts.toml.

    Args:
        content: the file's bytes, UTF-8 or else Windows-1252; newlines and a byte order mark stay
            as they are, for offsets count in them.
        source: where it comes from; its stem is the title where the text has none.
        known: what the user tells of the episode.

    Raises:
        TallycastError: it is not text.
    """
    if b"\0" in content:
        raise TallycastError(f"{source}: not a text file (it holds NUL bytes)")
    text = _decode(content)
    layout = recognise(text)
    head = read_head(text, layout)
    speech = to_speech(text, head.speech_from, layout.label)
    return Transcript(_episode(content, source, head, speech, known), text, speech, layout.name)


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _episode(content: bytes, source: str, head: Head, speech: Speech, known: Known) -> Episode:
    digest = hashlib.sha256(content).hexdigest()
    return Episode(
        id=digest[:16],
        source=source,
        show=known.show or head.show,
        title=known.title or head.title or _stem(source),
        published=known.published or (parse_date(head.published) if head.published else None),
        speakers=tuple(dict.fromkeys(speaker for _, speaker in speech.turns)),
        content_hash=digest,
    )


def _stem(source: str) -> str | None:
    return None if source == STANDARD_INPUT else Path(source).stem
