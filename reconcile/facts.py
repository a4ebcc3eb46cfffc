"""From claims to facts: sets out what the steps in sql/ read, and keeps what they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from duckdb import DuckDBPyConnection

from reconcile.policy import Policy
from reconcile.steps import run_step

# Who asserts something is heard before who guesses it, and that before who makes up an example.
_TURNS = {"asserted": 0, "negated": 0, "hedged": 1, "hypothetical": 2}


class Attribute(Protocol):
    """What reconciliation and ranking need to know of an attribute; extract's have it."""

    @property
    def name(self) -> str:
        """Such as "price_input"."""

    @property
    def unit(self) -> str:
        """The usual unit of its values."""

    @property
    def changing(self) -> bool:
        """True where the newest value stands, false where all episodes speak of one truth."""

    @property
    def better(self) -> str | None:
        """Either "more" or "less", None where neither is better."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What reconciliation came to: claims in all, those attached to a fact, facts, contested."""

    claims: int
    attached: int
    facts: int
    contested: int


def reconcile(con: DuckDBPyConnection, policy: Policy, attributes: Iterable[Attribute]) -> Counts:
    """Makes the tables facts, fact_claims and attributes anew from claims and episodes.

    The result depends on nothing but those tables and the arguments: not on the order of rows,
    nor on the number of threads. Call it within a transaction.

    Args:
        con: a database opened for writing.
        policy: how much a claim counts.
        attributes: in the order in which people read the leaderboard.
    """
    _set_out_attributes(con, attributes)
    _set_out_policy(con, policy)
    _run_steps(con)
    return _keep(con)


def _set_out_attributes(con: DuckDBPyConnection, attributes: Iterable[Attribute]) -> None:
    con.execute("DELETE FROM attributes")
    with con.appender("attributes") as appender:
        appender.append_rows(
            (attribute.name, position, attribute.unit, attribute.changing, attribute.better)
            for position, attribute in enumerate(attributes, 1)
        )


def _set_out_policy(con: DuckDBPyConnection, policy: Policy) -> None:
    con.execute(
        "CREATE OR REPLACE TEMP TABLE policy (same_show DOUBLE, contested DOUBLE, doubt DOUBLE);"
        "CREATE OR REPLACE TEMP TABLE needs_benchmark (attribute VARCHAR);"
        "CREATE OR REPLACE TEMP TABLE stance_weights (stance VARCHAR, turn INTEGER, weight DOUBLE);"
        "CREATE OR REPLACE TEMP TABLE qualifier_weights (qualifier VARCHAR, weight DOUBLE);"
    )
    con.execute(
        "INSERT INTO policy VALUES (?, ?, ?)", [policy.same_show, policy.contested, policy.doubt]
    )
    for attribute in sorted(set(policy.needs_benchmark)):
        con.execute("INSERT INTO needs_benchmark VALUES (?)", [attribute])
    for stance, weight in policy.stance:
        con.execute("INSERT INTO stance_weights VALUES (?, ?, ?)", [stance, _TURNS[stance], weight])
    for qualifier, weight in policy.qualifier:
        con.execute("INSERT INTO qualifier_weights VALUES (?, ?)", [qualifier, weight])


def _run_steps(con: DuckDBPyConnection) -> None:
    for table in ("keyed_claims", "spellings", "weighed_claims", "voices", "newest", "votes"):
        run_step(con, table)
    _sweep(con, "votes", "winners")
    for table in ("members", "chosen", "outvoted", "dissent"):
        run_step(con, table)
    _sweep(con, "dissent", "runners_up")
    for table in ("runner_up_values", "against", "opposition", "tallies", "parts", "new_facts"):
        run_step(con, table)


def _sweep(con: DuckDBPyConnection, votes: str, best: str) -> None:
    coverage = f"{best}_coverage"
    run_step(con, coverage, "sweep_coverage", votes=votes)
    run_step(con, best, "sweep_best", votes=votes, coverage=coverage)


def _keep(con: DuckDBPyConnection) -> Counts:
    con.execute("DELETE FROM fact_claims; DELETE FROM facts;")
    con.execute("INSERT INTO facts BY NAME SELECT * FROM new_facts ORDER BY id")
    con.execute("INSERT INTO fact_claims BY NAME SELECT * FROM parts ORDER BY episode, claim")
    counts = con.execute(
        "SELECT count(*), count(fact), (SELECT count(*) FROM facts),"
        " (SELECT count(*) FROM facts WHERE status = 'contested') FROM fact_claims"
    ).fetchone()
    assert counts is not None  # noqa: S101  an aggregate always has its one row
    return Counts(*counts)
