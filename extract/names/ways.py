"""How people speak of a model that nobody listed: unlisted.toml, made ready for matching."""

from dataclasses import dataclass
from functools import cache

import regex
from pydantic import BaseModel, ConfigDict

from extract.data import read_toml

_BARE = r"(?:[A-Z]+[a-z][A-Za-z]*|[A-Z]{4,})"  # not "RL", which stands for something


class _Lists(BaseModel):
    """unlisted.toml, where each list is explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    called: tuple[str, ...]
    introduced: tuple[str, ...]
    given: tuple[str, ...]
    built: tuple[str, ...]
    tested: tuple[str, ...]
    followed: tuple[str, ...]
    measured: tuple[str, ...]
    counted: tuple[str, ...]
    verbs: tuple[str, ...]
    shared: tuple[str, ...]
    variants: tuple[str, ...]
    endings: tuple[str, ...]
    numbered: tuple[str, ...]
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The lists of unlisted.toml as patterns and sets.

    Attributes:
        called: words right before a name that is given.
        introduced: what stands before the name of a model, up to the end of what is searched.
        given: what stands before a name that is given to what was told of.
        built: words that tell of a model.
        tested: words that tell of an evaluation.
        followed: what stands right behind a model's name.
        measured: what stands near one in its sentence.
        counted: counts of what models have.
        bare: a word or two before a verb, that may be the name of the model that has it.
        shared, variants: as they are written.
        endings: of the names of benchmarks.
        shared_lower: the shared ones in lower case.
        usual: words that begin no name.
    """

    called: tuple[str, ...]
    introduced: "regex.Pattern[str]"
    given: "regex.Pattern[str]"
    built: "regex.Pattern[str]"
    tested: "regex.Pattern[str]"
    followed: "regex.Pattern[str]"
    measured: "regex.Pattern[str]"
    counted: tuple["regex.Pattern[str]", ...]
    bare: "regex.Pattern[str]"
    shared: tuple[str, ...]
    variants: tuple[str, ...]
    endings: tuple[str, ...]
    shared_lower: frozenset[str]
    usual: frozenset[str]


@cache
def ways() -> Ways:
    """Returns the checked content of unlisted.toml."""
    lists = _Lists.model_validate(read_toml(__package__, "unlisted.toml"))
    called = "|".join(lists.called)
    introduced = "|".join(lists.introduced).replace("<called>", called)
    given = "|".join(lists.given).replace("<called>", called)
    # Behind one of these prepositions stands a place: "on LUMI, in Finland, it's all AMD".
    bare = rf"(?<![\w.$@#/-])(?<!\b(?:in|at|near|from) )({_BARE}(?: {_BARE})?)"
    return Ways(
        called=lists.called,
        introduced=regex.compile(rf"\b(?:{introduced}) \Z"),
        given=regex.compile(rf"\b(?:{given}) \Z"),
        built=regex.compile(rf"(?r)\b(?:{'|'.join(lists.built)})\b"),
        tested=regex.compile(rf"(?r)\b(?:{'|'.join(lists.tested)})\b"),
        followed=regex.compile(rf"(?:{'|'.join(lists.followed)})\b"),
        measured=regex.compile(rf"\b(?:{'|'.join(lists.measured)})\b"),
        counted=tuple(map(regex.compile, lists.counted)),
        bare=regex.compile(rf"{bare}(?=(?:, [^.,]{{1,40}},)?[.,]? (?i:{'|'.join(lists.verbs)}) )"),
        shared=lists.shared,
        variants=(*lists.shared, *lists.variants),
        endings=lists.endings,
        shared_lower=frozenset(map(str.lower, lists.shared)),
        usual=frozenset((*lists.numbered, *lists.common)),
    )
