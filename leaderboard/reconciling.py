"""Facts brought up to date with all that the program and the user say of them."""

import logging
from datetime import date

from duckdb import DuckDBPyConnection

from extract import OwnLexicon, lexicon_hash, load_attributes
from extract.names.lexicon import load_lexicon
from leaderboard.configuration import NAME, Configuration
from leaderboard.versions.publish import Publication, publish
from reconcile import Counts, load_policy, reconcile, unmet_decisions

_log = logging.getLogger(__name__)

_LEAST, _A_CLAIM = 90_000_000, 290  # bytes


def bring_up_to_date(
    con: DuckDBPyConnection, configuration: Configuration, as_of: date | None = None
) -> Counts:
    """Reconciles what changed since the last time; see reconcile().

    Warns of decisions in the user's file that name nothing.
    """
    own = configuration.own
    _spare(con)
    counts = reconcile(
        con,
        load_policy(),
        load_attributes(own).values(),
        configuration.reconcile,
        as_of=as_of,
        families=family_names(own),
    )
    for line in unmet_decisions(con, configuration.reconcile):
        _log.warning("%s: %s", NAME, line)
    return counts


def publish_anew(
    con: DuckDBPyConnection,
    configuration: Configuration,
    *,
    as_of: date | None = None,
    label: str | None = None,
    always: bool = False,
) -> tuple[Counts, Publication]:
    """Brings the facts up to date and makes a version of them; see bring_up_to_date, publish."""
    counts = bring_up_to_date(con, configuration, as_of)
    lexicon, policy = lexicon_hash(configuration.own), load_policy().hash()
    publication = publish(con, lexicon=lexicon, policy=policy, label=label, always=always)
    return counts, publication


def _spare(con: DuckDBPyConnection) -> None:
    """Keeps what DuckDB takes small until the connection is closed: what is committed is as large.

    Left alone it takes six times as much, and every thread wants buffers of its own. What does not
    fit goes to the disk.
    """
    [(claims,)] = con.execute("SELECT count(*) FROM claims").fetchall()
    con.execute(f"SET memory_limit = '{max(_LEAST, _A_CLAIM * claims)}B'")
    con.execute("SET threads = 1")


def family_names(own: OwnLexicon) -> tuple[str, ...]:
    """Returns the names of families that have members told apart by versions or variants."""
    return tuple(
        entry.name
        for entry in load_lexicon(own).entries
        if entry.kind == "model" and (entry.versions or entry.variants)
    )
