"""How the figures in one line of a transcript were linked: what was weighed, and what won."""

from collections import defaultdict
from dataclasses import dataclass

from extract.lexicon import Lexicon
from extract.linking.attribution import Attribution
from extract.linking.claims import ClaimWriter
from extract.linking.relations.related import Relations
from extract.linking.subjects import Subject
from extract.linking.walk import Walk
from extract.records import Claim, Quantity, Speech, Transcript
from extract.scanning import scan


@dataclass(frozen=True, slots=True)
class Weighed:
    """A figure with all that was weighed for it.

    Attributes:
        text: its words; of a relative statement those that compare too.
        attributions: what it may be of, the weightiest first.
        subjects: whose it may be, the weightiest first, under the weightiest attribution.
        claims: what came of it; several where it is said of several models.
    """

    text: str
    attributions: tuple[Attribution, ...]
    subjects: tuple[Subject, ...]
    claims: tuple[Claim, ...]


def explain_line(transcript: Transcript, lexicon: Lexicon, line: int) -> tuple[Weighed, ...]:
    """Returns the figures whose words begin in a line.

    Args:
        transcript: where they are said; what was said before decides too.
        lexicon: names and attributes to link with.
        line: 1-based line of the transcript's text.
    """
    speech = transcript.speech
    scanned = scan(speech, lexicon)
    walk = Walk(speech.lower, scanned, lexicon)
    writer = ClaimWriter(transcript, scanned)
    walked = tuple(walk.found())
    related = Relations(speech.lower, scanned, lexicon.attributes.by_name, walked)
    claims: dict[int, list[Claim]] = defaultdict(list)
    for found in walked:
        claims[found.quantity.start].append(writer.claim(found))
    weighed = {}
    for index, quantity in enumerate(scanned.quantities):
        if writer.line(quantity) == line and not related.holds(quantity):
            attributions, subjects = walk.weighed(index)
            found_here = tuple(claims[quantity.start])
            told = (tuple(attributions), tuple(subjects), found_here)
            weighed[quantity.start] = Weighed(_words(speech, quantity), *told)
    for one in related.found:
        quantity = one.found.quantity
        if writer.line(quantity) == line:
            told = ((one.found.attribution,), one.subjects, (writer.relative_claim(one),))
            weighed[quantity.start] = Weighed(_words(speech, quantity), *told)
    return tuple(one for _, one in sorted(weighed.items()))


def _words(speech: Speech, quantity: Quantity) -> str:
    return " ".join(speech.text[quantity.start : quantity.extent].split())
