"""What a short name means after what was said before it."""

import pytest

from extract.names import load_names
from tests.extract.names_scanner import Scanner


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(load_names())


FAR = "and so on " * 250

CASES = [
    pytest.param("Llama 4 is out. Maverick is big.", "Llama 4 Maverick", id="implied version"),
    pytest.param(
        "Llama 3 is out. The 405B is big.", "Llama 3.1 405B", id="a size that one version has"
    ),
    pytest.param(
        "DeepSeek V4 comes in two. There's Pro, it is big.",
        "DeepSeek-V4-Pro",
        id="a variant of the family named just now",
    ),
    pytest.param("We use Qwen3-VL, the 30B one.", "Qwen3-VL-30B", id="a size behind a variant"),
    pytest.param("GPT-4 is old. Sonnet 4 is big.", "Claude Sonnet 4", id="Sonnet 4 among models"),
    pytest.param(
        "PaLM 2 is out. The original PaLM was big.", "PaLM", id="the original is no second"
    ),
    pytest.param("Claude is out. Sonnet 4.6 is big.", "Claude Sonnet 4.6", id="Sonnet 4.6"),
    pytest.param("GPT-4 is out. The 3.5 Turbo is old.", "GPT-3.5 Turbo", id="3.5 Turbo"),
    pytest.param(
        "DeepSeek V4 is out. The Pro variant is big.", "DeepSeek-V4-Pro", id="the Pro variant"
    ),
    pytest.param(
        "DeepSeek V4 and Gemini 2.5. The flash version is small.",
        "Gemini 2.5 Flash",
        id="the flash version of the family named last",
    ),
    pytest.param("GPT-5.4 scored, and 5.3 codecs too.", "GPT-5.3 Codex", id="5.3 codecs"),
    pytest.param(
        "Gemini 1.5 came before GPT-4. 1.5 Pro is good.",
        "Gemini 1.5 Pro",
        id="shared variant of the family with that version",
    ),
    pytest.param("Llama 2 is out. Llama 7B is small.", "Llama 2 7B", id="size takes the version"),
    pytest.param(
        "Claude 3.5 Sonnet is out. Then Sonnet won.", "Claude 3.5 Sonnet", id="version said before"
    ),
    pytest.param(
        "Sonnet 4.5 and Sonnet 4.6 are out. Then Sonnet won.",
        "Claude Sonnet",
        id="two versions close by: less specific",
    ),
    pytest.param(
        f"Sonnet 4.5 is out. {FAR} Sonnet 4.6 is out. Then Sonnet won.",
        "Claude Sonnet 4.6",
        id="the version close by wins",
    ),
    pytest.param(
        "Sonnet 4.6 is out. Then Opus won.",
        "Claude Opus",
        id="variants that do not move in step keep their versions",
    ),
    pytest.param(
        "Claude 3 is out: Haiku, Sonnet and Opus. Then Sonnet won.",
        "Claude 3 Sonnet",
        id="a whole version was named before its variants",
    ),
    pytest.param(
        "Claude 3.5 is out. Then Opus won.", "Claude Opus", id="a version with decimals has not all"
    ),
    pytest.param("Claude 3 is out. Claude won.", "Claude 3", id="the one version named"),
    pytest.param(
        "Claude 2 and 3 are out. Claude won.", "Claude", id="two versions: the family stays bare"
    ),
    pytest.param(
        "Gemini 3 Pro is out. Then Gemini won.", "Gemini 3 Pro", id="the one member named"
    ),
    pytest.param(
        "Gemini 3 Pro and Gemini 2.5 Flash are out. Then Gemini won.",
        "Gemini",
        id="two members: the family stays bare",
    ),
    pytest.param(
        f"Gemini 3 Pro is out. {FAR} {FAR} Then Gemini won.", "Gemini", id="a member far away"
    ),
    pytest.param(
        f"Gemini 3 Pro is out. {FAR} Gemini won. {FAR} Then Gemini won.",
        "Gemini",
        id="a bare name is no new mention of the member",
    ),
    pytest.param(
        "Gemini 3 Pro is out. The Gemini models won.", "Gemini", id="word for a family behind"
    ),
    pytest.param("Gemini 3 Pro is out. It is a Gemini.", "Gemini", id="word for a family before"),
    pytest.param("Claude Sonnet is out. Then Claude won.", "Claude", id="a variant is no member"),
    pytest.param("DeepSeek V3 is out. DeepSeek hires.", "DeepSeek", id="company of that name"),
    pytest.param("XGen 7B is out. XGen is open.", "XGen-7B", id="the one size named"),
    pytest.param("XGen 7B and MPT 30B. XGen is open.", "XGen-7B", id="of this family"),
    pytest.param(
        "MPT-7B is out, for those who wait. And then Falcon won.",
        "Falcon",
        id="a capital within a sentence shortly behind a model",
    ),
    pytest.param(
        "Falcon 180B is out. Then Falcon won.", "Falcon-180B", id="cue from an earlier mention"
    ),
    pytest.param("o1 is out. Then 01 won.", "o1", id="digits for a letter after a mention"),
    pytest.param(
        "Claude 2 is out. Then Cloud 3 won.", "Claude 3", id="common word after a mention"
    ),
    pytest.param("Claude 3 is out. Then Clod won.", "Claude 3", id="mishearing after a mention"),
    pytest.param("DeepSeek is out. R1 thinks.", "DeepSeek-R1", id="version alone"),
    pytest.param("DeepSeek is out. V3.2-Exp won.", "DeepSeek-V3.2-Exp", id="and its variant"),
    pytest.param("DeepSeek is out. R one thinks.", "DeepSeek-R1", id="version alone in words"),
    pytest.param("DeepSeek V3 is out. Then v3 won.", "DeepSeek-V3", id="as it was said before"),
    pytest.param("Moonshot AI is back. K2 won.", "Kimi K2", id="version after the maker"),
    pytest.param("MiniMax M1 is old. M2 won.", "MiniMax-M2", id="next version alone"),
    pytest.param("A TPU is fast. The v5p is faster.", "TPU v5p", id="version of hardware"),
    pytest.param("GPT-5.1 is out. 5.1-Codex-Max won.", "GPT-5.1 Codex Max", id="two variants"),
    pytest.param("Gemma 2 is out. The 9B won.", "Gemma 2 9B", id="size alone"),
    pytest.param("The Llama 3.1 405B, and Qwen3. The 405B won.", "Llama 3.1 405B", id="whose size"),
    pytest.param("Qwen3 and Llama 3.1. The 405B won.", "Llama 3.1 405B", id="known size"),
    pytest.param(
        "Llama 3.1, then Qwen3. The 405B won.", "Llama 3.1 405B", id="no size of the last"
    ),
    pytest.param("Llama 3 and Llama 3.1. The 405B won.", "Llama 3.1 405B", id="last version"),
    pytest.param("Llama 3 is out. The seventy billion one won.", "Llama 3 70B", id="size in words"),
    pytest.param("Mixtral is out. Then 8x22B won.", "Mixtral 8x22B", id="size without article"),
    pytest.param("Llama 3.1 is out. On 405 B it won.", "Llama 3.1 405B", id="and with a space"),
    pytest.param("GPT-OSS and Qwen3. Then 120b won.", "gpt-oss-120B", id="size of one of two"),
    pytest.param("GPT-4 Turbo is out. Then Turbo won.", "GPT-4 Turbo", id="variant alone"),
    pytest.param(
        f"GPT-4 Turbo is out. {FAR * 3}Then Turbo won.", "GPT-4 Turbo", id="variant, long after"
    ),
    pytest.param(
        f"GPT-3.5 Turbo is out. {FAR * 3}GPT-4 Turbo came. Then Turbo won.",
        "GPT-4 Turbo",
        id="variant of the member named lately",
    ),
    pytest.param("GPT-5.5 is better than GPT-5.4. I use 5.4 now.", "GPT-5.4", id="version used"),
    pytest.param("GPT-5.4 is out. It is better than 5.4.", "GPT-5.4", id="version compared"),
    pytest.param("Opus 4.6 is out. The 4.6 model won.", "Claude Opus 4.6", id="version of a model"),
    pytest.param("Opus 4.5 and 4.6. The 4.5 and 4.6 models won.", "Claude Opus 4.6", id="versions"),
    pytest.param(
        "Opus 4.6 and Sonnet 4.6. The 4.6 models won.", "Claude 4.6", id="version of two models"
    ),
    pytest.param("GPT-4 is out. It leads the arena.", "Chatbot Arena", id="arena of models"),
    pytest.param(
        "Google announced 1.5 Pro.", "Gemini 1.5 Pro", id="version and variant after the maker"
    ),
    pytest.param("Grok 3 is out. It ran on Colossus.", "Colossus", id="cluster of that maker"),
    pytest.param(
        "Gemini 1.5 Flash is out. The score for flash is high.",
        "Gemini 1.5 Flash",
        id="variant without a capital where only a name stands",
    ),
    pytest.param("Llama 3.1 is out. We ran the 405 on it.", "Llama 3.1 405B", id="size, no letter"),
    pytest.param(
        "Llama 3.1 is out. And the four oh five won.", "Llama 3.1 405B", id="size by its digits"
    ),
    pytest.param("Now gpt-oss 120 is out.", "gpt-oss-120B", id="known size behind the family"),
    pytest.param("GPT-OSS is out. The small one won.", "gpt-oss-20B", id="the smaller of two"),
    pytest.param(
        "Llama 3 8B, Llama 3 70B. The bigger model is best.",
        "Llama 3 70B",
        id="the bigger one named",
    ),
    pytest.param("GPT-4.5 is out. There 4.5 gets more.", "GPT-4.5", id="version that gets a score"),
    pytest.param(
        "OLMo 3, I say. OLMo 3 beats OLMo 2. The 32B won.",
        "OLMo 3 32B",
        id="a size is of the version most talked of",
    ),
    pytest.param(
        f"Gemini 2.5 is old. {FAR}Gemini 3 is out. Gemini won.",
        "Gemini 3",
        id="of two lately named the one of just now",
    ),
    pytest.param(
        "Tencent has Hy3 preview. And Hi3 is big.", "Hy3 preview", id="a modifier tells the member"
    ),
]


