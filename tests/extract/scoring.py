"""Compares claims with annotations as the guidelines ask: one claim for one annotated fact."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from extract.records import Claim

Annotation = Mapping[str, Any]
TOLERANCE = 0.015


@dataclass(frozen=True, slots=True)
class Score:
    """How many annotated facts, claims, claims with the right quantity, and right in whole."""

    facts: int
    claims: int
    quantities: int
    whole: int

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.facts + other.facts,
            self.claims + other.claims,
            self.quantities + other.quantities,
            self.whole + other.whole,
        )

    def f1(self, right: int) -> float:
        """Returns the harmonic mean of precision and recall for so many right ones."""
        return 2 * right / (self.facts + self.claims)


def annotations(path: Path) -> list[Annotation]:
    """Reads the annotations of one transcript."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How claims and annotated facts of one transcript go together.

    Attributes:
        claims: for each claim 2 where it is right in whole, 1 where its quantity is, 0 where it is
            invented, None where it counts neither way.
        facts: (fact, claim paired with it or None) of all facts that count.
    """

    claims: tuple[int | None, ...]
    facts: tuple[tuple[Annotation, int | None], ...]


def judge(claims: Sequence[Claim], facts: Iterable[Annotation]) -> Judgement:
    """Pairs claims with annotated facts, the best agreement first; optional facts count neither way."""
    facts = list(facts)
    core = [fact for fact in facts if not fact.get("optional")]
    spare = [fact for fact in facts if fact.get("optional")]
    pairs = sorted(
        (-grade, c, f)
        for c, claim in enumerate(claims)
        for f, fact in enumerate(core)
        if (grade := _grade(claim, fact))
    )
    grades: dict[int, int] = {}
    taken: dict[int, int] = {}
    for grade, c, f in pairs:
        if c not in grades and f not in taken:
            grades[c] = -grade
            taken[f] = c
    return Judgement(
        claims=tuple(
            grades.get(c, None if _meets_any(claim, spare) else 0) for c, claim in enumerate(claims)
        ),
        facts=tuple((fact, taken.get(f)) for f, fact in enumerate(core)),
    )


def score(claims: Sequence[Claim], facts: Iterable[Annotation]) -> Score:
    """Returns how many claims are right, of how many and for how many facts."""
    judged = judge(claims, facts)
    counted = [grade for grade in judged.claims if grade is not None]
    return Score(len(judged.facts), len(counted), sum(g > 0 for g in counted), counted.count(2))


def _grade(claim: Claim, fact: Annotation) -> int:
    if (
        claim.attribute != fact["attribute"]
        or not _meets(claim, fact)
        or not _same_value(claim, fact)
    ):
        return 0
    same_subject = name_key(claim.subject) in {name_key(subject) for subject in fact["subjects"]}
    return 2 if same_subject and _same_benchmark(claim, fact) else 1


def _meets(claim: Claim, fact: Annotation) -> bool:
    return bool(claim.start < fact["end"] and fact["start"] < claim.end)


def _meets_any(claim: Claim, facts: Iterable[Annotation]) -> bool:
    return any(_meets(claim, fact) for fact in facts)


def _same_value(claim: Claim, fact: Annotation) -> bool:
    if _close(claim.value, fact["value"]):
        return True
    said = [(getattr(claim, end), fact[end]) for end in ("low", "high") if fact[end] is not None]
    return bool(said) and all(_close(one, other) for one, other in said)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return False
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def _same_benchmark(claim: Claim, fact: Annotation) -> bool:
    wanted = [name_key(benchmark) for benchmark in fact["benchmarks"] if benchmark]
    got = name_key(claim.benchmark)
    return not wanted or any(got and (got in name or name in got) for name in wanted)


def name_key(name: str | None) -> str:
    """Returns what is compared of a name: blind to case, spaces and signs."""
    return regex.sub(r"[^a-z0-9.]+", "", (name or "").lower())
