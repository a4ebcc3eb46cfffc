"""What pages are made from: file names, parts, scales."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.report.parts import in_parts
from leaderboard.report.places import slug, slugs
from leaderboard.report.scales import dates, linear, logarithmic


@pytest.mark.parametrize(
    ("name", "short"),
    [
        pytest.param("Llama 4 Scout", "llama-4-scout", id="words"),
        pytest.param("GPT-3.5", "gpt-3.5", id="point"),
        pytest.param("Command R+", "command-r+", id="plus"),
        pytest.param("index", "index-#", id="name of another page"),
        pytest.param("../../etc/passwd", "etc-passwd-#", id="a path"),
        pytest.param("日本", "#", id="no letter that an address takes"),
    ],
)
def test_slug(name: str, short: str) -> None:
    assert re.sub(r"[0-9a-f]{8}$", "#", slug(name)) == short  # "#" is a hash


@given(st.sets(st.text(max_size=100), max_size=20))
def test_slugs_are_apart_and_fit_every_file_system(names: set[str]) -> None:
    found = slugs(names)
    assert len({short.lower() for short in found.values()}) == len(names)
    for short in found.values():
        assert re.fullmatch(r"[a-z0-9+\-][a-z0-9+.\-]{0,90}", short), short


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        pytest.param(0, [("a.html", [], 1)], id="none"),
        pytest.param(3, [("a.html", [0, 1, 2], 1)], id="one page"),
        pytest.param(4, [("a.html", [0, 1, 2], 1), ("a-2.html", [3], 4)], id="two pages"),
    ],
)
def test_in_parts(count: int, parts: list[tuple[str, list[int], int]]) -> None:
    found = list(in_parts("a.html", range(count), 3))
    assert [(part.path, list(part.items), part.first) for part in found] == parts
    assert all(part.paths == tuple(path for path, _, _ in parts) for part in found)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        pytest.param([0, 100], ["0", "20", "40", "60", "80", "100"], id="whole"),
        pytest.param([1234], ["1,000", "1,500"], id="one value"),
        pytest.param([0.1, 0.25], ["0.1", "0.15", "0.2", "0.25"], id="small"),
    ],
)
def test_linear(values: list[float], labels: list[str]) -> None:
    assert [label for _, label in linear(values, 0, 100).ticks] == labels


def test_logarithmic() -> None:
    scale = logarithmic([2e9, 1.5e12], 100, 0, ("k", "M", "B", "T"))
    assert [label for _, label in scale.ticks] == ["1 B", "10 B", "100 B", "1 T", "10 T"]
    assert (scale.at(1e9), scale.at(1e11), scale.at(1e13)) == (100, 50, 0)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        pytest.param(
            [date(2024, 5, 3), date(2024, 6, 2)], ["May 2024", "Jun 2024", "Jul 2024"], id="months"
        ),
        pytest.param(
            [date(2022, 5, 3), date(2025, 6, 2)],
            ["2022", "2023", "2024", "2025", "2026"],
            id="years",
        ),
    ],
)
def test_dates(days: list[date], labels: list[str]) -> None:
    assert [label for _, label in dates(days, 0, 100).ticks] == labels


@given(st.lists(st.floats(min_value=1e-9, max_value=1e18), min_size=1, max_size=9))
def test_every_value_is_drawn_between_the_ends(values: list[float]) -> None:
    for scale in (linear(values, 0, 100), logarithmic(values, 0, 100, ("k",))):
        assert all(-0.1 <= scale.at(value) <= 100.1 for value in values)
        assert all(-0.1 <= at <= 100.1 for at, _ in scale.marks)
