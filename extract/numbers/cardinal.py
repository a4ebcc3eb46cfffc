"""Reads one number, said or written: "1.6 trillion", "a hundred and two k", "10 to the 25th".

A small machine over tokens. Arithmetic is decimal, so that every integer reads back to itself.
"""

from decimal import Decimal
from functools import lru_cache

from extract.frozen import frozen
from extract.numbers.tokens import Kind, Token, Tokens, row_pattern
from extract.numbers.vocabulary import number_words

ONE = Decimal(1)
TEN = Decimal(10)
HUNDRED = Decimal(100)
MILLION = Decimal(10) ** 6
MAX_EXPONENT = 60
LARGEST_SCALE = Decimal(10) ** 18
SCALES = ("scale", "suffix", "plural")  # "thousand", "k", "thousands"


@frozen
class Cardinal:
    """A number as it was said.

    Attributes:
        start, end: span of its words.
        value: what it is worth; of a vague plural, the middle of low and high.
        low, high: equal to value but for vague plurals; high None: that and more.
        step: worth of the last digit said ("284 billion": 1e9).
        scale: the product of the magnitudes that were said last ("10 trillion": 1e12), else 1.
        rule: digits, words, power, fraction, plural (vague), scale (a bare "million") or year.
    """

    start: int
    end: int
    value: Decimal
    low: Decimal
    high: Decimal | None
    step: Decimal
    scale: Decimal
    rule: str

    def moved(self, start: int) -> "Cardinal":
        """Returns the same number where its words begin at `start`, not at 0."""
        return Cardinal(
            start, start + self.end, self.value, self.low, self.high, self.step, self.scale,
            self.rule,
        )  # fmt: skip


def read_cardinal(lower: str, start: int, end: int) -> Cardinal | None:
    """Reads the number that begins at `start`.

    Args:
        lower: lower-cased text.
        start: where its first word or digit begins, or the article before it ("a hundred").
        end: where it must have ended.

    Returns:
        The longest number that can be read there, or None.
    """
    row = row_pattern().match(lower, start, end)
    read = _read_row(row[0]) if row else None
    return read and read.moved(start)


@lru_cache(maxsize=4096)
def _read_row(row: str) -> Cardinal | None:
    """Reads the number that a row of number words begins with; people say few different ones."""
    return _Machine(row, Tokens(row, 0, len(row))).read()


