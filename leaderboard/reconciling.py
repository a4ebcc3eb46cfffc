"""Facts brought up to date with all that the program and the user say of them."""

from datetime import date

from duckdb import DuckDBPyConnection

from extract import load_attributes
from extract.names import load_names
from reconcile import Counts, Overrides, load_policy, reconcile


def bring_up_to_date(
    con: DuckDBPyConnection, overrides: Overrides, as_of: date | None = None
) -> Counts:
    """Reconciles what changed since the last time; see reconcile()."""
    attributes = load_attributes().values()
    return reconcile(
        con, load_policy(), attributes, overrides, as_of=as_of, families=family_names()
    )


def family_names() -> tuple[str, ...]:
    """Returns the names of families that have members told apart by versions or variants."""
    return tuple(
        entry.name
        for entry in load_names().lexicon.entries
        if entry.kind == "model" and (entry.versions or entry.variants)
    )
