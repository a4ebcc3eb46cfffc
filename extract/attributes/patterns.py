"""Patterns of the attributes' data, a user's too: matched within a stretch and within a time."""

from functools import cache

import regex

from extract.attributes.book import load_book
from extract.errors import TallycastError

PATIENCE = 0.5  # seconds; a pattern of some words takes a millionth of it


def matches(pattern: str, lower: str, place: int, end: int) -> bool:
    """Says whether a pattern matches at `place`, seeing nothing from `end` on.

    Raises:
        TallycastError: it is a pattern that takes for ever, such as "(a+)+b".
    """
    compiled, patience = _compiled(pattern)
    try:
        return compiled.match(lower, place, end, timeout=patience) is not None
    except TimeoutError as error:
        raise TallycastError(f"the pattern {pattern!r} takes too long; make it simpler") from error


@cache
def _compiled(pattern: str) -> tuple["regex.Pattern[str]", float | None]:
    """Returns a pattern and its time: none for ours, for the clock takes six times the matching."""
    return regex.compile(pattern), None if pattern in _built_in() else PATIENCE


@cache
def _built_in() -> frozenset[str]:
    """Returns the patterns of attributes.toml, which `make patterns` looks after."""
    return frozenset(
        pattern
        for attribute in load_book().attributes
        for rule in attribute.rule
        for pattern in (rule.next, rule.never_next, attribute.generic_after)
        if pattern is not None
    )
