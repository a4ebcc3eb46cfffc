"""Quantities: range, unit, rate, qualifier and span; and what is no quantity."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon import load_lexicon
from extract.numbers import find_quantities, parts, qualifiers, read_quantities, rejects
from extract.numbers.neighbours import ANYTHING
from extract.numbers.parts import MONEY
from extract.numbers.units import factor
from extract.numbers.vocabulary import qualifier_words, unit_words
from extract.records import Quantity
from extract.scanning import scan
from tests.extract.speeches import speech_of


def read(text: str) -> list[Quantity]:
    return list(scan(speech_of(text), load_lexicon()).quantities)


def said(text: str) -> list[str]:
    return [text[quantity.start : quantity.end] for quantity in read(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        pytest.param(
            "ten to fifteen trillion tokens",
            "ten to fifteen trillion",
            10e12,
            15e12,
            "token",
            id="shared magnitude",
        ),
        pytest.param(
            "10 to 15 trillion", "10 to 15 trillion", 10e12, 15e12, None, id="digits share it too"
        ),
        pytest.param(
            "ten, maybe fifteen trillion",
            "ten, maybe fifteen trillion",
            10e12,
            15e12,
            None,
            id="maybe",
        ),
        pytest.param(
            "between 20 and 30 percent", "20 and 30 percent", 20, 30, "percent", id="between"
        ),
        pytest.param("around 39%, 40%", "39%, 40%", 39, 40, "percent", id="alternatives"),
        pytest.param("it went up to 55, 56.", "55, 56", 55, 56, None, id="two guesses"),
        pytest.param("high 80s to 90%", "high 80s to 90%", 88, 90, "percent", id="from a decade"),
        pytest.param("50, 60 billion", "50, 60 billion", 50e9, 60e9, None, id="comma"),
        pytest.param("16 or 32", "16 or 32", 16, 32, None, id="or"),
        pytest.param(
            "one to a hundred million token",
            "one to a hundred million",
            1e6,
            1e8,
            "token",
            id="a hundred million",
        ),
        pytest.param(
            "a billion to a couple billion",
            "a billion to a couple billion",
            1e9,
            2e9,
            None,
            id="couple",
        ),
        pytest.param(
            "10 to the 24, 10 to the 25",
            "10 to the 24, 10 to the 25",
            1e24,
            1e25,
            None,
            id="powers",
        ),
        pytest.param("$5 to $10 per million tokens", "$5 to $10", 5, 10, "USD", id="money"),
        pytest.param(
            "2 million to a maximum of 40 million parameters",
            "2 million to a maximum of 40 million",
            2e6,
            40e6,
            "parameter",
            id="to a maximum of",
        ),
        pytest.param(
            "tens of thousands of dollars",
            "tens of thousands of dollars",
            1e4,
            1e5,
            "USD",
            id="vague plural",
        ),
        pytest.param("15 16 tokens", "15 16", 15, 16, "token", id="one and the next"),
        pytest.param("60 70 thousand dollars", "60 70 thousand dollars", 6e4, 7e4, "USD", id="one ten and the next"),
    ],
)  # fmt: skip
def test_ranges(text: str, words: str, low: float, high: float, unit: str | None) -> None:
    [quantity] = read(text)
    assert text[quantity.start : quantity.end] == words
    assert (quantity.low, quantity.high, quantity.unit, quantity.qualifier) == (
        low,
        high,
        unit,
        "range",
    )
    assert quantity.value == (low + high) / 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("67%, 44%, 35%", ["67%", "44%", "35%"], id="a list of results is no range"),
        pytest.param("4.2% and 5.8%", ["4.2%", "5.8%"], id="and is no range without between"),
        pytest.param("15 to 10 billion", ["15", "10 billion"], id="a range goes up"),
        pytest.param("3 8 billion", ["3", "8 billion"], id="not the next"),
        pytest.param("4 5", ["4", "5"], id="the next of nothing measured"),
        pytest.param(
            "120 billion and 12 active", ["120 billion", "12"], id="the second of two sizes"
        ),
        pytest.param("750 megawatts through 2028", ["750 megawatts"], id="until a year"),
        pytest.param("the difference between 3% and 4%", ["3%", "4%"], id="the sides of a gap"),
        pytest.param("the big one to six trillion tokens", ["six trillion"], id="a noun before"),
        pytest.param("3 billion and one car", ["3 billion", "one"], id="one of something else"),
    ],
)
def test_separate_figures_stay_apart(text: str, words: list[str]) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        pytest.param("400 billion parameters", "exact", 400e9, 400e9, id="plain"),
        pytest.param("about 400 billion", "about", 400e9, 400e9, id="about"),
        pytest.param("just under 300 billion", "about", 300e9, 300e9, id="just under"),
        pytest.param("like, you know, 300 billion", "about", 300e9, 300e9, id="like with filler"),
        pytest.param("200k-ish", "about", 200e3, 200e3, id="ish"),
        pytest.param("300 billion or so", "about", 300e9, 300e9, id="or so"),
        pytest.param("more than 100 billion", "at_least", 100e9, None, id="more than"),
        pytest.param("north of 100 billion", "at_least", 100e9, None, id="north of"),
        pytest.param("100 billion plus", "at_least", 100e9, None, id="plus behind"),
        pytest.param("up to 10 million tokens", "at_most", None, 10e6, id="up to"),
        pytest.param("under 20 cents", "at_most", None, 20, id="under"),
        pytest.param("billions of tokens", "at_least", 1e9, None, id="billions"),
        pytest.param("高达2万亿个参数", "at_most", None, 2e12, id="Chinese up to"),
    ],
)
def test_qualifiers(text: str, qualifier: str, low: float | None, high: float | None) -> None:
    [quantity] = read(text)
    assert (quantity.qualifier, quantity.low, quantity.high) == (qualifier, low, high)


@pytest.mark.parametrize(
    ("text", "unit", "per", "words"),
    [
        pytest.param("$5 per 1 million input tokens", "USD", "Mtok", "$5", id="per million input tokens"),
        pytest.param("25 per million output tokens", None, "Mtok", "25", id="money left out"),
        pytest.param("two dollars per thousand tokens", "USD", "ktok", "two dollars", id="per thousand"),
        pytest.param("twenty bucks a month", "USD", "month", "twenty bucks", id="a month"),
        pytest.param("three dollars an hour", "USD", "hour", "three dollars", id="an hour"),
        pytest.param("four cents per image", "cent", "image", "four cents", id="per image"),
        pytest.param("$1.1 billion", "USD", None, "$1.1 billion", id="sign before"),
        pytest.param("a hundred million dollars", "USD", None, "a hundred million dollars", id="word behind"),
        pytest.param("£20", "GBP", None, "£20", id="pounds"),
        pytest.param("80 gigs of HBM", "gigabyte", None, "80 gigs", id="gigs"),
        pytest.param("3.5 gigawatts", "gigawatt", None, "3.5 gigawatts", id="gigawatts"),
        pytest.param("390 teraflops", "teraFLOP/s", None, "390 teraflops", id="teraflops are a rate"),
        pytest.param("10 to the 24th flops", "FLOP", None, "10 to the 24th flops", id="flops are a sum"),
        pytest.param("100 trillion operations per second", "FLOP/s", None, "100 trillion operations per second", id="operations per second"),
        pytest.param("2.8 million GPU hours", "accelerator_hour", None, "2.8 million GPU hours", id="GPU hours"),
        pytest.param("50 tokens per second", "token/second", None, "50 tokens per second", id="speed"),
        pytest.param("in a week", "week", None, "a week", id="a week is one week"),
        pytest.param("a 52-point gap", "point", None, "52-point", id="points"),
    ],
)  # fmt: skip
def test_units_and_rates(text: str, unit: str | None, per: str | None, words: str) -> None:
    [quantity] = read(text)
    assert (quantity.unit, quantity.per, text[quantity.start : quantity.end]) == (unit, per, words)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        pytest.param("two hours and seventeen minutes", "two hours and seventeen minutes", 137 / 60, "hour", id="hours and minutes"),
        pytest.param("1 hour 20 minutes", "1 hour 20 minutes", 4 / 3, "hour", id="without and"),
        pytest.param("an hour and a half", "an hour and a half", 1.5, "hour", id="an hour and a half"),
        pytest.param("three weeks and two days", "three weeks and two days", 23 / 7, "week", id="weeks and days"),
        pytest.param("an hour and five people", "an hour", 1, "hour", id="what is no time"),
        pytest.param("two days and 30 hours", "two days", 2, "day", id="more than one of the longer"),
    ],
)  # fmt: skip
def test_times_in_two_units(text: str, words: str, value: float, unit: str) -> None:
    quantity = read(text)[0]
    assert (text[quantity.start : quantity.end], quantity.unit) == (words, unit)
    assert quantity.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        pytest.param("one cent for 12 images", 1 / 12, "image", id="behind"),
        pytest.param("two dollars for five million tokens", 2 / 5e6, "token", id="tokens behind"),
        pytest.param("$10 per 1,000 calls", 0.01, "query", id="per a thousand"),
        pytest.param("10 million tokens for a dollar", 1e-7, "token", id="before"),
        pytest.param("twenty five thousand tokens are a dollar", 1 / 25e3, "token", id="before, in words"),
        pytest.param("5,000 input tokens would be 5 cents", 1e-3, "token", id="before, of a kind"),
        pytest.param("five dollars for two people", 5, None, id="nothing that prices are for"),
    ],
)  # fmt: skip
def test_prices_of_so_many_are_of_one(text: str, value: float, per: str | None) -> None:
    [price] = [quantity for quantity in read(text) if quantity.unit in MONEY]
    assert price.value == pytest.approx(value, rel=1e-12)
    assert price.per == per


def test_price_before_its_rate() -> None:
    price = read("it is a million tokens for $2")[-1]
    assert (price.value, price.per) == (2, "Mtok")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("in 2023 we met", id="year"),
        pytest.param("back in twenty twenty five", id="spoken year"),
        pytest.param("on april 8th", id="day of a month"),
        pytest.param("the 25th time", id="ordinal"),
        pytest.param("one of the best", id="one of"),
        pytest.param("version 3 of it", id="version"),
        pytest.param("episode 206", id="episode"),
        pytest.param("at 10:30", id="time"),
        pytest.param("it is 4x faster", id="multiple"),
        pytest.param("ten times the price", id="times"),
        pytest.param("Claude 3.7 Sonnet answered", id="version in a name"),
        pytest.param("GPT-4.5 and GPT four point five", id="version said"),
        pytest.param("h264 and mp3 files", id="digits in a word"),
    ],
)
def test_is_no_quantity(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("unit", "to", "expected"),
    [
        pytest.param("USD/ktok", "USD/Mtok", 1000, id="a thousand tokens to a million"),
        pytest.param("cent/Mtok", "USD/Mtok", 0.01, id="cents"),
        pytest.param("USD/year", "USD/month", 1 / 12, id="a year is 12 months"),
        pytest.param("month", "hour", 730.5, id="month"),
        pytest.param("year", "hour", 8766, id="year"),
        pytest.param("gigabyte", "byte", 1e9, id="powers of ten for bytes"),
        pytest.param("teraFLOP/s", "FLOP/s", 1e12, id="teraflops"),
        pytest.param("fraction", "percent", 100, id="half is 50 percent"),
    ],
)
def test_units_convert(unit: str, to: str, expected: float) -> None:
    assert factor(unit, to) == pytest.approx(expected, rel=1e-12)


WORDS = st.sampled_from(
    "ten to fifteen trillion $ 5 per million tokens about 3.5 % , - GPT-4 or maybe a hundred and of the 10^ 万 one".split()
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_spans_are_ascending_and_inside(text: str) -> None:
    position = 0
    for quantity in read(text):
        assert position <= quantity.start < quantity.end <= quantity.extent <= len(text)
        position = quantity.end


NEAR_WORDS = [
    "about", "over", "minus", "up to", "between", "version", "point", "one", "5", "$10", "2.5",
    "10 billion", "half", "a", "and", "to", "or", ",", "-", "uh", "out of", "percent", "tokens",
    "dollars", "per", "month", "times", "x", "plus", "or so", "ish", "pm", "kg", "of the", "(", ".",
    "h800", "gpu hours", "±", ":30", "dogs", "is", "million tokens for", "fifty",
]  # fmt: skip


@given(st.lists(st.sampled_from(NEAR_WORDS), min_size=1, max_size=10), st.booleans())
def test_a_look_at_the_next_word_misses_nothing_that_the_patterns_would_read(
    words: list[str], spaced: bool
) -> None:
    text = (" " if spaced else "").join(words)
    found = list(find_quantities(text, range(len(text))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "what_follows", lambda *_: ANYTHING)
        patch.setattr(qualifiers, "_last_before", _Everything)
        patch.setattr(rejects, "_last_before", _Everything)
        assert list(find_quantities(text, range(len(text)))) == found


class _Everything:
    def __contains__(self, word: object) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        pytest.param("a million tokens for two dollars", "Mtok", id="a million is a rate"),
        pytest.param("1 million tokens cost $2", "Mtok", id="in digits"),
        pytest.param(
            "ten million tokens for a dollar", "token", id="ten million are brought to one"
        ),
        pytest.param("10 million tokens for a dollar", "token", id="in digits too"),
    ],
)
def test_a_million_tokens_before_a_price_is_its_rate(text: str, rate: str | None) -> None:
    assert read(text)[-1].per == rate


def _vocabulary() -> list[str]:
    """Returns all phrases that the reader of quantities knows, and some numbers."""
    units, qualifiers = unit_words(), qualifier_words()
    tables = [units.unit, units.prefix, units.rate.of, units.rate.of_tokens, units.rate.adverbs]
    tables += [qualifiers.before, qualifiers.after, qualifiers.between]
    phrases = chain.from_iterable(chain.from_iterable(table.values() for table in tables))
    return [*phrases, *units.rate.openers, *units.rate.kinds, *"0159", "2.5", "1/2", "10^9", "five"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_vocabulary()), st.sampled_from([" ", "", "\n", "\t", "-", ", "])
        ),
        max_size=8,
    ),
    st.sampled_from([" ", "\n", "\t", "  "]),
)
def test_any_phrases_with_any_white_space_are_read(
    words: list[tuple[str, str]], space: str
) -> None:
    text = "".join(word.replace(" ", space) + gap for word, gap in words)
    for quantity in read_quantities(text):
        assert 0 <= quantity.start < quantity.end <= quantity.extent <= len(text)
