"""The walk over the quantities of a speech: each is attributed, linked and remembered."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.attributes.book import Attribute
from extract.lexicon import Lexicon
from extract.linking.attribution import Attribution, Attributor
from extract.linking.benchmarks import BenchmarkFinder
from extract.linking.continuing import Continuing, carried
from extract.linking.found import Found, plausible
from extract.linking.landmarks import Landmarks
from extract.linking.left_out import times
from extract.linking.members import Members
from extract.linking.memory import Memory
from extract.linking.owners import Owners
from extract.linking.prices import PricesSaid
from extract.linking.scored import counted_from_top
from extract.linking.settings import read_setting
from extract.linking.subjects import Subject
from extract.records import Quantity
from extract.scanning import Scan

WEAK = 0.5  # an attribution below this yields to what the same figure was of before
NAME_REACH = 16  # characters behind a count in which the kind of what is counted is named
VERSION_REACH = 300  # characters around a number in which it may be a version said alone


class Walk:
    """One walk over the quantities of a speech."""

    def __init__(self, lower: str, scan: Scan, lexicon: Lexicon) -> None:
        self._lower = lower
        self._scan = scan
        self._sentences = scan.sentences
        marks = Landmarks(scan.cues, scan.names)
        self._attributor = Attributor(
            lower, lexicon.attributes, marks, scan.sentences, scan.quantities
        )
        self._memory: Memory[Found] = Memory()
        self._continuing = Continuing(lower, scan, marks, self._attributor)
        self._owners = Owners(lower, scan, marks, self._memory, self._continuing)
        self._benchmarks = BenchmarkFinder(lower, scan.names, scan.sentences)
        self._prices = PricesSaid()
        self._members = Members(lexicon.names, scan.quantities)
        versions = {name.version for name in scan.names if name.kind == "model"}
        self._decimal_versions = {it for it in versions if it and "." in it}

    def found(self) -> Iterator[Found]:
        """Yields what is found, in order; a statement about several models once for each."""
        for index in range(len(self._scan.quantities)):
            found = self._found(index)
            if found is None:
                continue
            if found.subject is None:
                yield found
                continue
            for name in self._owners.all_meant(found, found.subject):
                yield replace(found, subject=replace(found.subject, name=name))

    def weighed(self, index: int) -> tuple[list[Attribution], list[Subject]]:
        """Returns what the quantity at `index` may be of, and whose, the weightiest first."""
        attributions = self._attributor.candidates(index)
        if not attributions:
            return [], []
        quantity = self._scan.quantities[index]
        return attributions, self._owners.candidates(quantity, attributions[0])

    def _found(self, index: int) -> Found | None:
        quantity = self._scan.quantities[index]
        own = self._attributor.best(index)
        if own is None or own.weight < WEAK:
            return self._found_by_talk(index, self._attributor.attribute(index))
        attribution = self._attributor.attribute(index)
        if attribution is None:
            return None
        found = self._found_by(index, quantity, attribution)
        return found or self._said_before(index, attribution.attribute)

    def _found_by_talk(self, index: int, weak: Attribution | None) -> Found | None:
        """Finds what the talk before says of a figure whose own words say little or nothing."""
        quantity = self._scan.quantities[index]
        paired = self._continuing.paired(index)
        if paired is not None:
            return self._found_by(index, quantity, paired)
        if weak is None:
            restated = self._continuing.restated(index)
            if restated is not None:
                return self._found_by(index, quantity, restated)
            goes_on = self._continuing.continued(quantity)
            return self._found_by(index, *goes_on) if goes_on else self._said_before(index)
        known = self._said_before(index)
        if known is not None:
            return known
        goes_on = self._continuing.continued(quantity)
        if goes_on is not None and goes_on[0] is quantity:  # no magnitude had to be guessed
            return self._found_by(index, *goes_on)
        return self._found_by(index, quantity, weak)

    def _found_by(self, index: int, quantity: Quantity, attribution: Attribution) -> Found | None:
        """Finds whose the quantity is and what it holds for, once it is known what it is of."""
        attribute, rule = attribution.attribute, attribution.rule
        if (quantity.value or 0.0) <= rule.most:
            quantity = times(quantity, rule.magnitude)
        before = self._scan.quantities[index - 1] if index else None
        quantity = self._prices.whole(quantity, attribute, before)
        if not plausible(quantity, attribution):
            return None
        if attribute.on_benchmark:
            if self._is_version(quantity):
                return None
            quantity = counted_from_top(self._lower, quantity)
        subject = self._owners.find(index, attribution)
        if subject is None and not self._owners.says_something(quantity, attribution):
            return None
        if subject is not None:
            subject = self._member(subject, quantity, attribute)
        benchmark = None
        if attribute.on_benchmark:
            benchmark = self._benchmarks.find(quantity, attribution.rule.benchmarks)
        setting = self._setting(quantity, attribute)
        return self._keep(Found(quantity, attribution, subject, benchmark, setting))

    def _member(self, subject: Subject, quantity: Quantity, attribute: Attribute) -> Subject:
        return replace(subject, name=self._members.name(subject.name, quantity, attribute))

    def _keep(self, found: Found) -> Found:
        self._memory.keep(found.quantity, found)
        self._continuing.keep(found)
        return found

    def _said_before(self, index: int, attribute: Attribute | None = None) -> Found | None:
        """Takes up a figure that was attributed a while ago ("only 49 billion").

        Where it is known of what it is, only what was said of the same attribute is taken up.
        """
        quantity = self._scan.quantities[index]
        before = self._memory.recall(self._lower, quantity)
        if before is None or attribute not in (None, before.attribution.attribute):
            return None
        subject = self._owners.of_figure_said_again(index, before)
        attribution = carried(before.attribution)
        if subject is not None:
            subject = self._member(subject, quantity, attribution.attribute)
        return self._keep(
            replace(before, quantity=quantity, attribution=attribution, subject=subject)
        )

    def _is_version(self, quantity: Quantity) -> bool:
        """Says whether a bare number is a model's version said alone: "quite ahead of 4.7"."""
        if quantity.unit is not None:
            return False
        names, said = self._scan.names, self._lower[quantity.start : quantity.end]
        if said in self._decimal_versions:
            return True
        first = bisect_left(names, quantity.start - VERSION_REACH, key=lambda name: name.start)
        last = bisect_right(names, quantity.end + VERSION_REACH, key=lambda name: name.start)
        return any(name.kind == "model" and name.version == said for name in names[first:last])

    def _setting(self, quantity: Quantity, attribute: Attribute) -> str | None:
        if attribute.setting is None:
            span = self._sentences.around(quantity.start)
            place = (quantity.start, quantity.extent)
            return read_setting(self._lower, attribute.name, span, place)
        names = self._scan.names
        first = bisect_left(names, quantity.end, key=lambda name: name.start)
        last = bisect_right(names, quantity.end + NAME_REACH, key=lambda name: name.start)
        return next((n.canonical for n in names[first:last] if n.kind == attribute.setting), None)