@pytest.mark.parametrize(("text", "last"), CASES)
def test_short_names_are_completed(scanner: Scanner, text: str, last: str) -> None:
    assert scanner.names(text)[-1].canonical == last


UNNAMED = [
    pytest.param("The Pro variant is big.", id="no family named"),
    pytest.param("Claude 3 is out. The pro version is big.", id="family without the variant"),
    pytest.param("Then Maverick and Sonnet won.", id="variants without a family"),
    pytest.param("R1 zoning is strict, V3 engines are loud.", id="versions without a family"),
    pytest.param("They climbed K2, the mountain.", id="version that is a mountain"),
    pytest.param("Claude 3 is out. K2 is a mountain.", id="version of another family"),
    pytest.param("The 9B bus and the seventy billion one.", id="sizes without a family"),
    pytest.param("Claude 3 is out. The 9B bus is late.", id="size of no family named"),
    pytest.param("Turbo engines. Then Turbo won.", id="shared variant without a family"),
    pytest.param("They fought in the arena.", id="arena without a model"),
    pytest.param("The statue, Colossus, fell.", id="cluster without its maker"),
    pytest.param("Then Falcon won, with Orca and Nova.", id="common words without a cue"),
    pytest.param(
        "Claude 3 is out. See the Millennium Falcon and a falcon.", id="part of a longer name"
    ),
]


