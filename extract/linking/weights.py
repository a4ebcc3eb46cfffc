"""The table by which names are weighed, and how far it lets a name reach."""

from functools import cache
from math import ceil

from pydantic import BaseModel, ConfigDict

from extract.data import read_toml
from extract.records import NameKind
from extract.sentences import MAX_SENTENCE


class Weights(BaseModel):
    """weights.toml, where each figure is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: float
    before: float
    after: float
    after_joined: float
    earlier: float
    going_on: float
    far: float
    reach_sentence: int
    reach_earlier: int
    reach_going_on: int
    next_figure: float
    compared: float
    contrasted: float
    described: float
    aside: float
    older: float
    provider: float
    in_row: float
    second_kind: float
    owner: float
    never_second: frozenset[NameKind]
    family_only: float
    beside: int
    product: float
    uncertain: float
    kinds_earlier: dict[NameKind, float]
    between_joins: tuple[str, ...]
    joins: tuple[str, ...]
    comparisons: tuple[str, ...]
    contrasts: tuple[str, ...]
    verbs: tuple[str, ...]
    descriptions: tuple[str, ...]
    asides: tuple[str, ...]
    providers: tuple[str, ...]
    generally: tuple[str, ...]
    both: tuple[str, ...]
    coordinators: tuple[str, ...]


@cache
def weights() -> Weights:
    """Returns the checked content of weights.toml."""
    return Weights.model_validate(read_toml(__package__, "weights.toml"))


def reach_before(kind: NameKind) -> int:
    """Returns within how many characters before a quantity a name of it may end."""
    table = weights()
    here = _reach(table.before, table.far, table.reach_sentence, MAX_SENTENCE)
    reach = table.reach_earlier
    # Within its sentence a name of any kind weighs what others do in an earlier one.
    within = min(_reach(table.earlier, table.earlier * table.far, reach, reach), MAX_SENTENCE)
    weight = table.earlier * table.kinds_earlier.get(kind, 1.0)
    return max(here, within, _reach(weight, weight * table.far, reach, reach))


def reach_after() -> int:
    """Returns within how many characters behind a quantity a name of it may begin."""
    return _reach(weights().after, weights().far, weights().reach_sentence, MAX_SENTENCE)


def _reach(weight: float, lost: float, reach: int, most: int) -> int:
    """Returns how far a weight stays above the threshold of which `lost` is lost over `reach`."""
    spare = max(0.0, weight - weights().threshold)
    return ceil(reach * spare / lost) if lost > spare else most if spare else 0
