"""The automaton against a slow search: the same literals at the same places."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from extract.automaton import Automaton

LITERALS = ("gpt", "gpt-4", "claude", "context window", "o1", "5", "τ-bench", "a b")
ALPHABET = [
    "gpt",
    "-",
    "4",
    "5",
    " ",
    "claude",
    "context window",
    "o1",
    "τ-bench",
    "é",
    "参",
    "a",
    "b",
    ".",
    "\n",
    "İ",
]


@given(st.lists(st.sampled_from(ALPHABET), max_size=25).map("".join), st.booleans())
def test_finds_what_a_slow_search_finds(text: str, whole_words: bool) -> None:
    end = r"(?![a-z0-9])" if whole_words else ""
    slow = {
        (index, match.start())
        for index, literal in enumerate(LITERALS)
        for match in regex.finditer(
            rf"(?<![a-z0-9]){regex.escape(literal)}{end}", text, overlapped=True
        )
    }
    automaton = Automaton(whole=LITERALS) if whole_words else Automaton(begun=LITERALS)
    assert set(automaton.find(text)) == slow
