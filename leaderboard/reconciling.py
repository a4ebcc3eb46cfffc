"""Facts brought up to date with all that the program and the user say of them."""

import logging
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from extract import OwnLexicon, lexicon_hash, load_attributes
from extract.names.lexicon import load_lexicon
from leaderboard.configuration import NAME, Configuration
from leaderboard.memory import MANY_CLAIMS
from leaderboard.versions.publish import Publication, publish
from reconcile import Counts, load_policy, reconcile, unmet_decisions

_log = logging.getLogger(__name__)

_LEAST, _A_CLAIM = 90_000_000, 290  # bytes
_MOST_TIMES = 16  # as much memory as at first

Result = TypeVar("Result")


def bring_up_to_date(
    con: DuckDBPyConnection, configuration: Configuration, as_of: date | None = None
) -> Counts:
    """Reconciles what changed since the last time; see reconcile().

    Warns of decisions in the user's file that name nothing.
    """
    return _in_little_memory(con, lambda: _reconciled(con, configuration, as_of))


def publish_anew(
    con: DuckDBPyConnection,
    configuration: Configuration,
    *,
    as_of: date | None = None,
    label: str | None = None,
    always: bool = False,
) -> tuple[Counts, Publication]:
    """Brings the facts up to date and makes a version of them; see bring_up_to_date, publish."""
    lexicon, policy = lexicon_hash(configuration.own), load_policy().hash()

    def work() -> tuple[Counts, Publication]:
        counts = _reconciled(con, configuration, as_of)
        return counts, publish(con, lexicon=lexicon, policy=policy, label=label, always=always)

    return _in_little_memory(con, work)


def _reconciled(
    con: DuckDBPyConnection, configuration: Configuration, as_of: date | None
) -> Counts:
    own = configuration.own
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


def _in_little_memory(con: DuckDBPyConnection, work: Callable[[], Result]) -> Result:
    """Does work for which DuckDB gets little memory, which it keeps until the file is closed.

    Left alone it takes six times as much, and every thread wants buffers of its own. What does not
    fit goes to the disk, but for what it cannot put there: of many claims that may be too much, and
    the work is then done again with twice the memory. All that was stored is committed by then.
    """
    [(claims,)] = con.execute("SELECT count(*) FROM claims").fetchall()
    con.execute("SET threads = 1")
    first = memory = max(_LEAST, _A_CLAIM * claims)
    while True:
        con.execute(f"SET memory_limit = '{memory}B'")
        try:
            return work()
        except duckdb.OutOfMemoryException:
            if claims < MANY_CLAIMS or memory >= _MOST_TIMES * first:
                raise
        _log.info("%d MB are too little for the facts", memory // 1_000_000)
        con.execute("ROLLBACK")
        con.execute("BEGIN")
        memory *= 2


def family_names(own: OwnLexicon) -> tuple[str, ...]:
    """Returns the names of families that have members told apart by versions or variants."""
    return tuple(
        entry.name
        for entry in load_lexicon(own).entries
        if entry.kind == "model" and (entry.versions or entry.variants)
    )
