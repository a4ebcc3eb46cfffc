"""Rows as JSON and CSV."""

import csv
import io
import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from leaderboard.files.rows import write_csv, write_json


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(date(2026, 5, 3), "2026-05-03", id="date"),
        pytest.param(datetime(2026, 5, 3, 1, 2, 3), "2026-05-03T01:02:03", id="time"),
        pytest.param(Decimal("1.5"), 1.5, id="decimal"),
        pytest.param(float("nan"), None, id="not a number"),
        pytest.param(float("inf"), None, id="infinite"),
        pytest.param([1, date(2026, 5, 3)], [1, "2026-05-03"], id="list"),
        pytest.param({"a": {1: None}}, {"a": {"1": None}}, id="struct"),
        pytest.param(b"\xff", "ff", id="bytes"),
        pytest.param(UUID(int=1), str(UUID(int=1)), id="identifier"),
        pytest.param(timedelta(days=3), "3 days, 0:00:00", id="interval"),
        pytest.param('"é\n', '"é\n', id="text"),
        pytest.param(2**70, 2**70, id="large"),
        pytest.param(True, True, id="truth"),
    ],
)
def test_json_holds_every_value(value: object, written: object) -> None:
    out = io.StringIO()
    write_json(["a"], [[value], [None]], out)
    assert json.loads(out.getvalue()) == [{"a": written}, {"a": None}]


def test_no_rows_are_an_empty_array() -> None:
    out = io.StringIO()
    write_json(["a"], [], out)
    assert json.loads(out.getvalue()) == []


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="function"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-cmd", "'-cmd", id="minus"),
        pytest.param(["=1", "b"], "'=1; b", id="list"),
        pytest.param(-1.5, "-1.5", id="a number is no formula"),
        pytest.param('a "b", c', 'a "b", c', id="quotes"),
        pytest.param(None, "", id="nothing"),
        pytest.param(True, "true", id="truth"),
    ],
)
def test_csv_cells(value: object, cell: str) -> None:
    out = io.StringIO(newline="")
    write_csv(["a", "b"], [[value, 1]], out)
    assert list(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [["a", "b"], [cell, "1"]]
