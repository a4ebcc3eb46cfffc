"""XML transcripts: YouTube's timed text, old and new, and TTML."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from extract.errors import TallycastError
from extract.reading.told import RENDERED, Line, Told, rendered, with_names

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)")
_SECONDS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(ms|s)?")


def parse_xml(text: str) -> Element:
    """Returns the root of an XML document that declares no entities.

    Raises:
        TallycastError: it is not well formed, or declares entities of its own.
    """
    try:
        # Of a str the parser does not believe which encoding it declares.
        root: Element = fromstring(text.encode("utf-8", "replace").decode().lstrip("\ufeff \t\r\n"))
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        reason = "entities are declared" if isinstance(error, DefusedXmlException) else error
        raise TallycastError(f"no XML that can be read: {reason}") from error
    return root


def local_name(element: Element) -> str:
    """Returns the name of an element without its name space, in lower case."""
    return element.tag.rpartition("}")[2].lower()


def read_timed_text(text: str) -> Told:
    """Reads YouTube's <transcript> and <timedtext>, and TTML.

    Raises:
        TallycastError: it is no XML, or another one.
    """
    root = parse_xml(text)
    if local_name(root) in {"rss", "feed", "rdf"}:
        raise TallycastError("a feed, no transcript: give its address to tallycast fetch")
    if local_name(root) not in {"transcript", "timedtext", "tt"}:
        raise TallycastError(f"XML of no known transcript format (<{local_name(root)[:40]}>)")
    return Told(rendered(with_names(_lines(root))), RENDERED)


def _lines(root: Element) -> Iterator[Line]:
    for element in root.iter():
        if local_name(element) in {"text", "p"}:
            words = "".join(element.itertext())
            # The old form is escaped twice: "&amp;#39;" is an apostrophe.
            words = html.unescape(words) if local_name(element) == "text" else words
            yield Line(words, _seconds(element), _speaker(element))


def _seconds(element: Element) -> float | None:
    if begins := element.get("t"):  # milliseconds
        return float(begins) / 1000 if _SECONDS.fullmatch(begins) else None
    begins = element.get("start") or element.get("begin") or ""
    if clock := _CLOCK.fullmatch(begins):
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3])
    if seconds := _SECONDS.fullmatch(begins):
        return float(seconds[1]) / (1000 if seconds[2] == "ms" else 1)
    return None


def _speaker(element: Element) -> str | None:
    return next((v for k, v in element.items() if k.rpartition("}")[2] == "agent"), None)