class _Machine:
    """Recursive descent over the tokens of one number."""

    def __init__(self, lower: str, tokens: Tokens) -> None:
        self.lower = lower
        self.tokens = tokens
        self.at = self.start = self.end = 0

    # -- tokens

    def kind(self, ahead: int = 0) -> Kind | None:
        token = self.tokens.get(self.at + ahead)
        return token.kind if token else None

    def here(self) -> Token:
        """Returns the next token, which a look at its kind found to be there."""
        token = self.tokens.get(self.at)
        assert token is not None  # noqa: S101
        return token

    def word(self) -> str:
        token = self.here()
        return self.lower[token.start : token.end]

    def token(self) -> Token:
        token = self.here()
        self.at += 1
        self.end = token.end
        return token

    def done(self, value: Decimal, step: Decimal, scale: Decimal, rule: str) -> Cardinal:
        return Cardinal(self.start, self.end, value, value, value, step, scale, rule)

    # -- the forms of a number, the most specific first

    def read(self) -> Cardinal | None:
        if self.kind() == "plural":
            return self.plural()
        vague = 1 if self.kind() == "article" else 0
        if self.kind(vague) == "vague":
            self.at += vague
            return self.vague()
        if self.kind() == "ratio":
            value = self.token().value
            return self.done(value, value, ONE, "fraction" if value else "slashed")
        if self.kind() == "decade":
            value = self.token().value
            return self.done(value, TEN, ONE, "decade")
        if self.kind() == "fraction" or (self.kind() == "article" and self.kind(1) == "fraction"):
            return self.fraction()
        if self.kind() == "article" and self.kind(1) not in ("scale", "count", "suffix", "vague"):
            return None
        return self.number()

    def plural(self) -> Cardinal:
        """Reads "tens of billions" as 1e10 to 1e11, and "billions" alone as 1e9 and more."""
        low = self.token().value
        scale = ONE
        while self.kind() == "of" and self.kind(1) == "plural":
            self.token()
            scale *= self.token().value
        open_above = low >= 1000 and scale == ONE
        low *= scale
        high = None if open_above else low * TEN
        middle = low if high is None else (low + high) / 2
        return Cardinal(self.start, self.end, middle, low, high, low, scale, "plural")

    def vague(self) -> Cardinal | None:
        """Reads "a few hundred" as 200 to 500; "a few" alone is no number."""
        low, high = number_words().vague[self.word()]
        self.token()
        scale = self.scales()
        if scale == ONE:
            return None
        low, high = low * scale, high * scale
        start = self.start
        return Cardinal(start, self.end, (low + high) / 2, low, high, scale, scale, "plural")

    def fraction(self) -> Cardinal:
        """Reads "half", "a quarter million", "half a million", "a half million"."""
        if self.kind() == "article":
            self.token()
        elif self.word() in number_words().ordinals:
            return self.ordinal(Decimal(0))
        value = ONE / self.token().value
        scale = self.scale_after_part()
        return self.done(value * scale, value * scale, scale, "words" if scale > 1 else "fraction")

    def scale_after_part(self) -> Decimal:
        """Reads "(of) (a) million" behind a part, as in "three quarters of a trillion"."""
        ahead = 0
        if self.kind(ahead) == "of":
            ahead += 1
        if self.kind(ahead) == "article":
            ahead += 1
        if self.kind(ahead) != "scale":
            return ONE
        self.at += ahead
        return self.scales()

    def number(self) -> Cardinal | None:
        spelled = self.kind() != "digits"
        if spelled and (year := self.year()) is not None:
            return year
        coefficient = self.coefficient()
        if coefficient is None:
            return None
        value, step = coefficient
        if value == TEN and self.is_raised() and not self.ends_as_ordinal():
            return self.power(ONE)
        if self.kind() == "times" and self.kind(1) in ("digits", "teen"):
            self.token()
            if self.token().value == TEN and self.kind() in ("power", "superscript"):
                return self.power(value)
            return None
        if self.kind() == "fraction" and self.counts_parts(value):
            part = value / self.token().value
            scale = self.scale_after_part()
            return self.done(
                part * scale, part * scale, scale, "words" if scale > 1 else "fraction"
            )
        if self.is_ordinal(spelled):
            return self.ordinal(value)
        return self.scaled(value, step, spelled)

    def is_raised(self) -> bool:
        """Says whether a power follows; "10-5" is one only behind "x", else a range or a date."""
        if self.kind() == "superscript":
            return self.here().value > 0
        return self.kind() == "power"

    def is_ordinal(self, spelled: bool) -> bool:
        """Says whether "st", "th" or an ordinal word follows: "21st", "twenty-first"."""
        if spelled:
            follows = self.kind() in ("ordinal", "fraction")
            return follows and self.word() in number_words().ordinals and self.touches()
        return self.ends_as_ordinal()

    def ends_as_ordinal(self) -> bool:
        """Says whether "st" or "th" is written right behind the digits."""
        ending, following = self.lower[self.end : self.end + 2], self.lower[self.end + 2 :][:1]
        return ending in ("st", "nd", "rd", "th") and not following.isalnum()

    def touches(self) -> bool:
        """Says whether the next token stands right behind this one, a space or hyphen between."""
        return self.here().start - self.end == 1

    def ordinal(self, value: Decimal) -> Cardinal:
        """Reads "twenty-first", "21st", "fifth": places in a row, no quantities."""
        if self.ends_as_ordinal():
            self.end += 2
        else:
            value += number_words().ordinals[self.word()]
            self.token()
        return self.done(value, ONE, ONE, "ordinal")

    def year(self) -> Cardinal | None:
        """Reads "twenty twenty five" is a year; "twenty, twenty-five billion" is not."""
        if self.kind() not in ("teen", "ten") or self.kind(1) not in ("teen", "ten"):
            return None
        at, end = self.at, self.end
        century = self.below_hundred()
        value = century * HUNDRED + self.below_hundred()
        if 1900 <= value < 2100 and self.kind() not in ("scale", "suffix", "point"):
            return self.done(value, ONE, ONE, "year")
        self.at, self.end = at, end
        return None

    def counts_parts(self, value: Decimal) -> bool:
        """Reads "one fifth" and "two thirds" are parts; "twenty fifth" is an ordinal."""
        plural = self.word().endswith("s")
        return value == ONE or (plural and value < TEN)

    def scaled(self, value: Decimal, step: Decimal, spelled: bool) -> Cardinal:
        """Multiplies by the magnitudes that follow and adds further groups ("two million ten")."""
        bare = self.end == self.start or self.kind(-1) == "article"
        scale = self.scales() if self.kind() in SCALES else ONE
        if scale > HUNDRED:  # "a million and a half"
            value, step = self.and_part(value, step)
        total, step = value * scale, step * scale
        rule = "scale" if bare else ("words" if spelled else "digits")
        above = scale
        while above > HUNDRED:
            group = self.further_group(above)
            if group is None:
                break
            addend, step, above = group
            total += addend
        return self.done(total, step, scale, rule)

    def further_group(self, above: Decimal) -> tuple[Decimal, Decimal, Decimal] | None:
        """Reads a smaller group behind a magnitude: "two hundred thousand *five hundred*"."""
        at, end = self.at, self.end
        joined = self.kind() == "and"
        if joined:
            self.token()
        if self.kind() in ("unit", "teen", "ten", "digits") and self.here().value > 0:
            if self.is_pronoun(above) or (joined and self.is_another(above)):
                self.at, self.end = at, end
                return None
            coefficient = self.coefficient()
            scale = self.scales() if self.kind() in SCALES else ONE
            if (
                coefficient is not None
                and coefficient[0] * scale < above
                and self.kind() != "power"
            ):
                return coefficient[0] * scale, coefficient[1] * scale, scale
        self.at, self.end = at, end
        return None

    def is_another(self, above: Decimal) -> bool:
        """Says whether digits that follow are of another number: "120 billion and 12 active"."""
        return above >= MILLION and self.kind() == "digits" and self.kind(1) not in SCALES

    def is_pronoun(self, above: Decimal) -> bool:
        """Says whether a "one" follows as in "the 11 billion one", that is not one more."""
        written = self.lower[self.start].isdigit() and above >= MILLION
        return written and self.word() == "one" and self.kind(1) not in SCALES

    def scales(self) -> Decimal:
        """Reads "hundred thousand"; a small magnitude said again begins another number."""
        scale = last = ONE
        while scale < LARGEST_SCALE and (
            self.kind() in ("scale", "suffix") or (self.kind() == "plural" and scale == ONE)
        ):
            said = self.here().value
            if said == last < MILLION:
                break
            last = self.token().value
            scale *= last
        return scale

    def power(self, factor: Decimal) -> Cardinal | None:
        """Reads "10 to the twenty-fifth", "10^26", "10²⁵", "3.8 x 10 to the 25"."""
        exponent: Decimal | None
        if self.kind() == "superscript":
            exponent = self.token().value
        else:
            self.token()
            exponent = self.exponent()
        if exponent is None or abs(exponent) > MAX_EXPONENT or exponent % 1:
            return self.done(factor, ONE, ONE, "unread")
        scale = TEN**exponent
        value = factor * scale  # "4 to 5 times 10 to the 26" says the power once for both
        return self.done(value, value, ONE if factor == ONE else scale, "power")

    def exponent(self) -> Decimal | None:
        """Reads what 10 is raised to, as a number or an ordinal."""
        total: Decimal | None = None
        while self.kind() in ("digits", "unit", "teen", "ten", "ordinal", "fraction"):
            word, kind = self.word(), self.kind()
            if total is not None and not (total % 10 == 0 and total >= 20 and kind != "digits"):
                break
            value = self.token().value
            total = (total or Decimal(0)) + number_words().ordinals.get(word, value)
            if kind in ("digits", "ordinal", "fraction"):
                break
        if total is not None and self.ends_as_ordinal():
            self.end += 2
        return total

    # -- the coefficient: what stands before the magnitudes

    def coefficient(self) -> tuple[Decimal, Decimal] | None:
        """Returns the value and the worth of its last digit."""
        kind = self.kind()
        if kind == "digits":
            token = self.token()
            value, step = token.value, ONE.scaleb(int(token.value.as_tuple().exponent))
        elif kind in ("unit", "teen", "ten"):
            value, step = self.spelled(), ONE
        elif kind == "count":
            value, step = self.token().value, ONE
            if self.kind() == "of" and self.kind(1) in ("scale", "plural"):
                self.token()
        elif kind == "article":
            self.token()
            return self.coefficient() if self.kind() == "count" else (self.hundreds(ONE), ONE)
        elif kind == "scale":
            return self.hundreds(ONE), ONE
        elif kind == "point":  # "point five percent"
            value, step = self.decimals(Decimal(0), ONE)
            return (value, step) if value else None
        else:
            return None
        value, step = self.decimals(value, step)
        return self.and_part(value, step)

    def spelled(self) -> Decimal:
        """Reads a number in words below a thousand, digit by digit too ("four oh five")."""
        value = self.below_hundred()
        if self.kind() == "scale" and self.here().value == HUNDRED and value < HUNDRED:
            return self.hundreds(value or ONE)  # "zero hundred twelve": 112
        if value == 0 and self.kind() in ("unit", "teen", "ten"):  # "zero zero eight"
            return self.spelled()
        if value < TEN and self.kind() == "unit" and self.here().value == 0:
            return self.digit_by_digit(value)
        if value < TEN and self.kind() in ("ten", "teen"):
            return self.hundred_left_out(value)
        return value

    def digit_by_digit(self, value: Decimal) -> Decimal:
        """Reads on in "four oh five"; without a zero in it a row of digits is several numbers."""
        at, end = self.at, self.end
        self.token()
        if self.kind() == "unit" and self.here().value > 0:
            return value * HUNDRED + self.token().value
        self.at, self.end = at, end
        return value

    def hundred_left_out(self, value: Decimal) -> Decimal:
        """Reads "two fifty six k" as 256 k; without a magnitude "two fifty" is two numbers."""
        at, end = self.at, self.end
        rest = self.below_hundred()
        if self.kind() in ("scale", "suffix"):
            return value * HUNDRED + rest
        self.at, self.end = at, end
        return value

    def hundreds(self, value: Decimal) -> Decimal:
        """Reads "hundred (and) twenty eight"; anything but a hundred is left to the magnitudes."""
        if self.kind() != "scale" or self.here().value != HUNDRED:
            return value
        self.token()
        value *= HUNDRED
        rest = 1 if self.kind() == "and" else 0
        if self.kind(rest) in ("unit", "teen", "ten"):
            if rest:
                self.token()
            value += self.below_hundred()
        return value

    def below_hundred(self) -> Decimal:
        kind = self.kind()
        value = self.token().value
        if kind == "ten" and self.kind() == "unit" and self.here().value > 0:
            value += self.token().value
        return value

    def decimals(self, value: Decimal, step: Decimal) -> tuple[Decimal, Decimal]:
        """Reads "point five", "point oh five", and "1 point 5"."""
        if self.kind() != "point" or self.kind(1) not in ("unit", "digits", "teen", "ten"):
            return value, step
        self.token()
        if self.kind() == "digits":
            token = self.token()
            length = token.end - token.start
            return value + token.value.scaleb(-length), ONE.scaleb(-length)
        if self.kind() != "unit" or self.kind(1) == "scale":
            rest = self.spelled()
            places = len(str(rest))
            return value + rest.scaleb(-places), ONE.scaleb(-places)
        place = ONE
        while self.kind() == "unit" and place > ONE.scaleb(-6):
            place /= TEN
            value += self.token().value * place
        return value, place

    def and_part(self, value: Decimal, step: Decimal) -> tuple[Decimal, Decimal]:
        """Reads "and a half", "and three quarters" is not said of counts."""
        if self.kind() == "and" and self.kind(1) == "article" and self.kind(2) == "fraction":
            self.token()
            self.token()
            part = ONE / self.token().value
            return value + part, part
        return value, step
