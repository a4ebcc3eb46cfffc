"""What a number is not: a year, a date, a version, a time, a counter, a multiple."""

from decimal import Decimal
from functools import cache

import regex

from extract.frozen import frozen
from extract.numbers.cardinal import Cardinal
from extract.numbers.neighbours import last_words, word_before
from extract.numbers.parts import Part
from extract.numbers.ranges import Range
from extract.numbers.vocabulary import alternatives, by_phrase, reject_words, unit_words

ONE = Decimal(1)
PARTS = (ONE.scaleb(-1), ONE.scaleb(-3))  # last digits of "2.1 pm"; "9.30 pm" may be a time
REACH = 40  # characters behind a number that may speak against it


@cache
def _reject_before_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?<![a-z0-9])(?:{alternatives(reject_words().before)})\s?")


@cache
def _last_before() -> frozenset[str]:
    return last_words(reject_words().before)


@cache
def _reject_after_pattern() -> regex.Pattern[str]:
    """Matches "3 pm", "1.5 pro" and "10:30"; `counter` is said of whole numbers only."""
    counters = alternatives(reject_words().after)
    variants = alternatives(reject_words().variants)
    return regex.compile(
        rf"(?:[\s\-]?(?:(?P<counter>{counters})|{variants})|[:/.\-]\d+)(?![a-z0-9])"
    )


@cache
def _multiple_pattern() -> regex.Pattern[str]:
    """Matches "4x the context", "ten times": how many times as much, no quantity of its own.

    "Four times a week" is not so meant: it says how often.
    """
    rate = unit_words().rate
    often = (
        rf"\s(?:{alternatives(rate.openers)})\s(?:{alternatives(by_phrase(rate.of))})(?![a-z0-9])"
    )
    return regex.compile(
        rf"[\s\-]?(?:{alternatives(reject_words().multiples)})(?![a-z0-9])(?!{often})"
    )


# What the machine read that is no quantity, whatever stands around it.
REJECTED_RULES = {"ordinal": "ordinal", "slashed": "date", "unread": "power beyond reading"}


@frozen
class Rejection:
    """Why a number is no quantity, and where what says so ends."""

    reason: str
    end: int


def find_rejection(lower: str, said: Range, *, bare: bool) -> Rejection | None:
    """Returns why a number is no quantity: a multiple, a year, an ordinal, a time, a counter.

    Args:
        lower: lower-cased text.
        said: the number or range.
        bare: True where it has neither unit nor rate.
    """
    last = said.last
    number = last.number
    reach = number.end + REACH
    followed = "rejection" in last.followed
    if followed and (match := _multiple_pattern().match(lower, number.end, reach)):
        return Rejection("multiple", match.end())
    if said.form == "decade":
        return Rejection("year", number.end)
    if number.rule in REJECTED_RULES and last.unit != "percent":  # "the 90th percentile"
        return Rejection(REJECTED_RULES[number.rule], number.end)
    if number.rule == "fraction" and _after_part_pattern().match(lower, number.end, reach):
        return Rejection("time or name", number.end)
    if not bare or number.scale > ONE or number.rule in ("power", "plural", "open", "fraction"):
        return None
    return _bare_rejection(lower, said.first.start, last)


@cache
def _after_part_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"[\s\-](?:{alternatives(reject_words().after_part)})(?![a-z0-9])")


@cache
def _one_patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    words = reject_words().one
    return (
        regex.compile(rf"(?r)(?<![a-z0-9])(?:{alternatives(words.before)})\s"),
        regex.compile(rf"\s(?:{alternatives(words.after)})(?![a-z0-9])"),
    )


def _is_pronoun(lower: str, start: int, end: int) -> bool:
    before, after = _one_patterns()
    said_before = before.match(lower, max(0, start - 12), start) is not None
    return said_before or after.match(lower, end, end + REACH) is not None


@cache
def _counts() -> regex.Pattern[str]:
    return regex.compile(rf"\s(?:{alternatives(reject_words().after_no_year)})(?![a-z0-9])")


def _looks_like_year(lower: str, number: Cardinal) -> bool:
    return lower[number.start : number.end].isdigit() and 1900 <= number.value < 2100


def _bare_rejection(lower: str, start: int, last: Part) -> Rejection | None:
    number = last.number
    if number.rule == "year":
        return Rejection("year", last.end)
    if start > 1 and lower[start - 1] == "-" and lower[start - 2].isalnum():
        return Rejection("part of a word", last.end)
    if lower[number.start : number.end] == "one" and _is_pronoun(lower, start, number.end):
        return Rejection("pronoun", last.end)
    behind = _reject_after_pattern()
    match = (
        behind.match(lower, number.end, number.end + REACH)
        if "rejection" in last.followed
        else None
    )
    if match and not (match["counter"] and number.step in PARTS):
        return Rejection("time, date, version or counter", match.end())
    if _looks_like_year(lower, number) and not _counts().match(lower, last.end):
        return Rejection("year", last.end)
    if word_before(lower, start) in _last_before() and _reject_before_pattern().match(
        lower, max(0, start - 12), start
    ):
        return Rejection("version, date or counter", last.end)
    return None
