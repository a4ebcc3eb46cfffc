"""The walk over the quantities of a speech: each is attributed, linked and remembered."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extract.attributes.book import Attribute
from extract.lexicon import Lexicon
from extract.linking.attribution import Attribution, Attributor, stands_at
from extract.linking.benchmarks import BenchmarkFinder
from extract.linking.continuing import as_meant, same_unit
from extract.linking.found import Found, plausible
from extract.linking.landmarks import Landmarks
from extract.linking.members import Members
from extract.linking.memory import Memory, counts_something
from extract.linking.settings import read_setting
from extract.linking.subjects import Subject, SubjectFinder
from extract.records import Name, Quantity
from extract.scanning import Scan

VAGUE = frozenset({"plural", "open"})  # "billions of tokens" tells nothing of nobody
STRONG, SURE = 0.8, 1.0  # from where an attribution tells something, of "a million" too
WEAK = 0.5  # an attribution below this yields to what the same figure was of before
CARRIED = 0.7  # what is left of an attribution's weight that is carried to another place
RESTATED_WITHIN = 45  # characters between a value and the same value in other words
SIBLINGS_WITHIN = 400  # characters of talk in which variants of one model are spoken of together
ON_TOPIC = 3  # models named beyond doubt in a talk about models
RECENT = 8  # claims whose subjects are remembered
SAME_SUBJECT_WITHIN = 6000  # characters in which the same figure is of the same subject
GOES_ON_WITHIN = 400  # characters through which a row of figures goes on
NAME_BEFORE = 30  # characters between a figure and the name before it that it goes on with …
NAME_BEHIND = 16  # … and the one behind it
NAME_REACH = 16  # characters behind a count in which the kind of what is counted is named
_CLAUSE_ENDS = regex.compile(r"[.?!;:]\s")


class Walk:
    """One walk over the quantities of a speech."""

    def __init__(self, lower: str, scan: Scan, lexicon: Lexicon) -> None:
        self._lower = lower
        self._scan = scan
        self._sentences = scan.sentences
        self._marks = Landmarks(scan.cues, scan.names)
        self._attributor = Attributor(
            lower, lexicon.attributes, self._marks, scan.sentences, scan.quantities
        )
        self._subjects = SubjectFinder(lower, scan.sentences, scan.names, scan.quantities)
        self._benchmarks = BenchmarkFinder(lower, scan.names, scan.sentences)
        self._members = Members(lexicon.names)
        self._memory: Memory[Found] = Memory()
        self._on_topic = sum(n.kind == "model" and n.certain for n in scan.names) >= ON_TOPIC
        self._recent: deque[tuple[int, Name]] = deque(maxlen=RECENT)
        self._last: Found | None = None

    def found(self) -> Iterator[Found]:
        """Yields what is found, in order; a statement about several models once for each."""
        for index in range(len(self._scan.quantities)):
            found = self._found(index)
            if found is None:
                continue
            if found.subject is None:
                yield found
                continue
            for name in self._all_meant(found, found.subject):
                self._recent.append((found.quantity.end, name))
                yield replace(found, subject=Subject(name, found.subject.weight))

    def _found(self, index: int) -> Found | None:
        quantity = self._scan.quantities[index]
        own = self._attributor.best(index)
        if own is None or own.weight < WEAK:
            return self._found_by_talk(index, self._attributor.attribute(index))
        attribution = self._attributor.attribute(index)
        return None if attribution is None else self._found_by(index, quantity, attribution)

    def _found_by_talk(self, index: int, weak: Attribution | None) -> Found | None:
        """Finds what the talk before says of a figure whose own words say little or nothing."""
        quantity = self._scan.quantities[index]
        if weak is None:
            restated = self._restated(index)
            if restated is not None:
                return self._found_by(index, quantity, restated)
            goes_on = self._continued(quantity)
            return self._found_by(index, *goes_on) if goes_on else self._said_before(quantity)
        known = self._said_before(quantity)
        if known is not None:
            return known
        goes_on = self._continued(quantity)
        if goes_on is not None and goes_on[0] is quantity:  # no magnitude had to be guessed
            return self._found_by(index, *goes_on)
        return self._found_by(index, quantity, weak)

    def _found_by(self, index: int, quantity: Quantity, attribution: Attribution) -> Found | None:
        """Finds whose the quantity is and what it holds for, once it is known what it is of."""
        if not plausible(quantity, attribution):
            return None
        attribute = attribution.attribute
        subject = self._subject(index, attribute)
        if subject is None and not self._says_something(quantity, attribution):
            return None
        if subject is not None:
            subject = replace(subject, name=self._members.name(subject.name, quantity, attribute))
        benchmark = self._benchmarks.find(quantity) if attribute.on_benchmark else None
        setting = self._setting(quantity, attribute)
        return self._keep(Found(quantity, attribution, subject, benchmark, setting))

    def _keep(self, found: Found) -> Found:
        self._memory.keep(found.quantity, found)
        self._last = found
        return found

    # -- whose

    def _says_something(self, quantity: Quantity, attribution: Attribution) -> bool:
        """Says whether a figure without subject is worth keeping."""
        generic = attribution.attribute.generic
        if generic is None or quantity.rule in VAGUE:
            return False
        if quantity.rule == "scale":  # "a million tokens"
            return self._on_topic and attribution.weight >= SURE
        if generic == "strong" and attribution.weight < STRONG:
            return False
        return self._on_topic or generic == "always"

    def _all_meant(self, found: Found, subject: Subject) -> Sequence[Name]:
        """Returns all whose it is: names joined by "and", or the siblings just spoken of."""
        start = found.quantity.start
        sentence, _ = self._sentences.around(start)
        if subject.name.start >= sentence:
            return self._subjects.coordinated(subject, found.quantity)
        if both := self._subjects.both(subject, found.quantity):
            return both
        if not self._opens_with_cue(sentence, found.attribution):
            return [subject.name]
        siblings = [
            name
            for end, name in self._recent
            if start - end <= SIBLINGS_WITHIN and _siblings(name, subject.name)
        ]
        return list({name.canonical: name for name in siblings}.values()) or [subject.name]

    def _opens_with_cue(self, sentence: int, attribution: Attribution) -> bool:
        """Says whether the sentence begins with what it is about: "Context of a million"."""
        around = self._marks.around(sentence, sentence + 1)
        return any(group in around for group in attribution.rule.cues)

    def _subject(self, index: int, attribute: Attribute) -> Subject | None:
        """Returns whose it is; a name said earlier yields to who had the figure before."""
        quantity = self._scan.quantities[index]
        if self._of_a_kind(attribute, quantity):
            return None
        subject = self._subjects.find(quantity, attribute)
        following = self._restatement(index, index + 1)
        if following is not None:
            joined = self._subjects.find(following, attribute)
            if joined is not None and (subject is None or joined.weight > subject.weight):
                return joined
        if not self._named_here(subject, quantity):
            before = self._memory.recall(self._lower, quantity, SAME_SUBJECT_WITHIN)
            if before is not None and before.subject and before.attribution.attribute is attribute:
                return before.subject
        return subject

    def _named_here(self, subject: Subject | None, quantity: Quantity) -> bool:
        """Says whether the subject is named in the quantity's own sentence."""
        return (
            subject is not None and subject.name.start >= self._sentences.around(quantity.start)[0]
        )

    def _of_a_kind(self, attribute: Attribute, quantity: Quantity) -> bool:
        """Says whether the words behind the quantity speak of models of a kind, not of one."""
        pattern = attribute.generic_after
        return pattern is not None and stands_at(pattern, self._lower, quantity.end)

    # -- what carries over from elsewhere

    def _restatement(self, index: int, neighbour: int) -> Quantity | None:
        """Returns the neighbour if it says the same in other words ("10^13 or 10 trillion")."""
        if not 0 <= neighbour < len(self._scan.quantities):
            return None
        one, other = self._scan.quantities[index], self._scan.quantities[neighbour]
        gap = max(other.start - one.extent, one.start - other.extent)
        alike = one.value == other.value and (one.unit is None or one.unit == other.unit)
        return other if alike and gap <= RESTATED_WITHIN else None

    def _restated(self, index: int) -> Attribution | None:
        for neighbour in (index - 1, index + 1):
            if self._restatement(index, neighbour) is not None:
                attribution = self._attributor.attribute(neighbour)
                if attribution is not None:
                    return replace(attribution, weight=attribution.weight * CARRIED)
        return None

    def _continued(self, quantity: Quantity) -> tuple[Quantity, Attribution] | None:
        """A figure like the one before it goes on with the same: "o1 had 79.2, R1 79.8"."""
        last = self._last
        if last is None or quantity.start - last.quantity.extent > GOES_ON_WITHIN:
            return None
        meant: Quantity | None = quantity
        if not self._goes_on_in_sentence(last.quantity, quantity):
            attribute = last.attribution.attribute
            if not self._stands_beside_name(quantity, attribute):
                return None
            meant = as_meant(last.quantity, quantity, attribute)
        carried = replace(last.attribution, weight=last.attribution.weight * CARRIED)
        return None if meant is None else (meant, carried)

    def _goes_on_in_sentence(self, before: Quantity, quantity: Quantity) -> bool:
        sentence = self._sentences.at(quantity.start)
        return same_unit(before, quantity) and self._sentences.at(before.start) == sentence

    def _stands_beside_name(self, quantity: Quantity, attribute: Attribute) -> bool:
        """Says whether a figure that counts nothing else stands right beside a name."""
        if counts_something(self._lower, quantity):
            return False
        beside = self._marks.around(quantity.start - NAME_BEFORE, quantity.extent + NAME_BEHIND)
        return any(
            0 <= quantity.start - end <= NAME_BEFORE or 0 <= start - quantity.extent <= NAME_BEHIND
            for kind in attribute.subjects
            for start, end in beside.get(f"<{kind}>", ())
            if not _CLAUSE_ENDS.search(
                self._lower, min(end, quantity.extent), max(start, quantity.start)
            )
        )

    def _said_before(self, quantity: Quantity) -> Found | None:
        """Takes up a figure that was attributed a while ago ("only 49 billion").

        It is whose it was, unless its own sentence names another.
        """
        before = self._memory.recall(self._lower, quantity)
        if before is None:
            return None
        attribution = replace(before.attribution, weight=before.attribution.weight * CARRIED)
        subject = self._subjects.find(quantity, attribution.attribute)
        if not self._named_here(subject, quantity):
            subject = before.subject or subject
        found = replace(before, quantity=quantity, attribution=attribution, subject=subject)
        return self._keep(found)

    # -- what it holds for

    def _setting(self, quantity: Quantity, attribute: Attribute) -> str | None:
        if attribute.setting is None:
            span = self._sentences.around(quantity.start)
            place = (quantity.start, quantity.extent)
            return read_setting(self._lower, attribute.name, span, place)
        names = self._scan.names
        first = bisect_left(names, quantity.end, key=lambda name: name.start)
        last = bisect_right(names, quantity.end + NAME_REACH, key=lambda name: name.start)
        return next((n.canonical for n in names[first:last] if n.kind == attribute.setting), None)


def _siblings(one: Name, other: Name) -> bool:
    """Says whether two names are variants of one version of a model, or the same."""
    return one.family == other.family and one.version == other.version and one.variant is not None
