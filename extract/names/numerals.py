"""The look of versions and sizes in speech, and how they are written.

A version is one digit with or without decimals: "4", "4.5", "4 .5", "four point five", "four five",
"two point oh". A size is a count of billions that says its unit as a letter: "70b", "8x7B", "30b
a3b", "seven B", "thirty-two b", "four oh five b"; "70 billion" is a quantity and never read here.
"""

import regex

from extract.data import read_toml

WORDS = read_toml(__package__, "words.toml")

DIGIT_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# Words that a size begins with; "the one" is nearly always a pronoun.
SIZE_WORDS = (*DIGIT_WORDS[1:], *_TEENS, *_TENS)

_DIGIT_OF = {word: str(digit) for digit, word in enumerate(DIGIT_WORDS, 1)}
_DECIMAL_OF = {"zero": "0", "oh": "0", **_DIGIT_OF}
_TEEN_OF = {word: str(number) for number, word in enumerate(_TEENS, 10)}
_TEN_OF = {word: str(tens) for tens, word in enumerate(_TENS, 2)}
_VERSION_WORD_OF = {**_DECIMAL_OF, "point": ".", "to": "2", "too": "2", "for": "4"}

_DIGIT = "|".join(DIGIT_WORDS)
_DECIMALS = rf"(?:\ ?\.\d{{1,2}}|\ point\ (?:\d|{'|'.join(_DECIMAL_OF)}))"
# The point may be left out: between two words ("Claude three five"), where a second "one" may be a
# pronoun, and before a variant or a size between digits too ("Claude 3 5 Sonnet").
_APART = rf"(?:{_DIGIT})\ (?:{_DIGIT})(?<!one)(?!\w)(?!\ (?:{'|'.join(_DECIMAL_OF)})\b)"
APART = rf"(?:[1-9]|{_DIGIT})[ -](?:\d|{_DIGIT})"
# "one" alone is nearly always a count or a pronoun ("the Gemini one"), so it needs decimals.
NUMBER = (
    rf"(?:{_APART}|[1-9]{_DECIMALS}?|0{_DECIMALS}|one{_DECIMALS}|(?:{_DIGIT})(?<!one){_DECIMALS}?)"
)

# Where a word ends. Scripts that are written without spaces begin a new one: "Llama 4 70B\u62e5".
WORD_END = r"(?!(?![\u2e80-\uffff])\w)"

# What would make a number after a space a quantity ("GPT 4 times", "Gemini 1 million").
_COUNTED = "|".join(WORDS["counted"])
NO_QUANTITY = rf"(?! ?-?(?:{_COUNTED})(?!\w))(?! \d+ ?%)"

# "four oh five": of a 405B the letter is left out too.
_DIGIT_BY_DIGIT = rf"(?:{_DIGIT})[ -](?:oh|zero)[ -](?:{_DIGIT})"
OH_SIZE = rf"{_DIGIT_BY_DIGIT}{WORD_END}"
_SIZE_WORD = (
    rf"{_DIGIT_BY_DIGIT}|"
    rf"(?:{'|'.join(_TENS)})(?:[ -](?:{_DIGIT}))?|{'|'.join(_TEENS)}|{_DIGIT}"
)
SIZE = (
    rf"(?:[ae]\ ?\d{{1,2}}|\d{{1,4}}(?:\.\d{{1,2}})?(?:\ ?(?:x|by)\ ?\d{{1,3}})?|{_SIZE_WORD})"
    rf"[ -]?b(?:[ -]?(?:a\ ?\d{{1,3}}(?:\.\d)?\ ?b))?{WORD_END}(?!\ (?:tokens|dollars))"
)
# A size of which the letter is often left out, and what shows that its number counts nothing.
LETTERLESS = regex.compile(r"[1-9]\d{1,2}B")
NOTHING_COUNTED = rf"(?=[.,;?!](?!\d)|\ (?:{'|'.join(WORDS['number_after'])})\b|\Z)"
# "to" for "two" and "for" for "four" only right before a size: "llama to thirteen B".
HOMOPHONE = rf"\ (?:to|too|for)(?=[ -]{SIZE})"
DATE = (
    r"20[12]\d-[01]\d-[0-3]\d|20[12]\d[01]\d[0-3]\d|"
    r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|2[3-9](?:0[1-9]|1[0-2])"
)

_SCALES = {"M": 1e6, "B": 1e9, "T": 1e12}
_COUNT = regex.compile(r"(?:(\d+)x)?([\d.]+)([MBT])")
_TWO = regex.compile(rf"([1-9]|{_DIGIT})[ -](\d|{_DIGIT})")
_VERSION_WORD = regex.compile(rf"\b(?:{'|'.join(_VERSION_WORD_OF)})\b")
_TENS_WORD = regex.compile(rf"\b({'|'.join(_TENS)})(?:[ -]({_DIGIT}))?\b")
_SIZE_UNIT_WORD = regex.compile(rf"\b(?:{'|'.join((*_TEENS, *_DECIMAL_OF))}|by)\b")


def number_shape(shape: str, *, prefixed: bool) -> str:
    """Returns the pattern of a shape's number: "#", "#.#" (decimals needed), "##" (two digits)."""
    if shape == "#":
        return rf"(?:{NUMBER}|one)" if prefixed else NUMBER
    if shape == "#.#":
        return rf"(?:\d|{_DIGIT}){_DECIMALS}"
    return rf"\d{{{len(shape)}}}"


def in_word(character: str) -> bool:
    """Whether a word goes on with this character, "" being the end of the text."""
    return character.isalnum() and character < "\u2e80"


def digits(version: str) -> str:
    """Returns a version's words as digits: "four point one" and "four one" are "4.1"."""
    version = _TWO.sub(r"\1.\2", version)
    said: str = _VERSION_WORD.sub(lambda word: _VERSION_WORD_OF[word[0]], version)
    return said.replace(" ", "").strip("-")


def written_size(size: str) -> str:
    """Returns a size as it is written: "8 by 7b" is "8x7B", "thirty two b" and "32" are "32B"."""
    said: str = _TENS_WORD.sub(lambda ten: _TEN_OF[ten[1]] + _DIGIT_OF.get(ten[2] or "", "0"), size)
    units = {**_DECIMAL_OF, **_TEEN_OF, "by": "x"}
    said = _SIZE_UNIT_WORD.sub(lambda word: units[word[0]], said)
    compact: str = regex.sub(r"[ (-]+", "", said).replace("ba", "b-a")
    written = compact.upper().replace("X", "x")
    return written if written.endswith(("B", "M")) else f"{written}B"


def oh_spellings(size: str) -> tuple[str, ...]:
    """Returns how a size such as "405b" is spoken digit by digit: "four oh five"."""
    if not (size[:-1].isdigit() and len(size) == 4 and size[1] == "0"):
        return ()
    first, last = (DIGIT_WORDS[int(digit) - 1] for digit in (size[0], size[2]))
    return tuple(f"{first} {nought} {last}" for nought in ("oh", "zero"))


def short_size(parameters: float) -> str:
    """Returns a count of parameters as it is written in a name: 7e9 is "7B", 350e6 "350M"."""
    for scale, letter in ((1e12, "T"), (1e9, "B")):
        if parameters >= scale:
            return f"{parameters / scale:.4g}{letter}"
    return f"{parameters / 1e6:.4g}M"


def parameters_of(size: str) -> float:
    """Returns what a size counts: 7e9 for "7B", 56e9 for "8x7B", and 0 for what is no count."""
    count = _COUNT.fullmatch(size)
    return float(count[2]) * float(count[1] or 1) * _SCALES[count[3]] if count else 0.0
