"""Reads a range: "ten to fifteen trillion", "between 20 and 30", "39%, 40%"."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from extract.frozen import frozen
from extract.numbers import joints
from extract.numbers.parts import Part, read_part
from extract.numbers.vocabulary import qualifier_words

ONE = Decimal(1)
MOST_IN_LIST = 4
YEARS = range(1990, 2101)  # "750 megawatts through 2028"
UNFIT = frozenset({"plural", "year", "ordinal", "decade", "slashed", "unread"})  # no ends of ranges
REACH = 60  # characters before a number in which "between" may stand …
REACH_CHANGE = 120  # … and a verb of change: "it extends the context from"
# How far apart the ends of a range may lie that is said without "to".
STEPS = (Decimal(1), Decimal(5), Decimal(10), Decimal(100))  # of "15 16", "10 15", "60 70"
GUESSES, LEAST_GUESS = (Decimal(1), Decimal(5), Decimal(10)), Decimal(40)  # of bare numbers
MAX_RATIO_OR, MAX_RATIO_COMMA, MAX_RATIO_COMMA_UNITS = Decimal(10), Decimal(2), Decimal("1.15")


@frozen
class Range:
    """One number or the two ends of a range.

    Attributes:
        first, last: the parts at its ends, the same for one number.
        low, high: the ends; high None for "billions and more".
        form: single, range (two ends said), plural ("tens of billions"), open ("billions") or
            decade (years: "the 60s").
    """

    first: Part
    last: Part
    low: Decimal
    high: Decimal | None
    form: Literal["single", "range", "plural", "open", "decade"]


def read_range(lower: str, first: Part, limit: int, end: int) -> Range:
    """Reads on from `first` to the other end of a range, if there is one."""
    number = first.number
    if number.rule == "plural":
        form: Literal["plural", "open"] = "open" if number.high is None else "plural"
        return Range(first, first, number.low, number.high, form)
    if number.rule == "decade":
        placed = _within_decade(lower, first)
        if placed is None:
            return Range(first, first, number.value, number.value, "decade")
        first, number = placed, placed.number
    if "range" not in first.followed or _is_noun(lower, first):
        return Range(first, first, number.value, number.value, "single")
    if (margin := _margin(lower, first, limit, end)) is not None:
        width = abs(margin.number.value)
        return Range(first, margin, number.value - width, number.value + width, "range")
    if (mended := _mended(lower, first, limit, end)) is not None:
        return mended
    if (changed := _changed(lower, first, limit, end)) is not None:
        return changed
    last = _last_of_list(lower, first, limit, end)
    if last is None:
        return _with_shared_scale(lower, first, limit, end)
    low, high = number.value * _shared_scale(first, last), last.number.value
    return Range(first, last, min(low, high), max(low, high), "range")


def _is_noun(lower: str, part: Part) -> bool:
    """Says whether a "one" stands for what was named: "the big one to six trillion tokens"."""
    said = lower[part.number.start : part.number.end] == "one"
    return said and joints.noun().match(lower, max(0, part.start - REACH), part.start) is not None


def _margin(lower: str, first: Part, limit: int, end: int) -> Part | None:
    """Reads the 2 of "50 ± 2" and "50 plus or minus 2"."""
    match = joints.margin().match(lower, first.end, end)
    return read_part(lower, match.end(), limit, end) if match else None


def _mended(lower: str, first: Part, limit: int, end: int) -> Range | None:
    """Reads "a hundred twenty four uh one hundred twenty million" as what was said at last.

    Also reads "twenty twenty-five billion", two tries at one number, as a range.
    """
    number = first.number
    if number.scale > ONE or first.unit is not None or number.rule not in ("words", "digits"):
        return None
    match = joints.correction().match(lower, first.end, end)
    part = read_part(lower, match.end(), limit, end) if match else None
    if match is None or part is None or part.number.scale == ONE or part.number.rule in UNFIT:
        return None
    value = part.number.value
    if match["word"]:
        mended = replace(part, start=first.start)
        return Range(mended, mended, value, value, "single")
    low = number.value * part.number.scale
    fits = number.rule == part.number.rule == "words" and low < value <= low * MAX_RATIO_COMMA
    return Range(first, part, low, value, "range") if fits else None


def _changed(lower: str, first: Part, limit: int, end: int) -> Range | None:
    """Reads the 15 of "went from 15 to 50 percent" alone, in the unit that is said once."""
    number = first.number
    ordinal = number.rule == "ordinal"  # "from the 10th to the 90th percentile"
    if not ordinal and not joints.change_before().match(
        lower, max(0, first.start - REACH_CHANGE), first.start
    ):
        return None
    match = joints.to().match(lower, first.end, end)
    other = read_part(lower, match.end(), limit, end) if match else None
    if other is None or (ordinal and other.unit is None):
        return None
    unit, scale = first.unit or other.unit, _shared_scale(first, other)
    value = number.value * scale
    number = replace(number, value=value, low=value, high=value, step=number.step * scale)
    part = replace(first, number=number, unit=unit)
    return Range(part, part, value, value, "single")


def _within_decade(lower: str, part: Part) -> Part | None:
    """Reads "low 60s" as about 62; None where nothing says where: "the 60s" are years."""
    match = joints.decade().match(lower, max(0, part.start - REACH), part.start)
    if match is None:
        return None
    value = part.number.value + qualifier_words().decade[match["where"]]
    number = replace(part.number, value=value, low=value, high=value)
    return replace(part, number=number, start=match.start("where"))


def _with_shared_scale(lower: str, first: Part, limit: int, end: int) -> Range:
    """Gives the 7 of "7 and 13 billion parameters" the magnitude and unit that are said once."""
    number = first.number
    single = Range(first, first, number.value, number.value, "single")
    if number.scale > ONE or first.unit is not None or number.rule not in ("digits", "words"):
        return single
    match = joints.shared().match(lower, first.end, end)
    other = read_part(lower, match.end(), limit, end) if match else None
    if other is None or (other.number.scale == ONE and other.unit is None):
        return single
    scale = other.number.scale
    value = number.value * scale
    if not value < other.number.value <= value * MAX_RATIO_OR:
        return single
    number = replace(number, value=value, step=number.step * scale, scale=scale)
    part = replace(first, number=number, unit=other.unit)
    return Range(part, part, value, value, "single")


def _last_of_list(lower: str, first: Part, limit: int, end: int) -> Part | None:
    """Returns the other end of "ten to fifteen trillion" or "5, 6, 7 billion", if there is one."""
    last: Part | None = None
    part, joint = first, "comma"
    for _ in range(MOST_IN_LIST - 1):
        following = _next_part(lower, first, part, limit, end) if joint == "comma" else None
        if following is None:
            break
        part, joint = following
        if _belong_together(first, part, joint):
            last = part
    return last


def _shared_scale(first: Part, last: Part) -> Decimal:
    """Returns the magnitude that "ten to fifteen trillion" says once for both ends."""
    shares = first.number.scale == ONE and first.unit in (None, last.unit)
    return last.number.scale if shares else ONE


def _next_part(
    lower: str, first: Part, last: Part, limit: int, end: int
) -> tuple[Part, str] | None:
    """Returns the number that follows `last`, and what joins the two."""
    patterns = (joints.between(), joints.counted(), joints.beside())
    match = next((m for p in patterns if (m := p.match(lower, last.end, end))), None)
    if match is None:
        return None
    joint = match.lastgroup or ""
    if match[joint].strip() == "and" and not _between_before(lower, first.start):
        return None
    part = read_part(lower, match.end(), limit, end)
    if part is None or part.number.rule in UNFIT or part.start < last.end:
        return None
    until = match[joint].strip() in qualifier_words().between["until"]
    if until and part.unit is None and part.number.value in YEARS:
        return None
    if joint == "counted" and not lower.startswith(match["word"], part.end + 1):
        return None
    return part, joint


def _belong_together(first: Part, part: Part, joint: str) -> bool:
    """Says whether two numbers are the ends of one range rather than two figures."""
    if first.unit is not None and part.unit is not None and first.unit != part.unit:
        return False
    low = first.number.value * _shared_scale(first, part)
    high = part.number.value
    if joint in ("to", "dash", "and", "counted"):
        return 0 <= low < high or (low < 0 and high < 0 and low != high)
    if not 0 < low < high:
        return False
    if joint == "beside":
        return first.unit is None and _is_next(low, part)
    if joint == "alternative" or first.number.rule == part.number.rule == "power":
        return high <= low * MAX_RATIO_OR
    if part.number.scale == ONE and part.unit is None:
        return joint == "comma" and _are_guesses(low, high)
    both = first.unit is not None or first.number.scale > ONE
    return high <= low * (MAX_RATIO_COMMA_UNITS if both else MAX_RATIO_COMMA)


def _is_next(low: Decimal, part: Part) -> bool:
    """Says whether a number follows another as one counts: "15 16 tokens", "60 70 thousand"."""
    scale = part.number.scale
    low, high = low / scale, part.number.value / scale
    measured = part.unit is not None or scale > ONE
    return measured and any(low % step == 0 and high - low == step for step in STEPS)


def _are_guesses(low: Decimal, high: Decimal) -> bool:
    """Says whether two bare numbers are two guesses at one: "55, 56", "140, 150"."""
    return low >= LEAST_GUESS and any(low % step == 0 and high - low == step for step in GUESSES)


def _between_before(lower: str, start: int) -> bool:
    return joints.between_before().match(lower, max(0, start - REACH), start) is not None
