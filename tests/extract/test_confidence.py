"""How sure a claim is, by what speaks for it."""

import pytest

from extract.pipeline import extract_claims
from extract.reading.transcript import parse_transcript


def sure(text: str) -> float:
    (claim,) = extract_claims(parse_transcript(text.encode(), "talk.txt"))
    return claim.confidence


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        pytest.param(
            "On MMLU, GPT-4 scored 86%.", "GPT-4 scored 86%.", id="a score on a named benchmark"
        ),
        pytest.param(
            "GPT-4 has 400 billion parameters.",
            "I like GPT-4 a lot. There are 400 billion parameters.",
            id="a subject in the figure's sentence",
        ),
        pytest.param(
            "Llama 2 has 70 billion parameters.",
            "Lama 2 has 70 billion parameters.",
            id="a name that was heard right",
        ),
        pytest.param(
            "GPT-4 has 400 billion parameters.",
            "It was a typical 7 billion parameter model.",
            id="a subject at all",
        ),
    ],
)
def test_is_surer(surer: str, less_sure: str) -> None:
    assert 0.0 < sure(less_sure) < sure(surer) < 1.0
