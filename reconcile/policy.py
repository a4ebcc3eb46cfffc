"""The weights of reconciliation: a file that people may change, checked when it is read."""

import hashlib
import tomllib
from importlib.resources import files
from typing import Annotated

from pydantic import Field, ValidationError

from extract.data import Data
from extract.errors import TallycastError

Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0)]


class StanceWeights(Data):
    """How much a claim counts by how it was said."""

    asserted: Share
    hedged: Share
    hypothetical: Share
    negated: Share


class QualifierWeights(Data):
    """How much a claim counts by how exactly it was said."""

    exact: Share
    about: Share
    range: Share
    at_least: Share
    at_most: Share


class Slips(Data):
    """By which factors a value may be off to be a slip of the unit, and from how many."""

    factors: tuple[Annotated[float, Field(gt=1)], ...]
    percent: Annotated[float, Field(gt=1)]
    strength: Annotated[float, Field(ge=1)]


class Derived(Data):
    """How much counts what follows from a relative statement, and how roughly it is meant."""

    weight: Share
    margin: Share


class Learning(Data):
    """How shows are weighed."""

    shrinkage: Positive
    least: Annotated[int, Field(ge=1)]
    rivals: Annotated[float, Field(gt=1)]
    step: Annotated[float, Field(gt=0, le=1)]


class Policy(Data):
    """What stands in policy.toml; see there what each value means."""

    needs_benchmark: tuple[str, ...]
    same_show: Share
    contested: Annotated[float, Field(gt=0, le=1)]
    doubt: Positive
    half_life: Positive
    rounding: Share
    same_words: Annotated[int, Field(ge=1, le=4)]
    stance: StanceWeights
    qualifier: QualifierWeights
    slips: Slips
    derived: Derived
    sources: Learning

    def hash(self) -> str:
        """Returns the SHA-256 of the weights; comments and layout of the file do not count."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


def load_policy() -> Policy:
    """Returns the policy that comes with the program."""
    return parse_policy((files("reconcile") / "policy.toml").read_text(encoding="utf-8"))


def parse_policy(text: str, name: str = "policy.toml") -> Policy:
    """Reads a policy from TOML.

    Raises:
        TallycastError: it is no TOML, or a weight is missing, unknown or out of range.
    """
    try:
        return Policy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TallycastError(f"{name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise TallycastError(f"{name}: {place}: {first['msg']}") from error
