"""The speech: what is left out, how lines join, and the way back to the text."""

import random
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.reading import parse_transcript
from extract.records import Speech, Transcript

NAMED = "**Ann:** "


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        pytest.param("four hundred\nbillion", "four hundred billion", id="hard wrap"),
        pytest.param("so it has\n\n400 billion", "so it has 400 billion", id="over a blank line"),
        pytest.param("*  it has\n*  400 billion", "it has 400 billion", id="bullets"),
        pytest.param("> quoted\n> words", "quoted words", id="block quotes"),
        pytest.param("a   b \t c\u00a0d", "a b c d", id="runs of white space"),
        pytest.param("trailing  \nspaces ", "trailing spaces ", id="spaces before a line end"),
        pytest.param(
            "it has [[00:00:07](https://x.org/w?v=a&t=7.25s)]\n400 [[0:09](https://x.org)]",
            "it has 400 ", id="stamps at line ends",
        ),
        pytest.param("it has[[0:09](https://x.org)]400", "it has 400", id="a stamp in a line"),
        pytest.param("it has \\[06:09\\] 400", "it has 400", id="escaped stamp"),
        pytest.param("[00:12:34] it has 400", "it has 400", id="stamp in brackets"),
        pytest.param("it [laughs] has (laughs) 400", "it has 400", id="asides"),
        pytest.param("it has [about] 400", "it has [about] 400", id="an editor's word stays"),
        pytest.param("the A_I_ and G_P_T_ four", "the AI and GPT four", id="spelled letters"),
        pytest.param("five G_P_U_s, ten G_P_Us", "five GPUs, ten GPUs", id="spelled plurals"),
        pytest.param("an X_ account", "an X account", id="one spelled letter"),
        pytest.param("snake_case 3*4", "snake_case 3*4", id="code stays"),
        pytest.param("a **very** *big* _one_", "a very big one", id="emphasis"),
        pytest.param("a \\*very\\* big", "a very big", id="escaped emphasis"),
        pytest.param("see [the card](https://x.org/a) of it", "see the card of it", id="link"),
        pytest.param("## Part two\nwords", "Part two words", id="a heading's marks"),
        pytest.param("a\u200bb\u00adc", "abc", id="characters without width"),
    ],
)  # fmt: skip
def test_what_is_left_of_the_text(text: str, speech: str) -> None:
    assert _speech(text) == speech


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        pytest.param("**Ann:** Hi.\n**Bo:** Ho.", [(0, "Ann"), (4, "Bo")], id="two turns"),
        pytest.param("**Ann:** Hi.\n\nThere.", [(0, "Ann")], id="paragraphs of one turn"),
        pytest.param("**Ann:**\n\n**Bo:** Ho.", [(0, "Bo")], id="a turn without words"),
        pytest.param("**Ann:** Hi\n**Break**: \\[1:00\\]\nho", [(0, "Ann")], id="a break"),
    ],
)
def test_turns(text: str, turns: list[tuple[int, str]]) -> None:
    assert list(_read(text).speech.turns) == turns


@pytest.mark.parametrize(
    ("text", "stamps"),
    [
        pytest.param(
            "one [[00:00:01](https://x.org/w?v=a&t=1.58s)]\ntwo [[00:01:02](https://x.org)]",
            [(0, 1.58), (4, 62.0)], id="a line's stamp holds from its beginning",
        ),
        pytest.param(
            "one **two** three [[00:07](https://x.org)]", [(0, 7.0)], id="though the line is cut",
        ),
        pytest.param(
            "one \\[06:09\\] two [1:00:00.5] three", [(4, 369.0), (8, 3600.5)],
            id="another stamp holds from where it stands",
        ),
    ],
)  # fmt: skip
def test_stamps(text: str, stamps: list[tuple[int, float]]) -> None:
    assert list(_read(text).speech.stamps) == stamps


def test_speaker_and_time_of_a_place() -> None:
    speech = _read("**Ann:** Hi.\n**Bo:** \\[01:00\\] Ho.").speech
    place = speech.text.index("Ho")
    assert (speech.speaker_at(place), speech.seconds_at(place)) == ("Bo", 60.0)
    assert (speech.speaker_at(0), speech.seconds_at(0)) == ("Ann", None)


