"""Text in, Speech out: the spoken words as one string, with the way back to the text.

The whole text is split once by one pattern made of the table in layouts.toml; the parts are by
turns kept and left out. Nothing but list and string operations of C then runs for each line: most
lines end in the same characters, so what a left-out part means is looked up by those.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple, overload

from extract.lowering import lower_same_length
from extract.reading.layouts import LeftOut, tables
from extract.records import Speech

_SPACES = re.compile("((?<= ) +)")
_NAMED = re.compile(r"\(\?P<\w+>")
_EACH = 4  # what the pattern of what is left out splits a text into, by turns
# A time within a label: "Ann (00:12:34):".
_CLOCK = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d\d(?:\.\d{1,6})?)")


class _Joint(NamedTuple):
    """What stands in the speech for a part that is left out, and what the part tells."""

    text: str
    speaker: str | None
    turn: bool
    ends_line: bool
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
    if "  " in "\n".join(parts[::_EACH]):
        parts = _split_at_spaces(parts)
    kept, cut, marks, rests = (parts[column::_EACH] for column in range(_EACH))
    table = _Joints(label)
    # No two stamps are alike, but what follows them is; a stamp leaves a space as a space does.
    alike = zip(cut, marks, rests, strict=True)
    joints = [table[" " + rest if mark else part] for part, mark, rest in alike]
    said = _by_turns(kept, _glue(kept, joints))
    pieces = list(accumulate(map(len, said), initial=0))[2::2]
    origins = list(accumulate(map(len, _by_turns(kept, cut)), initial=start - 1))[2::2]
    words = "".join(said)
    last = -1 if not kept[-1] else None  # nothing stands after the last line's end
    turns = zip(pieces, joints, strict=True) if table.named else ()
    return Speech(
        text=words,
        lower=lower_same_length(words),
        pieces=tuple(pieces[:last]),
        origins=tuple(origins[:last]),
        turns=tuple((at, it.speaker) for at, it in turns if it.speaker),
        stamps=_Stamps(pieces, joints, marks) if table.stamped or any(marks) else (),
    )


def _by_turns(kept: list[str], between: list[str]) -> list[str]:
    """Returns the kept parts with what stands between them."""
    parts = [""] * (len(kept) + len(between))
    parts[::2], parts[1::2] = kept, between
    return parts


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
        if place % _EACH:
            finer.append(part)
            continue
        first, *more = _SPACES.split(part)
        finer.append(first)
        for spaces, words in zip(more[::2], more[1::2], strict=True):
            finer += (spaces, "", "", words)
    return finer


class _Stamps(Sequence[tuple[int, float]]):
    """The time stamps of a speech, read when they are first asked for: most talk has no claim."""

    def __init__(self, pieces: list[int], joints: list[_Joint], marks: list[str]) -> None:
        self._pieces, self._joints, self._marks = pieces, joints, marks

    @cached_property
    def _stamps(self) -> tuple[tuple[int, float], ...]:
        stamps: list[tuple[int, float]] = []
        line = 0
        for at, it, mark in zip(self._pieces, self._joints, self._marks, strict=True):
            if mark and (stamp := _line_stamp().match(mark)):
                stamps.append((line, _seconds(stamp)))
            if it.ends_line:
                line = at
            if it.seconds is not None:
                stamps.append((at, it.seconds))
        return tuple(sorted(stamps))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._stamps == tuple(other)

    def __hash__(self) -> int:
        return hash(self._stamps)

    def __repr__(self) -> str:
        return repr(self._stamps)

    def __len__(self) -> int:
        return len(self._stamps)

    @overload
    def __getitem__(self, index: int) -> tuple[int, float]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[int, float]]: ...

    def __getitem__(self, index: int | slice) -> tuple[int, float] | Sequence[tuple[int, float]]:
        return self._stamps[index]


class _Joints(dict[str, _Joint]):
    """What each left-out part means, read when it is first met."""

    def __init__(self, label: str) -> None:
        self._label = _label(label)
        self.named = self.stamped = False

    def __missing__(self, part: str) -> _Joint:
        self[part] = joint = self._read(part)
        self.named = self.named or joint.speaker is not None
        self.stamped = self.stamped or joint.seconds is not None
        return joint

    def _read(self, part: str) -> _Joint:
        labels = list(self._label.finditer(part))
        turns = [] if "time" in self._label.groupindex else labels
        opened = [found.groupdict().get("speaker") for found in turns]
        stamp = _stamp_here().search(part) or (_CLOCK.search(labels[-1][0]) if labels else None)
        return _Joint(
            text="\n" if opened else " " if _spaced().search(part) else "",
            speaker=opened[-1].strip() or None if opened and opened[-1] else None,
            turn=bool(opened),
            ends_line="\n" in part,
            seconds=_seconds(stamp) if stamp else None,
        )


def _seconds(stamp: re.Match[str]) -> float:
    if "exact" in stamp.re.groupindex and stamp["exact"]:
        return float(stamp["exact"])
    seconds = float(stamp["seconds"].replace(",", "."))
    return int(stamp["hours"] or 0) * 3600 + int(stamp["minutes"]) * 60 + seconds


@lru_cache
def _pattern(label: str) -> re.Pattern[str]:
    """Returns the one pattern for all that is left out.

    Each of its branches begins with a literal, so `re` skips from one such character to the next:
    140 MB/s on hard-wrapped lines, 16 as soon as one branch begins with a look-behind. Splitting by
    it gives, for each part that is left out, the part, the stamp of the line that it begins with
    (else None), and what follows the first thing in it.
    """
    line, *others = tables().left_out
    first = [f"{line.pattern}(?:{label})?", *(other.pattern for other in others)]
    first = [_NAMED.sub("(?:", pattern) for pattern in first]
    alike = "|".join(first)
    place = tables().left_out.index(_of_line())
    first[place] = rf"{re.escape(_of_line().begins[0])}({_NAMED.sub('(?:', _of_line().goes_on)})"
    # A look at one character spares trying every branch where the words go on.
    begins = "".join(re.escape(begin[0]) for it in tables().left_out for begin in it.begins)
    return re.compile(rf"((?:{'|'.join(first)})((?:(?=[{begins}\s])(?:{alike}|\s))*+))")


@lru_cache
def _label(label: str) -> re.Pattern[str]:
    """Returns what finds labels in a left-out part; each run of white space is tried once."""
    line = tables().left_out[0]
    return re.compile(rf"(?<!\s)[^\S\n]*+{line.pattern}(?:{label})" if label else "(?!)")


@lru_cache
def _of_line() -> LeftOut:
    """Returns the one entry, with one beginning, of what is the stamp of the line that it ends."""
    return next(it for it in tables().left_out if it.time_of == "line")


@lru_cache
def _line_stamp() -> re.Pattern[str]:
    return re.compile(_of_line().goes_on)


@lru_cache
def _stamp_here() -> re.Pattern[str]:
    return re.compile(_any(it for it in tables().left_out if it.time_of == "here"))


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
