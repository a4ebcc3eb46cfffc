"""The values that travel through the program: transcript, quantity, name, claim.

Each is frozen, typed and built once. Offsets in a Transcript and a Claim count in the untouched
text; offsets in a Quantity and a Name count in the speech (see Speech), where they are searched.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extract.frozen import frozen

Qualifier = Literal["exact", "about", "at_least", "at_most", "range"]
Stance = Literal["asserted", "hedged", "negated", "hypothetical"]
SectionKind = Literal["advertisement", "repeated"]
NameKind = Literal["model", "benchmark", "hardware", "organisation", "human", "other"]


@dataclass(frozen=True, slots=True)
class Episode:
    """What a transcript is of. What the text does not tell is None.

    Attributes:
        id: first 16 hexadecimal digits of content_hash.
        source: path of the transcript as it was given, "-" for standard input.
        show: name of the podcast.
        title: title of the episode; the file's stem where the text has none, None of a stream.
        published: day of publication, not of transcription.
        speakers: names of speaker turns in order of appearance.
        content_hash: SHA-256 of the file's bytes, hexadecimal; of the record's text where a file
            holds several episodes.
        replaced: how many characters stand for bytes that were none in the text's encoding.
        unread: how many entries of the file could not be read and are left out.
        words_hash: hash of the spoken words alone; "" where there are none.
    """

    id: str
    source: str
    show: str | None
    title: str | None
    published: date | None
    speakers: tuple[str, ...]
    content_hash: str
    replaced: int = 0
    unread: int = 0
    words_hash: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    r"""The spoken words of a text as one string to search, and the way back to the text.

    Layout is left out: front matter, bullets, time stamps, speaker labels, and the underscores of
    spelled-out letters ("G_P_T_" is "GPT" here). A line that goes on in the next one is joined to
    it by one space; "\n" stands only between turns.

    Attributes:
        text: the spoken words.
        lower: the same, lower-cased, of the same length.
        pieces: ascending offsets in `text` at which a piece copied from the transcript begins.
        origins: where each piece begins in the transcript's text.
        turns: (offset in `text`, speaker) of each speaker turn, ascending.
        stamps: (offset in `text`, seconds) from which each time stamp holds, ascending.
    """

    text: str
    lower: str
    pieces: tuple[int, ...]
    origins: tuple[int, ...]
    turns: tuple[tuple[int, str], ...] = ()
    stamps: Sequence[tuple[int, float]] = ()

    def origin(self, position: int) -> int:
        """Returns the offset in the transcript's text of the character at `position` here."""
        piece = bisect_right(self.pieces, position) - 1
        return self.origins[piece] + position - self.pieces[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch of the transcript's text that holds `text[start:end]` (not empty)."""
        return self.origin(start), self.origin(end - 1) + 1

    def speaker_at(self, position: int) -> str | None:
        """Returns who speaks at `position`, where the layout tells."""
        turn = bisect_right(self.turns, position, key=lambda turn: turn[0]) - 1
        return self.turns[turn][1] if turn >= 0 else None

    def seconds_at(self, position: int) -> float | None:
        """Returns the time stamp that holds at `position`, in seconds from the episode's start."""
        stamp = bisect_right(self.stamps, position, key=lambda stamp: stamp[0]) - 1
        return self.stamps[stamp][1] if stamp >= 0 else None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A file of somebody's speech.

    Attributes:
        episode: what it is of.
        text: what `tallycast text FILE` prints: a plain file's content, unchanged, or what a file
            in another format says, written as Markdown. All offsets of claims count in it, by
            code points.
        speech: the spoken words in it.
        layout: name of the format, where it is not plain text, and of the layout.
    """

    episode: Episode
    text: str
    speech: Speech
    layout: str


@frozen
class Quantity:
    """A number with its unit, where it stands in the speech.

    Attributes:
        start, end: span of its words in Speech.text, qualifier words outside.
        value, low, high: in `unit`; low or high None where that side is open.
        step: unit of the last digit said, in `unit` ("284 billion": 1e9, "1.6": 0.1).
        unit: a unit of units.txt, or None for a bare number.
        per: the unit that it is a rate of ("Mtok", "month", "hour"), or None.
        extent: where the words of its unit and rate end, at `end` or behind it.
        qualifier: exact, about, at_least, at_most or range.
        rule: name of the rule that read it.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    step: float
    unit: str | None
    per: str | None
    extent: int
    qualifier: Qualifier
    rule: str

    def changed(self, change: Callable[[float], float]) -> "Quantity":
        """Returns it with value, bounds and the worth of its last digit changed, where known."""
        value, low, high = (
            None if number is None else change(number)
            for number in (self.value, self.low, self.high)
        )
        return replace(self, value=value, low=low, high=high, step=change(self.step))


@frozen
class Name:
    """A model, benchmark, piece of hardware or organisation that the speech mentions.

    Attributes:
        start, end: span in Speech.text.
        canonical: the maker's own spelling, completed from the talk so far ("Maverick" is
            "Llama 4 Maverick" where Llama 4 was named).
        kind: what sort of thing it names.
        family: the lexicon's entry that it was read by ("Llama", "H100", "MMLU").
        maker: organisation behind it, where the lexicon knows.
        version, variant, size: the parts of a model's name as written in `canonical`.
        certain: False for a mishearing or common word, that counts only beside a cue or quantity,
            unless it has parts that leave no doubt.
        listed: False for a name that the lexicon does not have.
        specific: False where only the family was said ("Claude").
        product: True for an application or a plan, with models in it.
    """

    start: int
    end: int
    canonical: str
    kind: NameKind
    family: str
    maker: str | None = None
    version: str | None = None
    variant: str | None = None
    size: str | None = None
    certain: bool = True
    listed: bool = True
    specific: bool = True
    product: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """How many times as much a subject has of something as another: "twice as expensive as GPT-4".

    Attributes:
        factor: 2 for "twice", 0.4 for "60% cheaper".
        low, high: as said; None where that side is open.
        attribute: what the other has so much of.
        subject: canonical name of the other; None where it is not named.
    """

    factor: float
    low: float | None
    high: float | None
    attribute: str
    subject: str | None

    def __str__(self) -> str:
        return f"{self.factor:.12g} x {self.attribute} of {self.subject or '?'}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in one place: this episode says that this subject has this quantity.

    Attributes:
        id: 16 hexadecimal digits, the same for the same claim in the same text everywhere.
        episode: Episode.id.
        start, end: span of the quantity's words in the transcript's text, in code points.
        line: 1-based line of the text in which the quantity begins.
        timestamp: seconds from the episode's start, where the layout has stamps.
        speaker: who said it, where the layout tells.
        quote: the sentence or sentences that show it, white space collapsed.
        value_text: the quantity's words.
        subject, subject_text: canonical name and the words that it was read from.
        subject_kind: model, hardware, organisation, human or other; None without a subject.
        attribute: one of the lexicon's attributes.
        benchmark, setting: what a score is on, and what the value holds for.
        value, low, high: in `unit`, the attribute's unit.
        lower, upper: bounds between which the truth must lie if the claim holds; None is open.
        qualifier, stance: as in the annotation guidelines.
        confidence: 0 to 1.
        rule: name of the rule that made it.
        subject_listed: False where the lexicon has no such name; None without a subject.
        section: "advertisement" or "repeated" where it was not said in the talk itself; what an
            advertisement claims counts for nothing in facts.
        relation: of a relative statement, which has no value of its own; its qualifier is that of
            the factor.
        value_start: where value_text begins in quote, in code points.
    """

    id: str
    episode: str
    start: int
    end: int
    line: int
    timestamp: float | None
    speaker: str | None
    quote: str
    value_text: str
    subject: str | None
    subject_text: str | None
    subject_kind: NameKind | None
    attribute: str
    benchmark: str | None
    setting: str | None
    value: float | None
    low: float | None
    high: float | None
    lower: float | None
    upper: float | None
    unit: str
    qualifier: Qualifier
    stance: Stance
    confidence: float
    rule: str
    subject_listed: bool | None = None
    section: SectionKind | None = None
    relation: Relation | None = None
    value_start: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came out of one transcript."""

    episode: Episode
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A transcript whose claims are known already, so that it was not extracted again."""

    episode: Episode


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why in one line."""

    source: str
    reason: str
