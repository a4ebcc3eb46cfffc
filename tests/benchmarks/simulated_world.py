"""A world whose truths are known: items, shows with their errors, and what these say.

What it is like stands in simulation.toml, with reasons.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp
from pathlib import Path
from random import Random
from typing import Any

from extract.records import Extraction, Qualifier, Stance
from tests.reconcile.making import make_claim, make_episode, make_extraction

WORLD: Mapping[str, Any] = tomllib.loads(
    (Path(__file__).parent / "simulation.toml").read_text("utf-8")
)
START = date(2023, 1, 1)


@dataclass(frozen=True)
class Said:
    """What a show says of an item on a day.

    Attributes:
        right: whether it derives from the truth of that day.
        words: the same for two broadcasts of one sentence.
    """

    item: int
    show: int
    day: int
    value: float
    lower: float | None
    upper: float | None
    qualifier: Qualifier
    stance: Stance
    confidence: float
    right: bool
    words: int


@dataclass(frozen=True)
class Item:
    """Its values, each with the day from which it holds, the oldest first."""

    values: tuple[tuple[int, float], ...]

    def truth(self, day: int) -> float:
        """Returns the value that holds on a day."""
        return [value for since, value in self.values if since <= day][-1]


class World:
    """Items, shows and claims, drawn from a seed."""

    def __init__(
        self, seed: int, *, changing: bool, reliability: Sequence[float] = WORLD["reliability"]
    ) -> None:
        self.random = Random(f"{seed} {changing}")  # noqa: S311  reproducible, not secret
        self.changing = changing
        self.said = {**WORLD, **WORLD["changing"]["said"]} if changing else WORLD
        self.reliabilities = [
            self.random.betavariate(*reliability) for _ in range(WORLD["sources"])
        ]
        self.claims: list[Said] = []
        self._words = 0
        count = WORLD["changing"]["items"] if changing else WORLD["items"]
        self.items = [self._item() for _ in range(count)]
        for number in range(count):
            self.claims += self._talk(number)

    def _item(self) -> Item:
        if not self.changing:
            return Item(((0, self._value()),))
        prices = WORLD["changing"]
        periods = geometric(self.random, prices["periods"])
        value = round_to(10 ** self.random.uniform(-1, 2), 2)
        day, values = 0, []
        for _ in range(periods):
            values.append((day, value))
            factor = self.random.uniform(*prices["falls_to"])
            factor = 1 / factor if self.random.random() < prices["rises"] else factor
            value = round_to(value * factor, 2)
            day += max(30, int(self.random.expovariate(1 / prices["period_days"])))
        return Item(tuple(values))

    def _value(self) -> float:
        least, greatest = WORLD["least"], WORLD["greatest"]
        value = least * (greatest / least) ** self.random.random()
        return round_to(value, self._drawn({n + 1: p for n, p in enumerate(WORLD["digits"])}))

    def _drawn(self, shares: Mapping[Any, float]) -> Any:  # noqa: ANN401  a key of shares
        return self.random.choices([*shares], [*shares.values()])[0]

    def _days(self, item: Item) -> list[int]:
        if not self.changing:
            count = geometric(self.random, WORLD["claims_per_item"])
            return sorted(self.random.randrange(WORLD["days"]) for _ in range(count))
        prices, days = WORLD["changing"], []
        for (since, _), (until, _) in zip(item.values, item.values[1:], strict=False):
            count = geometric(self.random, prices["earlier_claims"])
            days += [self.random.randrange(since, until) for _ in range(count)]
        since = item.values[-1][0]
        length = max(30, int(self.random.expovariate(1 / prices["period_days"])))
        count = 3 + geometric(self.random, prices["last_claims_more"] + 1) - 1
        return sorted(
            [*days, *(self.random.randrange(since, since + length) for _ in range(count))]
        )

    def _talk(self, number: int) -> list[Said]:
        said: list[Said] = []
        for day in self._days(self.items[number]):
            claim = self._say(number, day, said)
            said.append(claim)
            said += self._beside(claim)
        return said

    def _say(self, number: int, day: int, before: Sequence[Said]) -> Said:
        spoken = {claim.show for claim in before}
        if not spoken or self.random.random() >= WORLD["same_show_again"]:
            return self._fresh(number, self.random.randrange(WORLD["sources"]), day, before)
        show = self.random.choice(sorted(spoken))
        last = [claim for claim in before if claim.show == show][-1]
        truth = self.items[number].truth
        if truth(last.day) == truth(day) and self.random.random() < WORLD["says_the_same"]:
            return self._worded(replace(last, day=day))
        return self._fresh(number, show, day, before)

    def _fresh(self, number: int, show: int, day: int, before: Sequence[Said]) -> Said:
        shares = {float(name): share for name, share in WORLD["confidence"].items()}
        confidence = self._drawn(shares)
        mean = sum(value * share for value, share in shares.items())
        hedged = self.random.random() < WORLD["hedged"]
        chance = self.reliabilities[show] * confidence / mean
        chance *= WORLD["hedged_factor"] if hedged else 1
        right = self.random.random() < chance
        truth = self.items[number].truth(day)
        meant = truth if right else self._wrong(number, day, before)
        stance: Stance = "hedged" if hedged else "asserted"
        claim = Said(number, show, day, meant, None, None, "exact", stance, confidence, right, 0)
        return self._worded(self._qualified(claim))

    def _wrong(self, number: int, day: int, before: Sequence[Said]) -> float:
        item = self.items[number]
        past = [value for since, value in item.values if since <= day][:-1]
        if past and self.random.random() < WORLD["changing"]["stale"]:
            return past[-1]
        errors = [claim.value for claim in before if not claim.right]
        shares = dict(WORLD["wrong"])
        if not errors:
            del shares["copied"]
        kind = self._drawn(shares)
        if kind == "copied":
            return self.random.choice(errors)
        if kind == "slip":
            return item.truth(day) * self.random.choice([1000, 0.001])
        if kind == "near":
            return round_to(item.truth(day) * exp(self.random.gauss(0, WORLD["near_noise"])), 2)
        return self.random.choice(self.items).truth(day)

    def _qualified(self, claim: Said) -> Said:
        """Returns the claim as it is said of the value that is meant."""
        meant, qualifier = claim.value, self._drawn(self.said["qualifier"])
        if qualifier == "exact":
            return self._exactly(claim)
        if qualifier == "about":
            said = meant * exp(self.random.gauss(0, WORLD["about_noise"]))
            said = round_to(said, self.random.choice([1, 2]))
            return replace(
                claim, qualifier=qualifier, value=said, lower=said * 0.9, upper=said * 1.1
            )
        reach = WORLD["range_reach"] if qualifier == "range" else WORLD["open_reach"]
        low = round_to(meant * (1 - reach * self.random.random()), 2)
        high = round_to(meant * (1 + reach * self.random.random()), 2)
        if qualifier == "at_least":
            return replace(claim, qualifier=qualifier, value=low, lower=low)
        if qualifier == "at_most":
            return replace(claim, qualifier=qualifier, value=high, upper=high)
        middle = (low + high) / 2
        return replace(claim, qualifier=qualifier, value=middle, lower=low, upper=high)

    def _exactly(self, claim: Said) -> Said:
        said, digits = claim.value, digits_of(claim.value)
        if digits > 1 and self.random.random() < self.said["silent_rounding"]:
            said = round_to(said, digits - 1)
        half = last_digit(said) / 2
        return replace(claim, value=said, lower=said - half, upper=said + half)

    def _worded(self, claim: Said) -> Said:
        self._words += 1
        return replace(claim, words=self._words)

    def _beside(self, claim: Said) -> list[Said]:
        """Returns what is said beside it: the same again, examples, denials."""
        beside = []
        if self.random.random() < WORLD["rebroadcast"]:
            day, show = claim.day + 30, self.random.randrange(WORLD["sources"])
            beside.append(replace(claim, day=day, show=show))
        stances: list[tuple[Stance, str]] = [
            ("hypothetical", "hypothetical"),
            ("negated", "denied"),
        ]
        for stance, chance in stances:
            if self.random.random() < WORLD[chance]:
                value = round_to(claim.value * exp(self.random.gauss(0, WORLD["near_noise"])), 2)
                other = replace(claim, value=value, stance=stance, right=False)
                beside.append(self._worded(self._exactly(other)))
        return beside


def extractions(world: World) -> list[Extraction]:
    """Returns the claims as records: each in an episode of its own."""
    attribute = "price_input" if world.changing else "parameters_total"
    found = []
    for number, said in enumerate(world.claims):
        episode = make_episode(
            f"e{number}", show=f"Show {said.show}", published=START + timedelta(said.day)
        )
        claim = make_claim(
            said.value,
            id=f"{number:016x}",
            attribute=attribute,
            subject=f"Model {said.item}x",
            lower=said.lower,
            upper=said.upper,
            qualifier=said.qualifier,
            stance=said.stance,
            confidence=said.confidence,
            quote=words_of(said.words),
        )
        found.append(make_extraction(episode, claim))
    return found


def words_of(number: int) -> str:
    """Returns a sentence of twelve words that no other number has."""
    return " ".join(f"w{number}n{place}" for place in range(12))


def geometric(random: Random, mean: float) -> int:
    """Returns 1, 2, 3 … with the given mean."""
    count = 1
    while random.random() > 1 / mean:
        count += 1
    return count


def round_to(value: float, digits: int) -> float:
    """Returns the value with so many significant digits."""
    return float(f"{value:.{digits - 1}e}")


def digits_of(value: float) -> int:
    """Returns how many significant digits a value has."""
    return len(f"{value:.11e}".split("e")[0].replace(".", "").rstrip("0"))


def last_digit(value: float) -> float:
    """Returns one unit of the last digit said: 1e9 of 280 billion, 1e11 of 1.8 trillion."""
    exponent = int(f"{value:.11e}".split("e")[1])
    scale = max(0, exponent // 3 * 3)
    return float(f"1e{min(scale, exponent - digits_of(value) + 1)}")
