"""What speech recognisers write for names, as the issue of names lists it, and what stays words."""

import pytest

from extract.lexicon import load_lexicon
from extract.names import load_names
from extract.reading import parse_transcript
from extract.scanning import scan


def names_in(text: str) -> list[str]:
    """Returns the names in a transcript: spelled letters ("G_P_T_") are joined when it is read."""
    speech = parse_transcript(f"{text}\n".encode(), "talk.txt").speech
    return [name.canonical for name in scan(speech, load_lexicon()).names]


HEARD = [
    pytest.param("So Lama 4 is out.", "Llama 4", id="Lama 4"),
    pytest.param("Llamath for Behemoth is big.", "Llama 4 Behemoth", id="Llamath for Behemoth"),
    pytest.param("DeepSeq v4 is out.", "DeepSeek-V4", id="DeepSeq v4"),
    pytest.param("A model of deep seek.", "DeepSeek", id="deep seek"),
    pytest.param("quad 3.5 sonnet read it.", "Claude 3.5 Sonnet", id="quad 3.5 sonnet"),
    pytest.param("In Anthropix quad 3.7 it was.", "Claude 3.7", id="Anthropix quad 3.7"),
    pytest.param("Cloud 4.7 is out.", "Claude 4.7", id="Cloud 4.7"),
    pytest.param("GPD-4 is good.", "GPT-4", id="GPD-4"),
    pytest.param("We asked GBT4.", "GPT-4", id="GBT4"),
    pytest.param("Use GP5-4 there.", "GPT-5.4", id="GP5-4"),
    pytest.param("GPT four O is quick.", "GPT-4o", id="GPT four O"),
    pytest.param("I asked Chad GPT.", "ChatGPT", id="Chad GPT"),
    pytest.param("After GPT-4 came Coen Free.", "Qwen3", id="Coen Free"),
    pytest.param("An example for QN 330B.", "Qwen3-30B", id="QN 330B"),
    pytest.param("GPT-5 is not as good as Open 4.6.", "Claude Opus 4.6", id="Open 4.6"),
    pytest.param("GPT-4 and 01 think.", "o1", id="01 beside a model"),
    pytest.param("And 01 scored 80 percent.", "o1", id="01 beside a quantity"),
    pytest.param("And O1 thinks.", "o1", id="O1"),
    pytest.param("Ai2 says that almost three is open.", "OLMo 3", id="almost three"),
    pytest.param("GPT-5 leads on as we verify.", "SWE-bench Verified", id="as we verify"),
    pytest.param("It leads on gpd val.", "GDPval", id="gpd val"),
    pytest.param("It leads on Tao VoiceBench.", "τ-voice Bench", id="Tao VoiceBench"),
    pytest.param("Then kimmy K2 thinks.", "Kimi K2", id="version with a letter, no capital"),
    pytest.param("It runs on a 4090.", "RTX 4090", id="card by its number"),
    pytest.param("Then G_P_T_ four came.", "GPT-4", id="G_P_T_ four"),
    pytest.param("GPT four point five came.", "GPT-4.5", id="four point five"),
    pytest.param("Claude three point five sonnet.", "Claude 3.5 Sonnet", id="three point five"),
    pytest.param("Then Llamaphore came.", "Llama 4", id="Llamaphore"),
    pytest.param("GPT-4 came, and QUIN three did.", "Qwen3", id="QUIN three, spelled in capitals"),
    pytest.param("So Grok one came.", "Grok 1", id="Grok one"),
    pytest.param("A model called phi one came.", "Phi-1", id="phi one, after called"),
]


@pytest.mark.parametrize(("text", "name"), HEARD)
def test_what_is_misheard_is_read(text: str, name: str) -> None:
    assert names_in(text)[-1] == name


# Each stands in a talk about models too, where more may be a name.
WORDS = [
    pytest.param("Hyperion has 4 volumes and Lambda has 30,000 fans.", id="owners of other things"),
    pytest.param("Nurses had 72% more work for teachers.", id="people without a score"),
    "I saw an arctic fox.",
    "An apple pie cooled.",
    "We met on the quad.",
    "They pay for cloud storage.",
    "It is all in one.",
    "An all in one app.",
    "I use cloud code for it.",
    "There were almost three people.",
    "The shop is Open 4 days.",
    "Open 4.6 miles away.",
    "It works, as we verify the result.",
    "Dial area code 01 there.",
    "Joel Coen freed him.",
    "The Dalai Lama 4 years ago.",
    "A quad 4 core.",
]


