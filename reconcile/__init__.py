"""Claims in, facts out: one DuckDB file, and the SQL that weighs what episodes say.

What weighs claims is imported when it is first used: a command that only reads the database needs
neither policy nor references.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reconcile.database import first_line, open_database
from reconcile.migrations import MIGRATIONS, OutdatedError
from reconcile.store import remove_episode, store, store_all
from reconcile.unmet import unmet_decisions

if TYPE_CHECKING:
    from reconcile.comparison import Comparison, compare
    from reconcile.counts import Counts
    from reconcile.facts import reconcile
    from reconcile.inputs import Attribute
    from reconcile.keeping import load_facts
    from reconcile.overrides import NO_OVERRIDES, Overrides
    from reconcile.policy import Policy, load_policy, parse_policy
    from reconcile.references import Reference, read_references
    from reconcile.sketches import sketch

__all__ = [
    "MIGRATIONS",
    "NO_OVERRIDES",
    "Attribute",
    "Comparison",
    "Counts",
    "OutdatedError",
    "Overrides",
    "Policy",
    "Reference",
    "compare",
    "first_line",
    "load_facts",
    "load_policy",
    "open_database",
    "parse_policy",
    "read_references",
    "reconcile",
    "remove_episode",
    "sketch",
    "store",
    "store_all",
    "unmet_decisions",
]

_HOMES = {
    "reconcile.comparison": ("Comparison", "compare"),
    "reconcile.counts": ("Counts",),
    "reconcile.facts": ("reconcile",),
    "reconcile.inputs": ("Attribute",),
    "reconcile.keeping": ("load_facts",),
    "reconcile.overrides": ("NO_OVERRIDES", "Overrides"),
    "reconcile.policy": ("Policy", "load_policy", "parse_policy"),
    "reconcile.references": ("Reference", "read_references"),
    "reconcile.sketches": ("sketch",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
