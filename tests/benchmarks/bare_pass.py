"""The yardstick: one bare pass of a number pattern over lower-cased text, and nothing else."""

import regex

from extract.numbers.parts import heads
from extract.numbers.vocabulary import alternatives


def bare_pattern() -> regex.Pattern[str]:
    """Returns a pattern of numbers for lower-cased text, its words as a trie."""
    words = alternatives(head for head in heads() if not head.isdigit())
    return regex.compile(rf"\b(?:\d[\d,.]*|{words})(?:[ -](?:\d[\d,.]*|{words}))*\b")


def count_numbers(pattern: regex.Pattern[str], texts: list[str]) -> int:
    """Returns how many numbers the pattern finds in the texts."""
    return sum(1 for text in texts for _ in pattern.finditer(text))
