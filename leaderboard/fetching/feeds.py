"""RSS and Atom feeds: episodes with the transcripts that they link to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from extract.errors import TallycastError
from extract.reading.dates import parse_date
from extract.reading.encoding import decode
from extract.reading.xml_formats import local_name, parse_xml

# The formats that feeds link to, the best first: suffix of a file, and what its type holds.
_FORMATS = (
    (".vtt", "vtt"),
    (".srt", "srt|subrip"),
    (".json", "json"),
    (".html", "html"),
    (".txt", "plain"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a transcript is, and the suffix of a file with its format."""

    url: str
    suffix: str


@dataclass(frozen=True, slots=True)
class FeedEpisode:
    """An episode in a feed; its transcripts are sorted, the best format first."""

    key: str
    title: str | None
    published: date | None
    transcripts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the name of its show, and its episodes in its order."""

    show: str | None
    episodes: tuple[FeedEpisode, ...]


def read_feed(content: bytes, url: str) -> Feed:
    """Reads RSS or Atom; links are completed from the feed's own address `url`.

    Raises:
        TallycastError: it is neither, or no XML.
    """
    root = parse_xml(decode(content).text)
    if local_name(root) not in {"rss", "feed", "rdf"}:
        raise TallycastError(f"no feed (<{local_name(root)[:40]}>)")
    top = next((it for it in root if local_name(it) == "channel"), root)
    items = [it for it in root.iter() if local_name(it) in {"item", "entry"}]
    return Feed(_text(top, "title"), tuple(_episode(it, url) for it in items))


def _episode(item: Element, url: str) -> FeedEpisode:
    published = _text(item, "pubdate", "published", "date", "updated")
    title = _text(item, "title")
    links = tuple(sorted(_links(item, url), key=_rank))
    return FeedEpisode(
        key=_text(item, "guid", "id") or (links[0].url if links else title or ""),
        title=title,
        published=parse_date(published) if published else None,
        transcripts=links,
    )


def _links(item: Element, url: str) -> Iterator[Link]:
    for element in item:
        target = element.get("url") or element.get("href")
        if local_name(element) != "transcript" or not target:
            continue
        kind, path = (element.get("type") or "").lower(), re.split("[?#]", target)[0].lower()
        by_type = (suffix for suffix, words in _FORMATS if re.search(words, kind))
        by_name = (suffix for suffix, _ in _FORMATS if path.endswith(suffix))
        suffix = next(by_type, None) or next(by_name, None)
        if suffix:
            yield Link(_joined(url, target), suffix)


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:  # no address; who asks for it will say so
        return target


def _rank(link: Link) -> int:
    return [suffix for suffix, _ in _FORMATS].index(link.suffix)


def _text(parent: Element, *names: str) -> str | None:
    for name in names:
        for element in parent:
            words = " ".join("".join(element.itertext()).split())
            if local_name(element) == name and words:
                return words
    return None
