"""WebVTT and SubRip: cues with times, and voices where they are marked."""

import html
import io
import re
from collections.abc import Iterable, Iterator

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from extract.errors import TallycastError
from extract.reading.told import RENDERED, Line, Told, rendered, with_names

MOST_CUES = 200_000  # two hundred hours of talk; the library takes 15 s for a million

_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,100})?[ \t]+([^<>\n]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<[\d:.]{4,16}>|\{\\[^{}\n]{0,60}\}")
_WORD_TIME = re.compile(r"<(?:\d{1,3}:)?\d\d:\d\d\.\d{3}>")
_BAD_TIMING = re.compile(r"^(?![ \t]*[\d:.,]{4,20}[ \t]*-->[ \t]*[\d:.,]{4,20}).*-->", re.MULTILINE)


def read_vtt(text: str) -> Told:
    """Reads WebVTT, marked voices and the rolling captions of recognisers among them.

    Raises:
        TallycastError: no cue can be read, or there are too many.
    """
    return _read(text, "vtt", "WebVTT")


def read_srt(text: str) -> Told:
    """Reads SubRip; raises as read_vtt does."""
    return _read(text, "srt", "SubRip")


def _read(text: str, form: str, name: str) -> Told:
    if text.count("-->") > MOST_CUES:
        raise TallycastError(f"too many cues (over {MOST_CUES:,})")
    content = io.StringIO(text.lstrip("\ufeff \t\r\n"))
    try:
        captions = webvtt.from_buffer(content, format=form).captions
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise TallycastError(f"not {name}: {error or 'malformed'}") from error
    cues: Iterable[tuple[float, list[str]]] = (
        (_seconds(caption.start), caption.raw_text.split("\n")) for caption in captions
    )
    if _WORD_TIME.search(text):
        cues = _unrolled(cues)
    unread = sum(1 for _ in _BAD_TIMING.finditer(text))
    if unread and not captions:
        raise TallycastError(f"{name} without one whole cue")
    return Told(rendered(with_names(_lines(cues))), RENDERED, unread=unread)


def _lines(cues: Iterable[tuple[float, list[str]]]) -> Iterator[Line]:
    """Yields what each voice of each cue says."""
    for seconds, raw in cues:
        parts = _VOICE.split(" ".join(raw))
        yield Line(_plain(parts[0]), seconds)
        for voice, words in zip(parts[1::2], parts[2::2], strict=True):
            yield Line(_plain(words), seconds, html.unescape(voice))


def _unrolled(cues: Iterable[tuple[float, list[str]]]) -> Iterator[tuple[float, list[str]]]:
    """Takes from each cue the lines that are still on the screen from the one before."""
    before: list[str] = []
    for seconds, raw in cues:
        lines = [line for line in map(_plain, raw) if line.strip()]
        yield seconds, lines[1:] if lines[:1] and lines[0] in before else lines
        before = lines


def _plain(raw: str) -> str:
    return html.unescape(_TAG.sub("", raw))


def _seconds(stamp: str) -> float:
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
