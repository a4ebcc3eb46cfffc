"""From claims to facts: runs the steps in sql/ on what has changed, and keeps what they make."""

from collections.abc import Iterable
from datetime import date

from duckdb import DuckDBPyConnection

from reconcile.counts import Counts
from reconcile.inputs import Attribute, Inputs, set_out
from reconcile.keeping import (
    forget_everything,
    keep_derivations,
    keep_facts,
    keep_meetings,
    keep_spellings,
)
from reconcile.overrides import NO_OVERRIDES, Overrides
from reconcile.policy import Policy
from reconcile.steps import drop_steps, run_step

# The weights of shows are found when no round moves one by more than so many millionths.
_SETTLED = 100
_MOST_ROUNDS = 50


def reconcile(  # noqa: PLR0913  each is a thing of its own that facts depend on
    con: DuckDBPyConnection,
    policy: Policy,
    attributes: Iterable[Attribute],
    overrides: Overrides = NO_OVERRIDES,
    *,
    as_of: date | None = None,
    families: Iterable[str] = (),
) -> Counts:
    """Brings the tables of facts up to date with claims and episodes.

    Only the facts that new, changed or removed episodes touch are made anew, and all of them when
    anything else changed. The result depends on nothing but the claims, the episodes and the
    arguments: not on the order of arrival, nor on the number of threads. Call it within a
    transaction.

    Args:
        con: a database opened for writing.
        policy: how much a claim counts.
        attributes: in the order in which people read the leaderboard.
        overrides: what the user decided.
        as_of: only episodes published by then count, and those without a date where time does
            not matter.
        families: names of families of models, to link their members to.
    """
    inputs = Inputs(policy, tuple(attributes), overrides, tuple(families), as_of)
    if set_out(con, inputs):
        forget_everything(con)
    run_step(con, "known_episodes")
    run_step(con, "changed_episodes")
    if _count(con, "SELECT count(*) FROM changed_episodes"):
        _gather_claims(con)
        _weigh_shows(con)
        _find_values(con)
        keep_facts(con)
        _derive(con)
    return _counts(con)


def _derive(con: DuckDBPyConnection) -> None:
    """Adds what relative statements come to, by the facts that claims made outright.

    Those whose base is a fact only then are derived in a second step; there is no third.
    """
    con.execute("DELETE FROM changed_episodes")
    for step in (1, 2):
        known = _count(con, "SELECT count(*) FROM derived_claims")
        for table in ("related_claims", "circles"):
            run_step(con, table)
        run_step(con, "derived_claims", more=True, step=str(step))
        if _count(con, "SELECT count(*) FROM derived_claims") == known:
            break
        run_step(con, "keyed_claims", claims="derived_claims")
        run_step(con, "touched")
        _gather_staying(con, "touched")
        _find_values(con)
        keep_facts(con)
    for table in ("related_claims", "circles", "long_chains"):
        run_step(con, table)
    keep_derivations(con)


def _gather_claims(con: DuckDBPyConnection) -> None:
    """Collects the claims that arrived, and those that stay in the facts which they touch."""
    con.execute(
        "CREATE OR REPLACE TEMP VIEW arrived_claims AS SELECT c.* FROM claims c"
        " WHERE c.episode IN (SELECT episode FROM changed_episodes)"
    )
    run_step(con, "new_spellings", claims="arrived_claims")
    keep_spellings(con)
    run_step(con, "keyed_claims", claims="arrived_claims")
    run_step(con, "touched")
    _gather_staying(con, "touched")


def _gather_staying(con: DuckDBPyConnection, facts: str) -> None:
    run_step(con, "staying_claims", facts=facts)
    run_step(con, "keyed_claims", more=True, claims="staying_claims")
    for table in ("weighed_claims", "slips", "speakers", "echoes"):
        run_step(con, table)


def _weigh_shows(con: DuckDBPyConnection) -> None:
    """Learns how much shows count; takes in further facts where that has changed."""
    run_step(con, "new_meetings")
    keep_meetings(con)
    for table in ("source_pairs", "mean_reliability"):
        run_step(con, table)
    run_step(con, "reliabilities", "first_reliabilities")
    for _ in range(_MOST_ROUNDS):
        if not _count(con, f"SELECT count(*) FROM reliabilities WHERE moved > {_SETTLED}"):  # noqa: S608  a number
            break
        run_step(con, "reliabilities", before="reliabilities")
    run_step(con, "source_weights")
    run_step(con, "swayed")
    if _count(con, "SELECT count(*) FROM swayed"):
        con.execute("INSERT INTO touched BY NAME SELECT * FROM swayed")
        _gather_staying(con, "swayed")


def _find_values(con: DuckDBPyConnection) -> None:
    run_step(con, "voices")
    drop_steps(con, "speakers", "source_pairs", "reliabilities")
    _find_periods(con)
    for table in ("chosen", "values_said", "dissent"):
        run_step(con, table)
    _sweep(con, "dissent", "runners_up")
    for table in ("runner_up_values", "against", "opposition", "tallies", "parts"):
        run_step(con, table)


def _find_periods(con: DuckDBPyConnection) -> None:
    """Finds the value that stands, and then again that of the voices older than its period."""
    drop_steps(con, "waiting")
    con.execute("ALTER TABLE temp.voices RENAME TO waiting")
    period = 0
    while period == 0 or _count(con, "SELECT count(*) FROM waiting"):
        run_step(con, "votes")
        _sweep(con, "votes", "winners")
        found = "winners"
        if period == 0:
            run_step(con, "pinned_stretches")
            found = "pinned_stretches"
        run_step(con, "begins", stretches=found)
        names = {"stretches": found, "period": str(period)}
        run_step(con, "stretches", more=period > 0, **names)
        run_step(con, "placed", more=period > 0, **names)
        run_step(con, "waiting", before="waiting")
        period += 1
    drop_steps(con, "waiting", "votes", "winners", "pinned_stretches", "begins")


def _sweep(con: DuckDBPyConnection, votes: str, best: str) -> None:
    coverage = f"{best}_coverage"
    run_step(con, coverage, "sweep_coverage", votes=votes)
    run_step(con, best, "sweep_best", votes=votes, coverage=coverage)
    drop_steps(con, coverage)


def _counts(con: DuckDBPyConnection) -> Counts:
    return Counts(
        claims=_count(con, "SELECT count(*) FROM fact_claims"),
        attached=_count(con, "SELECT count(fact) FROM fact_claims"),
        facts=_count(con, "SELECT count(*) FROM facts"),
        contested=_count(con, "SELECT count(*) FROM facts WHERE status = 'contested'"),
        undated=_count(
            con, "SELECT count(DISTINCT episode) FROM fact_claims WHERE reason = 'no date'"
        ),
    )


def _count(con: DuckDBPyConnection, query: str) -> int:
    [(count,)] = con.execute(query).fetchall()
    return int(count)
