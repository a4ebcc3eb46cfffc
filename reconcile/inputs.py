"""Sets out what the steps read beside claims and episodes: weights, merges, the user's word."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from duckdb import DuckDBPyConnection

from reconcile.merging import built_in_merges, merged_rows
from reconcile.overrides import Overrides
from reconcile.policy import Policy
from reconcile.steps import FOLDER, step_text

# Who asserts something is heard before who guesses it, and that before who makes up an example.
_TURNS = {"asserted": 0, "negated": 0, "hedged": 1, "hypothetical": 2}

# Functions that Spark has under these names, so that the steps run there unchanged.
_SHIMS = """
CREATE OR REPLACE TEMP MACRO unix_date(day) AS day - DATE '1970-01-01';
CREATE OR REPLACE TEMP MACRO date_from_unix_date(number) AS DATE '1970-01-01' + number;
CREATE OR REPLACE TEMP MACRO explode(list) AS unnest(list);
"""

_KEYS = """
SELECT name, coalesce(name_key(name), '') FROM (SELECT unnest(CAST(? AS VARCHAR[])) AS name)
"""

_TABLES = """
CREATE OR REPLACE TEMP TABLE policy (
    same_show DOUBLE, contested DOUBLE, doubt DOUBLE, half_life DOUBLE, rounding DOUBLE,
    same_words INTEGER, slip_strength DOUBLE, derived DOUBLE, derived_margin DOUBLE
);
CREATE OR REPLACE TEMP TABLE learning (
    shrinkage DOUBLE, least INTEGER, rivals DOUBLE, step DOUBLE, frozen BOOLEAN
);
CREATE OR REPLACE TEMP TABLE needs_benchmark (attribute VARCHAR);
CREATE OR REPLACE TEMP TABLE stance_weights (stance VARCHAR, turn INTEGER, weight DOUBLE);
CREATE OR REPLACE TEMP TABLE qualifier_weights (qualifier VARCHAR, weight DOUBLE);
CREATE OR REPLACE TEMP TABLE slip_factors (unit VARCHAR, factor DOUBLE);
CREATE OR REPLACE TEMP TABLE set_weights (source VARCHAR, weight DOUBLE);
CREATE OR REPLACE TEMP TABLE rejected (what VARCHAR, name VARCHAR, reason VARCHAR);
CREATE OR REPLACE TEMP TABLE split_names (spelling VARCHAR, reason VARCHAR);
CREATE OR REPLACE TEMP TABLE merged_names (
    key VARCHAR, stands_for VARCHAR, shown VARCHAR, reason VARCHAR
);
CREATE OR REPLACE TEMP TABLE derived_claims (
    id VARCHAR, episode VARCHAR, "start" BIGINT, sketch BIGINT[], subject VARCHAR,
    attribute VARCHAR, benchmark VARCHAR, setting VARCHAR, section VARCHAR,
    relation STRUCT(factor DOUBLE, low DOUBLE, high DOUBLE, attribute VARCHAR, subject VARCHAR),
    value DOUBLE, low DOUBLE, high DOUBLE, lower DOUBLE, upper DOUBLE, unit VARCHAR,
    qualifier VARCHAR, stance VARCHAR, confidence DOUBLE,
    fact VARCHAR, base VARCHAR, period INTEGER, base_value DOUBLE, step INTEGER
);
CREATE OR REPLACE TEMP TABLE family_names (name VARCHAR, key VARCHAR);
CREATE OR REPLACE TEMP TABLE pins (
    key VARCHAR, subject_key VARCHAR, attribute VARCHAR, benchmark_key VARCHAR,
    setting_key VARCHAR, unit VARCHAR, value DOUBLE, reason VARCHAR
);
"""


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
class Inputs:
    """All that facts depend on beside claims and episodes.

    Attributes:
        policy: how much a claim counts.
        attributes: in the order in which people read the leaderboard.
        overrides: what the user decided.
        families: names of families of models.
        as_of: only episodes published by then count; None for all.
    """

    policy: Policy
    attributes: tuple[Attribute, ...]
    overrides: Overrides
    families: tuple[str, ...]
    as_of: date | None

    def hash(self) -> str:
        """Returns a hash that changes when the facts may."""
        told = [
            self.policy.hash(),
            [[a.name, a.unit, a.changing, a.better] for a in self.attributes],
            self.overrides.as_json(),
            [merge.model_dump() for merge in built_in_merges()],
            sorted(self.families),
            str(self.as_of),
            {script: step_text(script) for script in sorted(_scripts())},
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def set_out(con: DuckDBPyConnection, inputs: Inputs) -> bool:
    """Fills the tables that the steps read; says whether anything differs from the last time."""
    con.execute(_SHIMS + _TABLES)
    _set_out_attributes(con, inputs.attributes)
    _set_out_policy(con, inputs.policy, frozen=inputs.overrides.freeze)
    _set_out_names(con, inputs)
    _set_out_decisions(con, inputs.overrides)
    row = (inputs.hash(), inputs.as_of, inputs.overrides.as_json())
    if con.execute("SELECT inputs, as_of, overrides FROM reconciliation").fetchall() == [row]:
        return False
    con.execute("DELETE FROM reconciliation")
    con.execute("INSERT INTO reconciliation VALUES (?, ?, ?)", row)
    return True


def _scripts() -> Iterable[str]:
    return (entry.name.removesuffix(".sql") for entry in FOLDER.iterdir())


def _fill(con: DuckDBPyConnection, table: str, rows: Iterable[Sequence[object]]) -> None:
    with con.appender(table) as appender:
        appender.append_rows(rows)


def _set_out_attributes(con: DuckDBPyConnection, attributes: Iterable[Attribute]) -> None:
    con.execute("DELETE FROM attributes")
    rows = (
        (attribute.name, position, attribute.unit, attribute.changing, attribute.better)
        for position, attribute in enumerate(attributes, 1)
    )
    _fill(con, "attributes", rows)


def _set_out_policy(con: DuckDBPyConnection, policy: Policy, *, frozen: bool) -> None:
    slips, derived, learning = policy.slips, policy.derived, policy.sources
    weights = (policy.same_show, policy.contested, policy.doubt, policy.half_life)
    bounds = (policy.rounding, policy.same_words, slips.strength)
    _fill(con, "policy", [(*weights, *bounds, derived.weight, derived.margin)])
    taught = (learning.shrinkage, learning.least, learning.rivals, learning.step)
    _fill(con, "learning", [(*taught, frozen)])
    _fill(con, "needs_benchmark", [(name,) for name in sorted(set(policy.needs_benchmark))])
    _fill(con, "stance_weights", [(name, _TURNS[name], weight) for name, weight in policy.stance])
    _fill(con, "qualifier_weights", list(policy.qualifier))
    factors: list[tuple[str | None, float]] = [(None, factor) for factor in slips.factors]
    factors.append(("percent", slips.percent))
    both_ways = [(unit, side) for unit, factor in factors for side in (factor, 1 / factor)]
    _fill(con, "slip_factors", both_ways)


def _set_out_decisions(con: DuckDBPyConnection, overrides: Overrides) -> None:
    targets = [(*rejection.target, rejection.reason) for rejection in overrides.reject]
    keys = _keys(con, {*overrides.weights, *(name for _, name, _ in targets)})
    weights = {keys[show]: weight for show, weight in overrides.weights.items()}
    _fill(con, "set_weights", weights.items())
    rejected = {
        (what, keys[name] if what == "show" else name): reason for what, name, reason in targets
    }
    _fill(con, "rejected", [(*target, reason) for target, reason in rejected.items()])
    for pin in overrides.pin:
        con.execute(
            step_text("pin_rows"),
            [
                pin.subject,
                pin.attribute,
                pin.benchmark,
                pin.setting,
                pin.unit,
                pin.value,
                pin.reason,
            ],
        )


def _set_out_names(con: DuckDBPyConnection, inputs: Inputs) -> None:
    overrides = inputs.overrides
    merges = (*built_in_merges(), *overrides.merge)
    merged = {name for merge in merges for name in (*merge.subjects, merge.into)}
    split = {one.subject: one.reason for one in overrides.split}
    keys = _keys(con, {*inputs.families, *merged, *split})
    _fill(con, "family_names", [(name, keys[name]) for name in sorted(set(inputs.families))])
    _fill(con, "split_names", split.items())
    apart = {keys[name] for name in split}
    _fill(con, "merged_names", [*merged_rows(merges, apart, keys.__getitem__)])


def _keys(con: DuckDBPyConnection, names: Collection[str]) -> Mapping[str, str]:
    """Returns by what each of the names is compared: at once, for a query takes a millisecond."""
    return dict(con.execute(_KEYS, [[*names]]).fetchall())
