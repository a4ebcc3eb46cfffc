"""The instruments that tell whether extraction got better: that they tell the truth."""

from pathlib import Path

import pytest

from tests.benchmarks.annotated import FIXTURES, annotated
from tests.benchmarks.gold import errors
from tests.benchmarks.reliability import bins, mapping
from tests.extract.scoring import Annotation, judge
from tests.reconcile.making import make_claim

FACT: Annotation = {
    "start": 0, "end": 5, "attribute": "parameters_total", "subjects": ["GPT-4"], "benchmarks": [],
    "value": 4e9, "low": 4e9, "high": 4e9,
}  # fmt: skip


def test_every_annotated_fixture_is_there() -> None:
    found = list(annotated(FIXTURES))
    assert len(found) == 11
    assert all(transcript.is_file() for transcript, _ in found)


@pytest.mark.parametrize(
    ("claims", "facts", "grades"),
    [
        pytest.param([("GPT-4", 4e9)], [FACT], (2,), id="right"),
        pytest.param([("GPT-3", 4e9)], [FACT], (1,), id="of another subject"),
        pytest.param([("GPT-4", 5e9)], [FACT], (0,), id="of another value"),
        pytest.param([("GPT-3", 4e9), ("GPT-4", 4e9)], [FACT], (0, 2), id="the better of two"),
        pytest.param([("GPT-4", 4e9)], [{**FACT, "optional": True}], (None,), id="optional"),
    ],
)
def test_claims_are_judged(
    claims: list[tuple[str, float]], facts: list[Annotation], grades: tuple[int | None, ...]
) -> None:
    made = [make_claim(value, subject=subject, start=0, end=5) for subject, value in claims]
    assert judge(made, facts).claims == grades


def test_confidence_is_compared_with_what_is_right() -> None:
    found = bins([(0.9, True), (1.0, True), (0.95, False), (0.3, False)])
    assert [(b.low, b.claims, round(b.said, 2), round(b.right, 2)) for b in found] == [
        (0.0, 1, 0.3, 0.0),
        (0.9, 3, 0.95, 0.67),
    ]
    assert round(found[1].distance, 2) == -0.28


def test_confidence_is_mended_by_a_curve_that_rises() -> None:
    sure = [(0.9, number % 10 > 0) for number in range(40)]
    unsure = [(0.5, number % 2 > 0) for number in range(40)]
    odd = [(0.7, number % 4 == 0) for number in range(40)]
    points = mapping([*odd, *sure, *unsure])
    rights = [right for _, right in points]
    assert rights == sorted(rights)
    assert points[-1][1] > 0.8
    assert points[0][1] < 0.5


def test_errors_are_the_lines_before_the_figures(tmp_path: Path) -> None:
    lines = ["missed | a", "invented | b", "", "2 facts, 1 claims", "", "attribute"]
    (tmp_path / "score.py").write_text("\n".join(f"print({line!r})" for line in lines))
    assert errors(tmp_path, tmp_path / "claims.jsonl") == {"missed | a", "invented | b"}
