"""Facts brought up to date with all that the program and the user say of them."""

from datetime import date

from duckdb import DuckDBPyConnection

from extract import OwnLexicon, load_attributes
from extract.names import load_names
from leaderboard.configuration import Configuration
from reconcile import Counts, load_policy, reconcile


def bring_up_to_date(
    con: DuckDBPyConnection, configuration: Configuration, as_of: date | None = None
) -> Counts:
    """Reconciles what changed since the last time; see reconcile()."""
    own = configuration.own
    return reconcile(
        con,
        load_policy(),
        load_attributes(own).values(),
        configuration.reconcile,
        as_of=as_of,
        families=family_names(own),
    )


def family_names(own: OwnLexicon) -> tuple[str, ...]:
    """Returns the names of families that have members told apart by versions or variants."""
    return tuple(
        entry.name
        for entry in load_names(own).lexicon.entries
        if entry.kind == "model" and (entry.versions or entry.variants)
    )
