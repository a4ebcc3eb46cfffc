"""Reads a quantity around a number: qualifier, range, unit and rate.

Everything is anchored at the number; nothing here searches the text.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.automaton import Automaton
from extract.frozen import frozen
from extract.lowering import lower_same_length
from extract.numbers.parts import MONEY, heads, read_first_part
from extract.numbers.qualifiers import qualified
from extract.numbers.ranges import Range, read_range
from extract.numbers.rates import Counted, counted_rate, rate_before, rate_behind
from extract.numbers.rejects import find_rejection
from extract.numbers.vocabulary import unit_words
from extract.records import Quantity

# Words for what is counted are not part of the figure's own words: "400 billion", not
# "400 billion parameters"; but "80 gigs", "94%".
LONGEST = 400  # characters of a quantity with unit and rate
NOT_IN_SPAN = frozenset({"parameter", "token", "word"})


@frozen
class Reading:
    """A number that was found, and whether it is a quantity.

    Attributes:
        quantity: the number with its unit and bounds, also of one that was turned down.
        rejected: why it is no quantity ("year", "ordinal", "multiple" …); None where it is one.
        resume: where to read on; no head before it starts another number.
    """

    quantity: Quantity
    rejected: str | None
    resume: int


def read_quantity(lower: str, head: int, limit: int, end: int) -> Reading | None:
    """Reads the quantity whose first number word or digit is at `head`.

    Args:
        lower: lower-cased text.
        head: where its first number word or digit stands.
        limit: no number may reach beyond (the start of the next name).
        end: no unit may reach beyond (the end of the text or turn).

    Returns:
        What was read; None where no number begins.
    """
    first = read_first_part(lower, head, limit, end)
    if first is None:
        return None
    said = read_range(lower, first, limit, end)
    last = said.last
    rate = rate_behind(lower, last.end, end) if "rate" in last.followed else None
    unit = last.unit or said.first.unit
    if unit is None and last.number.rule == "fraction":
        unit = "USD" if rate and rate[0] in unit_words().rate.of_tokens else "fraction"
    per = rate[0] if rate else (rate_before(lower, first.start) if unit in MONEY else None)
    extent = rate[1] if rate else last.end
    rejection = find_rejection(lower, said, bare=unit is None and per is None)
    quantity = _quantity(lower, said, unit, per, extent)
    if unit in MONEY and per is None:
        counted = counted_rate(lower, first.start, last.end, end)
        quantity = _for_one(quantity, counted) if counted else quantity
    if rejection is not None:
        return Reading(quantity, rejection.reason, max(extent, rejection.end))
    return Reading(quantity, None, quantity.extent)


def find_quantities(
    lower: str, heads: Iterable[int], blocked: Sequence[tuple[int, int]] = ()
) -> Iterator[Reading]:
    """Yields what is read at each head that stands in nothing that was read before it.

    Args:
        lower: lower-cased text.
        heads: where numbers may begin, ascending.
        blocked: stretches that hold no quantity (names), ascending and apart.
    """
    starts = [start for start, _ in blocked]
    position, length = 0, len(lower)
    for head in heads:
        if head < position:
            continue
        following = bisect_left(starts, head + 1)
        if following and blocked[following - 1][1] > head:
            position = blocked[following - 1][1]
            continue
        limit = starts[following] if following < len(starts) else length
        end = min(length, head + LONGEST)  # a pattern that misses its word would look on to the end
        reading = read_quantity(lower, head, min(limit, end), end)
        if reading is not None:
            position = reading.resume
            yield reading


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Reads all quantities in a text, written or said.

    Offsets count in `text`. Numbers in names ("GPT-4.5") are not told from quantities here; where
    that matters, use extract.scanning.scan, which reads names first.

    >>> [(q.value, q.unit) for q in read_quantities("ten to fifteen trillion tokens for $5")]
    [(12500000000000.0, 'token'), (5.0, 'USD')]
    """
    readings = read_numbers(lower_same_length(text))
    return tuple(reading.quantity for reading in readings if reading.rejected is None)


def read_numbers(lower: str) -> tuple[Reading, ...]:
    """Returns what is read at each number of a lower-cased text, those turned down too."""
    heads_found = sorted(start for _, start in _heads().find(lower))
    return tuple(find_quantities(lower, heads_found)) if heads_found else ()


@cache
def _heads() -> Automaton:
    return Automaton(begun=heads())


def _for_one(price: Quantity, counted: Counted) -> Quantity:
    """Returns a price of so many as that of one: a dollar for 10 million tokens."""
    count = float(counted.number)
    one = price.changed(lambda number: number / count)
    return replace(one, per=counted.per, extent=counted.end)


def _quantity(lower: str, said: Range, unit: str | None, per: str | None, extent: int) -> Quantity:
    qualifier, low, high = qualified(lower, said)
    number = said.last.number
    middle = said.low if said.high is None else (said.low + said.high) / 2
    return Quantity(
        start=said.first.start,
        end=number.end if unit in NOT_IN_SPAN else said.last.end,
        value=float(middle),
        low=low,
        high=high,
        step=float(number.step),
        unit=unit,
        per=per,
        extent=extent,
        qualifier=qualifier,
        rule=number.rule if said.form == "single" else said.form,
    )
