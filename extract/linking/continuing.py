"""What carries over from one figure to the next: "o1 had 79.2, R1 79.8", "10^13 or 10 trillion".

Talk leaves out what was just said: the unit ("GPT-4 had 71"), the magnitude ("128 thousand …
Claude went to 200"), and of two figures which is which ("$5 in, 15 out … it was ten and thirty").
"""

from dataclasses import replace

import regex

from extract.attributes.book import Attribute
from extract.linking.attribution import Attribution, Attributor
from extract.linking.found import Found
from extract.linking.landmarks import Landmarks
from extract.linking.left_out import MOST_PERCENT, as_meant, is_share, same_unit
from extract.linking.memory import counts_something
from extract.linking.scored import is_priced, is_scored, scores_itself, stands_alone
from extract.records import Quantity
from extract.scanning import Scan

CARRIED = 0.7  # what is left of an attribution's weight that is carried to another place
RESTATED_WITHIN = 45  # characters between a value and the same value in other words
GOES_ON_WITHIN = 400  # characters through which a row of figures goes on
SCORES_GO_ON_WITHIN = 1200  # … where it is of scores, and a number is said to be scored
PRICES_GO_ON_WITHIN = 150  # … where it is of prices and the like, and a number is said to be one
NAME_BEFORE = 45  # characters between a figure and the name before it that it goes on with …
NAME_BEHIND = 16  # … and the one behind it
PAIR_WITHIN = 60  # characters between two figures of different attributes that make a pair
LEAST_SCORE = 8.0  # of a number that goes on with scores
MANY = 1e3  # from where a bare number goes on with accelerators, hours and the like

_AND = regex.compile(r",?\s+(?:and|or)\s+(?:about\s+)?")
_TO = regex.compile(r",?\s+(?:up\s|down\s)?to\s+(?:about\s|around\s|like\s|over\s|just\s)?")
_CLAUSE_ENDS = regex.compile(r"[.?!;:]\s")


