"""How much a reconciliation came to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What reconciliation came to.

    Attributes:
        claims: in all.
        attached: of them, those attached to a fact.
        facts: how many.
        contested: of them, those that are contested.
        undated: episodes without a date whose claims were left out where time matters.
    """

    claims: int
    attached: int
    facts: int
    contested: int
    undated: int
