"""Claims in, facts out: one DuckDB file, and the SQL that weighs what episodes say."""

from reconcile.comparison import Comparison, compare
from reconcile.database import first_line, open_database
from reconcile.facts import Counts, reconcile
from reconcile.inputs import Attribute
from reconcile.keeping import load_facts
from reconcile.migrations import MIGRATIONS
from reconcile.overrides import NO_OVERRIDES, Overrides
from reconcile.policy import Policy, load_policy, parse_policy
from reconcile.references import Reference, read_references
from reconcile.sketches import sketch
from reconcile.store import remove_episode, store, store_all

__all__ = [
    "MIGRATIONS",
    "NO_OVERRIDES",
    "Attribute",
    "Comparison",
    "Counts",
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
]
