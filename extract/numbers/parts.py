"""One number with the unit said right before or behind it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from extract.frozen import frozen
from extract.numbers.cardinal import Cardinal, read_cardinal
from extract.numbers.neighbours import ANYTHING, Kinds, what_follows, word_before
from extract.numbers.units import factor
from extract.numbers.vocabulary import (
    alternatives,
    by_phrase,
    number_words,
    reject_words,
    unit_words,
)

ONE = Decimal(1)
SIGN_REACH = 10  # characters before a number in which "minus" may stand
SIGNS = ("minus", "negative", "-", "−")
ARTICLES = ("a ", "an ")
TIME = ("year", "month", "week", "day", "hour", "minute", "second")  # the longest first
MONEY = frozenset({"USD", "cent", "EUR", "GBP", "JPY", "CNY"})
PART_REACH = 12  # characters before an article in which a part of the one may be said
_PART_OF = regex.compile(r"(?r)(?:th|third|half|quarter)s?\sof\s")


@frozen
class Part:
    """One end of a range, or the whole: a number with the unit said right behind or before it.

    Attributes:
        followed: kinds of phrases that may begin behind the number; behind a unit anything may.
    """

    number: Cardinal
    start: int
    end: int
    unit: str | None
    followed: Kinds


def heads() -> tuple[str, ...]:
    """Returns the literals at one of which every number begins (digits stand for themselves)."""
    tables = number_words().spelled().values()
    spelled = {word for table in tables for word in table if word.isascii()}
    counted = unit_words().counted_by_article
    return (*"0123456789", *sorted(spelled - {"oh", "o"}), *counted)


def read_first_part(lower: str, head: int, limit: int, end: int) -> Part | None:
    """Reads the number at `head`, with the article before it where that belongs to it."""
    if lower.startswith(ARTICLES, head):
        one = _one_unit(lower, head, end)
        return one and _with_rest(lower, _with_cents(lower, one, limit, end), limit, end)
    before = lower[max(0, head - 2) : head]
    if before[-1:] == "^":  # the 2 of "km^2"
        return None
    if before.strip()[-1:].isnumeric() and not lower[head].isdigit():  # "² billion"
        return None
    if before[-1:] == "." and not before[:1].isalnum():  # ".5"
        head -= 1
    part = None
    if (point := _led_by(lower, head, "point ")) is not None:
        part = None if _is_place(lower, point) else read_part(lower, point, limit, end)
        part = part if part and part.unit is not None else None
    elif (article := _led_by(lower, head, "a ")) is not None:
        part = read_part(lower, article, limit, end)
    return part or read_part(lower, head, limit, end)


def _led_by(lower: str, head: int, word: str) -> int | None:
    """Returns where `word` begins if it stands right before `head`."""
    start = head - len(word)
    stands = start >= 0 and lower.startswith(word, start) and not lower[start - 1 : start].isalnum()
    return start if stands else None


def _is_place(lower: str, point: int) -> bool:
    """Says whether a "point" is one in time or talk: "at that point five people"."""
    return word_before(lower, point) in reject_words().before_point


def _one_unit(lower: str, article: int, end: int) -> Part | None:
    """Reads "a week" as one week; "a twelfth of a cent" is no cent."""
    if _PART_OF.match(lower, max(0, article - PART_REACH), article):
        return None
    stop = lower.index(" ", article)
    match = _unit_pattern().match(lower, stop, end)
    if match is None:
        return None
    number = Cardinal(article, stop, ONE, ONE, ONE, ONE, ONE, "article")
    return Part(number, article, match.end(), _unit_of(match), ANYTHING)


def read_part(lower: str, start: int, limit: int, end: int) -> Part | None:
    """Reads the number that begins at `start` with its sign and unit; None where there is none.

    Args:
        lower: lower-cased text.
        start: where the number begins.
        limit: no number may reach beyond.
        end: no unit may reach beyond.
    """
    number = read_cardinal(lower, start, limit)
    if number is None:
        return None
    followed = what_follows(lower, number.end)
    if "part" in followed:
        number = _out_of(lower, number, limit)
        followed = what_follows(lower, number.end)
    units = _unit_after_part_pattern() if number.rule == "fraction" else _unit_pattern()
    match = units.match(lower, number.end, end) if "unit" in followed else None
    unit = _unit_of(match) if match else _unit_within(lower, number)
    stop = match.end() if match else number.end
    prefix = _prefix(lower, start)
    if prefix is not None and unit not in MONEY:  # "$5 tokens": the sign says what it is
        unit, stop = _sign_of(prefix), number.end
    begin = prefix.start("unit") if prefix else start
    before = lower[max(0, begin - SIGN_REACH) : begin]
    sign = before.rstrip().endswith(SIGNS) and _sign_pattern().match(before)
    if sign:
        number, begin = _negative(number), begin - len(before) + sign.start("sign")
    followed = ANYTHING if match or number.rule == "fraction" else followed
    part = Part(number, begin, stop, unit, followed)
    if unit in TIME:
        return _with_rest(lower, part, limit, end)
    return _with_cents(lower, part, limit, end)


def _prefix(lower: str, start: int) -> regex.Match[str] | None:
    before = lower[max(0, start - 2) : start].strip()
    if before not in _prefix_ends():
        return None
    match: regex.Match[str] | None = _prefix_pattern().match(lower, max(0, start - 4), start)
    return match


def _out_of(lower: str, number: Cardinal, limit: int) -> Cardinal:
    """Reads on in "three out of four", a part of one."""
    match = _out_of_pattern().match(lower, number.end, limit)
    whole = read_cardinal(lower, match.end(), limit) if match else None
    if whole is None or not 0 <= number.value <= whole.value or whole.scale > ONE:
        return number
    counted = _unit_pattern().match(lower, whole.end, limit)
    if counted and _unit_of(counted) == "point":  # "35 out of 42 points" are 35 points
        return replace(number, end=whole.end)
    part = number.value / whole.value
    return Cardinal(number.start, whole.end, part, part, part, part, ONE, "fraction")


def _negative(number: Cardinal) -> Cardinal:
    low = -(number.value if number.high is None else number.high)
    return replace(number, value=-number.value, low=low, high=-number.low)


def _with_cents(lower: str, part: Part, limit: int, end: int) -> Part:
    """Reads on in "two dollars fifty" and "a dollar ten"."""
    if part.unit != "USD" or part.number.scale > ONE or part.number.value % 1:
        return part
    if not _dollars_pattern().match(lower, max(0, part.end - SIGN_REACH), part.end):
        return part
    spaced = lower.startswith(" ", part.end)
    cents = read_cardinal(lower, part.end + 1, limit) if spaced else None
    if cents is None or cents.rule != "words" or not 0 < cents.value < 100 or cents.value % 1:
        return part
    if _unit_pattern().match(lower, cents.end, end):
        return part
    value = part.number.value + cents.value / 100
    number = replace(part.number, value=value, low=value, high=value, step=ONE / 100, end=cents.end)
    return replace(part, number=number, end=cents.end)


def _with_rest(lower: str, part: Part, limit: int, end: int) -> Part:
    """Reads on in "two hours and seventeen minutes" and "an hour and a half"."""
    unit = part.unit
    match = _and_pattern().match(lower, part.end, end) if unit in TIME else None
    rest = read_cardinal(lower, match.end(), limit) if match else None
    if unit is None or rest is None or rest.rule not in ("digits", "words", "fraction"):
        return part
    smaller = _unit_pattern().match(lower, rest.end, end)
    if smaller is None:
        return _lengthened(part, rest.value, rest.end) if rest.rule == "fraction" else part
    named = _unit_of(smaller)
    if named not in TIME[TIME.index(unit) + 1 :]:
        return part
    more = rest.value * Decimal(str(factor(named, unit)))
    return _lengthened(part, more, smaller.end()) if more < ONE else part


def _lengthened(part: Part, more: Decimal, end: int) -> Part:
    value = part.number.value + more
    number = replace(part.number, value=value, low=value, high=value, end=end)
    return replace(part, number=number, end=end)


@cache
def _and_pattern() -> regex.Pattern[str]:
    return regex.compile(r",?\s(?:and\s)?(?=[\da-z])")


@cache
def _sign_pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?r)(?<![\w.)%])(?P<sign>(?:minus|negative)\s|[-−])")


@cache
def _out_of_pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"\s(?:out\sof\s(?:every\s)?(?=[\da-z])|of\s(?=(?:(?:an?|one)\shundred|100)(?!\w|[.,]\d)))"
    )


@cache
def _dollars_pattern() -> regex.Pattern[str]:
    return regex.compile(r"(?r)(?:dollars?|bucks?)")


def _sign_of(prefix: regex.Match[str]) -> str:
    return money_signs()[regex.sub(r"\s+", " ", prefix["unit"])]


def _unit_of(match: regex.Match[str]) -> str:
    return _units()[" ".join(match["unit"].split())]


def _unit_within(lower: str, number: Cardinal) -> str | None:
    """Returns the unit that the number's last word says: "fifteen grand" is money."""
    last = lower[number.start : number.end].rpartition(" ")[2]
    return _units_within().get(last)


