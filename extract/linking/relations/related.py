"""Relative statements: who has how many times as much of what as whom, by relations.toml."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.attributes.book import Attribute
from extract.linking.attribution import Attribution
from extract.linking.found import Found
from extract.linking.relations.compared import Compared, compared
from extract.linking.relations.ratios import Ratio
from extract.linking.relations.rules import RelationRule, relation_book
from extract.linking.subjects import Subject, SubjectFinder
from extract.linking.wording import is_compared
from extract.records import Name, Quantity, Relation
from extract.scanning import Scan

OTHER_REACH = 45  # characters behind a comparison in which the other is named
BEFORE_REACH = 200  # characters between a figure and "a quarter of that"
SURE = 0.4  # a subject that weighs less has too little to do with the comparison


@dataclass(frozen=True, slots=True)
class Related:
    """A relative statement: its words and whose it is, what it says, and who else was weighed."""

    found: Found
    relation: Relation
    subjects: tuple[Subject, ...]


class Relations:
    """The relative statements of one speech.

    Attributes:
        found: in the order of the speech; of one ratio one.
    """

    def __init__(
        self,
        lower: str,
        scan: Scan,
        attributes: Mapping[str, Attribute],
        walked: Sequence[Found],
    ) -> None:
        """Finds them.

        Args:
            lower: the speech.
            scan: what was found in it.
            attributes: by name.
            walked: the figures in it that make claims.
        """
        self._lower = lower
        self._names = scan.names
        self._starts = [name.start for name in scan.names]
        self._sentences = scan.sentences
        self._attributes = attributes
        self._walked = walked
        self._subjects = SubjectFinder(lower, scan.sentences, scan.names, scan.quantities)
        self._book = relation_book()
        self.found = tuple(self._find())

    def holds(self, quantity: Quantity) -> bool:
        """Says whether a figure belongs to a relative statement, so that it is no value."""
        index = bisect_left(self.found, quantity.end, key=lambda one: one.found.quantity.start)
        return index > 0 and quantity.start < self.found[index - 1].found.quantity.extent

    def _find(self) -> Iterator[Related]:
        last = 0
        for one in compared(self._lower, self._sentences, self._names):
            related = self._related(one)
            if related is not None and related.found.quantity.start >= last:
                last = related.found.quantity.end
                yield related

    def _related(self, one: Compared) -> Related | None:
        sentence = self._sentences.around(one.start)
        rule, ratio = one.comparison.rule, one.ratio
        of_what = self._of_what(rule, ratio, sentence)
        if of_what is None:
            return None
        attribute, before = of_what
        other = one.owner or before or self._other(ratio, one.end, sentence)
        quantity = _as_quantity(ratio, one.end)
        subjects = self._candidates(quantity, attribute, other)
        if not subjects or subjects[0].weight < SURE:
            return None
        elsewhere = subjects[0].name.start < sentence[0]
        if (elsewhere and before) or (not other and (elsewhere or one.is_bare)):
            return None
        attribution = Attribution(attribute, rule.as_rule(), rule.weight)
        found = Found(quantity, attribution, subjects[0], None, None)
        return Related(found, _relation(ratio, attribute, other), subjects)

    def _of_what(
        self, rule: RelationRule, ratio: Ratio, sentence: tuple[int, int]
    ) -> tuple[Attribute, Name | None] | None:
        """Returns the attribute that is compared, and whose figure stands right before."""
        if rule.attribute is not None:
            name = _narrowed(rule.attribute, rule.narrowed, self._lower[slice(*sentence)])
            return self._attributes[name], None
        index = bisect_left(self._walked, ratio.start, key=lambda found: found.quantity.start) - 1
        before = self._walked[index] if index >= 0 else None
        if before is None or before.subject is None:
            return None
        near = ratio.start - before.quantity.end <= BEFORE_REACH
        return (before.attribution.attribute, before.subject.name) if near else None

    def _other(self, ratio: Ratio, end: int, sentence: tuple[int, int]) -> Name | None:
        """Returns with whom it is compared: behind "than" or "of", or "compared to" before."""
        for name in self._models(end, min(sentence[1], end + OTHER_REACH)):
            if self._book.joins.fullmatch(self._lower, end, name.start):
                return name
        before = self._models(sentence[0], ratio.start)
        return next((name for name in before if is_compared(self._lower, name)), None)

    def _models(self, first: int, last: int) -> list[Name]:
        names = self._names[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return [name for name in names if name.kind == "model"]

    def _candidates(
        self, quantity: Quantity, attribute: Attribute, other: Name | None
    ) -> tuple[Subject, ...]:
        """Returns the models that it may be said of, the weightiest mention of each."""
        best: dict[str, Subject] = {}
        for subject in self._subjects.candidates(quantity, attribute, attribute.subjects):
            name = subject.name
            if name.kind == "model" and (other is None or name.canonical != other.canonical):
                known = best.setdefault(name.canonical, subject)
                best[name.canonical] = max(known, subject, key=lambda it: it.weight)
        return tuple(sorted(best.values(), key=lambda subject: -subject.weight))


def _narrowed(attribute: str, narrowed: Mapping[str, Sequence[str]], sentence: str) -> str:
    """Returns the attribute that the sentence means: the price, or that of output alone."""
    words = set(sentence.replace(",", " ").replace(".", " ").split())
    told = [name for name, cues in narrowed.items() if not words.isdisjoint(cues)]
    return told[0] if len(told) == 1 else attribute


def _relation(ratio: Ratio, attribute: Attribute, other: Name | None) -> Relation:
    name = other.canonical if other else None
    return Relation(ratio.value, ratio.low, ratio.high, attribute.name, name)


def _as_quantity(ratio: Ratio, end: int) -> Quantity:
    """Returns the ratio as the linker knows figures: a number without unit."""
    return Quantity(
        start=ratio.start,
        end=ratio.end,
        value=ratio.value,
        low=ratio.low,
        high=ratio.high,
        step=0.0,
        unit=None,
        per=None,
        extent=end,
        qualifier=ratio.qualifier,
        rule="ratio",
    )