@pytest.mark.parametrize("text", UNNAMED)
def test_what_the_talk_does_not_tell_is_no_name(scanner: Scanner, text: str) -> None:
    assert [name.canonical for name in scanner.names(text) if name.family != "Claude"] == []


NO_SHORT_NAMES = [
    pytest.param("Gemma 2 is out. The 9B parameters cost.", id="size of parameters"),
    pytest.param("Gemma 2 is out. It has the 9B tokens.", id="size of data"),
    pytest.param("Llama 3 is out. We need a 70B for it.", id="any model of a size"),
    pytest.param("Llama 3 is out. It is a 70B model.", id="any model of a size, and model"),
    pytest.param("Llama 3 is out. It beats 70B models.", id="models of a size"),
    pytest.param("Llama 3 is out. The new Fable 70B won.", id="size of a name not listed"),
    pytest.param("Claude 3 is out. We run 70B at home.", id="size of no family named lately"),
    pytest.param("GPT-4 Turbo is out. He did it with turbo speed.", id="variant without a capital"),
    pytest.param("GPT-4 Turbo is out. He uses Intuit Turbo now.", id="variant in another name"),
    pytest.param("GPT-4 Turbo and GPT-3.5 Turbo. Then Turbo won.", id="variant of two members"),
    pytest.param("A TPU is fast. Our function, V2, is too.", id="version of no loose shape"),
    pytest.param("Kimi K2 is out. It takes 128 k two ways.", id="thousands and a number"),
    pytest.param("DeepSeek is out. Our v2 came later.", id="version without a capital"),
    pytest.param("GPT-5.4 is out. It scored 5.4 there.", id="a score like a version"),
    pytest.param("GPT-5.4 is out. It is more than 5.4 now.", id="more than a number"),
    pytest.param("GPT-5.4 is out. Better than 5.4 percent.", id="percent like a version"),
    pytest.param("GPT-5.4 is out. Then 5.3 was better.", id="a version nobody named"),
    pytest.param("GPT-5.4, Foo. It costs $5.4 versus 5.4 dollars.", id="prices like a version"),
    pytest.param("Llama 3 is out. The big one won.", id="the biggest of many, none named"),
    pytest.param("GPT-OSS is out. The big model companies won.", id="no model but a company"),
    pytest.param("Gemini 1.5 Pro is out. It is for pro users.", id="variant before a noun"),
    pytest.param("Llama 3.1 is out. The 405 people left.", id="people like a size"),
    pytest.param("Llama 3.1 is out. It took 10 to the 70, that is.", id="power like a size"),
    pytest.param("Qwen 3 is out. It is twenty three plus five.", id="sum like a variant"),
]


