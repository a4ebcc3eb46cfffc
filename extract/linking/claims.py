"""Link: quantities, names and cues of a transcript become claims."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicon import Lexicon
from extract.linking.confidence import confidence
from extract.linking.found import Found, unit_and_scale
from extract.linking.intervals import bounds, scaled
from extract.linking.relations.related import Related, Relations
from extract.linking.stances import read_stance
from extract.linking.walk import Walk
from extract.reading.sections import section_at
from extract.records import Claim, Name, Quantity, Stance, Transcript
from extract.scanning import Scan

MAX_QUOTE = 400  # characters; beyond it a quote is cut to the words around the quantity
SAME_MEANING_WITHIN = 1000  # characters in which a figure that is said again is meant as before
UNSURE = frozenset({"hedged", "hypothetical"})


def link(transcript: Transcript, scan: Scan, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Returns the claims of a transcript in the order of the text."""
    writer = ClaimWriter(transcript, scan)
    lower = transcript.speech.lower
    walked = tuple(Walk(lower, scan, lexicon).found())
    related = Relations(lower, scan, lexicon.attributes.by_name, walked)
    claims = [writer.claim(found) for found in walked if not related.holds(found.quantity)]
    claims += (writer.relative_claim(one) for one in related.found)
    return tuple(sorted(claims, key=lambda claim: claim.start))


class ClaimWriter:
    """Writes claims about one transcript."""

    def __init__(self, transcript: Transcript, scan: Scan) -> None:
        self._transcript = transcript
        self._speech = transcript.speech
        self._sentences = scan.sentences
        self._quantities = scan.quantities
        self._lines = _line_starts(transcript.text)
        self._unsure: dict[tuple[str, str | None, float | None], tuple[int, Stance]] = {}

    def claim(self, found: Found) -> Claim:
        """Writes the claim that was found, its offsets in the untouched text."""
        name = found.subject.name if found.subject else None
        quantity, attribute = found.quantity, found.attribution.attribute
        start, end = self._speech.span(quantity.start, quantity.end)
        unit, scale = unit_and_scale(quantity, found.attribution)
        lower, upper = bounds(quantity, scale)
        benchmark = found.benchmark.canonical if found.benchmark else None
        subject = name.canonical if name else None
        span = self._sentences.around(quantity.start)
        quote, value_start = self._quote(span, quantity, name)
        return Claim(
            id=_claim_id(
                self._transcript.episode.content_hash, start, end, attribute.name, subject
            ),
            episode=self._transcript.episode.id,
            start=start,
            end=end,
            line=self.line(quantity),
            timestamp=self._speech.seconds_at(quantity.start),
            speaker=self._speech.speaker_at(quantity.start),
            quote=quote,
            value_text=" ".join(self._speech.text[quantity.start : quantity.end].split()),
            subject=subject,
            subject_text=self._speech.text[name.start : name.end] if name else None,
            subject_kind=name.kind if name else None,
            attribute=attribute.name,
            benchmark=benchmark,
            setting=found.setting,
            value=scaled(quantity.value, scale),
            low=scaled(quantity.low, scale),
            high=scaled(quantity.high, scale),
            lower=lower,
            upper=upper,
            unit=unit,
            qualifier=quantity.qualifier,
            stance=self._stance(found, span),
            confidence=confidence(found, span[0]),
            rule=f"{attribute.name}: {found.attribution.rule.name}; {quantity.rule}",
            subject_listed=name.listed if name else None,
            section=section_at(self._speech.lower, quantity.start),
            value_start=value_start,
        )

    def relative_claim(self, related: Related) -> Claim:
        """Writes the claim of a relative statement, which has no value of its own."""
        attribute = related.found.attribution.attribute
        return replace(
            self.claim(related.found),
            value=None,
            low=None,
            high=None,
            lower=None,
            upper=None,
            unit=attribute.unit,
            relation=related.relation,
        )

    def line(self, quantity: Quantity) -> int:
        """Returns the 1-based line of the text in which a quantity begins."""
        return bisect_right(self._lines, self._speech.span(quantity.start, quantity.end)[0])

    def _stance(self, found: Found, sentence: tuple[int, int]) -> Stance:
        """Returns how a figure is meant: as its sentence says, or as it was where it is said again.

        "Suppose you buy 22,000 H100s. With the 22,000 you get there": both are supposed.
        """
        stance = self._said(found.quantity, sentence)
        subject = found.subject.name.canonical if found.subject else None
        key = (found.attribution.attribute.name, subject, found.quantity.value)
        place, before = self._unsure.get(key, (0, stance))
        if stance == "asserted" and found.quantity.start - place <= SAME_MEANING_WITHIN:
            stance = before
        if stance in UNSURE:
            self._unsure[key] = (found.quantity.end, stance)
        return stance

    def _said(self, quantity: Quantity, sentence: tuple[int, int]) -> Stance:
        index = bisect_left(self._quantities, quantity.extent, key=lambda other: other.start)
        more = index < len(self._quantities)
        following = self._quantities[index].start if more else sentence[1]
        place = (quantity.start, quantity.extent)
        return read_stance(self._speech.lower, sentence, place, following)

    def _quote(
        self, span: tuple[int, int], quantity: Quantity, name: Name | None
    ) -> tuple[str, int]:
        """Returns the sentences that show the claim, and where the quantity begins in them.

        They begin with the subject's where that is near, else with the one before the quantity's,
        which may say what the figure is of.
        """
        start, end = span
        number = self._sentences.at(start)
        if number > 0:
            start = self._quote_start(number, start, end, name)
        if end - start > MAX_QUOTE:
            start = self._word_start(max(start, quantity.start - MAX_QUOTE // 2))
            end = self._word_start(min(end, quantity.extent + MAX_QUOTE // 2))
        before = self._speech.text[start : quantity.start]
        words = " ".join(before.split())
        space = 1 if words and before[-1].isspace() else 0
        quote = " ".join(self._speech.text[start:end].split())
        return quote, len(words) + space

    def _quote_start(self, number: int, start: int, end: int, name: Name | None) -> int:
        if name is not None and name.start >= start:
            return start
        before = self._sentences.span(number - 1)[0]
        subject = before
        if name is not None:
            subject = self._sentences.around(name.start)[0]
        return next((s for s in (subject, before) if s <= start and end - s <= MAX_QUOTE), start)

    def _word_start(self, position: int) -> int:
        """Returns where the next word begins, so that a quote is not cut within one."""
        space = self._speech.text.find(" ", position - 1, position + 40) if position > 0 else -1
        return space + 1 if space >= 0 else position


def _claim_id(content_hash: str, start: int, end: int, attribute: str, subject: str | None) -> str:
    """Names a claim by place and meaning, so that the same text gives the same id everywhere."""
    key = "\x1f".join((content_hash, str(start), str(end), attribute, subject or ""))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _line_starts(text: str) -> Sequence[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
