"""The history of measurements: kept in a file, and what counts as a fall."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks.history import HISTORY, Measured, append, fallen, read

BEFORE = Measured("0123456789", "a machine, Python 3.11", "off-topic", 0.6, 0.03, 300.0, 0.5)


def test_what_is_added_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    later = replace(BEFORE, commit="9876543210+", bare=0.5, quantulum3=None)
    append([BEFORE], path)
    append([later], path)
    assert read(path) == [BEFORE, later]


def test_no_history_yet(tmp_path: Path) -> None:
    assert read(tmp_path / "none.csv") == []


@pytest.mark.parametrize(
    ("now", "falls"),
    [
        pytest.param(BEFORE, 0, id="the same"),
        pytest.param(replace(BEFORE, bare=0.41), 0, id="less than a third below"),
        pytest.param(replace(BEFORE, bare=0.39), 1, id="more than a third below"),
        pytest.param(replace(BEFORE, bare=0.39, text2num=0.1), 2, id="two ratios"),
        pytest.param(replace(BEFORE, quantulum3=None), 0, id="one that was not measured"),
        pytest.param(replace(BEFORE, corpus="gold", bare=0.1), 0, id="another corpus"),
        pytest.param(replace(BEFORE, machine="another", bare=0.1), 1, id="another machine"),
    ],
)
def test_falls(now: Measured, falls: int) -> None:
    assert len(fallen(now, [BEFORE])) == falls


def test_one_odd_measurement_does_not_count() -> None:
    odd = replace(BEFORE, bare=2.0)
    assert fallen(BEFORE, [BEFORE, BEFORE, odd]) == []


def test_the_history_that_is_kept_can_be_read() -> None:
    assert read(HISTORY)
