"""HTML: transcripts of Podcasting 2.0, and pages with a transcript in them, as Markdown.

The layouts of layouts.toml then apply: "<strong>Ann:</strong> words" is "**Ann:** words".
"""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict
from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.data import read_toml
from extract.errors import TallycastError
from extract.reading.told import Told

MOST_CHARACTERS = 16 * 2**20
MOST_NESTED = 500  # as browsers have it; the parser's time grows with its square

_METADATA = {
    "title": ('meta[property="og:title"]', "content"),
    "show": ('meta[property="og:site_name"]', "content"),
    "published": ('meta[property="article:published_time"]', "content"),
}
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]{0,30})")
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### "}
_STAMP = re.compile(r"[\[(]?((?:\d{1,3}:)?\d{1,3}:\d\d(?:[.,]\d{1,6})?)[\])]?")
_LABEL = re.compile(r"\*\*\s*([^*:]{1,60}?)\s*(?::+\s*\*\*|\*\*\s*:+)\s*")


class _Elements(BaseModel):
    """pages.toml, which says what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    left_out: tuple[str, ...]
    blocks: frozenset[str]
    strong: frozenset[str]
    need_no_end: frozenset[str]
    bodies: tuple[str, ...]


@cache
def _elements() -> _Elements:
    return _Elements.model_validate(read_toml(__package__, "pages.toml"))


def read_page(text: str) -> Told:
    """Reads HTML: the part that holds the transcript, and what its head says of the episode.

    Raises:
        TallycastError: it is larger, or nested more deeply, than a page can be.
    """
    if len(text) > MOST_CHARACTERS:
        raise TallycastError(f"too large a page (over {MOST_CHARACTERS // 2**20} MiB)")
    if _nested(text) > MOST_NESTED:
        raise TallycastError(f"a page nested too deeply (over {MOST_NESTED} elements)")
    tree = LexborHTMLParser(text)
    told = {field: _attribute(tree, *where) for field, where in _METADATA.items()}
    heading = tree.css_first("h1") or tree.css_first("title")
    title = told["title"] or (" ".join(heading.text().split()) if heading else None)
    published = told["published"] or _attribute(tree, "time[datetime]", "datetime")
    tree.strip_tags([*_elements().left_out], recursive=True)
    body = _body(tree)
    written = "".join(_written(body)) if body else ""
    lines = filter(None, (" ".join(line.split()) for line in written.split("\n")))
    marked = "".join(_LABEL.sub(r"**\1:** ", line, count=1) + "\n" for line in lines)
    return Told(marked, None, told["show"], title or None, published)


def _nested(text: str) -> int:
    """Returns how many elements that need an end are open at once, at most."""
    depth = deepest = 0
    need_no_end = _elements().need_no_end
    for found in _TAG.finditer(text):
        if found[2].lower() not in need_no_end:
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    found = tree.css_first(selector)
    return " ".join((found.attributes.get(name) or "").split()) or None if found else None


def _body(tree: LexborHTMLParser) -> LexborNode | None:
    for name in _elements().bodies:
        found = tree.css(name)
        if len(found) == 1:
            return found[0]
    return tree.body


def _written(root: LexborNode) -> Iterator[str]:
    """Yields the page as Markdown, piece by piece; without recursion, for pages nest deeply."""
    last = ""
    waiting: list[tuple[LexborNode, bool]] = [(root, False)]
    while waiting:
        node, leaving = waiting.pop()
        tag = node.tag or ""
        if tag == "-text":
            last = _words(node)
            yield last
            continue
        yield _leave(tag) if leaving else _enter(tag, last)
        if not leaving:
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))


def _words(node: LexborNode) -> str:
    words = node.text_content or ""
    if node.parent and node.parent.tag == "time":
        stamp = _STAMP.fullmatch(words.strip())
        return f" [{stamp[1]}] " if stamp else ""
    return words.replace("\n", " ")


def _enter(tag: str, before: str) -> str:
    if tag == "sup":  # "10<sup>25</sup>", but not the mark of a footnote
        return "^" if before.endswith("10") else ""
    elements = _elements()
    strong = "**" if tag in elements.strong else ""
    return ("\n" if tag in elements.blocks else "") + _HEADINGS.get(tag, strong)


def _leave(tag: str) -> str:
    if tag == "cite":
        return ":** "
    elements = _elements()
    return ("**" if tag in elements.strong else "") + ("\n" if tag in elements.blocks else "")