class Continuing:
    """The figures of one speech, and what was found last."""

    def __init__(self, lower: str, scan: Scan, marks: Landmarks, attributor: Attributor) -> None:
        self._lower = lower
        self._quantities = scan.quantities
        self._sentences = scan.sentences
        self._marks = marks
        self._attributor = attributor
        self._last: Found | None = None
        self._last_score: Found | None = None
        self._before_last: Found | None = None
        self._second: tuple[int, Attribution] | None = None

    def keep(self, found: Found) -> None:
        """Remembers what was found last."""
        self._before_last, self._last = self._last, found
        if found.attribution.attribute.on_benchmark:
            self._last_score = found

    def restatement(self, index: int, neighbour: int) -> Quantity | None:
        """Returns the neighbour if it says the same in other words ("10^13 or 10 trillion")."""
        if not 0 <= neighbour < len(self._quantities):
            return None
        one, other = self._quantities[index], self._quantities[neighbour]
        gap = max(other.start - one.extent, one.start - other.extent)
        bare_one = one.unit is None and one.value == 1.0  # "at batch size one … one percent"
        alike = one.value == other.value and (one.unit is None or one.unit == other.unit)
        return other if alike and not bare_one and gap <= RESTATED_WITHIN else None

    def restated(self, index: int) -> Attribution | None:
        """Returns what a figure is of whose neighbour says the same in other words."""
        for neighbour in (index - 1, index + 1):
            if self.restatement(index, neighbour) is not None:
                attribution = self._attributor.attribute(neighbour)
                if attribution is not None:
                    return carried(attribution)
        return None

    def continued(self, quantity: Quantity) -> tuple[Quantity, Attribution] | None:
        """Returns a figure as it is meant and what it is of, where it goes on with the one before.

        It does so in one sentence, or right beside the name of another: "o1 had 79.2, R1 79.8", or
        where a number is said to be scored.
        """
        last, score = self._last, self._last_score
        if last is not None and self._turned_to_scores(last, quantity):
            last = None
        if last is not None and self._is_priced(last, quantity):
            return quantity, carried(last.attribution)
        if score is not None and self._is_scored(score, quantity):
            return quantity, carried(score.attribution)
        if last is None or quantity.start - last.quantity.extent > GOES_ON_WITHIN:
            return None
        meant: Quantity | None = quantity
        if not self._goes_on_in_sentence(last.quantity, quantity):
            attribute = last.attribution.attribute
            meant = as_meant(last.quantity, quantity, attribute)
            changed = _TO.fullmatch(self._lower, last.quantity.extent, quantity.start) is not None
            if not (
                changed
                or self._stands_beside_name(quantity, attribute)
                or (meant is quantity and self._is_said_anew(last, quantity))
            ):
                return None
        return None if meant is None else (meant, carried(last.attribution))

    def paired(self, index: int) -> Attribution | None:
        """Returns what a figure is of where two go on with two others: "it was ten and thirty"."""
        if self._second is not None and self._second[0] == index:
            return self._second[1]
        one, other = self._before_last, self._last
        two = self._quantities[index : index + 2]
        if one is None or other is None or len(two) < 2:
            return None
        first, second = two
        if not (
            self._is_pair(one, other) and self._go_on(one, first) and self._go_on(other, second)
        ):
            return None
        if not _AND.fullmatch(self._lower, first.extent, second.start):
            return None
        self._second = (index + 1, carried(other.attribution))
        return carried(one.attribution)

    @staticmethod
    def _is_pair(one: Found, other: Found) -> bool:
        """Says whether two figures of different attributes were said together."""
        near = 0 <= other.quantity.start - one.quantity.extent <= PAIR_WITHIN
        return near and one.attribution.attribute is not other.attribution.attribute

    def _go_on(self, found: Found, quantity: Quantity) -> bool:
        """Says whether a figure may be of the same attribute, with nothing left out."""
        before, attribute = found.quantity, found.attribution.attribute
        if quantity.start - before.extent > GOES_ON_WITHIN:
            return False
        counts = counts_something(self._lower, quantity)
        return not counts and as_meant(before, quantity, attribute) is quantity

    def _is_scored(self, before: Found, quantity: Quantity) -> bool:
        """Says whether a number is said as a score after others."""
        reach = SCORES_GO_ON_WITHIN if before is self._last else GOES_ON_WITHIN
        return (
            quantity.start - before.quantity.extent <= reach
            and _tells_scores(before.quantity)
            and _is_such(quantity)
            and (is_scored(self._lower, quantity) or stands_alone(self._lower, quantity))
        )

    def _turned_to_scores(self, last: Found, quantity: Quantity) -> bool:
        """Says whether a benchmark was named since a figure that is no score."""
        near = quantity.start - last.quantity.extent <= GOES_ON_WITHIN
        if last.attribution.attribute.on_benchmark or not near:
            return False
        return "<benchmark>" in self._marks.around(last.quantity.extent, quantity.start)

    def _is_priced(self, before: Found, quantity: Quantity) -> bool:
        """Says whether a number is said to be what the price before was: "it was eight then"."""
        attribute = before.attribution.attribute
        return (
            attribute.changing
            and quantity.start - before.quantity.extent <= PRICES_GO_ON_WITHIN
            and _goes_bare(attribute, quantity)
            and is_priced(self._lower, quantity)
            and as_meant(before.quantity, quantity, attribute) is quantity
        )

    def _is_said_anew(self, before: Found, quantity: Quantity) -> bool:
        """Says whether a large number mends the one before: "it was 4,096, now it's 16,384"."""
        together = self._sentences.at(before.quantity.start) == self._sentences.at(quantity.start)
        large = quantity.unit is None and (quantity.value or 0.0) >= MANY
        return together and large and is_scored(self._lower, quantity)

    def _goes_on_in_sentence(self, before: Quantity, quantity: Quantity) -> bool:
        sentence = self._sentences.at(quantity.start)
        return same_unit(before, quantity) and self._sentences.at(before.start) == sentence

    def _stands_beside_name(self, quantity: Quantity, attribute: Attribute) -> bool:
        """Says whether a figure that counts nothing else stands right beside a name."""
        if counts_something(self._lower, quantity) or scores_itself(self._lower, quantity):
            return False
        if not _goes_bare(attribute, quantity):
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


def carried(attribution: Attribution) -> Attribution:
    """Returns the attribution as it is worth at another place."""
    return replace(attribution, weight=attribution.weight * CARRIED)


def _is_such(quantity: Quantity) -> bool:
    """Says whether the figure is such a number as scores are said in."""
    if quantity.unit not in (None, "percent") or quantity.per is not None:
        return False
    read = quantity.rule in ("digits", "words")
    return read and LEAST_SCORE <= (quantity.value or 0.0) <= MOST_PERCENT


def _tells_scores(quantity: Quantity) -> bool:
    """Says whether a score is such that a bare number may go on with it."""
    return quantity.unit == "fraction" or is_share(quantity) or _is_such(quantity)


def _goes_bare(attribute: Attribute, quantity: Quantity) -> bool:
    """Says whether such a figure is said in rows without a word of what it is of.

    Scores, prices and sizes are; "GPT-5 was 79" behind sixty hours of training is something else.
    """
    if quantity.unit is None and quantity.value == 1.0:  # "Flash, the cheap one"
        return False
    if attribute.on_benchmark:  # nobody scores "one" without a unit
        return is_share(quantity) or (quantity.value or 0.0) >= LEAST_SCORE
    told = attribute.changing or bool(attribute.left_out)
    return told or quantity.unit is not None or (quantity.value or 0.0) >= MANY
