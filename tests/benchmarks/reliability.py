"""Whether claims are as often right as they say: `confidence` against correctness, in bins.

    python -m tests.benchmarks.reliability

Claims of the gold transcripts (where they lie beside the project) and of the fixtures. Right is a
claim whose quantity, attribute, subject and benchmark are the annotators'. A bin with too few
claims says little and is printed without its distance. Below each table stand the points [said,
right] of a rising curve through the claims: confidence read off it would be right on average.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract import extract_claims, read_transcript
from tests.benchmarks.annotated import annotated, sets
from tests.extract.scoring import judge

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
ENOUGH = 15
RIGHT = 2


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose confidence is from `low` to the next bin's."""

    low: float
    claims: int
    said: float
    right: float

    @property
    def distance(self) -> float:
        """Returns how far the share that is right lies from what was said."""
        return self.right - self.said


def judged(folder: Path) -> list[tuple[float, bool]]:
    """Returns (confidence, right in whole) of all claims that count in annotated transcripts."""
    found = []
    for transcript, facts in annotated(folder):
        claims = extract_claims(read_transcript(str(transcript)))
        grades = judge(claims, facts).claims
        found += [
            (claim.confidence, grade == RIGHT)
            for claim, grade in zip(claims, grades, strict=True)
            if grade is not None
        ]
    return found


def bins(claims: Iterable[tuple[float, bool]], bounds: Sequence[float] = BOUNDS) -> list[Bin]:
    """Returns the bins that hold claims, the least sure first."""
    sorted_in: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in claims:
        sorted_in.setdefault(bisect_right(bounds, confidence) - 1, []).append((confidence, right))
    return [
        Bin(
            bounds[place],
            len(held),
            sum(confidence for confidence, _ in held) / len(held),
            sum(right for _, right in held) / len(held),
        )
        for place, held in sorted(sorted_in.items())
    ]


def mapping(claims: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Returns points (said, right), both rising, that would mend the confidence of claims.

    Neighbours are pooled until each pool holds enough claims and no pool is less often right than
    one that is less sure (isotonic regression by pooling adjacent violators).
    """
    pools: list[list[tuple[float, bool]]] = []
    for claim in sorted(claims):
        pools.append([claim])
        while len(pools) > 1 and _pooled(pools[-2], pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    if len(pools) > 1 and len(pools[-1]) < ENOUGH:
        pools[-2:] = [pools[-2] + pools[-1]]
    return [(_mean(said for said, _ in pool), _mean(right for _, right in pool)) for pool in pools]


def _pooled(less: Sequence[tuple[float, bool]], more: Sequence[tuple[float, bool]]) -> bool:
    """Says whether two neighbouring pools belong together."""
    rising = _mean(right for _, right in less) < _mean(right for _, right in more)
    return len(less) < ENOUGH or (len(more) >= ENOUGH and not rising)


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return sum(held) / len(held)


def report(title: str, claims: Sequence[tuple[float, bool]]) -> None:
    """Prints the table of some claims."""
    print(f"{title}: {len(claims)} claims")
    print(f"{'from':>6}{'claims':>8}{'said':>8}{'right':>8}{'off by':>8}")
    for found in bins(claims):
        off = f"{found.distance:+8.2f}" if found.claims >= ENOUGH else ""
        print(f"{found.low:6.1f}{found.claims:8}{found.said:8.2f}{found.right:8.2f}{off}")
    points = ", ".join(f"[{said:.2f}, {right:.2f}]" for said, right in mapping(claims))
    print(f"would be mended by [{points}]")


def main() -> None:
    """Prints a table for each set of transcripts, and one for all."""
    found = {name: judged(folder) for name, folder in sets().items()}
    for title, claims in found.items():
        report(title, claims)
    report("all", [claim for claims in found.values() for claim in claims])


if __name__ == "__main__":
    main()
