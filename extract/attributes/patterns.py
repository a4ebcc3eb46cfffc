"""Patterns of the attributes' data, a user's too: matched within a stretch and within a time."""

from functools import cache

import regex

from extract.errors import TallycastError

PATIENCE = 0.5  # seconds; a pattern of some words takes a millionth of it


def matches(pattern: str, lower: str, place: int, end: int) -> bool:
    """Says whether a pattern matches at `place`, seeing nothing from `end` on.

    Raises:
        TallycastError: it is a pattern that takes for ever, such as "(a+)+b".
    """
    try:
        return _compiled(pattern).match(lower, place, end, timeout=PATIENCE) is not None
    except TimeoutError as error:
        raise TallycastError(f"the pattern {pattern!r} takes too long; make it simpler") from error


@cache
def _compiled(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(pattern)
