"""Patterns of the attributes' data, a user's too: matched within a stretch and within a time."""

from functools import cache

import regex

from extract.attributes.book import load_book
from extract.errors import TallycastError

PATIENCE = 0.5  # seconds; a pattern of some words takes a millionth of it


def matches(pattern: str, lower: str, first: int, last: int, *, backwards: bool = False) -> bool:
    """Says whether a pattern matches from `first` on, or `backwards` up to `last`.

    It sees nothing before `first` and nothing from `last` on.

    Raises:
        TallycastError: it is a pattern that takes for ever, such as "(a+)+b".
    """
    compiled, patience = _compiled(pattern, backwards=backwards)
    try:
        return compiled.match(lower, first, last, timeout=patience) is not None
    except TimeoutError as error:
        raise TallycastError(f"the pattern {pattern!r} takes too long; make it simpler") from error


@cache
def _compiled(pattern: str, *, backwards: bool) -> tuple["regex.Pattern[str]", float | None]:
    """Returns a pattern and its time: none for ours, for the clock takes six times the matching."""
    compiled = regex.compile(rf"(?r)(?:{pattern})" if backwards else pattern)
    return compiled, None if pattern in _built_in() else PATIENCE


@cache
def _built_in() -> frozenset[str]:
    """Returns the patterns of attributes.toml, which `make patterns` looks after."""
    return frozenset(
        pattern
        for attribute in load_book().attributes
        for rule in attribute.rule
        for pattern in (rule.led, rule.next, rule.never_next, attribute.generic_after)
        if pattern is not None
    )
