"""Divides a number into its words: digits, number words, magnitudes, "point", "to the"."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Literal

import regex

from extract.frozen import frozen
from extract.numbers.vocabulary import alternatives, number_words

ONE = Decimal(1)
MAX_TOKENS = 40  # no number that people say is longer; keeps hostile text linear
# Words that join others to one number, and one that says that "times ten" is no power.
JOINING = (
    "point", "and", "a", "an", "of", "to the", "to the power", "to the power of", "x", "times",
    "percent",
)  # fmt: skip
# Where a word ends; a superscript, which `re` takes for a letter, may follow.
_END = r"(?!(?![⁰¹²³⁴⁵⁶⁷⁸⁹])\w)"
_GAP = rf"(?:(?<=\d)(?:st|nd|rd|th){_END}|-?ish{_END})?[\s\-]?\s?"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")

Kind = Literal[
    "digits", "unit", "teen", "ten", "scale", "suffix", "plural", "fraction", "count",
    "ordinal", "decade", "ratio", "vague", "point", "and", "article", "of", "power", "times",
    "superscript",
]  # fmt: skip


@frozen
class Token:
    """One word of a number."""

    kind: Kind
    value: Decimal
    start: int
    end: int


@cache
def _token_pattern() -> regex.Pattern[str]:
    words = number_words()
    spelled = {**words.spelled(), "ordinal": words.ordinals}
    latin, other = _by_script(spelled.pop("scale"))
    groups = "|".join(f"(?P<{kind}>{alternatives(table)})" for kind, table in spelled.items())
    return regex.compile(
        r"(?P<ratio>(?:\d{1,3}\s)?\d{1,2}/\d{1,4}(?![\d/]))"
        r"|(?P<digits>\d{1,3}(?:,\d{3}){1,9}(?!,?\d)(?:\.\d{1,20})?|\d{1,3}\s\.\d+|\d{1,30}(?!\d)(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?|\.\d{1,20})"
        rf"(?P<plural_s>'?s{_END})?"
        rf"|(?P<han>{alternatives(other)})"
        rf"|(?:(?P<scale>{alternatives(latin)})|{groups}"
        r"|(?P<point>point)|(?P<and>and)|(?P<article>an?)|(?P<of>of)"
        r"|(?P<power>to\s+the(?:\s+power(?:\s+of)?)?))(?![a-z0-9])"
        r"|(?P<caret>\^|\*\*)|(?P<superscript>[⁻−-]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[−-]\d{1,2}(?![\d.%]))"
        rf"|(?P<times>(?:[x×*]\s?|times\s)(?=(?:10|ten){_END}(?!\s+(?:percent|million|billion))))"
    )


@cache
def _suffix_pattern() -> regex.Pattern[str]:
    words = number_words()
    return regex.compile(
        rf"(?P<suffix>{alternatives(words.suffixes)})(?![a-z0-9])"
        rf"|[\s\-](?P<spaced>{alternatives(words.spaced)})(?![a-z0-9])"
    )


@cache
def _gap_pattern() -> regex.Pattern[str]:
    return regex.compile(_GAP)


@cache
def row_pattern() -> regex.Pattern[str]:
    """Returns a pattern of a row of number words that is at least as long as any number in it.

    What follows a row changes no token in it, so that the same row is the same number wherever it
    stands. The pattern has no named groups, which cost much in a loop.
    """
    words = number_words()
    spelled = [word for table in words.spelled().values() for word in table]
    latin, other = _by_script([*spelled, *words.ordinals, *words.spaced, *JOINING])
    word = (
        r"(?:(?:\d|\.\d)(?:[,./]?\d){0,40}+(?:'s|(?:e[+-]?\d+)?+[a-z]*+)%?"
        rf"|{alternatives(latin)}(?![a-z0-9])|{alternatives(other)}|x(?=\d)|[\^*×⁻−⁰¹²³⁴⁵⁶⁷⁸⁹])"
    )
    return regex.compile(rf"(?>{word})(?>{_GAP}{word}){{0,{MAX_TOKENS}}}+")


def _by_script(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Parts words in Latin letters, which end at a boundary, from the others."""
    latin = [word for word in words if word.isascii()]
    return latin, [word for word in words if not word.isascii()]