@pytest.mark.parametrize("text", WORDS)
def test_common_words_stay_words(text: str) -> None:
    assert names_in(text) == []
    assert names_in(f"GPT-5 is out, and Claude 4.5 from Anthropic. {text}")[3:] == []


def test_google_cloud_is_no_claude() -> None:
    assert names_in("Claude 4 is on Google Cloud 4.7 times.") == ["Claude 4", "Google Cloud"]


def test_every_mishearing_has_examples_and_negatives() -> None:
    heard = load_names().lexicon.mishearings
    assert [m.words for m in heard if not (m.examples and m.negatives)] == []


# Speech without any capitals: what stands beside a word tells a model or a benchmark.
LOWER = [
    pytest.param("then palm has 540 billion parameters", ["PaLM"], id="its parameters"),
    pytest.param("opt 175b is open", ["OPT-175B"], id="its size"),
    pytest.param("falcon 40 billion is open", ["Falcon"], id="its size in words"),
    pytest.param("the griffin model won", ["Griffin"], id="model behind it"),
    pytest.param("it gets 54 percent on drop", ["DROP"], id="a score before it"),
    pytest.param("in the palm of my hand, opt out", [], id="words"),
    pytest.param("they drop it, and a falcon had a cap on", [], id="words beside verbs"),
]


@pytest.mark.parametrize(("text", "names"), LOWER)
def test_names_without_capitals_are_read_by_their_frame(text: str, names: list[str]) -> None:
    assert names_in(text) == names


BESIDE = [
    pytest.param("It gets 54% on Spider.", ["Spider"], id="percent"),
    pytest.param("Its accuracy on the Race is low.", ["RACE"], id="accuracy"),
    pytest.param("Falcon's 40 billion parameter model.", ["Falcon"], id="size of its own"),
    pytest.param("Falcon, which is forty billion parameters.", ["Falcon"], id="size it is"),
    pytest.param("Falcon, a 40 billion dollar firm.", [], id="money of its own"),
    pytest.param("Then Devin solved 14% of it.", ["Devin"], id="share solved"),
    pytest.param("Then Lambda has 30,000 GPUs.", ["Lambda", "GPU"], id="what it owns"),
    pytest.param("Then Hyperion draws 2 gigawatts.", ["Hyperion"], id="its power"),
    pytest.param("An L4 has 24 gigabytes.", ["L4"], id="its memory"),
    pytest.param("It ran on a T4.", ["T4"], id="what runs on it"),
    pytest.param("It was 72% for radiologists.", ["radiologists"], id="score of people"),
    pytest.param("Use jemma 3, by Google.", ["Gemma 3", "Google"], id="its maker behind it"),
    pytest.param("We use Colossus, with 200,000 GPUs.", ["Colossus", "GPU"], id="chips near it"),
    pytest.param("He draws Colossus, a statue with a torch.", [], id="no chips near it"),
    pytest.param("Call jemma 3 times.", [], id="no maker behind it"),
    pytest.param("He saw Spider climb on Race day.", [], id="no benchmark's score"),
    pytest.param("It gets 54% on spider webs.", [], id="no capital"),
]


@pytest.mark.parametrize(("text", "names"), BESIDE)
def test_what_stands_beside_a_word_makes_it_a_name(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_captions_that_capitalise_only_i_have_no_capitals() -> None:
    said = "and I think that we tried quen 3 on the phone and it was all right so " * 2
    assert names_in(said) == ["Qwen3", "Qwen3"]
    assert names_in("So I Think That. " + said) == []


CALLINGS = [
    pytest.param("On it nurses score 48%.", ["nurses"], id="score behind them"),
    pytest.param("PhD students got about 65 percent.", ["PhD students"], id="got about"),
    pytest.param("The PhD students went home.", [], id="no score"),
]


@pytest.mark.parametrize(("text", "names"), CALLINGS)
def test_people_of_a_calling_count_where_their_score_is(text: str, names: list[str]) -> None:
    assert names_in(text) == names
