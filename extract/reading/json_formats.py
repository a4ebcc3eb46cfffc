"""JSON transcripts: a model for each dialect, and which of them a file is in.

The models ask for what is needed and pass over the rest: the programs that write these files add
fields with every release.
"""

import json
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, Any, ClassVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from extract.errors import TallycastError
from extract.reading.told import RENDERED, Line, Told, rendered, with_names

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


class _Dialect(_Model):
    """A dialect of JSON; it is tried where the file has the key `known_by`."""

    known_by: ClassVar[str]

    def lines(self) -> Iterable[Line]:
        """Returns what is said."""
        raise NotImplementedError


class Podcasting(_Dialect):
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


class WhisperCpp(_Dialect):
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


class Deepgram(_Dialect):
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


class AssemblyAi(_Dialect):
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


class Json3(_Dialect):
    """YouTube's json3: events, each with pieces of text."""

    known_by = "events"
    events: tuple[_Event, ...]

    def lines(self) -> Iterable[Line]:
        """Returns a line an event."""
        for event in self.events:
            yield Line("".join(piece.utf8 for piece in event.segs), _scaled(event.start, 0.001))


_DIALECTS: tuple[type[_Dialect], ...] = (
    Podcasting,
    WhisperCpp,
    Deepgram,
    Json3,
    AssemblyAi,
    AssemblyUtterances,
)


class _Record(_Model):
    """An episode written out: {title, date, text}."""

    text: str
    title: str | None = None
    published: str | None = Field(None, validation_alias=AliasChoices("date", "published"))
    show: str | None = Field(None, validation_alias=AliasChoices("show", "podcast"))


def read_json(text: str) -> Told:
    """Reads a JSON transcript in any of the dialects, or one {title, date, text}.

    Raises:
        TallycastError: it is no JSON, in no known dialect, or has other types than it should.
    """
    return _told(_parsed(text))


def read_json_lines(text: str) -> Iterator[tuple[int, Told | TallycastError]]:
    """Yields (number of the line, what it tells) for each line that is not blank."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, _told(_parsed(line))
            except TallycastError as error:
                yield number, error


def is_json_lines(text: str) -> bool:
    """Says whether the first line of `text` is a whole JSON object and another one follows."""
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    if not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(_parsed(first), dict)
    except TallycastError:
        return False


def _parsed(text: str) -> Any:  # noqa: ANN401  (JSON is anything)
    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise TallycastError(f"no whole JSON: {error}") from error
    except (ValueError, RecursionError) as error:
        raise TallycastError("JSON that is nested too deeply or holds too long a number") from error


def _told(value: object) -> Told:
    if isinstance(value, list):
        value = {"segments": value}  # what faster-whisper's segments are usually written as
    if not isinstance(value, dict):
        raise TallycastError("JSON, but no transcript: neither an object nor a list of segments")
    dialect = next((it for it in _DIALECTS if value.get(it.known_by) is not None), None)
    try:
        if dialect is not None:
            lines = dialect.model_validate(value).lines()
            show, title, published = _about(value)
            return Told(rendered(with_names(lines)), RENDERED, show, title, published)
        if isinstance(value.get("text"), str):
            return _of_record(_Record.model_validate(value))
    except ValidationError as error:
        raise TallycastError(_wrong(error)) from error
    keys = ", ".join(sorted(map(str, value))[:6]) or "none"
    raise TallycastError(f"JSON of no known transcript format (its keys: {keys})")


def _of_record(record: _Record) -> Told:
    return Told(record.text, None, record.show, record.title, record.published)


def _about(value: dict[str, Any]) -> tuple[str | None, ...]:
    """Returns show, title and day as the file says them of its episode, where that is text."""
    fields = (("show", "podcast"), ("title",), ("date", "published"))
    return tuple(
        next((value[key] for key in keys if isinstance(value.get(key), str)), None)
        for keys in fields
    )


def _wrong(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"JSON transcript: {place}: {first['msg'][0].lower()}{first['msg'][1:]}"


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