@cache
def _worth() -> dict[str, dict[str, Decimal]]:
    words = number_words()
    return {
        "unit": words.units,
        "teen": words.teens,
        "ten": words.tens,
        "scale": words.scales,
        "han": words.scales,
        "plural": words.plurals,
        "fraction": words.fractions,
        "decade": words.decades,
        "count": words.counts,
        "ordinal": words.ordinals,
    }


class Tokens:
    """The number words that stand in a row from a place on, read as far as they are asked for."""

    def __init__(self, lower: str, start: int, end: int) -> None:
        self._lower = lower
        self._end = end
        self._row: list[Token] = []
        self._position = start
        self._done = False

    def get(self, index: int) -> Token | None:
        """Returns the token at `index`; None behind the last one, and from MAX_TOKENS on."""
        while index >= len(self._row) and not self._done:
            self._read_one()
        return self._row[index] if index < len(self._row) else None

    def _read_one(self) -> None:
        last = self._row[-1] if self._row else None
        place = (self._lower, self._position, self._end, last)
        token = _suffix(*place) or _word(*place)
        if token is None or len(self._row) >= MAX_TOKENS:
            self._done = True
            return
        self._row.append(token)
        self._position = token.end


def _suffix(lower: str, position: int, end: int, last: Token | None) -> Token | None:
    """Reads the k of "128k" and of "twenty eight k"."""
    if last is None or last.kind not in ("digits", "unit", "teen", "ten", "scale"):
        return None
    match = _suffix_pattern().match(lower, position, end)
    if match is None or (last.kind != "digits" and match["spaced"] is None):
        return None
    group = match.lastgroup or ""
    return Token("suffix", number_words().suffixes[match[group]], match.start(group), match.end())


def _word(lower: str, position: int, end: int, last: Token | None) -> Token | None:
    gap = _gap_pattern().match(lower, position, end) if last else None
    begin = gap.end() if gap else position
    match = _token_pattern().match(lower, begin, end)
    if match is None or (last is not None and begin == position and not _may_touch(last, match)):
        return None
    return _token(match)


def _may_touch(last: Token, match: regex.Match[str]) -> bool:
    """Digits may touch Chinese magnitudes, a caret and superscripts, and nothing else."""
    return match.lastgroup in ("han", "caret", "superscript", "times") or last.kind in (
        "power",
        "times",
    )


def _token(match: regex.Match[str]) -> Token:
    group = match.lastgroup or ""
    start, end = match.span()
    if match["digits"] is not None:
        text = "".join(match["digits"].replace(",", "").split())
        kind: Kind = "decade" if match["plural_s"] else "digits"
        return Token(kind, Decimal(text), start, end)
    if group == "ratio":
        return Token("ratio", _ratio(match[0]), start, end)
    if group == "superscript":
        return Token("superscript", Decimal(match[0].translate(SUPERSCRIPTS)), start, end)
    if group == "caret":
        return Token("power", ONE, start, end)
    if group in _worth():
        kind = "scale" if group == "han" else group  # type: ignore[assignment]
        return Token(kind, _worth()[group][" ".join(match[0].split())], start, end)
    return Token(group, ONE, start, end)  # type: ignore[arg-type]


def _ratio(text: str) -> Decimal:
    """Returns the value of "1/4" or "2 1/2"; 0 where it is no part of one (a date: "9/11")."""
    *whole, ratio = text.split()
    above, below = (Decimal(part) for part in ratio.split("/"))
    if text in number_words().not_ratios or not 0 < above < below:
        return Decimal(0)
    return Decimal(whole[0] if whole else 0) + above / below
