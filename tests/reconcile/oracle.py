"""Reconciliation a second, slow way: plain Python, to be compared with the SQL.

All claims are looked at in every step, each stretch between two neighbouring bounds is tried by
asking every voice whether it covers it, and nothing is remembered from one run to the next.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import md5
from itertools import pairwise
from math import floor, inf, log, sqrt

from extract.records import Claim, Episode, Extraction
from reconcile import Overrides, Policy
from reconcile.overrides import Pin
from reconcile.sketches import sketch

_TURNS = {"asserted": 0, "negated": 0, "hedged": 1, "hypothetical": 2}

# Nothing is derived from what is derived over so many steps.
_STEPS = 2

# Bounds are drawn in by this, so that neighbours which touch do not meet.
_HAIR = 1e-9

Place = tuple[float, float]
Period = tuple[float, float | None, float | None, date | None]


@dataclass(frozen=True)
class Verdict:
    """What is known of a fact: periods are (value, low, high, first day said), the newest first."""

    value: float
    status: str
    runner_up: float | None
    confidence: float
    periods: tuple[Period, ...]


@dataclass(frozen=True)
class Voice:
    claim: Claim
    episode: Episode
    weight: int
    changing: bool
    rounding: float

    @property
    def reach(self) -> Place:
        """Between which values it agrees with others, before the hair."""
        claim, value = self.claim, self.value
        lower = -inf if claim.lower is None else claim.lower
        upper = inf if claim.upper is None else claim.upper
        digits = len(f"{value:.11e}".split("e")[0].replace(".", "").rstrip("0"))
        if claim.qualifier != "exact" or self.changing or claim.unit == "percent" or digits > 2:
            return lower, upper
        half = 10.0 ** int(f"{value:e}".split("e")[1]) / (2 if digits == 1 else 20)
        slack = min(half, self.rounding * abs(value))
        return min(lower, value - slack), max(upper, value + slack)

    @property
    def lower(self) -> float:
        return self.reach[0] + (0 if self.claim.lower is None else _HAIR * abs(self.claim.lower))

    @property
    def upper(self) -> float:
        return self.reach[1] - (0 if self.claim.upper is None else _HAIR * abs(self.claim.upper))

    @property
    def width(self) -> float:
        return (self.reach[1] - self.reach[0]) / (abs(self.value) or 1)

    @property
    def closed(self) -> bool:
        return self.claim.lower is not None and self.claim.upper is not None

    @property
    def denies(self) -> bool:
        return self.claim.stance == "negated"

    @property
    def speaks(self) -> bool:
        return self.claim.stance in {"asserted", "hedged"}

    @property
    def turn(self) -> int:
        return _TURNS[self.claim.stance]

    @property
    def rank(self) -> int:
        """Bounds that are open tell no value where others do."""
        return self.turn + (0 if self.closed else 2)

    @property
    def value(self) -> float:
        assert self.claim.value is not None
        return self.claim.value

    @property
    def day(self) -> date:
        return self.episode.published or date.min

    @property
    def late(self) -> date:
        return self.episode.published or date.max

    @property
    def source(self) -> str:
        return name_key(self.episode.show or "") or f"episode {self.episode.id}"

    def covers(self, place: Place) -> bool:
        return self.lower <= place[0] and place[1] <= self.upper

    def meets(self, lower: float, upper: float) -> bool:
        return self.lower < upper and self.upper > lower


def name_key(name: str) -> str:
    """Returns a name without case and joints; between digits one space stays."""
    words = re.split(r"[ \-‐‑–_]+", name.lower().strip())
    key = ""
    for word in filter(None, words):
        joint = " " if key[-1:].isdecimal() and word[0].isdecimal() else ""
        key += joint + word
    return key


def reconcile_slowly(
    extractions: Sequence[Extraction],
    policy: Policy,
    changing: Iterable[str],
    overrides: Overrides,
    as_of: date | None = None,
) -> Mapping[str, Verdict]:
    """Returns what stands of each subject that has a fact; claims of a subject share a key.

    Relative statements are between subjects of one attribute.
    """
    times = set(changing)
    heard = [*_heard(extractions, overrides, as_of)]
    outright = [one for one in heard if one[1].value is not None]
    weights = source_weights(_spoken(outright, policy, times, as_of), policy, overrides)
    derived: dict[str, _Derived] = {}
    while True:
        following = [(one.episode, one.claim) for one in derived.values()]
        spoken = _spoken([*outright, *following], policy, times, as_of)
        verdicts = _verdicts(spoken, weights, policy, overrides)
        more = {
            claim.id: one
            for episode, claim in heard
            if claim.relation and claim.id not in derived
            if (one := _derived(episode, claim, verdicts, derived.values(), policy))
        }
        if not more or len({one.step for one in derived.values()}) == _STEPS:
            return verdicts
        step = 1 + max((one.step for one in derived.values()), default=0)
        derived |= {name: replace(one, step=step) for name, one in more.items()}


@dataclass(frozen=True)
class _Derived:
    """A relative statement with the value that it comes to."""

    episode: Episode
    claim: Claim
    base: str
    step: int = 0


def _derived(
    episode: Episode,
    claim: Claim,
    verdicts: Mapping[str, Verdict],
    before: Iterable[_Derived],
    policy: Policy,
) -> _Derived | None:
    relation, own = claim.relation, name_key(claim.subject or "")
    assert relation is not None
    base = name_key(relation.subject or "")
    around = any(name_key(d.claim.subject or "") == base and d.base == own for d in before)
    if base not in verdicts or base == own or around:
        return None
    day = episode.published
    held = [p for p in verdicts[base].periods if not p[3] or not day or p[3] <= day]
    value, low, high, _ = held[0] if held else verdicts[base].periods[-1]
    low = None if low is None or relation.low is None else relation.low * low
    high = None if high is None or relation.high is None else relation.high * high
    if low is None and high is None:
        return None
    guess = replace(
        claim,
        value=relation.factor * value,
        low=low,
        high=high,
        lower=None if low is None else low * (1 - policy.derived.margin),
        upper=None if high is None else high * (1 + policy.derived.margin),
        qualifier="at_most" if low is None else "at_least" if high is None else "about",
        stance="hedged" if claim.stance == "asserted" else claim.stance,
        confidence=claim.confidence * verdicts[base].confidence * policy.derived.weight,
    )
    return _Derived(episode, guess, base)


def _spoken(
    heard: Iterable[tuple[Episode, Claim]], policy: Policy, times: set[str], as_of: date | None
) -> dict[str, list[Voice]]:
    voices: dict[str, list[Voice]] = {}
    for episode, claim in heard:
        if claim.subject is not None:
            weight, is_changing = _weight(claim, policy), claim.attribute in times
            voice = Voice(claim, episode, weight, is_changing, policy.rounding)
            voices.setdefault(name_key(claim.subject), []).append(voice)
    return {
        key: _without_echoes(_speakers(_timely(found, as_of), policy), policy)
        for key, found in voices.items()
    }


def _verdicts(
    spoken: Mapping[str, Sequence[Voice]],
    weights: Mapping[str, float],
    policy: Policy,
    overrides: Overrides,
) -> dict[str, Verdict]:
    pins = {name_key(pin.subject): pin for pin in overrides.pin}
    found = {
        key: _verdict(_discounted(spoken.get(key, []), weights, policy), policy, pins.get(key))
        for key in {*spoken, *pins}
    }
    return {key: verdict for key, verdict in found.items() if verdict is not None}


def source_weights(
    spoken: Mapping[str, Sequence[Voice]], policy: Policy, overrides: Overrides
) -> Mapping[str, float]:
    """Returns the weight of each show, by the name that it is compared by."""
    met: dict[tuple[str, str], list[int]] = {}
    for voices in spoken.values():
        for one, other in _pairs(voices):
            agreed = int(one.meets(other.lower, other.upper))
            for pair in ((one.source, other.source), (other.source, one.source)):
                met.setdefault(pair, []).append(agreed)
    shows = {voice.source for voices in spoken.values() for voice in voices}
    times = {show: sum(len(met[pair]) for pair in met if pair[0] == show) for show in shows}
    learnt = _reliabilities(met, policy)
    weights = {}
    for show in shows:
        weights[show] = 1.0
        if times[show] >= policy.sources.least:
            step, rivals, mean = policy.sources.step, policy.sources.rivals, learnt[""]
            told = log(rivals * learnt[show] / (1e6 - learnt[show]))
            usual = log(rivals * mean / (1e6 - mean))
            weights[show] = max(step, step * floor(told / usual / step + 0.5))
    return weights | {name_key(show): weight for show, weight in overrides.weights.items()}


def _reliabilities(met: Mapping[tuple[str, str], list[int]], policy: Policy) -> dict[str, int]:
    """Returns the reliability of each show, and the mean of all under "", in millionths."""
    total = sum(map(len, met.values()))
    share = sum(map(sum, met.values())) / total if total else 0.5
    mean = floor(1e6 * max(0.1, min(0.95, sqrt(share))) + 0.5)
    found = dict.fromkeys((one for one, _ in met), mean)
    for _ in range(50):
        before = dict(found)
        for show in found:
            over = sum(sum(met[pair]) * before[pair[1]] for pair in met if pair[0] == show)
            under = sum(
                len(met[pair]) * floor(before[pair[1]] ** 2 / 1e6 + 0.5)
                for pair in met
                if pair[0] == show
            )
            prior = policy.sources.shrinkage
            estimate = (over / 1e6 + prior * (mean / 1e6) ** 3) / (
                under / 1e6 + prior * (mean / 1e6) ** 2
            )
            found[show] = floor(min(980_000, max(50_000, 1e6 * estimate)) + 0.5)
        if all(abs(found[show] - before[show]) <= 100 for show in found):
            break
    return {**found, "": mean}


def _heard(
    extractions: Sequence[Extraction], overrides: Overrides, as_of: date | None
) -> Iterable[tuple[Episode, Claim]]:
    out = {rejection.target for rejection in overrides.reject}
    silent_shows = {name_key(name) for what, name in out if what == "show"}
    for extraction in extractions:
        episode = extraction.episode
        late = as_of and episode.published and episode.published > as_of
        if late or ("episode", episode.id) in out or name_key(episode.show or "") in silent_shows:
            continue
        for claim in extraction.claims:
            if ("claim", claim.id) not in out:
                yield episode, claim


def _weight(claim: Claim, policy: Policy) -> int:
    stance: float = getattr(policy.stance, claim.stance)
    qualifier: float = getattr(policy.qualifier, claim.qualifier)
    return floor(1_000_000 * stance * qualifier * claim.confidence + 0.5)


def _timely(voices: Sequence[Voice], as_of: date | None) -> list[Voice]:
    dated = any(voice.speaks and voice.episode.published for voice in voices)
    if not voices[0].changing or not (dated or as_of):
        return [*voices]
    return [voice for voice in voices if voice.episode.published]


def _speakers(voices: Sequence[Voice], policy: Policy) -> list[Voice]:
    slips = _slips(voices, policy)
    spoken: dict[tuple[str, bool], list[Voice]] = {}
    for voice in voices:
        if voice not in slips:
            spoken.setdefault((voice.episode.id, voice.denies), []).append(voice)
    return [
        min(group, key=lambda v: (v.turn, v.width, -v.weight, v.claim.start, v.claim.id))
        for group in spoken.values()
    ]


def _slips(voices: Sequence[Voice], policy: Policy) -> list[Voice]:
    closed = sorted(
        (v for v in voices if v.speaks and v.value > 0 and v.closed), key=lambda v: v.value
    )
    if not closed or not closed[-1].value > 90 * closed[0].value:
        return []
    half = len(closed) // 2
    middle = (closed[half].value + closed[~half].value) / 2
    factors = [f for factor in policy.slips.factors for f in (factor, 1 / factor)]
    found = []
    for one in closed:
        own = _episodes(closed, one.lower, one.upper)
        backing = max(
            len({v.episode.id for v in closed if one.lower * f < v.value < one.upper * f})
            for f in factors
        )
        far = one.value < middle / 50 or one.value > middle * 50
        if far and backing >= 2 and backing >= policy.slips.strength * own:
            found.append(one)
    return found


def _episodes(voices: Sequence[Voice], lower: float, upper: float) -> int:
    return len({voice.episode.id for voice in voices if voice.meets(lower, upper)})


def _without_echoes(voices: Sequence[Voice], policy: Policy) -> list[Voice]:
    in_order = sorted(voices, key=lambda v: (v.late, v.episode.id))
    return [
        voice
        for place, voice in enumerate(in_order)
        if not any(_same_words(voice, earlier, policy) for earlier in in_order[:place])
    ]


def _same_words(one: Voice, other: Voice, policy: Policy) -> bool:
    common = set(sketch(one.claim.quote) or ()) & set(sketch(other.claim.quote) or ())
    return one.denies == other.denies and len(common) >= policy.same_words


def _pairs(voices: Sequence[Voice]) -> Iterable[tuple[Voice, Voice]]:
    shows: dict[str, Voice] = {}
    for voice in sorted(voices, key=lambda v: (v.turn, v.width, v.late, v.episode.id)):
        if voice.speaks and not voice.changing and voice.closed:
            shows.setdefault(voice.source, voice)
    ring = sorted(shows.values(), key=_seat)
    for step in (1, 2):
        yield from zip(ring, ring[step:], strict=False)


def _seat(voice: Voice) -> tuple[str, str]:
    claim = voice.claim
    assert claim.subject is not None
    told = (claim.subject, claim.attribute, claim.benchmark or "", claim.setting or "", claim.unit)
    parts = (name_key(told[0]), told[1], name_key(told[2]), name_key(told[3]), told[4])
    fact = md5("|".join(parts).encode(), usedforsecurity=False).hexdigest()[:16]
    seat = md5((voice.source + fact).encode(), usedforsecurity=False).hexdigest()
    return seat, voice.source


def _discounted(
    voices: Sequence[Voice], weights: Mapping[str, float], policy: Policy
) -> list[Voice]:
    said: dict[tuple[bool, str, float | None], list[Voice]] = {}
    for voice in voices:
        value = voice.value if voice.changing else None
        said.setdefault((voice.denies, voice.source, value), []).append(voice)
    counted = []
    for group in said.values():
        group.sort(key=lambda v: (v.turn, v.width, -v.weight, v.late, v.episode.id))
        for nth, voice in enumerate(group):
            weight = voice.weight * weights.get(voice.source, 1.0) * policy.same_show**nth
            counted.append(replace(voice, weight=floor(weight + 0.5)))
    return counted


def _verdict(voices: Sequence[Voice], policy: Policy, pin: Pin | None) -> Verdict | None:
    periods: list[tuple[Place, list[Voice]]] = []
    waiting = [*voices]
    while waiting or (pin and not periods):
        best = _sweep(_votes(waiting, policy))
        if pin and not periods:
            best = (pin.value - _HAIR * abs(pin.value), pin.value + _HAIR * abs(pin.value))
        if best is None:
            break
        begins = _begins(waiting, best)
        periods.append((best, [v for v in waiting if begins is None or v.day >= begins]))
        waiting = [v for v in waiting if begins is not None and v.day < begins]
    if not periods:
        return None
    told = [_told(*period) for period in periods]
    if pin:
        told[0] = (pin.value, pin.value, pin.value, told[0][3])
    status, runner_up = ("pinned", None) if pin else _status(*periods[0], told[0][0], policy)
    other = _runner_up(*periods[0], policy)
    if status == "pinned" and other is not None:
        runner_up = other
    if len(told) > 1 and status != "contested":
        runner_up = told[1][0] if runner_up is None else runner_up
        status = status if pin else "superseded"
    confidence = 1.0 if pin else _confidence(*periods[0], policy)
    return Verdict(told[0][0], status, runner_up, confidence, tuple(told))


def _confidence(best: Place, voices: Sequence[Voice], policy: Policy) -> float:
    support = sum(v.weight for v in voices if not v.denies and v.covers(best))
    against = [v for v in voices if (v.meets(*best) if v.denies else not v.covers(best))]
    opposition = sum(v.weight for v in against if v.denies or v.speaks)
    return round(support / (support + opposition + 1_000_000 * policy.doubt), 4)


def _votes(waiting: Sequence[Voice], policy: Policy) -> list[tuple[Voice, bool]]:
    """Returns the voices with their weight in the search, and whether each may found a value."""
    speaking = [voice for voice in waiting if voice.speaks]
    newest = max((voice.day for voice in speaking), default=date.min)
    best_rank = min((voice.rank for voice in speaking), default=0)
    votes = []
    for voice in waiting:
        age = max(0, (newest - voice.day).days) if voice.episode.published else 0
        fresh = voice.weight * (0.5 ** (age / policy.half_life) if voice.changing else 1)
        founds = voice.speaks and (not voice.changing or voice.rank == best_rank)
        votes.append((replace(voice, weight=floor(fresh + 0.5)), founds))
    return votes


def _sweep(votes: Sequence[tuple[Voice, bool]]) -> Place | None:
    bounds = sorted({bound for vote, _ in votes for bound in (vote.lower, vote.upper)})
    tried = []
    for place in pairwise(bounds):
        there = [vote for vote, _ in votes if vote.covers(place)]
        founders = [vote for vote, founds in votes if founds and vote.covers(place)]
        if founders:
            weight = sum(-vote.weight if vote.denies else vote.weight for vote in there)
            latest = max(vote.day for vote in founders)
            tried.append((-weight, -latest.toordinal(), round(place[1] - place[0], 3), place))
    return min(tried)[-1] if tried else None


def _begins(waiting: Sequence[Voice], best: Place) -> date | None:
    dated = [v for v in waiting if v.changing and v.speaks and v.episode.published]
    tallies = {
        voice.day: sum(
            v.weight if v.covers(best) else -v.weight for v in dated if v.day >= voice.day
        )
        for voice in dated
        if voice.covers(best)
    }
    if not tallies:
        return None
    begins = min(day for day, tally in tallies.items() if tally == max(tallies.values()))
    return begins if any(voice.day < begins for voice in dated) else None


def _told(best: Place, voices: Sequence[Voice]) -> Period:
    """Returns the value of a period, its bounds, and the day on which it was first said."""
    members = [v for v in voices if not v.denies and v.covers(best)]
    if not members:
        return best[0], None, None, None
    chosen = min(members, key=lambda v: (v.width == inf, *_most_precise(v)))
    days = [v.day for v in members if v.speaks and v.changing and v.episode.published]
    return chosen.value, chosen.claim.low, chosen.claim.high, min(days, default=None)


def _status(
    best: Place, voices: Sequence[Voice], value: float, policy: Policy
) -> tuple[str, float | None]:
    members = [v for v in voices if not v.denies and v.covers(best)]
    support = sum(v.weight for v in members)
    other = _runner_up(best, voices, policy)
    if other is not None:
        return "contested", other
    denials = [v for v in voices if v.denies and v.meets(*best)]
    if denials and sum(v.weight for v in denials) >= policy.contested * support:
        return "contested", None
    speaking = [v for v in members if v.speaks]
    if all(v.claim.relation for v in speaking):
        return "derived", None
    if len({v.episode.id for v in speaking}) == 1:
        return "single", None
    return ("agreed" if all(v.value == value for v in speaking) else "rounded"), None


def _runner_up(best: Place, voices: Sequence[Voice], policy: Policy) -> float | None:
    support = sum(v.weight for v in voices if not v.denies and v.covers(best))
    dissent = [v for v in voices if v.speaks and not v.covers(best)]
    other = _sweep([(voice, True) for voice in dissent])
    rivals = [v for v in dissent if other and v.covers(other)]
    if rivals and sum(v.weight for v in rivals) >= policy.contested * support:
        return min(rivals, key=_most_precise).value
    return None


def _most_precise(voice: Voice) -> tuple[int, float, int, int, str]:
    return (voice.turn, voice.width, -voice.weight, -voice.day.toordinal(), voice.episode.id)
