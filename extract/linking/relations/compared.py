"""The ratios that a speech compares, by relations.toml, before it is known of what and whose."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.linking.attribution import stands_at
from extract.linking.relations.ratios import Ratio, read_ratio
from extract.linking.relations.rules import Comparison, RelationRule, relation_book
from extract.records import Name
from extract.sentences import Sentences

OWNED_REACH = 4  # characters between whose it is and what it is: "GPT-4's price"


@dataclass(frozen=True, slots=True)
class Compared:
    """A ratio and the words that say what it is of.

    Attributes:
        ratio: how many times as much.
        comparison: the words that compare, and their rule.
        start, end: span of those words.
        owner: the model between the two: "half of GPT-4's price".
    """

    ratio: Ratio
    comparison: Comparison
    start: int
    end: int
    owner: Name | None

    @property
    def is_bare(self) -> bool:
        """Says whether nothing joins a multiple to what it is of: "another 100x compute"."""
        return self.comparison.form == "share" and self.start - self.ratio.end <= 1


def compared(lower: str, sentences: Sentences, names: Sequence[Name]) -> Iterator[Compared]:
    """Yields the ratios that are compared, by the words that compare; of a ratio perhaps several.

    Args:
        lower: the speech.
        sentences: of the speech.
        names: in the speech, ascending.
    """
    book = relation_book()
    starts = [name.start for name in names]
    found = ((start, book.comparisons[index]) for index, start in book.automaton.find(lower))
    for start, comparison in sorted(found, key=lambda it: (it[0], -len(it[1].words))):
        first, end = sentences.around(start)[0], start + len(comparison.words)
        owner = None
        if comparison.form == "share":
            owner = _owner(names, bisect_left(starts, start) - 1, start)
        if owner is None:
            said = read_ratio(lower, first, start, comparison.form)
        else:
            said = read_ratio(lower, first, owner.start, "owned")
        ratio = said.factor(comparison.form) if said else None
        if ratio and _holds(lower, comparison.rule, ratio, first, end):
            yield Compared(ratio, comparison, start, end, owner)


def _owner(names: Sequence[Name], index: int, start: int) -> Name | None:
    """Returns the model that stands right before."""
    if index < 0:
        return None
    name = names[index]
    near = name.kind == "model" and 0 <= start - name.end <= OWNED_REACH
    return name if near else None


def _holds(lower: str, rule: RelationRule, ratio: Ratio, first: int, end: int) -> bool:
    """Says whether what the rule demands stands there and nothing that it forbids."""
    if rule.next and not stands_at(rule.next, lower, end):
        return False
    if rule.never_next and stands_at(rule.never_next, lower, end):
        return False
    book = relation_book()
    words = lower[max(first, ratio.start - book.reach) : ratio.start]
    if rule.needs and set(rule.needs).isdisjoint(words.split()):
        return False
    return book.never.search(words) is None
