"""Where in a speech a claim may be, told before any number is read.

A claim is about a name near its figure, or of an attribute that is kept without one. Most talk has
neither, and its numbers, which cost more to read than all else, need not be read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extract.attributes.signs import SAID, may_be_large
from extract.lexicon import Lexicon
from extract.linking.owners import is_on_topic
from extract.linking.relations.compared import compared
from extract.linking.walk import Walk
from extract.linking.weights import reach_after, reach_before
from extract.scanning import Outline, filled

BESIDE = 160  # characters around a figure in which others bear upon what it is
APART = 60  # characters between two heads that no number reaches across


def holds_claims(found: Outline, lexicon: Lexicon) -> bool:
    """Says whether a speech may hold a claim, having read no more numbers than are needed."""
    heads = promising(found, lexicon)
    if len(heads) == len(found.heads) > 0:
        return True  # all have to be read anyway
    walk = Walk(found.speech.lower, filled(found, heads, lexicon), lexicon) if heads else None
    return (walk is not None and next(walk.found(), None) is not None) or _may_compare(found)


def _may_compare(found: Outline) -> bool:
    """Says whether a speech may hold a relative statement, which needs no value of its own."""
    if all(name.kind != "model" for name in found.names):
        return False
    ratios = compared(found.speech.lower, found.sentences, found.names)
    return next(ratios, None) is not None


def promising(found: Outline, lexicon: Lexicon) -> Sequence[int]:
    """Returns the heads that may be claims, with those that bear upon them, ascending.

    Where a speech has a claim the first one is among them; what follows from it, such as a figure
    said again, need not be.
    """
    heads = found.heads
    chosen: list[int] = []
    done = 0
    for index in sorted(_alive(found, lexicon)):
        if index >= done:
            first = bisect_left(heads, heads[index] - BESIDE)
            done = max(done, _begin(heads, first, done))
        last = bisect_right(heads, heads[index] + BESIDE)
        chosen += heads[done:last]
        done = max(done, last)
    return chosen


def _begin(heads: Sequence[int], index: int, done: int) -> int:
    """Returns from where on numbers are read as if all before were read, but not before `done`."""
    while index > done and heads[index] - heads[index - 1] < APART:
        index -= 1
    return index


def _alive(found: Outline, lexicon: Lexicon) -> set[int]:
    """Returns the numbers of the heads that may be of a claim."""
    heads, lower = found.heads, found.speech.lower
    alive: set[int] = set()
    for start, end, large in _stretches(found, lexicon):
        near = range(bisect_left(heads, start), bisect_right(heads, end))
        alive.update(it for it in near if not large or may_be_large(lower, heads[it]))
    return alive


def _stretches(found: Outline, lexicon: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Yields where a number may be a claim, and whether only a large one."""
    if is_on_topic(found.names) or not lexicon.signs.all_told:
        yield 0, len(found.speech.lower), False
        return
    for name in found.names:
        first, last = name.start - reach_after() - 2 * SAID, name.end + reach_before(name.kind)
        yield first, last + SAID, False
    yield from lexicon.signs.stretches(found.speech.lower, found.signs, found.heads)
