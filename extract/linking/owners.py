"""Whose a figure is: the names around it, those meant with them, and who had it before."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from extract.attributes.book import Attribute
from extract.linking.attribution import Attribution, stands_at
from extract.linking.changes import Changes
from extract.linking.continuing import Continuing
from extract.linking.found import Found
from extract.linking.landmarks import Landmarks
from extract.linking.memory import REACH, Memory
from extract.linking.subjects import Subject, SubjectFinder
from extract.linking.together import Together
from extract.linking.wording import is_description
from extract.records import Name, Quantity
from extract.scanning import Scan

VAGUE = frozenset({"plural", "open"})  # "billions of tokens" tells nothing of nobody
STRONG, SURE = 0.8, 1.0  # from where an attribution tells something, of "a million" too
SIBLINGS_WITHIN = 400  # characters of talk in which variants of one model are spoken of together
ON_TOPIC = 3  # models named beyond doubt in a talk about models
RECENT = 8  # claims whose subjects are remembered
SAME_SUBJECT_WITHIN = 6000  # characters in which who had the figure goes before a name said since …
JUST_NAMED = 0.53  # … unless that name weighs so much: it was said a moment ago


def is_on_topic(names: Sequence[Name]) -> bool:
    """Says whether the names are those of a talk about models."""
    return sum(name.kind == "model" and name.certain for name in names) >= ON_TOPIC


class Owners:
    """Finds whose the figures of one speech are."""

    def __init__(
        self,
        lower: str,
        scan: Scan,
        marks: Landmarks,
        memory: Memory[Found],
        continuing: Continuing,
    ) -> None:
        self._lower = lower
        self._quantities = scan.quantities
        self._sentences = scan.sentences
        self._marks = marks
        self._memory = memory
        self._continuing = continuing
        self._subjects = SubjectFinder(lower, scan.sentences, scan.names, scan.quantities)
        self._together = Together(lower, scan.sentences, scan.names)
        self._changes = Changes(lower, scan.sentences, scan.names)
        self._on_topic = is_on_topic(scan.names)
        self._recent: deque[tuple[int, Name]] = deque(maxlen=RECENT)

    def find(self, index: int, attribution: Attribution) -> Subject | None:
        """Returns whose it is; a name said earlier yields to who had the figure before."""
        quantity, attribute = self._quantities[index], attribution.attribute
        if self._of_a_kind(attribute, quantity):
            return None
        subject = self._weightiest(index, attribution)
        compared = self._changes.compared_with(quantity) if attribute.on_benchmark else None
        if subject is not None and compared is not None:
            return Subject(compared, subject.weight)
        if attribute.on_benchmark or self._named_here(subject, quantity):
            return subject  # two models may well have one score
        if subject is not None and subject.weight >= JUST_NAMED:
            return subject
        reach = SAME_SUBJECT_WITHIN if subject else REACH
        before = self._memory.recall(self._lower, quantity, reach)
        if before is not None and before.subject and before.attribution.attribute is attribute:
            return before.subject
        return subject

    def _weightiest(self, index: int, attribution: Attribution) -> Subject | None:
        """Returns the likeliest subject of a figure or of the same figure in other words."""
        following = self._continuing.restatement(index, index + 1)
        found = [
            subject
            for quantity in (self._quantities[index], following)
            if quantity
            and (
                subject := self._subjects.find(
                    quantity, attribution.attribute, attribution.subjects
                )
            )
        ]
        return max(found, key=lambda subject: subject.weight, default=None)

    def candidates(self, quantity: Quantity, attribution: Attribution) -> list[Subject]:
        """Returns the names around that a figure may be of, the weightiest mention of each."""
        attribute, kinds = attribution.attribute, attribution.subjects
        names = self._subjects.candidates(quantity, attribute, kinds)
        found = sorted(names, key=lambda it: it.weight)
        best = {subject.name.canonical: subject for subject in found}
        return sorted(best.values(), key=lambda subject: -subject.weight)

    def of_figure_said_again(self, index: int, before: Found) -> Subject | None:
        """Returns whose a figure is that was `before`: whose it was, unless another is named."""
        subject = self._weightiest(index, before.attribution)
        if self._named_here(subject, self._quantities[index]):
            return subject
        return before.subject or subject

    def all_meant(self, found: Found, subject: Subject) -> Sequence[Name]:
        """Returns all whose it is: names joined by "and", or the siblings just spoken of."""
        names = self._meant(found, subject)
        self._recent.extend((found.quantity.end, name) for name in names)
        for name in names:
            self._subjects.keep(replace(subject, name=name), found.quantity)
        attribute = found.attribution.attribute
        self._subjects.row.keep(subject.name, found.quantity, attribute, found.benchmark)
        return names

    def _meant(self, found: Found, subject: Subject) -> Sequence[Name]:
        start = found.quantity.start
        sentence, _ = self._sentences.around(start)
        if both := self._together.both(subject, found.quantity):
            return both
        if subject.name.start >= sentence:
            return self._together.coordinated(subject, found.quantity)
        if not self._opens_with_cue(sentence, found.attribution):
            return [subject.name]
        siblings = [
            name
            for end, name in self._recent
            if start - end <= SIBLINGS_WITHIN and _siblings(name, subject.name)
        ]
        return list({name.canonical: name for name in siblings}.values()) or [subject.name]

    def says_something(self, quantity: Quantity, attribution: Attribution) -> bool:
        """Says whether a figure without subject is worth keeping."""
        generic = attribution.attribute.generic
        if generic is None or quantity.rule in VAGUE:
            return False
        if quantity.rule == "scale":  # "a million tokens"
            return self._on_topic and attribution.weight >= SURE
        if generic == "strong" and attribution.weight < STRONG:
            return False
        return self._on_topic or generic == "always"

    def _opens_with_cue(self, sentence: int, attribution: Attribution) -> bool:
        """Says whether the sentence begins with what it is about: "Context of a million"."""
        around = self._marks.around(sentence, sentence + 1)
        return any(group in around for group in attribution.rule.cues)

    def _named_here(self, subject: Subject | None, quantity: Quantity) -> bool:
        """Says whether the subject is named in the quantity's own sentence, as what it is of."""
        if subject is None or subject.name.start < self._sentences.around(quantity.start)[0]:
            return False
        return not is_description(self._lower, subject.name)

    def _of_a_kind(self, attribute: Attribute, quantity: Quantity) -> bool:
        """Says whether the words behind the quantity speak of models of a kind, not of one."""
        pattern = attribute.generic_after
        return pattern is not None and stands_at(pattern, self._lower, quantity.end)


def _siblings(one: Name, other: Name) -> bool:
    """Says whether two names are variants of one version of a model, or the same."""
    return one.family == other.family and one.version == other.version and one.variant is not None
