"""What a name weighs beside a figure: by distance, place, and the words beside both."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.linking.weights import weights
from extract.linking.wording import (
    asides,
    goes_on,
    is_compared,
    is_contrasted,
    is_description,
    is_owner_of,
    is_provider,
    joined,
    told_of,
)
from extract.records import Name, Quantity
from extract.sentences import Sentences

NEXT_FIGURE_WITHIN = 25  # characters between a name and the figure behind it
MOST_IN_LIST = 8  # names that are compared together
MAKER = 14  # characters between the name of a maker and that of its hardware


class Standing:
    """Weighs how the names of one speech stand to its figures."""

    def __init__(
        self,
        lower: str,
        sentences: Sentences,
        names: Sequence[Name],
        quantities: Sequence[Quantity],
    ) -> None:
        self._lower = lower
        self._sentences = sentences
        self._names = names
        self._starts = [name.start for name in names]
        self._quantities = quantities
        self._asides: dict[int, bool] = {}  # by the starts of sentences
        self._compared: dict[int, bool] = {}  # by the starts of names
        self._said_beside: dict[int, float] = {}  # by the starts of names

    def weigh(self, name: Name, quantity: Quantity, sentence_start: int) -> float:
        """Returns what a name weighs for a figure whose sentence begins at `sentence_start`."""
        table = weights()
        if name.start >= quantity.end:
            return self._weigh_after(name, quantity)
        gap = quantity.start - name.end
        if is_owner_of(self._lower, name, quantity):
            return table.after_joined * self._worth(name)
        if name.start >= sentence_start:
            near = table.before - table.far * min(1.0, gap / table.reach_sentence)
            weight = max(near, self._earlier(gap))  # here is no farther than in a sentence before
            weight *= table.contrasted if is_contrasted(self._lower, quantity) else 1.0
        else:
            weight = self._earlier(gap) * table.kinds_earlier.get(name.kind, 1.0)
            weight *= table.aside if self.is_aside(name) else 1.0
        if self.is_compared(name) and not self._is_told_of(name, quantity):
            weight *= table.compared
        return weight * self._worth(name)

    @staticmethod
    def _earlier(gap: int) -> float:
        """Returns what a name so many characters before a figure weighs in an earlier sentence."""
        table = weights()
        return table.earlier * (1.0 - table.far * gap / table.reach_earlier)

    def _worth(self, name: Name) -> float:
        """Returns the factor by which the words beside a name lessen it: "Mamba layers"."""
        if name.start not in self._said_beside:
            table = weights()
            provides = name.kind == "organisation" and is_provider(self._lower, name)
            worth = table.provider if provides else 1.0
            worth *= table.described if is_description(self._lower, name) else 1.0
            self._said_beside[name.start] = worth
        return self._said_beside[name.start]

    def is_compared(self, name: Name) -> bool:
        """Says whether a name is there to compare with, or goes on with one that is."""
        if name.start not in self._compared:
            self._compared[name.start] = self._is_listed_as_compared(name)
        return self._compared[name.start]

    def _is_listed_as_compared(self, name: Name) -> bool:
        last = bisect_left(self._starts, name.start)
        for index in range(last, max(last - MOST_IN_LIST, -1), -1):
            if is_compared(self._lower, self._names[index]):
                return True
            if not index or not goes_on(self._lower, self._names[index - 1], self._names[index]):
                return False
        return False

    def _is_told_of(self, name: Name, quantity: Quantity) -> bool:
        """Says whether a figure is told of what another is compared with: "GPT-4, which has 8"."""
        return told_of().fullmatch(self._lower, name.end, quantity.start) is not None

    def is_aside(self, name: Name) -> bool:
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
        if self.is_compared(name):
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
