"""Puts what the steps made in the place of what stood there before."""

from duckdb import DuckDBPyConnection

from reconcile.steps import drop_steps, run_step

_MADE = (
    "facts", "fact_claims", "periods", "meetings", "names", "fact_keys", "derivations",
    "reconciled",
)  # fmt: skip

_REPLACE_PARTS = """
DELETE FROM fact_claims
WHERE key IN (SELECT key FROM touched) OR episode IN (SELECT episode FROM changed_episodes);
INSERT INTO fact_claims BY NAME
SELECT p.claim, k.episode, p.fact, p.part, p.reason, p.key, p.period
FROM parts p
JOIN known_episodes k ON k.episode_no = p.episode_no
ORDER BY k.episode, p.claim;
INSERT INTO fact_keys BY NAME SELECT * FROM new_fact_keys;
"""

_REPLACE_NAMES = """
UPDATE names SET shown = s.shown, kind = s.kind, family = f.family
FROM shown_names s
LEFT JOIN families f ON s.what = 'subject' AND f.key = s.key
WHERE names.what = s.what AND names.key = s.key;
"""

# Facts that nothing touched may have a name of which more claims now have another spelling.
_REPLACE_FACTS = """
DELETE FROM facts WHERE id IN (SELECT key FROM touched);
DELETE FROM periods WHERE fact IN (SELECT key FROM touched);
INSERT INTO facts BY NAME SELECT * FROM named_facts ORDER BY id;
INSERT INTO periods BY NAME SELECT * FROM new_periods ORDER BY fact, period;
UPDATE facts
SET subject = r.subject, subject_kind = r.subject_kind, benchmark = r.benchmark, setting = r.setting
FROM renamed_facts r
WHERE facts.id = r.id;
DELETE FROM sources;
INSERT INTO sources BY NAME SELECT * FROM source_weights ORDER BY source;
DELETE FROM reconciled WHERE episode IN (SELECT episode FROM changed_episodes);
INSERT INTO reconciled
SELECT episode, state FROM known_episodes
WHERE episode IN (SELECT episode FROM changed_episodes)
ORDER BY episode;
"""


# Why a relative statement that refers to a known fact makes none; last, for making facts anew says
# only that it has no base.
_REPLACE_DERIVATIONS = """
UPDATE fact_claims SET reason = r.reason
FROM (
    SELECT episode, claim, 'circle' AS reason FROM circles
    UNION ALL
    SELECT episode, claim, 'long chain' FROM long_chains
) AS r
WHERE fact_claims.episode = r.episode AND fact_claims.claim = r.claim;
DELETE FROM derivations;
INSERT INTO derivations BY NAME
SELECT episode, id AS claim, base, period, base_value, value, step
FROM derived_claims
ORDER BY episode, id;
"""


def forget_everything(con: DuckDBPyConnection) -> None:
    """Empties what was made, so that all of it is made anew; weights of shows may be frozen."""
    for table in _MADE:
        con.execute(f"DELETE FROM {table}")  # noqa: S608  names written above


def keep_spellings(con: DuckDBPyConnection) -> None:
    """Adds the spellings that no claim had before."""
    con.execute("INSERT INTO names BY NAME SELECT * FROM new_spellings ORDER BY what, spelling")


def keep_meetings(con: DuckDBPyConnection) -> None:
    """Replaces the meetings of shows in the facts that were touched."""
    con.execute(
        "DELETE FROM meetings WHERE fact IN (SELECT key FROM touched);"
        "INSERT INTO meetings BY NAME SELECT * FROM new_meetings"
    )


def keep_facts(con: DuckDBPyConnection) -> None:
    """Replaces the facts that were touched, with their parts, periods and names."""
    run_step(con, "new_fact_keys")
    drop_steps(con, "keyed_claims", "weighed_claims")
    con.execute(_REPLACE_PARTS)
    for table in ("touched_names", "spelling_counts", "shown_names", "families"):
        run_step(con, table)
    con.execute(_REPLACE_NAMES)
    for table in ("new_periods", "new_facts", "named_facts", "renamed_facts"):
        run_step(con, table)
    con.execute(_REPLACE_FACTS)


def keep_derivations(con: DuckDBPyConnection) -> None:
    """Replaces what relative statements come to, and says why the others come to nothing."""
    con.execute(_REPLACE_DERIVATIONS)