@cache
def _units_within() -> Mapping[str, str]:
    return by_phrase(unit_words().scale)


@cache
def _units() -> Mapping[str, str]:
    return by_phrase(unit_words().unit)


@cache
def money_signs() -> Mapping[str, str]:
    """Returns the unit of each sign that is written before a number ("$": "USD")."""
    return by_phrase(unit_words().prefix)


@cache
def _prefix_ends() -> frozenset[str]:
    """Last characters of the prefixes, so that the pattern runs only where one may stand."""
    return frozenset(
        ending for prefix in money_signs() for ending in (prefix.strip()[-1], prefix.strip()[-2:])
    )


@cache
def _unit_pattern() -> regex.Pattern[str]:
    return regex.compile(_unit(""))


@cache
def _unit_after_part_pattern() -> regex.Pattern[str]:
    """Matches the "a percent" of "half a percent" too."""
    return regex.compile(_unit(r"(?:\san?(?=\s))?"))


def _unit(article: str) -> str:
    spelled = [phrase for phrase in _units() if phrase[-1].isascii() and phrase[-1].isalpha()]
    signs = [phrase for phrase in _units() if phrase not in spelled]
    unit = rf"(?:{alternatives(spelled)})(?![a-z0-9])|{alternatives(signs)}"
    return rf"(?:\sof)?{article}[\s\-]?\s?(?P<unit>{unit})"


@cache
def _prefix_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?P<unit>{alternatives(money_signs())})\s?")
