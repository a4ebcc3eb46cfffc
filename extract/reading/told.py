"""What a file of any format tells: its text, and what it says of its episode."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RENDERED = "turns"  # the layout of layouts.toml in which lines are written out
_LONGEST_NAME = 60
_NO_NAME = re.compile(r"[*:\s]+")

# "Ann Lee: …" and "[SPEAKER_01]: …" at the beginning of a cue, as recognisers and editors write it.
_WORD = r"[A-Z][\w.'’-]{0,30}"
_LABEL = re.compile(
    rf"(?:>> ?)?(?:\[(?P<mark>\w{{1,40}})\]|(?P<name>{_WORD}(?: {_WORD}){{0,3}})):\s+"
)
_NO_LABELS = {"So", "Question", "Answer", "Note", "Example", "Source", "Title", "Warning"}
_DASH = re.compile(r"(?:>>|[-–])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that were said from one moment on.

    Attributes:
        words: what was said, white space of any kind between them.
        seconds: when it begins, None where the format does not tell.
        speaker: who says it, None for the one before.
    """

    words: str
    seconds: float | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in a file: its text, and what it says of its episode, as written there.

    Attributes:
        text: the text that offsets count in.
        layout: the layout that the text is known to have; None where it is to be recognised.
        show, title, published: None where the file does not tell.
        unread: how many of its entries could not be read and are left out.
    """

    text: str
    layout: str | None = None
    show: str | None = None
    title: str | None = None
    published: str | None = None
    unread: int = 0


def rendered(lines: Iterable[Line]) -> str:
    """Writes lines as Markdown: '**Ann:** [00:01:02.500] words', the name where it changes."""
    written: list[str] = []
    before: str | None = None
    for line in lines:
        words = " ".join(line.words.split())
        if not words:
            continue
        speaker = _name(line.speaker)
        label = f"**{speaker}:** " if speaker and speaker != before else ""
        before = speaker or before
        written.append(f"{label}{_stamp(line.seconds)}{words}\n")
    return "".join(written)


def with_names(lines: Iterable[Line]) -> Iterator[Line]:
    """Takes "Ann: " from the words of lines that begin with it, and dashes of dialogue."""
    for line in lines:
        words = " ".join(line.words.split())
        found = _LABEL.match(words) if line.speaker is None else None
        if found and found["name"] not in _NO_LABELS:
            yield Line(words[found.end() :], line.seconds, found["mark"] or found["name"])
        elif dash := _DASH.match(words):
            yield Line(words[dash.end() :], line.seconds, line.speaker)
        else:
            yield line


def _name(speaker: str | None) -> str | None:
    return _NO_NAME.sub(" ", speaker).strip()[:_LONGEST_NAME].strip() or None if speaker else None


def _stamp(seconds: float | None) -> str:
    if seconds is None:
        return ""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    return f"[{minutes // 60:02}:{minutes % 60:02}:{second:02}.{thousandths:03}] "
