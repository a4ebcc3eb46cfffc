"""Text in, Speech out: the spoken words as one string, with the way back to the text.

The whole text is split once by one pattern made of the table in layouts.toml; the parts are by
turns kept and left out. Nothing but list and string operations of C then runs for each line: most
lines end in the same characters, so what a left-out part means is looked up by those.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from extract.lowering import lower_same_length
from extract.reading.layouts import LeftOut, tables
from extract.records import Speech

_SPACES = re.compile("((?<= ) +)")
_NAMED = re.compile(r"\(\?P<\w+>")
# A time within a label: "Ann (00:12:34):".
_CLOCK = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d\d(?:\.\d{1,6})?)")


class _Joint(NamedTuple):
    """What stands in the speech for a part that is left out, and what the part tells."""

    text: str
    speaker: str | None
    turn: bool
    ends_line: bool
    line_seconds: float | None
    seconds: float | None


def to_speech(text: str, start: int, label: str) -> Speech:
    """Cuts the layout out of `text[start:]`.

    Args:
        text: the transcript's text.
        start: offset at which the speech begins.
        label: pattern of what opens a turn at the beginning of a line, "" for none.
    """
    # The line break put before it makes the first line a line like the others.
    parts = _pattern(label).split("\n" + text[start:])
    if any("  " in kept for kept in parts[::2]):
        parts = _split_at_spaces(parts)
    table = _Joints(label)
    joints = [table[part] for part in parts[1::2]]
    said = parts.copy()
    said[1::2] = _glue(parts[::2], joints)
    pieces = list(accumulate(map(len, said), initial=0))[2::2]
    origins = list(accumulate(map(len, parts), initial=start - 1))[2::2]
    words = "".join(said)
    kept = -1 if not parts[-1] else None  # nothing stands after the last line's end
    return Speech(
        text=words,
        lower=lower_same_length(words),
        pieces=tuple(pieces[:kept]),
        origins=tuple(origins[:kept]),
        turns=tuple((at, it.speaker) for at, it in zip(pieces, joints, strict=True) if it.speaker),
        stamps=_stamps(pieces, joints) if table.stamped else (),
    )


def _glue(kept: list[str], joints: list[_Joint]) -> list[str]:
    """Returns what stands between the kept parts: never two spaces, none first or last."""
    glue = [
        it.text if before[-1:] not in {"", " "} or it.turn else ""
        for before, it in zip(kept, joints, strict=False)
    ]
    glue[0] = ""
    if not kept[-1]:
        glue[-1] = ""
    return glue


def _split_at_spaces(parts: list[str]) -> list[str]:
    """Splits kept parts further so that runs of spaces are left out but for the first one."""
    finer: list[str] = []
    for place, part in enumerate(parts):
        finer.extend(_SPACES.split(part) if place % 2 == 0 else (part,))
    return finer


def _stamps(pieces: list[int], joints: list[_Joint]) -> tuple[tuple[int, float], ...]:
    stamps: list[tuple[int, float]] = []
    line = 0
    for at, it in zip(pieces, joints, strict=True):
        if it.line_seconds is not None:
            stamps.append((line, it.line_seconds))
        if it.ends_line:
            line = at
        if it.seconds is not None:
            stamps.append((at, it.seconds))
    return tuple(sorted(stamps))


class _Joints(dict[str, _Joint]):
    """What each left-out part means, read when it is first met."""

    def __init__(self, label: str) -> None:
        self._label = _label(label)
        self._line_stamp = _stamp("line")
        self.stamped = False

    def __missing__(self, part: str) -> _Joint:
        stamp = self._line_stamp.match(part)
        self[part] = joint = self._after(stamp, part[stamp.end() :]) if stamp else self._read(part)
        return joint

    def _after(self, stamp: re.Match[str], rest: str) -> _Joint:
        """Reads a part that begins with a line's stamp: no two are alike, but their rests are."""
        self.stamped = True
        text, speaker, turn, ends_line, _, seconds = self[rest]
        return _Joint(text or " ", speaker, turn, ends_line, _seconds(stamp), seconds)

    def _read(self, part: str) -> _Joint:
        labels = list(self._label.finditer(part))
        opened = [found.groupdict().get("speaker") for found in labels]
        stamp = _stamp("here").search(part) or (_CLOCK.search(labels[-1][0]) if labels else None)
        self.stamped = self.stamped or stamp is not None
        return _Joint(
            text="\n" if opened else " " if _spaced().search(part) else "",
            speaker=opened[-1].strip() or None if opened and opened[-1] else None,
            turn=bool(opened),
            ends_line="\n" in part,
            line_seconds=None,
            seconds=_seconds(stamp) if stamp else None,
        )


def _seconds(stamp: re.Match[str]) -> float:
    told = stamp.groupdict()
    if exact := told.get("exact"):
        return float(exact)
    hours, minutes, seconds = told["hours"] or 0, told["minutes"], told["seconds"].replace(",", ".")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


@lru_cache
def _pattern(label: str) -> re.Pattern[str]:
    """Returns the one pattern for all that is left out.

    Each of its branches begins with a literal, so `re` skips from one such character to the next:
    140 MB/s on hard-wrapped lines, 16 as soon as one branch begins with a look-behind.
    """
    line, *others = tables().left_out
    branches = "|".join([f"{line.pattern}(?:{label})?", *(other.pattern for other in others)])
    branches = _NAMED.sub("(?:", branches)
    return re.compile(rf"((?:{branches})(?:{branches}|\s)*+)")


@lru_cache
def _label(label: str) -> re.Pattern[str]:
    """Returns what finds labels in a left-out part; each run of white space is tried once."""
    line = tables().left_out[0]
    return re.compile(rf"(?<!\s)[^\S\n]*+{line.pattern}(?:{label})" if label else "(?!)")


@lru_cache
def _stamp(of: str) -> re.Pattern[str]:
    return re.compile(_any(it for it in tables().left_out if it.time_of == of))


@lru_cache
def _spaced() -> re.Pattern[str]:
    """Returns what makes a left-out part leave a space in the speech."""
    entries = _any(it for it in tables().left_out if it.leaves)
    return re.compile(r"\s|" + _NAMED.sub("(?:", entries))


def _any(entries: Iterable[LeftOut]) -> str:
    # The groups of one entry stand once for each literal that it begins with, which `re` refuses:
    # here, where speed is no matter, the literals share the rest of the pattern.
    return "|".join(
        f"(?:{'|'.join(map(re.escape, entry.begins))}){entry.goes_on}" for entry in entries
    )
