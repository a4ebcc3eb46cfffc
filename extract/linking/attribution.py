"""Of what is a quantity: weighs the rules of the attributes against the words around it."""

from collections.abc import Sequence

from extract.attributes.book import NOT_A_CLAIM, Attribute, AttributeBook, Rule
from extract.attributes.patterns import matches
from extract.frozen import frozen
from extract.linking.landmarks import Landmarks, Span, Surroundings, any_within
from extract.linking.scored import is_scored
from extract.records import NameKind, Quantity
from extract.sentences import Sentences

AGAINST_REACH = 40  # characters around a quantity in which a word speaks against a rule
LOOK_BACK = 160  # characters before a quantity in which a cue may stand, and more
FAR = 0.5  # what of its weight a cue loses at the far end of its reach
TAKEN = 0.55  # a cue that stands nearer to another quantity counts this much
OTHER_SENTENCE = 0.75  # a cue in the sentence before counts this much …
OTHER_SENTENCE_BARE = 0.45  # … and this much for a number without unit
BEHIND = 60  # characters behind a quantity, or before it, that a pattern may see
LATELY = 800  # characters before a quantity in which what is talked of may stand
THRESHOLD = 0.3


@frozen
class Attribution:
    """What a quantity is of: the winning rule and its weight after distance."""

    attribute: Attribute
    rule: Rule
    weight: float

    @property
    def subjects(self) -> tuple[NameKind, ...]:
        """Returns the kinds of name that it can be said of, the likeliest first."""
        return self.rule.subjects or self.attribute.subjects


