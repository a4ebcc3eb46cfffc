"""Which format a text is in, by what it holds, and what reads it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.errors import TallycastError
from extract.reading.cues import read_srt, read_vtt
from extract.reading.json_formats import is_json_lines, read_json, read_json_lines
from extract.reading.pages import read_page
from extract.reading.told import Told
from extract.reading.xml_formats import read_timed_text

Parts = Iterator[tuple[int | None, Told | TallycastError]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of transcripts.

    Attributes:
        name: what --input-format calls it.
        begins: what a text in it begins with, after a byte order mark and white space.
        read: text in, and out each of its episodes, numbered by line where there are several.
    """

    name: str
    begins: re.Pattern[str]
    read: Callable[[str], Parts]


def _single(read: Callable[[str], Told]) -> Callable[[str], Parts]:
    """Makes of a reader of one episode one of a file with one."""

    def parts(text: str) -> Parts:
        yield None, read(text)

    return parts


def _json(text: str) -> Parts:
    return read_json_lines(text) if is_json_lines(text) else _single(read_json)(text)


_PROLOG = r"(?:<\?xml\b[^<]{0,400}|<!--[^<]{0,4000}-->\s*)*"
_CUE = r"\d{1,9}[ \t]*\r?\n[ \t]*\d+:\d\d?:\d\d?[,.]\d+[ \t]*-->"
_XML = rf"(?i){_PROLOG}<(?:!DOCTYPE (?!html\b)|(?:transcript|timedtext|tt|rss|feed|rdf:RDF)\b)"
_HTML = (
    rf"(?i){_PROLOG}<(?:!DOCTYPE html|html|head|body|main|article|section|div|p|cite|time|span|"
    r"h[1-6]|ul|ol|table)\b"
)

# Tried in this order; the last one fits everything. A text that begins like JSON is JSON, though it
# be cut in the middle: that is said, and it is not read as talk.
FORMATS = (
    Format("vtt", re.compile(r"WEBVTT(?=\s|\Z)"), _single(read_vtt)),
    Format("srt", re.compile(_CUE), _single(read_srt)),
    Format("json", re.compile(r"\{\s*(?:[\"}]|\Z)|\[\s*(?:\{\s*[\"}]|\]\s*\Z)"), _json),
    Format("jsonl", re.compile(r"(?!)"), read_json_lines),
    Format("xml", re.compile(_XML), _single(read_timed_text)),
    Format("html", re.compile(_HTML), _single(read_page)),
    Format("text", re.compile(""), _single(Told)),
)
NAMES = tuple(it.name for it in FORMATS)

_LEAD = re.compile("[\ufeff \t\r\n]*")


def format_of(text: str, name: str | None = None) -> Format:
    """Returns the format called `name`, or else the first that `text` is in.

    Raises:
        TallycastError: no format is called so.
    """
    if name is not None:
        found = next((it for it in FORMATS if it.name == name), None)
        if found is None:
            raise TallycastError(f"no format is called {name}; there are {', '.join(NAMES)}")
        return found
    start = _lead(text)
    return next(it for it in FORMATS if it.begins.match(text, start))


def _lead(text: str) -> int:
    found = _LEAD.match(text)
    return found.end() if found else 0
