"""Names that one statement is made about: "Flash and Pro have …", "both models have …"."""

from bisect import bisect_left
from collections.abc import Sequence

from extract.linking.subjects import Subject
from extract.linking.wording import both, coordinated
from extract.records import Name, Quantity
from extract.sentences import Sentences

MOST_IN_ROW = 8


class Together:
    """Finds the names that stand together with a subject in one speech."""

    def __init__(self, lower: str, sentences: Sentences, names: Sequence[Name]) -> None:
        self._lower = lower
        self._sentences = sentences
        self._names = names
        self._starts = [name.start for name in names]

    def coordinated(self, subject: Subject, quantity: Quantity) -> tuple[Name, ...]:
        """Returns the subject with the names of its kind joined to it ("Flash and Pro have …")."""
        index = bisect_left(self._starts, subject.name.start)
        group = [subject.name]
        if subject.name.start > quantity.start:
            return tuple(group)
        for name in reversed(self._names[max(0, index - MOST_IN_ROW) : index]):
            if not self._joins(name, group[0]):
                break
            group.insert(0, name)
        for name in self._names[index + 1 : index + MOST_IN_ROW]:
            if name.start >= quantity.start or not self._joins(group[-1], name):
                break
            group.append(name)
        return tuple(group)

    def both(self, subject: Subject, quantity: Quantity) -> tuple[Name, ...]:
        """Returns the two named last before "both models" in the sentence, else none."""
        start, end = self._sentences.around(quantity.start)
        said = both().search(self._lower, start, end)
        if said is None or said.start() < subject.name.end:
            return ()
        last: dict[str, Name] = {}
        index = bisect_left(self._starts, said.start())
        for name in reversed(self._names[max(0, index - MOST_IN_ROW) : index]):
            if name.kind == subject.name.kind and name.specific:
                last.setdefault(name.canonical, name)
        return tuple(reversed(list(last.values())[:2])) if len(last) > 1 else ()

    def _joins(self, first: Name, second: Name) -> bool:
        match = coordinated().fullmatch(self._lower, first.end, second.start)
        return (
            first.kind == second.kind and match is not None and first.canonical != second.canonical
        )
