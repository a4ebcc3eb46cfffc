"""Between the numbers of a range: the patterns of what joins them, and of what stands before."""

from functools import cache

import regex

from extract.numbers.parts import money_signs
from extract.numbers.vocabulary import alternatives, qualifier_words, reject_words

SIGN = r"(?:minus\s|[\-−](?=\d))"


@cache
def noun() -> regex.Pattern[str]:
    """Matches before a "one" that stands for what was named: "the big one"."""
    return regex.compile(rf"(?r)(?<![a-z])(?:{alternatives(reject_words().one.described)})\s")


@cache
def between() -> regex.Pattern[str]:
    """Matches what joins the ends of a range: "to", "-", "or", "and", a comma."""
    words = qualifier_words()
    between = words.between
    return regex.compile(
        rf"(?:[,\-]?\s(?P<to>{alternatives(words.upwards())})\s"
        rf"|\s?(?P<dash>{alternatives(between['dash'])})\s?"
        rf"|,?\s(?P<alternative>{alternatives(between['alternative'])})\s"
        rf"|\s(?P<and>and)\s|(?P<comma>,)\s){_prefix()}"
    )


@cache
def to() -> regex.Pattern[str]:
    """Matches "to" between the ends of a change, with fillers."""
    joints = alternatives(qualifier_words().upwards())
    fillers = alternatives(qualifier_words().filler["words"])
    return regex.compile(rf",?\s(?:{joints})\s(?:(?:{fillers})\s){{0,2}}{_prefix()}")


@cache
def change_before() -> regex.Pattern[str]:
    """Matches from a verb of change to a figure: "it went from"."""
    between = qualifier_words().between
    changes, spread = alternatives(between["change"]), alternatives(between["spread"])
    return regex.compile(
        rf"(?r)(?<!(?:{spread})(?:\s[a-z']+){{0,3}}\s)(?<![a-z])(?:{changes})\s(?:[^.?!]|\.(?=\S)){{0,75}}?from\s(?:\S+\s){{0,3}}"
    )


def _prefix() -> str:
    return rf"(?:{alternatives(money_signs())}|{SIGN})?"


@cache
def correction() -> regex.Pattern[str]:
    """Matches what joins a slip and what was meant: "uh"."""
    words = alternatives(qualifier_words().between["correction"])
    return regex.compile(rf",?\s(?:(?P<word>{words}),?\s)?(?=[\da-z])")


@cache
def counted() -> regex.Pattern[str]:
    """Matches the "mg to" of "44 mg to 50 mg", a unit or rate that is none of ours."""
    joints = alternatives([*qualifier_words().upwards(), "and"])
    return regex.compile(
        rf"\s(?P<word>(?:(?:per|an?)\s)?[a-z°]{{1,12}})\s"
        rf"(?P<counted>(?:{joints})\s){_prefix()}"
    )


@cache
def beside() -> regex.Pattern[str]:
    """Matches between two numbers with nothing between."""
    return regex.compile(r"(?P<beside>\s)(?=[\da-z])")


@cache
def shared() -> regex.Pattern[str]:
    """Matches what joins two numbers that share magnitude and unit."""
    return regex.compile(r",?\s(?:and|or)\s(?=[\da-z])")


@cache
def margin() -> regex.Pattern[str]:
    """Matches between a figure and its margin: "±"."""
    return regex.compile(r"\s?(?:±|\+/?-|plus\sor\sminus\s|plus\sminus\s)\s?")


@cache
def decade() -> regex.Pattern[str]:
    """Matches where in a decade: the "low" of "low 60s"."""
    return regex.compile(
        rf"(?r)(?<![a-z])(?P<where>{alternatives(qualifier_words().decade)})[\s\-]"
    )


@cache
def between_before() -> regex.Pattern[str]:
    """Matches from "between" to a number, unless it tells two sides of a gap."""
    apart = alternatives(qualifier_words().between["apart"])
    return regex.compile(rf"(?r)(?<!\b(?:{apart})\s)\bbetween(?:\s\S{{1,12}}){{0,2}}\s")
