"""From claims to facts: runs the steps in sql/ on what has changed, and keeps what they make."""

from collections.abc import Iterable
from datetime import date

from duckdb import DuckDBPyConnection

from reconcile.counts import Counts
from reconcile.engines import DuckDb, Engine
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
from reconcile.steps import run_step

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
    make_facts(DuckDb(con))
    return _counts(con)


def make_facts(engine: Engine) -> None:
    """Runs the steps on what has changed, and keeps what they make."""
    run_step(engine, "known_episodes")
    run_step(engine, "changed_episodes")
    if engine.count("SELECT count(*) FROM changed_episodes"):
        _gather_claims(engine)
        _weigh_shows(engine)
        _find_values(engine)
        keep_facts(engine)
        _derive(engine)


def _derive(engine: Engine) -> None:
    """Adds what relative statements come to, by the facts that claims made outright.

    Those whose base is a fact only then are derived in a second step; there is no third.
    """
    engine.make("changed_episodes", "SELECT * FROM changed_episodes WHERE false")
    for step in (1, 2):
        known = engine.count("SELECT count(*) FROM derived_claims")
        for table in ("related_claims", "circles"):
            run_step(engine, table)
        run_step(engine, "derived_claims", more=True, step=str(step))
        if engine.count("SELECT count(*) FROM derived_claims") == known:
            break
        run_step(engine, "keyed_claims", claims="derived_claims")
        run_step(engine, "touched")
        _gather_staying(engine, "touched")
        _find_values(engine)
        keep_facts(engine)
    for table in ("related_claims", "circles", "long_chains"):
        run_step(engine, table)
    keep_derivations(engine)


def _gather_claims(engine: Engine) -> None:
    """Collects the claims that arrived, and those that stay in the facts which they touch."""
    run_step(engine, "arrived_claims")
    run_step(engine, "new_spellings", claims="arrived_claims")
    keep_spellings(engine)
    run_step(engine, "keyed_claims", claims="arrived_claims")
    engine.drop("arrived_claims")
    run_step(engine, "touched")
    _gather_staying(engine, "touched")


def _gather_staying(engine: Engine, facts: str) -> None:
    run_step(engine, "staying_claims", facts=facts)
    run_step(engine, "keyed_claims", more=True, claims="staying_claims")
    engine.drop("staying_claims")
    for table in ("weighed_claims", "slips", "speakers", "echoes"):
        run_step(engine, table)


def _weigh_shows(engine: Engine) -> None:
    """Learns how much shows count; takes in further facts where that has changed."""
    run_step(engine, "new_meetings")
    keep_meetings(engine)
    for table in ("source_pairs", "mean_reliability"):
        run_step(engine, table)
    run_step(engine, "reliabilities", "first_reliabilities")
    for _ in range(_MOST_ROUNDS):
        if not engine.count(f"SELECT count(*) FROM reliabilities WHERE moved > {_SETTLED}"):  # noqa: S608  a number
            break
        run_step(engine, "reliabilities", before="reliabilities")
    run_step(engine, "source_weights")
    run_step(engine, "swayed")
    if engine.count("SELECT count(*) FROM swayed"):
        engine.add("touched", "SELECT * FROM swayed")
        _gather_staying(engine, "swayed")


def _find_values(engine: Engine) -> None:
    run_step(engine, "voices")
    engine.drop("speakers", "source_pairs", "reliabilities")
    _find_periods(engine)
    for table in ("chosen", "values_said", "dissent"):
        run_step(engine, table)
    _sweep(engine, "dissent", "runners_up")
    # Two steps for the parts: a join of more tables as large as the claims takes more memory.
    for table in ("runner_up_values", "against", "opposition", "tallies", "marked_claims", "parts"):
        run_step(engine, table)
    engine.drop("marked_claims")


def _find_periods(engine: Engine) -> None:
    """Finds the value that stands, and then again that of the voices older than its period."""
    engine.rename("voices", "waiting")
    period = 0
    while period == 0 or engine.count("SELECT count(*) FROM waiting"):
        run_step(engine, "votes")
        _sweep(engine, "votes", "winners")
        found = "winners"
        if period == 0:
            run_step(engine, "pinned_stretches")
            found = "pinned_stretches"
        run_step(engine, "begins", stretches=found)
        names = {"stretches": found, "period": str(period)}
        run_step(engine, "stretches", more=period > 0, **names)
        run_step(engine, "placed", more=period > 0, **names)
        run_step(engine, "waiting", before="waiting")
        period += 1
    engine.drop("waiting", "votes", "winners", "pinned_stretches", "begins")


def _sweep(engine: Engine, votes: str, best: str) -> None:
    coverage = f"{best}_coverage"
    run_step(engine, coverage, "sweep_coverage", votes=votes)
    run_step(engine, best, "sweep_best", votes=votes, coverage=coverage)
    engine.drop(coverage)


def _counts(con: DuckDBPyConnection) -> Counts:
    count = DuckDb(con).count
    return Counts(
        claims=count("SELECT count(*) FROM fact_claims"),
        attached=count("SELECT count(fact) FROM fact_claims"),
        facts=count("SELECT count(*) FROM facts"),
        contested=count("SELECT count(*) FROM facts WHERE status = 'contested'"),
        undated=count("SELECT count(DISTINCT episode) FROM fact_claims WHERE reason = 'no date'"),
    )
