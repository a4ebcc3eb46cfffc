"""Figures in people's form."""

import pytest

from leaderboard.format import Figure, figure, many, plain


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        pytest.param(1.6e12, "parameter", "1.6 T", id="trillions"),
        pytest.param(400e9, "parameter", "400 B", id="billions"),
        pytest.param(999_960, "parameter", "1 M", id="rounded up to the next"),
        pytest.param(117e6, "parameter", "117 M", id="millions"),
        pytest.param(10e6, "token", "10 M tokens", id="tokens"),
        pytest.param(128_000, "token", "128 k tokens", id="thousand tokens"),
        pytest.param(16_384, "token", "16,384 tokens", id="to the last digit"),
        pytest.param(2.5, "USD/Mtok", "$2.50 / Mtok", id="cents"),
        pytest.param(0.075, "USD/Mtok", "$0.075 / Mtok", id="less than cents"),
        pytest.param(5, "USD/Mtok", "$5 / Mtok", id="price"),
        pytest.param(0.15, "USD/Mtok", "$0.15 / Mtok", id="small price"),
        pytest.param(20, "USD/month", "$20 / month", id="plan"),
        pytest.param(100e6, "USD", "$100 M", id="cost"),
        pytest.param(30_000, "USD", "$30,000", id="cost of hardware"),
        pytest.param(94, "percent", "94 %", id="percent"),
        pytest.param(99.8, "percent", "99.8 %", id="tenths of a percent"),
        pytest.param(2.1e25, "FLOP", "2.1e25 FLOP", id="compute"),
        pytest.param(989e12, "FLOP/s", "989 TFLOP/s", id="throughput"),
        pytest.param(80e9, "byte", "80 GB", id="memory"),
        pytest.param(1.2e9, "watt", "1.2 GW", id="power"),
        pytest.param(700, "watt", "700 W", id="without a prefix"),
        pytest.param(100_000, "count", "100,000", id="count"),
        pytest.param(2.8e6, "hour", "2.8 M h", id="GPU-hours"),
        pytest.param(500, "token/s", "500 tokens/s", id="speed"),
        pytest.param(1287, "elo", "1,287 elo", id="unknown unit"),
        pytest.param(0, "parameter", "0", id="nothing"),
        pytest.param(-5, "percent", "-5 %", id="below nothing"),
    ],
)
def test_figures(value: float, unit: str, shown: str) -> None:
    assert figure(value, unit) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(Figure(2e12, None, None, "parameter", "about"), "~2 T", id="about"),
        pytest.param(Figure(5, 5, None, "USD/Mtok", "at_least"), "≥ $5 / Mtok", id="at least"),
        pytest.param(Figure(1e7, None, 1e7, "token", "at_most"), "≤ 10 M tokens", id="at most"),
        pytest.param(Figure(12.5e12, 1e13, 1.5e13, "token", "range"), "10–15 T tokens", id="range"),
        pytest.param(Figure(6e9, 5e8, 1e10, "parameter", "range"), "500 M–10 B", id="wide range"),
        pytest.param(Figure(15, 10, 20, "USD", "range"), "$10–20", id="range of money"),
        pytest.param(Figure(15, 10, None, "percent", "range"), "15 %", id="range without an end"),
    ],
)
def test_qualified_figures(value: Figure, shown: str) -> None:
    assert str(value) == shown


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\x1b[31mred\x1b[0m", id="colours"),
        pytest.param("ring\x07", id="bell"),
        pytest.param("\x9b2J", id="clear the screen"),
        pytest.param("two\r\nlines", id="lines"),
        pytest.param("\u202egnp.exe", id="direction"),
    ],
)
def test_terminals_do_not_obey_texts(text: str) -> None:
    assert plain(text).isprintable()


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "1 claim"), (0, "0 claims"), (1200, "1,200 claims")]
)
def test_many(number: int, shown: str) -> None:
    assert many(number, "claim") == shown
