"""Puts what the steps made in the place of what stood there before."""

from duckdb import DuckDBPyConnection

from reconcile.engines import Engine
from reconcile.steps import run_step

MADE = (
    "facts", "fact_claims", "periods", "meetings", "names", "fact_keys", "derivations",
    "reconciled",
)  # fmt: skip

KEPT = (*MADE, "sources", "reconciliation")

_PARTS = """
SELECT p.claim, k.episode, p.fact, p.part, p.reason, p.key, p.period
FROM parts p
JOIN known_episodes k ON k.episode_no = p.episode_no
ORDER BY k.episode, p.claim
"""

_OF_TOUCHED_OR_CHANGED = """
key IN (SELECT key FROM touched) OR episode IN (SELECT episode FROM changed_episodes)
"""

_STATES = """
SELECT episode, state, source FROM known_episodes
WHERE episode IN (SELECT episode FROM changed_episodes)
ORDER BY episode
"""

_DERIVATIONS = """
SELECT episode, id AS claim, base, period, base_value, value, step
FROM derived_claims
ORDER BY episode, id
"""


def forget_everything(con: DuckDBPyConnection) -> None:
    """Empties what was made, so that all of it is made anew; weights of shows may be frozen."""
    for table in MADE:
        con.execute(f"DELETE FROM {table}")  # noqa: S608  names written above


def keep_spellings(engine: Engine) -> None:
    """Adds the spellings that no claim had before."""
    engine.keep("names", "SELECT * FROM new_spellings ORDER BY what, spelling")


def keep_meetings(engine: Engine) -> None:
    """Replaces the meetings of shows in the facts that were touched."""
    touched = "fact IN (SELECT key FROM touched)"
    engine.keep("meetings", "SELECT * FROM new_meetings", instead_of=touched)


def keep_facts(engine: Engine) -> None:
    """Replaces the facts that were touched, with their parts, periods and names."""
    run_step(engine, "new_fact_keys")
    engine.drop("keyed_claims", "weighed_claims")
    engine.keep("fact_claims", _PARTS, instead_of=_OF_TOUCHED_OR_CHANGED)
    engine.keep("fact_keys", "SELECT * FROM new_fact_keys")
    for table in ("touched_names", "spelling_counts", "shown_names", "families", "new_names"):
        run_step(engine, table)
    shown = "EXISTS (SELECT 1 FROM new_names n WHERE n.what = names.what AND n.key = names.key)"
    engine.keep("names", "SELECT * FROM new_names ORDER BY what, spelling", instead_of=shown)
    for table in ("new_periods", "new_facts", "named_facts", "renamed_facts"):
        run_step(engine, table)
    _keep_made(engine)


def _keep_made(engine: Engine) -> None:
    by_id = "ORDER BY id"
    old = "id IN (SELECT key FROM touched)"
    engine.keep("facts", f"SELECT * FROM named_facts {by_id}", instead_of=old)  # noqa: S608
    # Facts that nothing touched may have a name of which more claims now have another spelling.
    renamed = "id IN (SELECT id FROM renamed_facts)"
    engine.keep("facts", f"SELECT * FROM renamed_facts {by_id}", instead_of=renamed)  # noqa: S608
    old = "fact IN (SELECT key FROM touched)"
    engine.keep("periods", "SELECT * FROM new_periods ORDER BY fact, period", instead_of=old)
    engine.keep("sources", "SELECT * FROM source_weights ORDER BY source", instead_of="true")
    old = "episode IN (SELECT episode FROM changed_episodes)"
    engine.keep("reconciled", _STATES, instead_of=old)


def keep_derivations(engine: Engine) -> None:
    """Replaces what relative statements come to, and says why the others come to nothing."""
    run_step(engine, "dead_ends")
    old = (
        "EXISTS (SELECT 1 FROM dead_ends d"
        " WHERE d.episode = fact_claims.episode AND d.claim = fact_claims.claim)"
    )
    engine.keep("fact_claims", "SELECT * FROM dead_ends ORDER BY episode, claim", instead_of=old)
    engine.keep("derivations", _DERIVATIONS, instead_of="true")


def load_facts(con: DuckDBPyConnection, folder: str) -> None:
    """Takes over what another engine has made: the next reconciliation goes on from there.

    Args:
        con: a database with the same claims and nothing reconciled yet.
        folder: in which a folder of Parquet files stands for each table.
    """
    for table in KEPT:
        con.execute(f"DELETE FROM {table}")  # noqa: S608  names written above
        con.execute(
            f"INSERT INTO {table} BY NAME FROM read_parquet(?) ORDER BY ALL",
            [f"{folder}/{table}/*.parquet"],
        )
