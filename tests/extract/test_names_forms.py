"""What is a name by itself: forms of models, and numbers that are none."""

from itertools import pairwise

import pytest

from extract.names import load_names, with_size
from extract.records import Name
from tests.extract.names_scanner import Scanner


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(load_names())


FORMS = [
    pytest.param("GPT-4 wrote it", ["GPT-4"], id="hyphen"),
    pytest.param("gpt4o wrote it", ["GPT-4o"], id="nothing between"),
    pytest.param("GPT four point five wrote it", ["GPT-4.5"], id="spoken decimals"),
    pytest.param("GPT 4 .5 wrote it", ["GPT-4.5"], id="space before the point"),
    pytest.param("GPT four oh wrote it", ["GPT-4o"], id="oh for o"),
    pytest.param("gpt-4-0314 wrote it", ["GPT-4-0314"], id="date"),
    pytest.param("3.5 turbo 16k wrote it", [], id="shared variant of no family named"),
    pytest.param("GPT-3.5 Turbo 16k wrote it", ["GPT-3.5 Turbo 16K"], id="two variants"),
    pytest.param("ChatGPT 4 wrote it", ["GPT-4"], id="product with a version is the model"),
    pytest.param("ChatGPT wrote it", ["ChatGPT"], id="product"),
    pytest.param("o3 mini wrote it", ["o3-mini"], id="o series"),
    pytest.param("Claude 3.5 Sonnet (New)", ["Claude 3.5 Sonnet (New)"], id="bracketed variant"),
    pytest.param("Claude Opus 3 wrote it", ["Claude 3 Opus"], id="order before version 4"),
    pytest.param("Claude 4.6 Opus wrote it", ["Claude Opus 4.6"], id="order from version 4"),
    pytest.param("Opus 4.6 wrote it", ["Claude Opus 4.6"], id="variant alone with version after"),
    pytest.param("3.5 Sonnet wrote it", ["Claude 3.5 Sonnet"], id="and version before"),
    pytest.param("Llama 2 70B chat", ["Llama 2 70B Chat"], id="version, size, modifier"),
    pytest.param("LLaMA2, 70B", ["Llama 2 70B"], id="size after a comma"),
    pytest.param("llama two seventy b", ["Llama 2 70B"], id="spoken size"),
    pytest.param("llama to thirteen B", ["Llama 2 13B"], id="to for two before a size"),
    pytest.param("llama 370B", ["Llama 3 70B"], id="version and size run together"),
    pytest.param(
        "Maverick and Llama 4 Maverick", ["Llama 4 Maverick"], id="word before the family"
    ),
    pytest.param("Mixtral 8 by 7b", ["Mixtral 8x7B"], id="size of experts"),
    pytest.param("Qwen3 30B A3B", ["Qwen3-30B-A3B"], id="active size"),
    pytest.param("DeepSeek-V4-Pro", ["DeepSeek-V4-Pro"], id="joined by hyphens"),
    pytest.param("deep seek v three point one", ["DeepSeek-V3.1"], id="spoken with a letter"),
    pytest.param("PaLM-E 562B wrote it", ["PaLM-E 562B"], id="letter that is no size's"),
    pytest.param("OLMo 1B and OLMo 2 32B", ["OLMo-1B", "OLMo 2 32B"], id="template by parts"),
    pytest.param("XGen 7B, MPT 30B", ["XGen-7B", "MPT-30B"], id="size only"),
    pytest.param(
        "Grok voice think fast 1.0", ["Grok Voice Think Fast 1.0"], id="variant of two words"
    ),
    pytest.param("Claude 3, Opus, wrote it", ["Claude 3 Opus"], id="comma within"),
    pytest.param("SmolLM2-135M wrote it", ["SmolLM2-135M"], id="size in millions"),
    pytest.param("Claude, uh, Opus 4.5 wrote it", ["Claude Opus 4.5"], id="filler within"),
    pytest.param("GPT real-time 1.5", ["GPT Realtime 1.5"], id="other family with a common start"),
    pytest.param("Gemini 3.1 flash live", ["Gemini 3.1 Flash Live"], id="flash live"),
    pytest.param("Opus 4.5 and 8", ["Claude Opus 4.5", "Claude Opus 4.8"], id="last digit only"),
    pytest.param(
        "DeepSeek V4 Pro and Flash",
        ["DeepSeek-V4-Pro", "DeepSeek-V4-Flash"],
        id="two variants said",
    ),
    pytest.param("GPT-5 Pro and chat about it", ["GPT-5 Pro"], id="a word like a variant"),
    pytest.param("GPT 4.5 or 5.0", ["GPT-4.5", "GPT-5"], id="or"),
    pytest.param("GPT-3.5 and 4", ["GPT-3.5", "GPT-4"], id="next version"),
    pytest.param(
        "Llama 2 7B, 13B and 70B",
        ["Llama 2 7B", "Llama 2 13B", "Llama 2 70B"],
        id="several sizes",
    ),
    pytest.param("Claude 3 5 Sonnet", ["Claude 3.5 Sonnet"], id="decimals without a point"),
    pytest.param("claude-3-5-sonnet", ["Claude 3.5 Sonnet"], id="decimals after a hyphen"),
    pytest.param("GPT5-4 wrote it", ["GPT-5.4"], id="decimals after a hyphen, without a variant"),
    pytest.param("with 512 H100s", ["H100"], id="plural"),
    pytest.param(
        "the H one hundred and 8 V one hundreds", ["H100", "V100"], id="hardware in words"
    ),
    pytest.param("a B two hundred, a GB two hundred", ["B200", "GB200"], id="hundreds in words"),
    pytest.param("PaLM, of 2022, was big", ["PaLM"], id="capitals within"),
    pytest.param("the EVO paper", ["Evo"], id="a paper is of a model"),
    pytest.param(
        "SuperGrok Heavy, Claude Pro, Claude Max",
        ["SuperGrok Heavy", "Claude Pro", "Claude Max"],
        id="plans",
    ),
    pytest.param("Llama 4 Maverick拥有", ["Llama 4 Maverick"], id="script without spaces behind"),
    pytest.param("Llama拥有", ["Llama"], id="script without spaces behind the family"),
    pytest.param("eight NVIDIA GPUs", ["NVIDIA GPU"], id="generic hardware"),
    pytest.param("TPU v5e pods", ["TPU v5e"], id="TPU version"),
    pytest.param("on SWE-bench verified", ["SWE-bench Verified"], id="benchmark with variant"),
    pytest.param("ScreenSpot web text", ["ScreenSpot Web Text"], id="variant of two words, lower"),
    pytest.param("on Tao VoiceBench", ["τ-voice Bench"], id="Greek letter"),
    pytest.param("then open AI said", ["OpenAI"], id="organisation in two words"),
    pytest.param("claude three five", ["Claude 3.5"], id="the point left out"),
    pytest.param(
        "GPT three five turbo", ["GPT-3.5 Turbo"], id="the point left out before a variant"
    ),
    pytest.param("GPT four one mini", ["GPT-4.1 mini"], id="a second one before a variant"),
    pytest.param(
        "sonnet three seven", ["Claude 3.7 Sonnet"], id="the point left out behind a variant"
    ),
    pytest.param("Gemini 1 5 pro", ["Gemini 1.5 Pro"], id="digits apart before a variant"),
    pytest.param(
        "llama three one eight b", ["Llama 3.1 8B"], id="the point left out before a size"
    ),
    pytest.param("llama three eight b", ["Llama 3 8B"], id="a size is no decimal"),
    pytest.param("llama three four oh five b", ["Llama 3.1 405B"], id="a size with a nought"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms_are_written_as_their_makers_do(
    scanner: Scanner, text: str, expected: list[str]
) -> None:
    assert [name.canonical for name in scanner.names(text)] == expected


QUANTITIES = [
    pytest.param("Gemini 10 million tokens", "Gemini", id="magnitude after two digits"),
    pytest.param("Gemini 1 million tokens", "Gemini", id="magnitude after one digit"),
    pytest.param("Gemini 1.5 million tokens", "Gemini", id="magnitude after decimals"),
    pytest.param("Llama 70 billion parameters", "Llama", id="size in words"),
    pytest.param("Llama seven billion parameters", "Llama", id="spoken size in words"),
    pytest.param("GPT 4 100 times over", "GPT 4", id="quantity after the version"),
    pytest.param("GPT 4 times over", "GPT", id="times"),
    pytest.param(
        "Claude three five percent better", "Claude three", id="percent after a second word"
    ),
    pytest.param("Claude three five times over", "Claude three", id="times after a second word"),
    pytest.param("Claude four one by one", "Claude four", id="a second one"),
    pytest.param("Claude three five six", "Claude three", id="counting on"),
    pytest.param("GPT 40 to 55 runs each", "GPT", id="range"),
    pytest.param("GPT 5 x faster", "GPT", id="x"),
    pytest.param("GPT-4 5 x faster", "GPT-4", id="x after the version"),
    pytest.param("Claude 3 percent better", "Claude", id="percent"),
    pytest.param("Claude 94% right", "Claude", id="percent sign"),
    pytest.param("Claude 3 of the time", "Claude", id="of the"),
    pytest.param("the Gemini one is better", "Gemini", id="pronoun one"),
    pytest.param("Claude 3.5. 7 people came", "Claude 3.5", id="next sentence"),
    pytest.param("the A100 80 gigabytes", "A100", id="memory"),
    pytest.param("GPT-4 32,000 tokens", "GPT-4", id="thousands"),
]


@pytest.mark.parametrize(("text", "words"), QUANTITIES)
def test_quantities_are_left_alone(scanner: Scanner, text: str, words: str) -> None:
    assert [text[name.start : name.end] for name in scanner.names(text)] == [words]


NO_NAMES = [
    "arctic fox",
    "apple pie",
    "the quad",
    "all in one",
    "a meta-analysis of trials",
    "a flash of light",
    "the operator of the machine",
    "on cloud 9 with cloud storage",
    "the claudette and the egpt",
    "Falcon 9 lifted off",
    "do the math with an arc",
    "my age 100 years",
    "plan a one hundred dollar trip",
    "the palm of a hand",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_common_words_are_no_names(scanner: Scanner, text: str) -> None:
    assert scanner.names(text) == ()


def test_a_name_has_its_parts_and_its_place(scanner: Scanner) -> None:
    text = "So Llama 3.1 70B instruct, then."
    assert scanner.names(text) == (
        Name(
            start=3,
            end=25,
            canonical="Llama 3.1 70B Instruct",
            kind="model",
            family="Llama",
            maker="Meta",
            version="3.1",
            variant="Instruct",
            size="70B",
        ),
    )


def test_a_bare_family_is_not_specific(scanner: Scanner) -> None:
    bare, full = scanner.names("Claude or GPT-4")
    assert (bare.canonical, bare.specific, bare.certain) == ("Claude", False, True)
    assert (full.canonical, full.specific, full.certain) == ("GPT-4", True, True)


def test_only_particular_hardware_is_specific(scanner: Scanner) -> None:
    names = scanner.names("a GPU, an NVIDIA GPU, a TPU, a TPU v4, an H100")
    assert [name.specific for name in names] == [False, False, False, True, True]


SIZES = [
    pytest.param("XGen", 7e9, "XGen-7B", id="family"),
    pytest.param("Llama 2", 70e9, "Llama 2 70B", id="version"),
    pytest.param("Llama 3.1 Instruct", 8e9, "Llama 3.1 8B Instruct", id="modifier"),
    pytest.param("Pythia", 2.8e9, "Pythia 2.8B", id="decimals"),
    pytest.param("Pythia", 410e6, "Pythia 410M", id="millions"),
    pytest.param("gpt-oss", 117e9, "gpt-oss-120B", id="nearly a known size"),
    pytest.param("gpt-oss", 60e9, None, id="no known size"),
    pytest.param("Llama", 405e9, "Llama 3.1 405B", id="the version that has the size"),
    pytest.param("Llama 3", 405e9, "Llama 3.1 405B", id="the version within the one said"),
    pytest.param("Llama 2 70B", 70e9, None, id="has a size"),
    pytest.param("Mistral Large 2", 123e9, None, id="a variant says which"),
    pytest.param("GPT-4", 1.8e12, None, id="not named by size"),
    pytest.param("H100", 80e9, None, id="no model"),
]


@pytest.mark.parametrize(("text", "parameters", "canonical"), SIZES)
def test_a_size_is_put_into_a_name(
    scanner: Scanner, text: str, parameters: float, canonical: str | None
) -> None:
    (name,) = scanner.names(text)
    sized = with_size(scanner.book, name, parameters)
    assert (sized and sized.canonical) == canonical


@pytest.mark.parametrize(
    ("text", "canonical", "certain"),
    [
        pytest.param("clawed 3 wrote it", "Claude 3", False, id="a version alone"),
        pytest.param("quad 3.5 sonnet wrote it", "Claude 3.5 Sonnet", True, id="so many parts"),
    ],
)
def test_mishearings_are_certain_only_with_parts(
    scanner: Scanner, text: str, canonical: str, certain: bool
) -> None:
    (name,) = scanner.names(text)
    assert (name.canonical, name.certain) == (canonical, certain)


def test_names_ascend_and_do_not_overlap(scanner: Scanner) -> None:
    text = (
        "Google DeepMind's Gemini 1.5 Pro on Google Cloud TPU v5e beat Meta's Llama 3 70B on MMLU."
    )
    names = scanner.names(text)
    assert [name.canonical for name in names] == [
        "Google DeepMind",
        "Gemini 1.5 Pro",
        "TPU v5e",
        "Meta",
        "Llama 3 70B",
        "MMLU",
    ]
    assert all(a.end <= b.start for a, b in pairwise(names))
