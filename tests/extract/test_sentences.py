"""Where sentences end."""

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            "It is out. It has 8B.", ["It is out. ", "It has 8B."], id="full stop and capital"
        ),
        pytest.param(
            "It costs 1.5 or 1 .5 units.", ["It costs 1.5 or 1 .5 units."], id="decimal points"
        ),
        pytest.param("Is it? Yes! Good.", ["Is it? ", "Yes! ", "Good."], id="other marks"),
        pytest.param(
            "GPT-4 vs. Claude, e.g. Opus", ["GPT-4 vs. Claude, e.g. Opus"], id="abbreviations"
        ),
        pytest.param("He said 'no.' Then left.", ["He said 'no.' ", "Then left."], id="quotes"),
        pytest.param("one turn\nanother turn", ["one turn\n", "another turn"], id="turns"),
        pytest.param("参数很多。上下文很长。", ["参数很多。", "上下文很长。"], id="Chinese"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    found = find_sentences(text)
    assert [text[slice(*found.span(number))] for number in range(len(found.starts))] == sentences
    for position in range(len(text)):
        start, end = found.span(found.at(position))
        assert start <= position < end


def test_no_sentence_is_endless() -> None:
    text = "so gpt 4 has like 400 billion parameters and you know " * 200
    found = find_sentences(text)
    spans = [found.span(number) for number in range(len(found.starts))]
    assert max(end - start for start, end in spans) <= 1000
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(text[start - 1] == " " for start, _ in spans[1:])


_PIECES = ("vs", "e.g", "so ", "Ten ", ".", "! ", " ", "1", "。", "\n", '"', "u.s", "? ", "well ")  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), min_size=40, max_size=90).map("".join))
def test_a_long_text_is_divided_as_its_turns_are(said: str) -> None:
    turn = f"So {said} end\n"  # what ends a turn alone ends it among others too
    starts = find_sentences(turn).starts
    every = [start + at * len(turn) for at in range(40) for start in starts]
    for place in range(0, 40 * len(turn), 1999):
        around = find_sentences(turn * 40).around(place)
        index = bisect_right(every, place)
        assert around == (every[index - 1], [*every, 40 * len(turn)][index])
    assert find_sentences(turn * 40).starts == tuple(every)
