"""How sharply a number is meant, by the words around it: about, at least, at most."""

from functools import cache
from itertools import chain

import regex

from extract.numbers.neighbours import last_words, word_before
from extract.numbers.parts import Part
from extract.numbers.ranges import Range
from extract.numbers.vocabulary import alternatives, qualifier_words
from extract.records import Qualifier

REACH = 60  # characters that may hold qualifier and fillers before a number


@cache
def _before_pattern() -> regex.Pattern[str]:
    words = qualifier_words()
    phrases = [(phrase, name) for name, said in words.before.items() for phrase in said]
    phrases.sort(key=lambda it: -len(it[0]))  # "not more than" before "more than"
    groups = "|".join(f"(?P<{name}>{_bounded(phrase)})" for phrase, name in phrases)
    return regex.compile(
        rf"(?r)(?:{groups})(?:[\s,]+(?:{alternatives(words.filler['words'])}))*[\s,]*"
    )


def _bounded(phrase: str) -> str:
    spelled = phrase[0].isascii() and phrase[0].isalpha()
    pattern = alternatives([phrase])
    return rf"(?<![a-z0-9]){pattern}(?=[\s,])" if spelled else pattern


@cache
def _last_before() -> frozenset[str]:
    words = qualifier_words()
    return last_words([*chain(*words.before.values()), *words.filler["words"]])


@cache
def _after_pattern() -> regex.Pattern[str]:
    words = qualifier_words().after
    groups = "|".join(f"(?P<{name}>{alternatives(phrases)})" for name, phrases in words.items())
    return regex.compile(rf"[\s\-]?(?:{groups})(?![a-z0-9])")


def qualified(lower: str, said: Range) -> tuple[Qualifier, float | None, float | None]:
    """Returns the qualifier with the low and high that the annotation guidelines give it."""
    low = float(said.low)
    if said.form in ("range", "plural"):
        return "range", low, None if said.high is None else float(said.high)
    if said.first.number.rule == "decade":
        return "about", low, low
    word = "at_least" if said.form == "open" else _word(lower, said)
    if word == "at_least":
        return "at_least", low, None
    if word == "at_most":
        return "at_most", None, low
    return ("about" if word == "about" else "exact"), low, low


def _word(lower: str, said: Range) -> str | None:
    """Returns what the words behind the number or its unit say, else those before it."""
    last = said.last
    if "ish " in lower[last.number.start : last.number.end]:  # "twenty-ish billion"
        return "about"
    if "qualifier" in last.followed and (behind := _behind(lower, last)):
        return behind.lastgroup
    start = said.first.start
    if word_before(lower, start) not in _last_before():
        return None
    before = _before_pattern().match(lower, max(0, start - REACH), start)
    return str(before.lastgroup) if before else None


def _behind(lower: str, last: Part) -> regex.Match[str] | None:
    pattern = _after_pattern()
    match = pattern.match(lower, last.number.end, last.number.end + REACH)
    if match is None and last.end > last.number.end:
        match = pattern.match(lower, last.end, last.end + REACH)
    return match
