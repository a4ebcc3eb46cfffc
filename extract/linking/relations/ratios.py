"""Ratios: how many times as much, or what part, is said in front of a comparison.

"twice as", "10x", "60%", "a quarter of the": read by the reader of numbers, to which a multiple
is no quantity, and by the few words of relations.toml that say a multiple in one word.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import regex

from extract.data import Data, read_toml
from extract.linking.intervals import scaled
from extract.numbers.quantities import Reading, read_numbers
from extract.numbers.vocabulary import alternatives, number_words, reject_words, unit_words
from extract.records import Qualifier

REACH = 60  # characters in front of a comparison in which its ratio begins

Form = Literal["more", "less", "equal", "share", "owned", "whole"]

_TURNED: Mapping[Qualifier, Qualifier] = {"at_least": "at_most", "at_most": "at_least"}


class RatioWords(Data):
    """[words] and [between] of relations.toml."""

    words: dict[str, float]
    fillers: list[str]
    articles: list[str]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio where it stands in the speech.

    Attributes:
        start, end: span of its words ("ten times", "60%").
        parts: whether it is parts of one ("60%", "a quarter"), not a multiple.
        value, low, high: 10, or 0.6 for 60%; low or high None where that side is open.
        qualifier: as of a quantity.
    """

    start: int
    end: int
    parts: bool
    value: float
    low: float | None
    high: float | None
    qualifier: Qualifier

    def factor(self, form: Form) -> "Ratio | None":
        """Returns how many times as much is meant; None where it can be none.

        "60% as much" is 0.6, "60% more" 1.6, "60% less" 0.4; "ten times less" is a tenth.
        """
        said = [bound for bound in (self.value, self.low, self.high) if bound is not None]
        if min(said) <= 0:
            return None
        if form == "more" and self.parts:
            return self.of(lambda part: 1 + part)
        if form == "less" and self.parts:
            return self.of(lambda part: 1 - part, falling=True) if max(said) < 1 else None
        if form in {"more", "less"} and min(said) <= 1:  # "one time faster"
            return None
        return self.of(lambda times: 1 / times, falling=True) if form == "less" else self

    def of(self, change: Callable[[float], float], *, falling: bool = False) -> "Ratio":
        """Returns it with its values changed; `falling` where the greater becomes the less."""
        bounds = (self.high, self.low) if falling else (self.low, self.high)
        low, high = (None if one is None else scaled(change(one), 1.0) for one in bounds)
        turned = _TURNED.get(self.qualifier, self.qualifier) if falling else self.qualifier
        value = float(f"{change(self.value):.12g}")
        return replace(self, value=value, low=low, high=high, qualifier=turned)


def read_ratio(lower: str, first: int, place: int, form: Form) -> Ratio | None:
    """Returns the ratio in front of a comparison.

    Args:
        lower: the speech.
        first: where its sentence begins.
        place: where the words that compare begin ("cheaper"), or of `owned` the name whose it is.
        form: what may stand between the two, and how the ratio is meant.
    """
    begin = max(first, place - REACH)
    tail = _tail(form).match(lower, begin, place)
    if tail is None:
        return None
    if tail["word"]:
        times = ratio_words().words[" ".join(tail["word"].split())]
        return Ratio(tail.start("word"), tail.end("word"), False, times, times, times, "exact")
    end = tail.end("marker")
    reading = next((it for it in read_numbers(lower[begin:end]) if begin + it.resume == end), None)
    return _ratio(reading, lower[begin:end], begin) if reading else None


def _ratio(reading: Reading, words: str, begin: int) -> Ratio | None:
    """Returns the ratio that was read in `words`, which begin at `begin`."""
    quantity = reading.quantity
    parts = quantity.unit in {"percent", "fraction"}
    if quantity.value is None or not (parts or reading.rejected == "multiple"):
        return None
    ratio = Ratio(
        start=begin + quantity.start,
        end=begin + reading.resume,
        parts=parts,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
    )
    if quantity.unit == "percent":
        return ratio.of(lambda said: said / 100)
    if words.endswith("magnitude"):
        return ratio.of(lambda said: float(10**said))
    return ratio


@cache
def ratio_words() -> RatioWords:
    """Returns the checked words of ratios in relations.toml."""
    table = read_toml(__package__, "relations.toml")["ratios"]
    return RatioWords.model_validate(table)


@cache
def _tail(form: Form) -> regex.Pattern[str]:
    """Matches backwards what ends a ratio, and what stands between it and the comparison."""
    words = ratio_words()
    articles = alternatives(words.articles)
    between = {
        "more": rf"(?:\s|{alternatives(words.fillers)})*",
        "equal": r"\s+as\s+",
        "share": rf"(?:\s+of)?\s+{articles}\s+|\s+of\s+",
        "owned": r"\s+(?:of\s+)?(?:the\s+)?",
        "whole": r"\s+",
    }
    between["less"] = between["more"]
    plain = rf"{between['share']}|\s+" if form == "share" else between[form]  # "4x context"
    times = alternatives(reject_words().multiples)
    part = alternatives([*unit_words().unit["percent"], *number_words().fractions])
    return regex.compile(
        rf"(?r)(?:(?:(?<![a-z])(?P<word>{alternatives(words.words)})|(?P<marker>{part}))"
        rf"(?:{between[form]})|(?P<marker>{times})(?:{plain}))"
    )
