"""The columns of the leaderboard: attributes, and the benchmarks that most models are known on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.data import Data, read_toml
from leaderboard.report.board import Standing


class _Settings(Data):
    """See columns.toml."""

    shown: tuple[str, ...]
    benchmarks_shown: int
    benchmarks_offered: int
    titles: dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: an attribute, or a benchmark's scores.

    Attributes:
        key: how the address of a page names it.
        shown: whether it is seen before somebody chooses.
        ascending: whether the least is sorted first, as of prices.
    """

    key: str
    title: str
    attribute: str
    benchmark: str | None
    shown: bool
    ascending: bool


def columns_of(standings: Sequence[Standing]) -> list[Column]:
    """Returns the columns that some of the entries stand in."""
    settings = _settings()
    known = [one.entry.attribute for one in standings if one.entry.benchmark is None]
    present = list(dict.fromkeys(known))
    first = [name for name in settings.shown if name in present]
    rest = [name for name in present if name not in first]
    counts = Counter(one.entry.benchmark for one in standings if one.entry.benchmark)
    offered = sorted(counts, key=lambda name: (-counts[name], name))[: settings.benchmarks_offered]
    shown = offered[: settings.benchmarks_shown]
    return [
        *(_of_attribute(name, shown=True) for name in first),
        *(Column(f"on-{name}", name, "score", name, True, False) for name in shown),
        *(_of_attribute(name, shown=False) for name in rest),
        *(
            Column(f"on-{name}", name, "score", name, False, False)
            for name in offered[settings.benchmarks_shown :]
        ),
    ]


def _of_attribute(name: str, *, shown: bool) -> Column:
    title = _settings().titles.get(name, name.replace("_", " ").capitalize())
    return Column(name, title, name, None, shown, name.startswith("price"))


@cache
def _settings() -> _Settings:
    return _Settings.model_validate(read_toml(__package__, "columns.toml"))
