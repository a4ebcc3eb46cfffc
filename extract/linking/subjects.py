"""Whose is a quantity: weighs the names around it by distance, place, kind and the talk so far."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from extract.attributes.book import Attribute
from extract.frozen import frozen
from extract.linking.generations import generation, newest
from extract.linking.rows import Row
from extract.linking.standing import Standing
from extract.linking.weights import weights
from extract.linking.wording import generally
from extract.records import Name, NameKind, Quantity
from extract.sentences import Sentences

LEAST_KEPT = 0.3  # weight of a subject that is worth remembering
LAST_WORD = 3  # characters between the end of a name and the next sentence
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
        self._standing = Standing(lower, sentences, names, quantities)
        self._last: deque[tuple[int, Name]] = deque(maxlen=LAST_FIGURES)

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
        """Returns what an older version is worth beside a newer one of its family.

        What the sentence before ends with is spoken of on: "Take GPT-3.5. It costs less".
        """
        if name.start >= sentence_start or sentence_start - name.end <= LAST_WORD:
            return 1.0
        number = generation(name)
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
            told = not earlier and name.kind == kinds[0] and not self._standing.is_compared(name)
            named_here = named_here or told
            yield Subject(name, self._standing.weigh(name, quantity, start) * factor)
        if not (here_only or named_here):
            yield from self._going_on(quantity, kinds, start)

    def keep(self, subject: Subject, quantity: Quantity) -> None:
        """Remembers whose a figure was found to be."""
        if subject.weight > LEAST_KEPT and not (
            self._standing.is_aside(subject.name) or self._standing.is_compared(subject.name)
        ):
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

    @staticmethod
    def _kind_factor(name: Name, kinds: Sequence[NameKind], quantity: Quantity) -> float:
        table = weights()
        factor: float = 1.0
        if name.kind not in table.never_second:
            factor = table.second_kind ** kinds.index(name.kind)
        if _is_vague(name) and not _beside(name, quantity):
            factor *= table.family_only
        return factor if name.certain else factor * table.uncertain
