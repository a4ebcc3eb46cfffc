"""An archive of made-up episodes: the same number gives the same episode on every machine.

Two hundred episodes a show, each some three thousand characters with three figures, of which four
in five are the true ones. One in a hundred says again what the one before said, one in a thousand
cannot be read.
"""

import json
import random
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from extract.data import read_toml

_DATA: dict[str, Any] = read_toml("tests.benchmarks", "archive.toml")
_A_SHOW = 200  # episodes
_FIRST_DAY = date(2022, 1, 1)
_CHARACTERS = 2_500
_SEED = 20260503


def make_archive(folder: Path, episodes: int) -> int:
    """Writes the episodes, a folder for each show; returns the bytes."""
    size = 0
    for number in range(episodes):
        path = folder / path_of(number)
        if number % _A_SHOW == 0:
            path.parent.mkdir(parents=True)
        size += path.write_bytes(content_of(number))
    return size


def make_lines(path: Path, size: int) -> int:
    """Writes one file of JSON Lines with at least so many bytes; returns how many episodes."""
    number = written = 0
    with path.open("w", encoding="utf-8") as out:
        while written < size:
            record = {"title": f"Talk {number}", "date": str(_day(number)), "text": _talk(number)}
            written += out.write(json.dumps(record) + "\n")
            number += 1
    return number


def path_of(number: int) -> Path:
    """Returns where an episode stands in the archive."""
    return Path(f"show {number // _A_SHOW:04}", f"episode {number % _A_SHOW:03}.md")


def content_of(number: int) -> bytes:
    """Returns the file of an episode."""
    if number % 1_000 == 999:
        return bytes(range(256)) * 4
    told = number - 1 if number % 100 == 50 else number
    show = f"Show {number // _A_SHOW}"
    head = f"# A talk on number {number}\n\n**Podcast:** {show}\n**Published:** {_day(number)}\n\n"
    return (head + _talk(told) + "\n").encode()


def _day(number: int) -> date:
    return _FIRST_DAY + timedelta(days=number % _A_SHOW * 7 + number // _A_SHOW % 7)


def _talk(number: int) -> str:
    chance = random.Random(f"{_SEED} {number}")  # noqa: S311  nothing is kept secret with it
    lines = [_figure(chance) for _ in range(3)]
    length = sum(map(len, lines))
    while length < _CHARACTERS:
        template = chance.choice(_DATA["talk"]["sentences"])
        drawn = {name: chance.choice(words) for name, words in _DATA["words"].items()}
        lines.insert(chance.randrange(len(lines) + 1), template.format(**drawn))
        length += len(lines[-1])
    return "\n".join(lines)


def _figure(chance: random.Random) -> str:
    maker = chance.choice(_DATA["makers"])
    model = f"{maker} {chance.randint(1, 9)}{chance.choice(_DATA['sizes'])}"
    said = chance.choice(_DATA["said"])
    true = random.Random(f"{model} {said['sentences'][0]}").choice(said["figures"])  # noqa: S311
    figure = true if chance.random() < 0.8 else chance.choice(said["figures"])
    return str(chance.choice(said["sentences"]).format(model=model, figure=figure))


def clear(folder: Path) -> None:
    """Takes an archive away."""
    shutil.rmtree(folder, ignore_errors=True)
