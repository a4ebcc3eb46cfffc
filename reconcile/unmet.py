"""Decisions of the user that name nothing: a misspelt name would else do nothing in silence."""

from collections.abc import Iterator

from duckdb import DuckDBPyConnection

from reconcile.overrides import Overrides

_KNOWN = {
    "attribute": "SELECT 1 FROM attributes WHERE name = ?",
    "claim": "SELECT 1 FROM claims WHERE id = ?",
    "episode": "SELECT 1 FROM episodes WHERE id = ?",
    "show": 'SELECT 1 FROM episodes WHERE name_key("show") = name_key(?)',
    "spelling": "SELECT 1 FROM names WHERE what = 'subject' AND spelling = ?",
    "subject": "SELECT 1 FROM names WHERE what = 'subject' AND name_key(spelling) = name_key(?)",
}


def unmet_decisions(con: DuckDBPyConnection, overrides: Overrides) -> list[str]:
    """Returns a line for each thing that a decision names and that is not there.

    Args:
        con: a database whose facts are up to date.
        overrides: what the user decided.
    """
    return [
        f"reconcile.{section}: there is no {what.replace('spelling', 'subject')} {name!r}"
        for section, what, name in _named(overrides)
        if not con.execute(f"{_KNOWN[what]} LIMIT 1", [name]).fetchall()
    ]


def _named(overrides: Overrides) -> Iterator[tuple[str, str, str]]:
    """Yields section, kind and name of all that decisions are about."""
    for show in overrides.weights:
        yield "weights", "show", show
    for pin in overrides.pin:
        yield "pin", "subject", pin.subject
        yield "pin", "attribute", pin.attribute
    for rejection in overrides.reject:
        yield "reject", *rejection.target
    for merge in overrides.merge:
        for name in merge.subjects:
            yield "merge", "subject", name
    for split in overrides.split:
        yield "split", "spelling", split.subject
