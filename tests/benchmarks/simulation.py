"""How often facts are right in a world whose truths are known, beside simpler ways to decide.

    python -m tests.benchmarks.simulation

Prints for every way the share of items within five per cent of the truth, the mean over all seeds:
for what lasts, of all items and of those with four claims or more; for prices, of the items with
three claims or more in the last period, by the mean reliability of shows. "best claim" is right
where any claim is: nobody who must choose among the claims does better. "knows the shows" votes
with the true chance of each claim to be right, "and the change" among those since the last change.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple
from itertools import pairwise
from math import inf, log
from statistics import mean, median

from duckdb import DuckDBPyConnection

from extract.records import Extraction
from reconcile import load_policy, reconcile
from reconcile.sketches import sketch
from tests.benchmarks.simulated_world import WORLD, Said, World, extractions
from tests.reconcile.making import ATTRIBUTES, open_memory, rows

Estimates = Mapping[int, float]
ByItem = Mapping[int, Sequence[Said]]


def reconciled(world: World, claims: ByItem) -> Estimates:
    """What Tallycast says."""
    con = open_memory()
    fill(con, extractions(world))
    reconcile(con, load_policy(), ATTRIBUTES)
    found = _facts(con)
    con.close()
    return found


def fill(con: DuckDBPyConnection, made: Sequence[Extraction]) -> None:
    """Puts all into an empty database at once."""
    with con.appender("episodes") as appender:
        for one in made:
            told = one.episode
            dated = (told.show, told.title, told.published)
            appender.append_row(
                told.id, told.source, [], *dated, [], told.content_hash, "simulated"
            )
    with con.appender("claims") as appender:
        for one in made:
            for claim in one.claims:
                appender.append_row(*astuple(claim), sketch(claim.quote))


def _facts(con: DuckDBPyConnection) -> Estimates:
    return {
        int(row["subject"].removeprefix("Model ").removesuffix("x")): row["value"]
        for row in rows(con, "SELECT subject, value FROM facts")
    }


def of_each(decide: Callable[[Sequence[Said]], float]) -> Callable[[World, ByItem], Estimates]:
    """Makes a way to decide every item out of one that decides an item by its claims."""
    return lambda world, claims: {item: decide(said) for item, said in claims.items()}


def newest(said: Sequence[Said]) -> float:
    """The value said last."""
    return max(said, key=lambda claim: claim.day).value


def majority(said: Sequence[Said]) -> float:
    """The value that most say, to two digits; among equals the newest."""
    rounded = [(float(f"{claim.value:.1e}"), claim) for claim in said]
    count = Counter(value for value, _ in rounded)
    return max(rounded, key=lambda pair: (count[pair[0]], pair[1].day))[1].value


def crh(world: World, claims: ByItem) -> Estimates:
    """Conflict resolution on heterogeneous data (Li et al. 2014), numeric: weighted medians.

    Loss is the distance of logarithms, capped at a factor of e, so that slips do not rule it.
    """
    weights = dict.fromkeys(range(WORLD["sources"]), 1.0)
    truths: dict[int, float] = {}
    for _ in range(10):
        truths = {item: _weighted_median(said, weights) for item, said in claims.items()}
        losses = dict.fromkeys(weights, 1e-9)
        for item, said in claims.items():
            for claim in said:
                losses[claim.show] += min(1, abs(log(claim.value / truths[item]))) / len(said)
        weights = {show: -log(loss / sum(losses.values())) for show, loss in losses.items()}
    return truths


def _weighted_median(said: Sequence[Said], weights: Mapping[int, float]) -> float:
    ordered = sorted(said, key=lambda claim: claim.value)
    half, passed = sum(weights[claim.show] for claim in said) / 2, 0.0
    for claim in ordered:
        passed += weights[claim.show]
        if passed >= half:
            return claim.value
    return ordered[-1].value


def knows_the_shows(world: World, claims: ByItem) -> Estimates:
    """Votes for the stretch that claims cover, each with the true odds that it is right."""
    shares = {float(name): share for name, share in WORLD["confidence"].items()}
    usual = sum(value * share for value, share in shares.items())

    def decide(said: Sequence[Said]) -> float:
        weights = {}
        for claim in said:
            factor = WORLD["hedged_factor"] if claim.stance == "hedged" else 1
            chance = world.reliabilities[claim.show] * claim.confidence / usual * factor
            weights[claim] = log(20 * min(0.99, chance) / (1 - min(0.99, chance)))
        return _voted(said, weights)

    return {item: decide(said) for item, said in claims.items()}


def knows_the_change(world: World, claims: ByItem) -> Estimates:
    """As knows_the_shows, of the claims since the last change alone."""
    since = {item: world.items[item].values[-1][0] for item in claims}
    late = {item: [c for c in said if c.day >= since[item]] for item, said in claims.items()}
    return knows_the_shows(world, {item: said for item, said in late.items() if said})


def _voted(said: Sequence[Said], weights: Mapping[Said, float]) -> float:
    bounds = {c: (c.lower or 0.0, c.upper if c.upper is not None else inf) for c in said}
    points = sorted({point for pair in bounds.values() for point in pair})

    def covering(place: tuple[float, float]) -> list[Said]:
        return [c for c in said if bounds[c][0] <= place[0] and place[1] <= bounds[c][1]]

    if len(points) == 1:
        return said[0].value
    best = max(pairwise(points), key=lambda place: sum(weights[c] for c in covering(place)))
    return min(covering(best), key=lambda c: bounds[c][1] - bounds[c][0]).value


WAYS: Mapping[str, Callable[[World, ByItem], Estimates]] = {
    "tallycast": reconciled,
    "CRH": crh,
    "majority": of_each(majority),
    "median": of_each(lambda said: median(claim.value for claim in said)),
    "newest": of_each(newest),
    "mean": of_each(lambda said: mean(claim.value for claim in said)),
    "knows the shows": knows_the_shows,
    "and the change": knows_the_change,
}


def speaking(world: World) -> ByItem:
    """Returns the claims of each item that assert or guess a value."""
    found: dict[int, list[Said]] = {}
    for claim in world.claims:
        if claim.stance in {"asserted", "hedged"}:
            found.setdefault(claim.item, []).append(claim)
    return found


def is_right(world: World, item: int, estimate: float) -> bool:
    """Says whether an estimate is near the value that holds last."""
    truth = world.items[item].values[-1][1]
    return bool(abs(estimate - truth) <= WORLD["within"] * truth)


def share_right(world: World, estimates: Estimates, items: Sequence[int]) -> float:
    """Returns the share of `items` of which the estimate is right; none is wrong."""
    right = sum(item in estimates and is_right(world, item, estimates[item]) for item in items)
    return right / len(items)


def measured(
    seeds: Sequence[int],
    *,
    changing: bool,
    least: int,
    reliability: Sequence[float] = WORLD["reliability"],
) -> dict[str, list[float]]:
    """Returns for every way its share of right items in each seed.

    Args:
        seeds: of the worlds.
        changing: prices, of which the last value counts.
        least: only items with so many claims, of prices in the last period.
        reliability: how reliable shows are, parameters of a beta distribution.
    """
    shares: dict[str, list[float]] = {name: [] for name in [*WAYS, "best claim"]}
    for seed in seeds:
        world = World(seed, changing=changing, reliability=reliability)
        claims = speaking(world)
        asked = [
            item
            for item, said in claims.items()
            if sum(claim.day >= world.items[item].values[-1][0] for claim in said) >= least
        ]
        for name, decide in WAYS.items():
            shares[name].append(share_right(world, decide(world, claims), asked))
        some = [any(is_right(world, item, c.value) for c in claims[item]) for item in asked]
        shares["best claim"].append(sum(some) / len(asked))
    return shares


def main() -> None:
    """Measures and prints a table for the seeds that weights were tuned on, and one for others."""
    print_table("seeds", WORLD["seeds"])
    print_table("other seeds", WORLD["other_seeds"])


def print_table(title: str, seeds: Sequence[int]) -> None:
    """Measures in the worlds of these seeds and prints the table."""
    print(f"{title} {seeds[0]} to {seeds[-1]}")
    columns = {
        "lasting": measured(seeds, changing=False, least=1),
        "4 and more": measured(seeds, changing=False, least=4),
    }
    for right, wrong in WORLD["changing"]["reliabilities"]:
        column = f"prices {right / (right + wrong):.1f}"
        columns[column] = measured(seeds, changing=True, least=3, reliability=(right, wrong))
    print(f"{'':18}" + "".join(f"{column:>12}" for column in columns))
    for name in columns["lasting"]:
        cells = "".join(f"{mean(column[name]):>12.1%}" for column in columns.values())
        print(f"{name:18}{cells}")
    worst = min(columns["lasting"]["tallycast"])
    print(f"tallycast, worst of {len(seeds)} seeds: {worst:.1%}\n")


if __name__ == "__main__":
    main()