@pytest.mark.parametrize("text", NO_SHORT_NAMES)
def test_what_only_looks_like_a_short_name_is_none(scanner: Scanner, text: str) -> None:
    assert [name.canonical for name in scanner.names(text) if name.start > text.index(". ")] == []


def test_of_a_size_in_words_the_number_stays_a_quantity(scanner: Scanner) -> None:
    text = "Llama 3 is out. The seventy billion one won."
    assert [text[name.start : name.end] for name in scanner.names(text)] == ["Llama 3", "one"]


def test_a_completed_name_is_certain_and_specific(scanner: Scanner) -> None:
    names = scanner.names("Gemini 3 Pro and Claude Opus 4.5 are out. Gemini won, and Opus too.")
    assert [(name.canonical, name.certain, name.specific) for name in names[2:]] == [
        ("Gemini 3 Pro", True, True),
        ("Claude Opus 4.5", True, True),
    ]


def test_a_time_is_no_name_after_a_mention(scanner: Scanner) -> None:
    names = scanner.names("o1 is out. (00:01:03) Then (01:09:41) it won, and 4.01 too.")
    assert [name.canonical for name in names] == ["o1"]


def test_many_short_names_take_linear_time(scanner: Scanner) -> None:
    text = "Llama 2 is out. Llama 7B is small. " * 5000
    assert len(scanner.names(text)) == 10000
