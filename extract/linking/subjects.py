"""Whose is a quantity: weighs the names around it by distance, place, kind and the talk so far."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from extract.attributes.book import Attribute
from extract.frozen import frozen
from extract.linking.generations import generation, newest
from extract.linking.rows import Row
from extract.linking.weights import weights
from extract.linking.wording import (
    asides,
    generally,
    goes_on,
    is_compared,
    is_contrasted,
    is_description,
    is_owner_of,
    is_provider,
    joined,
    told_of,
)
from extract.records import Name, NameKind, Quantity
from extract.sentences import Sentences

NEXT_FIGURE_WITHIN = 25  # characters between a name and the figure behind it
MAKER = 14  # characters between the name of a maker and that of its hardware
LEAST_KEPT = 0.3  # weight of a subject that is worth remembering
LAST_FIGURES = 2  # whose subjects are still spoken of


@frozen
class Subject:
    """A name with the weight that it won by."""

    name: Name
    weight: float


def _may_have(name: Name, quantity: Quantity, kinds: Sequence[NameKind]) -> bool:
    """Says whether a figure can be of what is named: "the GPU" is nobody's name."""
    holds = name.start <= quantity.start < name.end
    return name.kind in kinds and (name.specific or name.kind == "model") and not holds


def _is_vague(name: Name) -> bool:
    """Says whether no more than a family was named ("Claude")."""
    return name.kind == "model" and not name.specific


def _beside(name: Name, quantity: Quantity) -> bool:
    gap = quantity.start - name.end if name.end <= quantity.start else name.start - quantity.extent
    return gap <= weights().beside


