"""Lets one reader of numbers read texts, and times it; run as a process of its own.

    python peer_reader.py READER < texts

Standard input holds one JSON string a line. For each, one JSON array is printed: the numbers read,
in the unit said, both ends of a range one after the other; null where the reader failed. The last
line is the number of seconds that reading took. Nothing of the project is imported but by the reader `tallycast`: the others run in
a virtual environment that does not have it.
"""

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterable
from time import process_time
from typing import Any

Reader = Callable[[str], list[float]]

# text2num and number-parser rewrite a text and return no values: what they left as digits is read,
# with the magnitude behind it, which they leave in words.
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?(?:\s(thousand|million|billion|trillion)\b)?")
_MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def _written(text: str) -> list[float]:
    return [
        float(match[0].split()[0].replace(",", "")) * _MAGNITUDES.get(match[1], 1)
        for match in _WRITTEN.finditer(text)
    ]


def tallycast() -> Reader:
    """Returns the project's own reader, names known before numbers."""
    from extract.lexicon import load_lexicon  # noqa: PLC0415
    from extract.scanning import read_line  # noqa: PLC0415

    lexicon = load_lexicon()

    def read(text: str) -> list[float]:
        _, readings = read_line(text, lexicon)
        return _ends(reading.quantity for reading in readings if reading.rejected is None)

    return read


def numbers_alone() -> Reader:
    """Returns the project's reader of numbers, that knows no names, as the others know none."""
    from extract.numbers import read_quantities  # noqa: PLC0415

    return lambda text: _ends(read_quantities(text))


def _ends(found: Iterable[Any]) -> list[float]:
    ends = [(q.low, q.high) if q.qualifier == "range" else (q.value,) for q in found]
    return [end for pair in ends for end in pair if end is not None]


def text2num() -> Reader:
    """Returns text2num's alpha2digit."""
    rewrite: Any = _load("text_to_num").alpha2digit
    return lambda text: _written(rewrite(text, "en"))


def number_parser() -> Reader:
    """Returns number-parser's parse."""
    rewrite: Any = _load("number_parser").parse
    return lambda text: _written(rewrite(text))


def quantulum3() -> Reader:
    """Returns quantulum3's parser; what it gives with an uncertainty is a range."""
    parse: Any = _load("quantulum3.parser").parse

    def read(text: str) -> list[float]:
        found = [(float(q.value), float(q.uncertainty or 0)) for q in parse(text)]
        ends = [(v - u, v + u) if u else (v,) for v, u in found]
        return [end for pair in ends for end in pair]

    return read


def recognizers() -> Reader:
    """Returns the number model of Recognizers-Text, that reads percentages and money too."""
    recognize: Any = _load("recognizers_suite").recognize_number
    return lambda text: [
        float(found.resolution["value"])
        for found in recognize(text, "en-us")
        if found.resolution and found.resolution["value"] is not None
    ]


READERS: dict[str, Callable[[], Reader]] = {
    "tallycast": tallycast,
    "numbers alone": numbers_alone,
    "text2num": text2num,
    "quantulum3": quantulum3,
    "number-parser": number_parser,
    "recognizers": recognizers,
}


def _load(name: str) -> Any:  # noqa: ANN401  the peers have no types
    from importlib import import_module  # noqa: PLC0415

    return import_module(name)


def main() -> None:
    """Reads all texts once and prints what was read and the time."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    read = READERS[sys.argv[1]]()
    texts = [json.loads(line) for line in sys.stdin]
    results = [_tried(read, text) for text in texts]
    # Timed once more: what is compiled and loaded on first use is no reading.
    begin = process_time()
    for text in texts:
        _tried(read, text)
    seconds = process_time() - begin
    for result in results:
        print(json.dumps(result))
    print(json.dumps(seconds))


def _tried(read: Reader, text: str) -> list[float] | None:
    try:
        return read(text)
    except Exception:
        return None


if __name__ == "__main__":
    main()
