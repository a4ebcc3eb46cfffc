"""Sections: advertisements by their phrases, and words that return."""

import pytest

from extract import extract_claims
from extract.reading import parse_transcript
from extract.reading.sections import find_sections, tables

AD = tables().advertisement
TALK = "We talk about models and hardware here, and about what they cost in the end. " * 20
COLD_OPEN = (
    "Nobody believed that GPT-3 had 175 billion parameters, and then everybody did. "
    "It was the largest thing that we had ever seen on a single slide. "
)


def ads(text: str) -> list[str]:
    lower = text.lower()
    return [lower[it.start : it.end] for it in find_sections(lower) if it.kind == "advertisement"]


@pytest.mark.parametrize("example", AD.examples)
def test_an_advertisement_is_found_whole(example: str) -> None:
    [found] = ads(f"{TALK}{example} {TALK}")
    assert found.strip() == example.lower()


@pytest.mark.parametrize("kept", AD.keeps)
def test_talk_is_no_advertisement(kept: str) -> None:
    assert ads(f"{TALK}{kept} {TALK}") == []


@pytest.mark.parametrize("phrase", [*AD.opens, *AD.tells, *AD.ends, *AD.denied])
def test_phrases_are_plain(phrase: str) -> None:
    assert phrase == phrase.lower().strip()
    assert len(phrase.split()) > 1


def test_the_talk_goes_on_where_it_says_so() -> None:
    [found] = ads("This is brought to you by Deskly. It has 8 GPUs. Now back to the show. GPT-3 has 175 billion parameters. Use code X.")  # fmt: skip
    assert "gpt-3" not in found


@pytest.mark.parametrize(
    ("text", "section"),
    [
        pytest.param("GPT-3 has 175 billion parameters.", None, id="talk"),
        pytest.param(
            "This episode is brought to you by Deskly. GPT-3 has 175 billion parameters. Use promo code DESK.",
            "advertisement", id="in an advertisement",
        ),
        pytest.param(COLD_OPEN + TALK + COLD_OPEN, "repeated", id="in a cold open"),
        pytest.param("Right. Yes. I see. " * 20 + "GPT-3 has 175 billion parameters.", None, id="short repeats are talk"),
    ],
)  # fmt: skip
def test_claims_are_marked(text: str, section: str | None) -> None:
    claims = extract_claims(parse_transcript(text.encode(), "-"))
    assert claims[0].section == section
    assert {claim.section for claim in claims[1:]} <= {None}


def test_without_full_stops_an_advertisement_ends_all_the_same() -> None:
    talk = TALK.replace(".", "")
    [found] = ads(f"{talk}a word from our sponsor {talk}")
    assert len(found) <= 2 * AD.sentence


def test_sections_are_the_same_in_every_layout() -> None:
    words = f"This is sponsored by our friends. {TALK[:77]}Use promo code DESK."
    lines = words.replace(". ", ".\n")
    one, other = (parse_transcript(text.encode(), "-").speech for text in (words, lines))
    assert find_sections(one.lower) == find_sections(other.lower) != ()