class Attributor:
    """Attributes the quantities of one speech."""

    def __init__(
        self,
        lower: str,
        book: AttributeBook,
        marks: Landmarks,
        sentences: Sentences,
        quantities: Sequence[Quantity],
    ) -> None:
        self._lower = lower
        self._book = book
        self._marks = marks
        self._sentences = sentences
        self._quantities = quantities
        self._known: dict[int, Attribution | None] = {}
        # What several rules ask of one quantity: whether it is scored, and what was said lately.
        self._scored = (-1, False)
        self._lately: tuple[int, Surroundings] = (-1, {})

    def attribute(self, index: int) -> Attribution | None:
        """Returns what a quantity is of; None where nothing tells or it is no claim."""
        best = self.best(index)
        return None if best is None or best.attribute.name.startswith(NOT_A_CLAIM) else best

    def best(self, index: int) -> Attribution | None:
        """Returns the rule that weighs most for the quantity at `index`, those of no claims too."""
        if index not in self._known:
            self._known[index] = self._weigh_all(index)
        return self._known[index]

    def candidates(self, index: int) -> list[Attribution]:
        """Returns all rules that hold for the quantity at `index`, the weightiest first."""
        quantity = self._quantities[index]
        sentence, around = self._around(quantity)
        found = [
            Attribution(attribute, rule, weight)
            for attribute, rule in self._book.rules_met(quantity.unit or "", around)
            if _fits(quantity, attribute, rule)
            and (weight := self._weigh(index, rule, around, sentence)) > THRESHOLD
        ]
        return sorted(found, key=lambda attribution: -attribution.weight)

    def _around(self, quantity: Quantity) -> tuple[Span, Surroundings]:
        """Returns the quantity's sentence, and what stands in it and shortly before."""
        sentence = self._sentences.around(quantity.start)
        first = min(sentence[0], quantity.start - LOOK_BACK)
        return sentence, self._marks.around(first, sentence[1])

    def _weigh_all(self, index: int) -> Attribution | None:
        quantity = self._quantities[index]
        sentence, around = self._around(quantity)
        best: Attribution | None = None
        for attribute, rule in self._book.rules_met(quantity.unit or "", around):
            least = best.weight if best else THRESHOLD
            if rule.weight > least and _fits(quantity, attribute, rule):
                weight = self._weigh(index, rule, around, sentence)
                if weight > least:
                    best = Attribution(attribute, rule, weight)
        return best

    def _weigh(self, index: int, rule: Rule, around: Surroundings, sentence: Span) -> float:
        """Returns what the rule weighs for the quantity at `index`; 0 where it does not hold."""
        nearest = 1.0
        if rule.cues:
            nearest = self._nearest(index, rule, around, sentence[0])
        if nearest * rule.weight <= THRESHOLD or not self._holds(index, rule, around, sentence):
            return 0.0
        return nearest * rule.weight

    def _holds(self, index: int, rule: Rule, around: Surroundings, sentence: Span) -> bool:
        """Says whether what the rule demands stands there and nothing that it forbids."""
        quantity = self._quantities[index]
        if rule.scored and not self._is_scored(index):
            return False
        if rule.led and not stands_before(rule.led, self._lower, quantity.start):
            return False
        if rule.next and not stands_at(rule.next, self._lower, quantity.end):
            return False
        if rule.never_next and stands_at(rule.never_next, self._lower, quantity.extent):
            return False
        if rule.needs and not any_within(around, rule.needs, *sentence):
            return False
        if rule.lately and not self._is_talked_of(index, rule, sentence[1]):
            return False
        if rule.never_lately and not around.keys().isdisjoint(rule.never_lately):
            return False
        first = max(sentence[0], quantity.start - AGAINST_REACH)
        last = min(sentence[1], quantity.extent + AGAINST_REACH)
        return not any_within(around, rule.against, first, last)

    def _is_scored(self, index: int) -> bool:
        if self._scored[0] != index:
            self._scored = (index, is_scored(self._lower, self._quantities[index]))
        return self._scored[1]

    def _is_talked_of(self, index: int, rule: Rule, end: int) -> bool:
        if not self._said_lately(index, end).keys().isdisjoint(rule.lately):
            return True
        if rule.lately_within <= LATELY:
            return False
        first = self._quantities[index].start - rule.lately_within
        return not self._marks.around(first, end).keys().isdisjoint(rule.lately)

    def _said_lately(self, index: int, end: int) -> Surroundings:
        if self._lately[0] != index:
            first = self._quantities[index].start - LATELY
            self._lately = (index, self._marks.around(first, end))
        return self._lately[1]

    def _nearest(self, index: int, rule: Rule, around: Surroundings, sentence_start: int) -> float:
        """Returns 1 where a cue touches the quantity, less with distance, 0 where none reaches."""
        quantity = self._quantities[index]
        nearest = 0.0
        for group in rule.cues:
            for cue in around.get(group, ()):
                gap, reach = _gap(quantity, cue, rule)
                if gap > reach:
                    continue
                near = 1.0 - FAR * gap / max(reach, 1)
                if cue[0] < sentence_start:
                    near *= OTHER_SENTENCE if quantity.unit else OTHER_SENTENCE_BARE
                if near > nearest and self._taken(index, cue, gap):
                    near *= TAKEN
                nearest = max(nearest, near)
        return nearest

    def _taken(self, index: int, cue: Span, gap: int) -> bool:
        """Says whether the neighbour on the cue's side stands nearer to the cue."""
        quantity = self._quantities[index]
        neighbour = index - 1 if cue[1] <= quantity.start else index + 1
        if not 0 <= neighbour < len(self._quantities):
            return False
        other = self._quantities[neighbour]
        away = cue[0] - other.extent if other.end <= cue[0] else other.start - cue[1]
        return away < gap


def stands_at(pattern: str, lower: str, place: int) -> bool:
    """Says whether a pattern of the attributes' data matches at `place`.

    It sees no more than BEHIND characters: a pattern that needs a word that is not there would
    else be looked for through the whole text.
    """
    return matches(pattern, lower, place, place + BEHIND)


def stands_before(pattern: str, lower: str, place: int) -> bool:
    """Says whether a pattern of the attributes' data matches up to `place`, as `stands_at` does."""
    return matches(pattern, lower, max(0, place - BEHIND), place, backwards=True)


def _gap(quantity: Quantity, cue: Span, rule: Rule) -> tuple[int, int]:
    """Returns how many characters lie between cue and quantity, and how many may."""
    if cue[1] <= quantity.start:
        return quantity.start - cue[1], rule.before or -1
    if cue[0] >= quantity.extent:
        return cue[0] - quantity.extent, rule.after or -1
    return (0, rule.after or -1) if cue[0] >= quantity.end - 1 else (1, 0)


def _fits(quantity: Quantity, attribute: Attribute, rule: Rule) -> bool:
    """Says whether value and rate are such as the rule speaks of."""
    if rule.per:
        if quantity.per not in rule.per:
            return False
    elif quantity.per is not None and not attribute.any_per:
        return False
    if rule.decimal and not 0.0 < quantity.step < 1.0:
        return False
    return rule.least <= (quantity.value or 0.0) <= rule.most
