"""Facts beside references: which agree, by how much others differ, and which is newer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from duckdb import DuckDBPyConnection

from reconcile.references import Reference

Outcome = Literal["agrees", "holds", "differs"]
Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact and the reference that it meets.

    Attributes:
        subject, attribute, benchmark, setting, value, unit, status: of the fact.
        reference: the value that the reference has; of several the nearest.
        name: how the reference writes the subject.
        difference: of the fact's value from the reference's, in per cent of the latter.
        outcome: "agrees" within the tolerance; "holds" where only the fact's bounds hold the
            reference ("more than 100 billion"); else "differs".
        newer: "fact" or "reference", None where a day is not known or they are of one day.
    """

    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    value: float
    unit: str
    status: str
    reference: float
    name: str
    difference: float
    outcome: Outcome
    newer: Literal["fact", "reference"] | None


@dataclass(frozen=True, slots=True)
class _Fact:
    key: Key
    subject: str
    attribute: str
    benchmark: str | None
    setting: str | None
    value: float
    lower: float | None
    upper: float | None
    unit: str
    status: str
    last_said: date | None


_FACTS = """
SELECT
    k.subject, k.attribute, k.benchmark, k.setting, k.unit,
    f.subject, f.attribute, f.benchmark, f.setting, f.value, f.lower, f.upper, f.unit, f.status,
    f.last_said
FROM facts f
JOIN fact_keys k ON k.fact = f.id
JOIN attributes a ON a.name = f.attribute
WHERE f.pinned IS NULL
ORDER BY a.position, f.benchmark NULLS FIRST, f.subject, f.setting NULLS FIRST, f.id
"""

# A name may be merged into another: the reference's is looked up like a claim's.
_KEYS = """
SELECT n.name, coalesce(
    (SELECT min(key) FROM names WHERE what = n.what AND name_key(spelling) = name_key(n.name)),
    name_key(n.name), ''
)
FROM (SELECT ? AS what, unnest(?) AS name) AS n
"""


def compare(
    con: DuckDBPyConnection,
    references: Sequence[Reference],
    canonical: Callable[[str], str],
    tolerance: float = 0.05,
) -> list[Comparison]:
    """Returns the facts that meet a reference, in the order of the leaderboard.

    Args:
        con: a database opened for reading.
        references: what to compare with.
        canonical: brings a name as others write it to the spelling of the lexicon.
        tolerance: share by which values may differ and still agree.
    """
    kept = _by_key(con, references, canonical)
    found = []
    for row in con.execute(_FACTS).fetchall():
        fact = _Fact(tuple(row[:5]), *row[5:])
        if met := kept.get(fact.key):
            found.append(_compared(fact, met, tolerance))
    return found


def _by_key(
    con: DuckDBPyConnection, references: Sequence[Reference], canonical: Callable[[str], str]
) -> Mapping[Key, Sequence[Reference]]:
    names = {one.subject: canonical(one.subject) for one in references}
    subjects = _keys(con, "subject", names.values())
    benchmarks = _keys(con, "benchmark", (one.benchmark or "" for one in references))
    settings = _keys(con, "setting", (one.setting or "" for one in references))
    kept: dict[Key, list[Reference]] = {}
    for one in references:
        about = (benchmarks[one.benchmark or ""], settings[one.setting or ""], one.unit)
        key = (subjects[names[one.subject]], one.attribute, *about)
        kept.setdefault(key, []).append(one)
    return {key: [one for one in met if one.first] or met for key, met in kept.items()}


def _keys(con: DuckDBPyConnection, what: str, names: Iterable[str]) -> dict[str, str]:
    return dict(con.execute(_KEYS, [what, sorted(set(names))]).fetchall())


def _compared(fact: _Fact, met: Sequence[Reference], tolerance: float) -> Comparison:
    nearest = min(met, key=lambda one: abs(one.value - fact.value))
    return Comparison(
        *(fact.subject, fact.attribute, fact.benchmark, fact.setting),
        *(fact.value, fact.unit, fact.status),
        reference=nearest.value,
        name=nearest.subject,
        difference=round(100 * (fact.value / nearest.value - 1), 2) if nearest.value else 0.0,
        outcome=_outcome(fact, nearest.value, tolerance),
        newer=_newer(fact.last_said, nearest.day),
    )


def _outcome(fact: _Fact, reference: float, tolerance: float) -> Outcome:
    if abs(fact.value - reference) <= tolerance * abs(reference):
        return "agrees"
    above = fact.lower is None or fact.lower <= reference
    below = fact.upper is None or reference <= fact.upper
    return "holds" if above and below else "differs"


def _newer(said: date | None, known: date | None) -> Literal["fact", "reference"] | None:
    if said is None or known is None or said == known:
        return None
    return "fact" if said > known else "reference"
