"""The dialects of JSON that transcripts are written in: a model for each.

The models ask for what is needed and pass over the rest: the programs that write these files add
fields with every release.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from extract.reading.told import Line

_LONGEST_LINE = 40  # words that stand under one time where the format has times for each
_SENTENCE_ENDS = (".", "?", "!", "…", "。", "？", "！")


def _time(value: object) -> float | None:
    """Returns a number of seconds; None for what is none, for a missing time costs no words."""
    try:
        seconds = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and 0 <= seconds < 1e9 else None


def _speaker(value: object) -> str | None:
    """Returns a name as it is; a number, as Deepgram counts them, as "Speaker 0"."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"Speaker {value}"
    return value if isinstance(value, str) else None


Time = Annotated[float | None, BeforeValidator(_time)]
Speaker = Annotated[str | None, BeforeValidator(_speaker)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Word(_Model):
    """A word in any dialect that has them."""

    text: str = Field("", validation_alias=AliasChoices("punctuated_word", "text", "word"))
    start: Time = None
    speaker: Speaker = None


class _Segment(_Model):
    """A stretch of talk in any dialect that has them; times in the dialect's unit."""

    text: str = Field(validation_alias=AliasChoices("text", "body", "transcript"))
    start: Time = Field(None, validation_alias=AliasChoices("start", "startTime"))
    speaker: Speaker = None
    words: tuple[_Word, ...] | None = None


class Dialect(_Model):
    """A dialect of JSON; it is tried where the file has the key `known_by`."""

    known_by: ClassVar[str]

    def lines(self) -> Iterable[Line]:
        """Returns what is said."""
        raise NotImplementedError


class Podcasting(Dialect):
    """Podcasting 2.0; Whisper, WhisperX and faster-whisper: segments, some with words."""

    known_by = "segments"
    segments: tuple[_Segment, ...]

    def lines(self) -> Iterable[Line]:
        """Returns a line a segment; segments of several sentences are parted where words tell."""
        return _lines_of(self.segments, 1.0)


class _Offsets(_Model):
    start: Time = Field(None, validation_alias="from")


class _CppSegment(_Model):
    text: str
    offsets: _Offsets = _Offsets()


class WhisperCpp(Dialect):
    """whisper.cpp: segments with offsets in milliseconds."""

    known_by = "transcription"
    transcription: tuple[_CppSegment, ...]

    def lines(self) -> Iterable[Line]:
        """Returns a line a segment."""
        for segment in self.transcription:
            yield Line(segment.text, _scaled(segment.offsets.start, 0.001))


class _Alternative(_Model):
    transcript: str = ""
    words: tuple[_Word, ...] = ()


class _Channel(_Model):
    alternatives: tuple[_Alternative, ...]


class _Results(_Model):
    utterances: tuple[_Segment, ...] = ()
    channels: tuple[_Channel, ...] = ()


class Deepgram(Dialect):
    """Deepgram: utterances where they were asked for, else the words of the first channel."""

    known_by = "results"
    results: _Results

    def lines(self) -> Iterable[Line]:
        """Returns a line a sentence."""
        if self.results.utterances:
            return _lines_of(self.results.utterances, 1.0)
        return [
            line
            for channel in self.results.channels
            for best in channel.alternatives[:1]
            for line in (_sentences(best.words, 1.0) if best.words else [Line(best.transcript)])
        ]


class AssemblyAi(Dialect):
    """AssemblyAI: utterances or words with times in milliseconds."""

    known_by = "audio_url"
    text: str | None = None
    utterances: tuple[_Segment, ...] | None = None
    words: tuple[_Word, ...] | None = None

    def lines(self) -> Iterable[Line]:
        """Returns a line a sentence."""
        if self.utterances:
            return _lines_of(self.utterances, 0.001)
        if self.words:
            return _sentences(self.words, 0.001)
        return [Line(self.text or "")]


class AssemblyUtterances(AssemblyAi):
    """The same without the request that it answers."""

    known_by = "utterances"


class _Piece(_Model):
    utf8: str = ""


class _Event(_Model):
    start: Time = Field(None, validation_alias="tStartMs")
    segs: tuple[_Piece, ...] = ()


class Json3(Dialect):
    """YouTube's json3: events, each with pieces of text."""

    known_by = "events"
    events: tuple[_Event, ...]

    def lines(self) -> Iterable[Line]:
        """Returns a line an event."""
        for event in self.events:
            yield Line("".join(piece.utf8 for piece in event.segs), _scaled(event.start, 0.001))


def _lines_of(segments: Iterable[_Segment], unit: float) -> Iterator[Line]:
    for segment in segments:
        if segment.words and len(segment.words) > _LONGEST_LINE:
            yield from _sentences(segment.words, unit, segment)
        else:
            yield Line(segment.text, _scaled(segment.start, unit), segment.speaker)


def _sentences(
    words: tuple[_Word, ...], unit: float, segment: _Segment | None = None
) -> Iterator[Line]:
    """Yields words as lines: a new one after a sentence, for a speaker, or when too long."""
    first = 0
    # Whisper's words bring their own spaces: " GPT", "-4".
    between = "" if any(word.text.startswith(" ") for word in words) else " "
    for place, (word, following) in enumerate(pairwise((*words, _Word())), 1):
        ends = word.text.rstrip().endswith(_SENTENCE_ENDS)
        changes = following.speaker != word.speaker or place == len(words)
        if ends or changes or place - first >= _LONGEST_LINE:
            said = between.join(it.text for it in words[first:place])
            speaker = words[first].speaker or (segment.speaker if segment else None)
            yield Line(said, _scaled(words[first].start, unit), speaker)
            first = place


def _scaled(time: float | None, unit: float) -> float | None:
    return None if time is None else time * unit


DIALECTS: tuple[type[Dialect], ...] = (
    Podcasting,
    WhisperCpp,
    Deepgram,
    Json3,
    AssemblyAi,
    AssemblyUtterances,
)
