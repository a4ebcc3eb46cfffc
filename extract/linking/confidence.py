"""How sure a claim is, by what it was found from."""

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp

from pydantic import BaseModel, ConfigDict

from extract.data import read_toml
from extract.linking.found import Found

MOST_ATTRIBUTION, MOST_SUBJECT = 1.3, 1.1


class _Weights(BaseModel):
    """confidence.toml, where each weight is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: Mapping[str, float]


@cache
def _weights() -> Mapping[str, float]:
    return _Weights.model_validate(read_toml(__package__, "confidence.toml")).weights


def confidence(found: Found, sentence: int) -> float:
    """Returns the share of such claims that are right in whole, 0 to 1.

    Args:
        found: what the claim is written from.
        sentence: where the quantity's sentence begins.
    """
    weights = _weights()
    weight = sum(weights[name] * value for name, value in _evidence(found, sentence))
    return round(1.0 / (1.0 + exp(-weight)), 3)


def _evidence(found: Found, sentence: int) -> Iterator[tuple[str, float]]:
    yield "base", 1.0
    yield "attribution", min(MOST_ATTRIBUTION, found.attribution.weight)
    if found.subject is not None:
        name = found.subject.name
        yield "subject", min(MOST_SUBJECT, found.subject.weight)
        yield "has a subject", 1.0
        yield "subject in its sentence", float(name.start >= sentence)
        yield "subject is certain", float(name.certain)
    if found.attribution.attribute.on_benchmark:
        yield "is a score", 1.0
        yield "score without benchmark", float(found.benchmark is None)