@pytest.mark.parametrize("content", [b"caf\xe9 4 billion", "café 4 billion".encode()])
def test_text_is_utf_8_or_else_windows_1252(content: bytes) -> None:
    assert parse_transcript(content, "-").text == "café 4 billion"


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        pytest.param("GPT at NeurIPS", "gpt at neurips", id="plain"),
        pytest.param("ÉCOLE ΣΟΦΟΣ", "école σοφος", id="other letters"),
        pytest.param("GPT in İZMİR", "gpt in İzmİr", id="letters that would become two stay"),
    ],
)
def test_lower_case_has_the_length_of_the_speech(text: str, lower: str) -> None:
    assert _read(text).speech.lower == lower


def test_span_leads_back_over_a_line_end_and_spelled_letters() -> None:
    read = _read("*  The G_P_T_ model has four\n*  hundred billion of them.")
    start = read.speech.text.index("four hundred billion")
    begin, end = read.speech.span(start, start + len("four hundred billion"))
    assert read.text[begin:end] == "four\n*  hundred billion"
    begin, end = read.speech.span(4, 7)
    assert read.text[begin:end] == "G_P_T"


ALPHABET = st.sampled_from([*"aB1 \n\t_*[]()\\:#>-İΣß€\u00a0\ufeff", "  ", "\n\n", "**Ann:** ",
                            "**", "[laughs]", "\\[06:09\\]", "[[00:01:02](https://x.org?t=62s)]",
                            "](https://x.org)", "G_P_T_", "Speaker 1\n", "\r\n", "---\n", "# t\n",
                            "**Show:** [May 2, 2023](https://x.org)\n"])  # fmt: skip

CHARACTERS = st.characters(exclude_categories=["Cc", "Cs"])


@settings(derandomize=True, max_examples=300)
@example("**Ann:** İSTANBUL G_P_T_  4  \n")
@given(st.lists(ALPHABET, max_size=40).map("".join) | st.text(CHARACTERS, max_size=60))
def test_the_way_back_is_exact_for_any_text(text: str) -> None:
    read = parse_transcript(text.encode(), "-")
    speech = read.speech
    assert len(speech.lower) == len(speech.text)
    assert "  " not in speech.text
    assert not speech.text.startswith((" ", "\n"))
    assert list(speech.origins) == sorted(set(speech.origins))
    assert list(speech.pieces) == sorted(speech.pieces)
    assert all(0 <= origin < len(read.text) for origin in speech.origins)
    for place, char in enumerate(speech.text):
        assert read.text[speech.origin(place)] == char or char in " \n"
    assert len(speech.text.split("\n")) <= 1 + max(read.text.count("\n"), read.text.count("\r"))


HOSTILE = {
    "brackets": "[",
    "escaped brackets": "\\[",
    "stars": "*",
    "spelled letters": "A_",
    "half links": "[a](",
    "half stamps": "[[00:00:00](https://x.org?",
    "half asides": "[laugh",
    "rules": "---\n",
    "rules and headings": "---\n# ",
    "labels": "**a:**\n",
    "line ends": "\n",
    "blank lines": "\n \t",
    "capitals": "A",
    "names": "Aa Bb Cc\n",
    "spaces": " ",
    "one long line": "a b",
}


@pytest.mark.parametrize("head", ["", f"{NAMED}Hi.\n{NAMED}Ho.\n"], ids=["plain", "turns"])
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_of_the_text_alone(unit: str, head: str) -> None:
    # Ten times the text takes ten times as long where the work is linear, a hundred where not. What
    # else the machine does may spoil a look, but not five.
    texts = [head + unit * (size // len(unit)) for size in (60_000, 600_000)]
    looks = (tuple(map(_seconds, texts)) for _ in range(5))
    assert any(large < 40 * small + 0.05 for small, large in looks)


def test_it_is_read_in_one_order_whatever_came_before() -> None:
    texts = [f"**A{n}:** it has {n} billion\n\n**B:** G_P_T_ {n}" for n in range(20)]
    first = [_speech(text) for text in texts]
    order = random.Random(1).sample(range(20), 20)  # noqa: S311 (an order, not a secret)
    assert {n: _speech(texts[n]) for n in order} == dict(enumerate(first))


def _read(text: str) -> Transcript:
    return parse_transcript(text.encode(), "folder/talk.md")


def _speech(text: str) -> str:
    speech: Speech = _read(text).speech
    return speech.text


def _seconds(text: str) -> float:
    """Returns the processor time of the better of two tries: nothing else should count."""
    content = text.encode()
    tries = []
    for _ in range(2):
        started = time.process_time()
        parse_transcript(content, "-")
        tries.append(time.process_time() - started)
    return min(tries)
