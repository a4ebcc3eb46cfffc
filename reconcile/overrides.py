"""The user's word: what the section [reconcile] of tallycast.toml may say.

An example stands in overrides.example.toml.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

Text = Annotated[str, Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Pin(_Table):
    """A value that stands whatever claims say."""

    subject: Text
    attribute: Text
    value: FiniteFloat
    unit: Text
    benchmark: Text | None = None
    setting: Text | None = None
    reason: Text


class Rejection(_Table):
    """A claim, an episode or a show that takes no part."""

    claim: Text | None = None
    episode: Text | None = None
    show: Text | None = None
    reason: Text

    @model_validator(mode="after")
    def _names_one(self) -> "Rejection":
        if len([name for name in (self.claim, self.episode, self.show) if name]) != 1:
            raise ValueError("give one of claim, episode, show")
        return self

    @property
    def target(self) -> tuple[str, str]:
        """Returns what is rejected, "claim", "episode" or "show", and which."""
        named = {"claim": self.claim, "episode": self.episode, "show": self.show}
        return next((what, name) for what, name in named.items() if name)


class Merge(_Table):
    """Names that are brought to another."""

    subjects: Annotated[tuple[Text, ...], Field(min_length=1)]
    into: Text
    reason: Text


class Split(_Table):
    """A name that stands for itself, compared letter by letter, whatever merges say."""

    subject: Text
    reason: Text


class Overrides(_Table):
    """The section [reconcile]; see the head of this module."""

    freeze: bool = False
    weights: dict[Text, Annotated[FiniteFloat, Field(ge=0)]] = {}
    pin: tuple[Pin, ...] = ()
    reject: tuple[Rejection, ...] = ()
    merge: tuple[Merge, ...] = ()
    split: tuple[Split, ...] = ()

    def as_json(self) -> str:
        """Returns what was decided, without what was left as it is."""
        return self.model_dump_json(exclude_defaults=True)


NO_OVERRIDES = Overrides()