class SubjectFinder:
    """Finds the subjects of quantities of one speech, by the names around them.

    Attributes:
        row: the figures that were compared last; who finds out whose figures are keeps it.
    """

    def __init__(
        self,
        lower: str,
        sentences: Sentences,
        names: Sequence[Name],
        quantities: Sequence[Quantity],
    ) -> None:
        self.row = Row()
        self._lower = lower
        self._sentences = sentences
        self._names = names
        self._starts = [name.start for name in names]
        self._quantities = quantities
        self._last: deque[tuple[int, Name]] = deque(maxlen=LAST_FIGURES)
        self._asides: dict[int, bool] = {}  # by the starts of sentences
        self._compared: dict[int, bool] = {}  # by the starts of names
        self._said_beside: dict[int, float] = {}  # by the starts of names

    def find(
        self, quantity: Quantity, attribute: Attribute, kinds: Sequence[NameKind]
    ) -> Subject | None:
        """Returns the likeliest subject, or None where no name weighs enough."""
        candidates = self.candidates(quantity, attribute, kinds)
        best = max(candidates, key=lambda subject: subject.weight, default=None)
        return None if best is None or best.weight <= weights().threshold else best

    def candidates(
        self, quantity: Quantity, attribute: Attribute, kinds: Sequence[NameKind]
    ) -> Iterator[Subject]:
        """Yields the names around that the quantity may be of, with their weights.

        Args:
            quantity: whose subject is looked for.
            attribute: what it is of.
            kinds: which names it can be said of, the likeliest first.
        """
        sentence = self._sentences.around(quantity.start)
        found = list(self._around(quantity, attribute, kinds, sentence))
        start, _ = sentence
        likely = (it.name for it in found if it.weight > weights().threshold)
        latest = newest(name for name in likely if name.start < quantity.start)
        named = any(it.name.start >= start and it.name.kind == kinds[0] for it in found)
        for subject in found:
            name, factor = subject.name, self._among_others(subject.name, latest, start)
            before = start <= name.start < quantity.start
            if before and not named and name.kind == "organisation":
                factor *= weights().owner
            if name.product and not attribute.of_products:
                factor *= weights().product
            yield Subject(name, subject.weight * factor)

    @staticmethod
    def _among_others(name: Name, latest: Mapping[str, float], sentence_start: int) -> float:
        """Returns what an older version is worth beside a newer one of its family."""
        number = generation(name) if name.start < sentence_start else None
        older = number is not None and number < latest.get(name.family, number)
        return weights().older if older else 1.0

    def _around(
        self,
        quantity: Quantity,
        attribute: Attribute,
        kinds: Sequence[NameKind],
        sentence: tuple[int, int],
    ) -> Iterator[Subject]:
        start, end = sentence
        here_only = generally().search(self._lower, start, end) is not None
        named_here = False
        for name in self._near(quantity, end):
            earlier = name.start < start
            if (here_only and earlier) or not _may_have(name, quantity, kinds):
                continue
            factor = self._kind_factor(name, kinds, quantity)
            if earlier and self.row.yields(name, quantity, attribute):
                factor *= weights().in_row
            told = not earlier and name.kind == kinds[0] and not self._is_compared(name)
            named_here = named_here or told
            yield Subject(name, self._weigh(name, quantity, start) * factor)
        if not (here_only or named_here):
            yield from self._going_on(quantity, kinds, start)

    def keep(self, subject: Subject, quantity: Quantity) -> None:
        """Remembers whose a figure was found to be."""
        if subject.weight > LEAST_KEPT and not (self._is_aside(subject.name) or self._is_compared(subject.name)):
            self._last.append((quantity.end, subject.name))

    def _going_on(
        self, quantity: Quantity, kinds: Sequence[NameKind], sentence_start: int
    ) -> Iterator[Subject]:
        """Yields who had the figures before: the talk may still be of them, unnamed."""
        table = weights()
        for end, name in self._last:
            if name.kind in kinds and name.start < sentence_start:
                weight = table.going_on * (
                    1.0 - table.far * (quantity.start - end) / table.reach_going_on
                )
                factor = self._kind_factor(name, kinds, quantity)
                yield Subject(name, weight * factor * table.kinds_earlier.get(name.kind, 1.0))

    def _near(self, quantity: Quantity, sentence_end: int) -> Sequence[Name]:
        first = bisect_left(self._starts, quantity.start - weights().reach_earlier)
        return self._names[first : bisect_right(self._starts, sentence_end - 1)]

    def _weigh(self, name: Name, quantity: Quantity, sentence_start: int) -> float:
        table = weights()
        if name.start >= quantity.end:
            return self._weigh_after(name, quantity)
        gap = quantity.start - name.end
        if is_owner_of(self._lower, name, quantity):
            return table.after_joined * self._worth(name)
        if name.start >= sentence_start:
            weight = table.before - table.far * min(1.0, gap / table.reach_sentence)
            weight *= table.contrasted if is_contrasted(self._lower, quantity) else 1.0
        else:
            weight = table.earlier * (1.0 - table.far * gap / table.reach_earlier)
            weight *= table.kinds_earlier.get(name.kind, 1.0)
            weight *= table.aside if self._is_aside(name) else 1.0
        if self._is_compared(name) and not self._is_told_of(name, quantity):
            weight *= table.compared
        return weight * self._worth(name)

    def _worth(self, name: Name) -> float:
        """Returns the factor by which the words beside a name lessen it: "Mamba layers"."""
        if name.start not in self._said_beside:
            table = weights()
            provides = name.kind == "organisation" and is_provider(self._lower, name)
            worth = table.provider if provides else 1.0
            worth *= table.described if is_description(self._lower, name) else 1.0
            self._said_beside[name.start] = worth
        return self._said_beside[name.start]

    def _is_compared(self, name: Name) -> bool:
        """Says whether a name is there to compare with, or goes on with one that is."""
        if name.start not in self._compared:
            before = self._before(name)
            self._compared[name.start] = is_compared(self._lower, name) or (
                before is not None
                and goes_on(self._lower, before, name)
                and self._is_compared(before)
            )
        return self._compared[name.start]

    def _before(self, name: Name) -> Name | None:
        index = bisect_left(self._starts, name.start)
        return self._names[index - 1] if index else None

    def _is_told_of(self, name: Name, quantity: Quantity) -> bool:
        """Says whether a figure is told of what another is compared with: "GPT-4, which has 8"."""
        return told_of().fullmatch(self._lower, name.end, quantity.start) is not None

    def _is_aside(self, name: Name) -> bool:
        """Says whether the sentence of a name tells that it is there to compare with."""
        start, end = self._sentences.around(name.start)
        if start not in self._asides:
            self._asides[start] = asides().search(self._lower, start, end) is not None
        return self._asides[start]

    def _weigh_after(self, name: Name, quantity: Quantity) -> float:
        table = weights()
        if name.kind == "organisation" and self._makes_what_follows(name):
            return 0.0
        following = self._figure_behind(quantity)
        if following < len(self._quantities) and self._quantities[following].start < name.start:
            return 0.0
        between = self._lower[quantity.extent : name.start]
        if between.isspace() or joined().fullmatch(between):
            return table.after_joined
        gap = name.start - quantity.extent
        weight = table.after - table.far * min(1.0, gap / table.reach_sentence)
        if self._is_compared(name):
            weight *= table.compared
        return weight * table.next_figure if self._nearer_to_next(following, name) else weight

    def _figure_behind(self, quantity: Quantity) -> int:
        """Returns which figure is the next; the "one" of "a single model" is none."""
        index = bisect_left(self._quantities, quantity.end, key=lambda other: other.start)
        while index < len(self._quantities):
            figure = self._quantities[index]
            if figure.value != 1.0 or figure.unit is not None:
                break
            index += 1
        return index

    def _makes_what_follows(self, name: Name) -> bool:
        """Says whether a name is the maker's of hardware: "6 gigawatts of AMD Instinct GPUs"."""
        behind = bisect_right(self._starts, name.start)
        if behind == len(self._names):
            return False
        following = self._names[behind]
        return following.kind == "hardware" and following.start - name.end <= MAKER

    def _nearer_to_next(self, following: int, name: Name) -> bool:
        """Says whether the name stands right before another figure in its sentence."""
        if following >= len(self._quantities):
            return False
        figure = self._quantities[following].start
        same = self._sentences.at(figure) == self._sentences.at(name.start)
        return same and figure - name.end <= NEXT_FIGURE_WITHIN

    @staticmethod
    def _kind_factor(name: Name, kinds: Sequence[NameKind], quantity: Quantity) -> float:
        table = weights()
        factor: float = 1.0
        if name.kind not in table.never_second:
            factor = table.second_kind ** kinds.index(name.kind)
        if _is_vague(name) and not _beside(name, quantity):
            factor *= table.family_only
        return factor if name.certain else factor * table.uncertain
