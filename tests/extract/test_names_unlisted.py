"""Names that the lexicon does not have: found from how a model is spoken of, and marked."""

from dataclasses import replace

import pytest

from extract.lexicon import load_lexicon
from extract.records import Name
from extract.scanning import scan
from tests.extract.speeches import speech_of


def names_in(text: str) -> tuple[Name, ...]:
    return scan(speech_of(text), load_lexicon()).names


def unlisted(text: str) -> list[str]:
    return [name.canonical for name in names_in(text) if not name.listed]


FOUND = [
    pytest.param(
        "Then came a new model called Fable 5, 2 trillion parameters.", ["Fable 5"], id="called"
    ),
    pytest.param("We tried their Kestrel-7B model.", ["Kestrel-7B"], id="a model with a size"),
    pytest.param("We tried Kestrel-7B-chat.", ["Kestrel-7B Chat"], id="size and variant"),
    pytest.param("There is a model called Tern.", ["Tern"], id="called, without version"),
    pytest.param("So Fable 5 has 2 trillion parameters.", ["Fable 5"], id="has parameters"),
    pytest.param("I like Fable five and its context window.", ["Fable 5"], id="number in words"),
    pytest.param("GPT-4 and Fable 5 are alike.", ["Fable 5"], id="in a row with a model"),
    pytest.param("On MMLU, Wren 2 did well.", ["Wren 2"], id="beside a benchmark"),
    pytest.param("Wren3 was trained on books.", ["Wren3"], id="nothing between"),
    pytest.param("The Snow Finch 2 model is out.", ["Snow Finch 2"], id="two words"),
    pytest.param("Google Kestrel 7B has 7 billion parameters.", ["Kestrel 7B"], id="after its maker"),
    pytest.param(
        "Kestrel 2 Pro and Kestrel 2 flash have 30 billion parameters.",
        ["Kestrel 2 Pro", "Kestrel 2 Flash"],
        id="variants",
    ),
    pytest.param(
        "The Fable 5 model is out. The pro version costs more.",
        ["Fable 5", "Fable 5 Pro"],
        id="the pro version",
    ),
    pytest.param(
        "The Fable 5 model is out. Then Fable won, and Fable 5.",
        ["Fable 5", "Fable 5", "Fable 5"],
        id="the name alone, and said again",
    ),
    pytest.param(
        "The Fable 5 and 6 models are out.", ["Fable 5", "Fable 6"], id="versions in a row"
    ),
    pytest.param(
        "People say that Ostrich has 4 billion active parameters.",
        ["Ostrich"],
        id="a word that has parameters",
    ),
    pytest.param(
        "So the model that we call Ostrich is small.", ["Ostrich"], id="what its makers call it"
    ),
    pytest.param(
        "We trained it for nine days. It's called Ostrich.", ["Ostrich"], id="a name given"
    ),
    pytest.param(
        "We trained a small router, that we call Ostrich.", ["Ostrich"], id="what we call it"
    ),
    pytest.param(
        "It is a small network. We call it Ostrich.", ["Ostrich"], id="the name we gave it"
    ),
    pytest.param(
        "So Ostrich is 11 billion parameters. And Ostrich won.",
        ["Ostrich", "Ostrich"],
        id="behind a word that begins a sentence",
    ),
    pytest.param("I say that Ostrich is 22 billion, dense.", ["Ostrich"], id="dense"),
    pytest.param(
        "I was a baker. We trained a model. We call it Baker. A baker bakes.",
        ["Baker"],
        id="a common word with its capital",
    ),
    pytest.param(
        "The Anthropic V9 model is out.", ["Anthropic V9"], id="named like its maker"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_new_model_is_found_as_it_is_spoken_of(text: str, expected: list[str]) -> None:
    assert unlisted(text) == expected


NONE = [
    pytest.param("We flew to Gate 7 and Room 5, as the benchmark asks.", id="no name of a model"),
    pytest.param("Chapter 5 has 2 trillion parameters.", id="a chapter"),
    pytest.param("We own a boat. It's called Ostrich. It has 5 billion miles.", id="a boat"),
    pytest.param(
        "We trained it. And of our bugs we have a private set of tests. We call it Attic.",
        id="an evaluation",
    ),
    pytest.param("We trained it, with what we call RLX, and it's called NY.", id="abbreviations"),
    pytest.param("In June 5 models came, each with many parameters.", id="a month"),
    pytest.param("Like 7 billion parameters, or Maybe 5 tokens.", id="words that begin sentences"),
    pytest.param("Apollo 8 went to the moon. Fable 5 was a book.", id="nothing shows a model"),
    pytest.param("The fable is old. Fable 5 has parameters. A fable, a fable.", id="a common word"),
    pytest.param("so fable 5 has 2 trillion parameters", id="a talk without capitals"),
    pytest.param("GPT-4 has 2 trillion parameters. Claude 3 as well.", id="names that are listed"),
    pytest.param("At OpenAI 5 people trained models with 7 billion parameters.", id="people of a lab"),
    pytest.param("Researchers have 4 billion parameters to tune.", id="who has parameters"),
    pytest.param(
        "We trained in Finland, it's 4 billion parameters.", id="where something is"
    ),
    pytest.param("SOC 2s and GLP-1s, with 5 tokens.", id="plurals"),
    pytest.param("It is in MXFP4, with 5 billion parameters.", id="a precision"),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_model_is_none(text: str) -> None:
    assert unlisted(text) == []


def test_who_speaks_is_no_model() -> None:
    said = "Well, and Ostrich has 4 billion active parameters."
    assert unlisted(said) == ["Ostrich"]
    speech = replace(speech_of(said), turns=((0, "Ostrich Jones"),))
    assert [name for name in scan(speech, load_lexicon()).names if not name.listed] == []


def test_a_variant_behind_an_unknown_name_is_not_of_another_family() -> None:
    text = "GPT-4 came first. I use Fable 1.5 Pro now."
    assert "GPT-1.5 Pro" not in [name.canonical for name in names_in(text)]


def test_a_name_nobody_listed_is_marked_and_sure() -> None:
    [name] = names_in("We tried their Kestrel-7B model.")
    assert (name.kind, name.family, name.size, name.listed, name.certain) == (
        "model", "Kestrel", "7B", False, True,
    )  # fmt: skip


def test_listed_names_are_marked_so() -> None:
    assert all(name.listed for name in names_in("GPT-4 beat Claude on MMLU, said OpenAI."))


def test_many_new_names_take_linear_time() -> None:
    words = (
        f"A model called Kestr{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} 5 won. "
        for i in range(3000)
    )
    assert len(unlisted("".join(words))) > 600
