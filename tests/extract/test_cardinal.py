"""Numbers as they are written and said: one row a form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers.cardinal import _Machine, read_cardinal
from extract.numbers.tokens import Tokens

FORMS = [
    ("1.6 trillion", "1.6e12"),
    ("400b", "400e9"),
    ("128k", "128e3"),
    ("70-billion", "70e9"),
    ("32,000", "32e3"),
    ("2,000,000", "2e6"),
    (".5", "0.5"),
    ("1 .5 trillion", "1.5e12"),
    ("1e25", "1e25"),
    ("3.8e25", "3.8e25"),
    ("10^26", "1e26"),
    ("10²⁵", "1e25"),
    ("10 × 10²⁵", "1e26"),
    ("10 x 10 to the 25th", "1e26"),
    ("2万亿", "2e12"),
    ("４００ billion", "400e9"),
    ("half a million", "5e5"),
    ("a half million", "5e5"),
    ("a quarter million", "25e4"),
    ("three quarters of a trillion", "75e10"),
    ("one point six trillion", "1.6e12"),
    ("one point oh five trillion", "1.05e12"),
    ("1 point 5 trillion", "1.5e12"),
    ("two hundred fifty six thousand", "256e3"),
    ("two fifty six k", "256e3"),
    ("a hundred and twenty eight k", "128e3"),
    ("four oh five billion", "405e9"),
    ("one and a half trillion", "1.5e12"),
    ("a couple hundred billion", "200e9"),
    ("a couple of million", "2e6"),
    ("twenty five hundred", "2500"),
    ("ten to the twenty-five", "1e25"),
    ("10 to the 25th", "1e25"),
    ("ten to the power of twelve", "1e12"),
    ("five times ten to the twenty sixth", "5e26"),
    ("hundred trillion", "1e14"),
    ("a million", "1e6"),
    ("one million two hundred thousand", "12e5"),
    ("two hundred thousand five hundred", "200500"),
    ("five thousand and one", "5001"),
    ("one fifth", "0.2"),
    ("a dozen", "12"),
    ("zero point zero one", "0.01"),
    ("twenty twenty-five billion", "20"),  # a restart: the second number is read on its own
]


@pytest.mark.parametrize(("text", "value"), FORMS, ids=[text for text, _ in FORMS])
def test_reads(text: str, value: str) -> None:
    number = read_cardinal(text, 0, len(text))
    assert number is not None
    assert number.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("tens of billions", "1e10", "1e11", id="tens of billions"),
        pytest.param("hundreds of thousands", "1e5", "1e6", id="hundreds of thousands"),
        pytest.param("billions", "1e9", None, id="billions alone are that and more"),
    ],
)
def test_vague_plurals_are_ranges(text: str, low: str, high: str | None) -> None:
    number = read_cardinal(text, 0, len(text))
    assert number is not None
    assert number.low == Decimal(low)
    assert number.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("text", "step"),
    [
        pytest.param("284 billion", "1e9", id="a whole number of billions"),
        pytest.param("1.6 trillion", "1e11", id="one decimal"),
        pytest.param("3.8e25", "1e24", id="scientific"),
        pytest.param("32,000", "1", id="written out"),
    ],
)
def test_step_is_worth_of_last_digit(text: str, step: str) -> None:
    number = read_cardinal(text, 0, len(text))
    assert number is not None
    assert number.step == Decimal(step)


@pytest.mark.parametrize("text", ["nineteen fifty six", "twenty twenty five", "twenty ten"])
def test_spoken_years_are_told(text: str) -> None:
    number = read_cardinal(text, 0, len(text))
    assert number is not None
    assert number.rule == "year"


UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
)
UNITS += "fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
]


def spell(number: int, joiner: str, hyphen: str) -> str:
    """Writes a whole number out in words."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{spell(number // scale, joiner, hyphen)} {word}" + (
                f" {spell(rest, joiner, hyphen)}" if rest else ""
            )
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (
            f"{joiner}{spell(rest, joiner, hyphen)}" if rest else ""
        )
    if number >= 20:
        return TENS[number // 10] + (f"{hyphen}{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


@given(st.integers(0, 10**18 - 1), st.sampled_from([" ", " and "]), st.sampled_from([" ", "-"]))
def test_whole_numbers_in_words_read_back(number: int, joiner: str, hyphen: str) -> None:
    text = spell(number, joiner, hyphen)
    read = read_cardinal(text, 0, len(text))
    assert read is not None
    assert (read.value, read.start, read.end) == (Decimal(number), 0, len(text))


@given(st.integers(0, 10**18))
def test_whole_numbers_in_digits_read_back(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        read = read_cardinal(text, 0, len(text))
        assert read is not None
        assert (read.value, read.end) == (Decimal(number), len(text))


@given(
    st.decimals("0.01", "999.99", places=2),
    st.sampled_from(
        [
            ("k", 10**3),
            (" thousand", 10**3),
            ("m", 10**6),
            (" million", 10**6),
            ("b", 10**9),
            (" billion", 10**9),
            ("t", 10**12),
            ("-trillion", 10**12),
        ]
    ),
)
def test_decimals_with_magnitudes_read_back(
    coefficient: Decimal, magnitude: tuple[str, int]
) -> None:
    text = f"{coefficient}{magnitude[0]}"
    read = read_cardinal(text, 0, len(text))
    assert read is not None
    assert (read.value, read.end) == (coefficient * magnitude[1], len(text))


@given(st.text(alphabet="0123456789.,^ abo-twhundrednillion", max_size=60))
def test_anything_is_read_without_raising_and_within_bounds(text: str) -> None:
    for start in range(len(text)):
        read = read_cardinal(text, start, len(text))
        assert read is None or start <= read.start < read.end <= len(text)


ROW_WORDS = [
    "one", "two", "ten", "fifteen", "twenty", "hundred", "thousand", "million", "billions", "half",
    "thirds", "fifth", "couple", "few", "oh", "zero", "point", "and", "a", "of", "to the", "power",
    "times", "x", "percent", "k", "b", "5", "10", "1,000", "2.5", ".5", "1e9", "60s", "21st", "3/4",
    "10^26", "10²⁵", "-5%", "万亿", "million-ish", "dogs", "them", "grandpa", "ten-fold", "1,00",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(ROW_WORDS), min_size=1, max_size=8),
    st.lists(st.sampled_from([" ", "-", "", ", "]), min_size=8, max_size=8),
)
def test_what_follows_a_row_of_number_words_changes_nothing_in_it(
    words: list[str], gaps: list[str]
) -> None:
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    for start in range(len(text)):
        whole = _Machine(text[start:], Tokens(text[start:], 0, len(text) - start)).read()
        expected = whole and whole.moved(start)
        assert read_cardinal(text, start, len(text)) == expected
