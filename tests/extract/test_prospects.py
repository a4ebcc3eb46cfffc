"""The pre-filter against reading everything: the same claims, whatever is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract_claims, find_transcripts, read_transcript
from extract.attributes.signs import may_be_large
from extract.lexicon import load_lexicon
from extract.linking.claims import link
from extract.linking.prospects import promising
from extract.numbers import read_quantities
from extract.reading import parse_transcript
from extract.records import Claim, Transcript
from extract.scanning import outline, scan
from extract.tables import OwnLexicon

FIXTURES = Path(__file__).parents[2] / "fixtures"

# Names, figures of every kind with and without what tells them, and talk about something else.
SAID = (
    "GPT-4 ", "Llama 2 ", "Nvidia ", "a B200 ", "Einstein ", "MMLU ", "Anthropic ", "Gemini 1.5 Pro ",
    "7 billion parameters ", "seven hundred billion ", "a 30 billion model ", "128k ", "10 to the 25 ",
    "15 trillion tokens ", "8,000tokens ", "400 billion total ", "10^26 flops ", "the 70 billion one ",
    "one model ", "86% ", "two cents ", "$20 a month ", "two years ago ", "one of them ", "three ",
    "active ", "context window ", "trained on ", "of data ", "takes ", "2 million GPU hours ",
    "twice as expensive as GPT-4 ", "60% cheaper ", "a quarter of the parameters of ", "half that ",
    "it scored ", "and ", "or ", "from ", "to ", "about ", "which is what we saw on the road there ",
    ". The ", "\n", "we ate and talked about the weather and the long way home, and that was it. ",
)  # fmt: skip


def unfiltered(transcript: Transcript) -> tuple[Claim, ...]:
    return link(transcript, scan(transcript.speech, load_lexicon()), load_lexicon())


@pytest.mark.parametrize("folder", ["transcripts", "formats"])
def test_the_same_claims_as_without_filter(folder: str) -> None:
    for source in find_transcripts([str(FIXTURES / folder)]):
        if not source.endswith((".zip", ".jsonl")):
            transcript = read_transcript(source)
            assert extract_claims(transcript) == unfiltered(transcript)


@given(st.lists(st.sampled_from(SAID), max_size=30).map("".join))
def test_the_same_claims_of_anything_said(text: str) -> None:
    transcript = parse_transcript(b"So " + text.encode(), "talk.txt")
    assert extract_claims(transcript) == unfiltered(transcript)


def test_a_relative_statement_without_any_value_is_found() -> None:
    text = (
        "GPT-5 is twice as expensive as GPT-4. " + "Then we talked. " * 200 + "I have three dogs."
    )
    [claim] = extract_claims(parse_transcript(text.encode(), "talk.txt"))
    assert (claim.subject, str(claim.relation)) == ("GPT-5", "2 x price_blended of GPT-4")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It has a typical 7 billion parameters.", id="unit"),
        pytest.param("You get 8000tokens of context.", id="unit without a space"),
        pytest.param("They had a 300 billion model.", id="pattern behind a large number"),
        pytest.param("A context of 128k is usual.", id="cue"),
        pytest.param("It took 10 to the 25 flops to train.", id="power"),
        pytest.param("GPT-4 got 86 on it.", id="name before"),
        pytest.param("About 86 for GPT-4.", id="name behind"),
    ],
)
def test_figures_that_are_promising(text: str) -> None:
    found = outline(parse_transcript(text.encode(), "-").speech, load_lexicon())
    assert list(promising(found, load_lexicon())) == list(found.heads)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "We drove two hours for one of these models.", id="small number before a model"
        ),
        pytest.param("I had four of them, and 30 more.", id="nothing that tells"),
        pytest.param("The data came in 12 boxes.", id="cue of large numbers"),
        pytest.param("The data came in 2008, in boxes.", id="year, that is not large"),
    ],
)
def test_figures_that_are_not(text: str) -> None:
    found = outline(parse_transcript(text.encode(), "-").speech, load_lexicon())
    assert found.heads
    assert list(promising(found, load_lexicon())) == []


def test_a_rule_that_states_no_words_has_all_read() -> None:
    rule = {"name": "any", "units": [""], "weight": 1.0, "examples": ["It has 4"]}
    attribute = {"name": "legs", "unit": "count", "generic": "always", "subjects": ["model"]}
    lexicon = load_lexicon(OwnLexicon.of({"attribute": [attribute | {"rule": [rule]}]}))
    found = outline(parse_transcript(b"It has 4, and two of them long.", "-").speech, lexicon)
    assert list(promising(found, lexicon)) == list(found.heads)


@pytest.mark.parametrize(
    "text",
    ["million", "seven billions", "1.5e9", "7b", "twenty eight mil", "1,000,000", "10 to the ninth",
     "10^8", "10⁹", "3 x 10 to the 7", "4000000", "10000 hundred", "half a trillion", "tens of millions", "3 万亿"],
)  # fmt: skip
def test_large_numbers_look_large(text: str) -> None:
    [quantity] = read_quantities(text)
    assert (quantity.low or 0) >= 1e6
    heads = outline(parse_transcript(text.encode(), "-").speech, load_lexicon()).heads
    assert any(may_be_large(text, head) for head in heads)
