"""Reconciliation a second, slow way: plain Python, to be compared with the SQL.

Claims are of one fact. Each stretch between two neighbouring bounds is tried by asking every voice
whether it covers it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import inf

from extract.records import Claim, Episode
from reconcile import Policy

_TURNS = {"asserted": 0, "negated": 0, "hedged": 1, "hypothetical": 2}


@dataclass(frozen=True)
class Voice:
    claim: Claim
    episode: Episode
    weight: int
    lower: float
    upper: float

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
    def value(self) -> float:
        assert self.claim.value is not None
        return self.claim.value

    @property
    def day(self) -> date:
        return self.episode.published or date.min

    def covers(self, place: "Place") -> bool:
        return self.lower <= place[0] and place[1] <= self.upper


Place = tuple[float, float]

# Bounds are drawn in by this, so that neighbours which touch do not meet.
_HAIR = 1e-6


def verdict(
    claims: Sequence[tuple[Episode, Claim]], policy: Policy, *, changing: bool
) -> tuple[float, str, float | None] | None:
    """Returns value, status and runner-up; None where there is no fact."""
    voices = _discounted(_voices(claims, policy), policy)
    newest = _newest(voices) if changing else None
    votes = [vote for voice in voices if (vote := _clipped(voice, newest))]
    best = _sweep(votes)
    if best is None:
        return None
    members = [v for v in voices if not v.denies and v.covers(best)]
    chosen = min(members, key=lambda v: (v.turn, *_precision(v), -v.day.toordinal(), v.episode.id))
    outvoted = [v for v in voices if v.speaks and v not in members]
    older = [v for v in outvoted if newest and date.min < v.day < newest.day]
    dissent = [v for v in outvoted if v not in older]
    support = sum(v.weight for v in members)
    denial = sum(v.weight for v in voices if v.denies and _meets(v, best))
    other = _sweep(dissent)
    rivals = [v for v in dissent if other and v.covers(other)]
    if rivals and sum(v.weight for v in rivals) >= policy.contested * support:
        return chosen.value, "contested", min(rivals, key=_rival).value
    if any(v.denies and _meets(v, best) for v in voices) and denial >= policy.contested * support:
        return chosen.value, "contested", None
    if older:
        before = min(older, key=lambda v: (-v.day.toordinal(), *_rival(v)))
        return chosen.value, "superseded", before.value
    speaking = [v for v in members if v.speaks]
    if len({v.episode.id for v in speaking}) == 1:
        return chosen.value, "single", None
    same = all(v.value == chosen.value for v in speaking)
    return chosen.value, "agreed" if same else "rounded", None


def _voices(claims: Sequence[tuple[Episode, Claim]], policy: Policy) -> list[Voice]:
    spoken: dict[tuple[str, bool], list[Voice]] = {}
    for episode, claim in claims:
        share = getattr(policy.stance, claim.stance) * getattr(policy.qualifier, claim.qualifier)
        voice = Voice(
            claim,
            episode,
            round(1_000_000 * share * claim.confidence),
            -inf if claim.lower is None else claim.lower + _HAIR,
            inf if claim.upper is None else claim.upper - _HAIR,
        )
        spoken.setdefault((episode.id, voice.denies), []).append(voice)
    return [
        min(group, key=lambda v: (v.turn, -v.weight, *_precision(v), v.claim.start, v.claim.id))
        for group in spoken.values()
    ]


def _discounted(voices: Sequence[Voice], policy: Policy) -> list[Voice]:
    said: dict[tuple[bool, str, float], list[Voice]] = {}
    for voice in voices:
        show = (voice.episode.show or voice.episode.id).lower()
        said.setdefault((voice.denies, show, voice.value), []).append(voice)
    counted = []
    for group in said.values():
        group.sort(key=lambda v: (-v.weight, v.episode.published or date.max, v.episode.id))
        for nth, voice in enumerate(group):
            counted.append(replace(voice, weight=round(voice.weight * policy.same_show**nth)))
    return counted


def _newest(voices: Sequence[Voice]) -> Voice | None:
    dated = [voice for voice in voices if voice.speaks and voice.episode.published]
    return min(
        dated,
        key=lambda v: (v.turn, -v.day.toordinal(), *_precision(v), v.episode.id),
        default=None,
    )


def _clipped(voice: Voice, newest: Voice | None) -> Voice | None:
    if newest is None:
        return voice
    lower, upper = max(voice.lower, newest.lower), min(voice.upper, newest.upper)
    return replace(voice, lower=lower, upper=upper) if lower < upper else None


def _sweep(votes: Sequence[Voice]) -> Place | None:
    bounds = sorted({bound for vote in votes for bound in (vote.lower, vote.upper)})
    tried = []
    for place in pairwise(bounds):
        there = [vote for vote in votes if vote.covers(place)]
        if any(vote.speaks for vote in there):
            weight = sum(-vote.weight if vote.denies else vote.weight for vote in there)
            latest = max(vote.day for vote in there if vote.speaks)
            tried.append((-weight, -latest.toordinal(), round(place[1] - place[0], 3), place))
    return min(tried)[-1] if tried else None


def _meets(voice: Voice, place: Place) -> bool:
    return voice.lower < place[1] and voice.upper > place[0]


def _precision(voice: Voice) -> tuple[float, int]:
    return (round(voice.upper - voice.lower, 3), -voice.weight)


def _rival(voice: Voice) -> tuple[int, float, int, int, str]:
    return (voice.turn, *_precision(voice), -voice.day.toordinal(), voice.episode.id)
