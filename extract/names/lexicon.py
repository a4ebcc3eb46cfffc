"""The lexicon as people write it: TOML files, validated, and merged by entry.

A file holds tables `[model.NAME]`, `[benchmark.NAME]`, `[hardware.NAME]`, `[organisation.NAME]`,
`[human.NAME]`, `[other.NAME]` (clusters) and a list `[[mishearing]]`; a table `[default.KIND]` says
what its entries have unless they say otherwise. An entry of the user's own lexicon extends the
built-in one of the same name: its lists are put before the built-in ones, its other values replace
them.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from extract.errors import LexiconError
from extract.names.writing import FIELDS, fields_of
from extract.tables import NOTHING_OWN, OwnLexicon, Table, extended, validated

Kind = Literal["model", "benchmark", "hardware", "organisation", "human", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# What must be read or stand beside a literal before it counts as a name:
#   nothing  it is a name wherever it stands
#   talk     a model, or its maker, was named before it
#   capital  it begins with a capital letter
#   upper    it is written in capital letters, or a cue word of its kind follows
#   cue      a form, its maker beside it, a cue word after it, or a certain mention before it
#   maker    as cue, or a capital and its maker named before it
#   form     a version, variant or size of the entry
#   known    a form, and its family or its maker named before it
#   decimal  a version with decimals, a capital, and a model or its maker named before it
#   strong   a version with decimals, a size, a version with a variant; after a certain mention and
#            with a capital, any form
Need = Literal[
    "nothing", "talk", "capital", "upper", "cue", "maker", "form", "known", "decimal", "strong"
]


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(_Frozen):
    """A family of models, a benchmark, hardware, an organisation, a cluster, or people compared.

    Attributes:
        name: the maker's spelling of the bare name.
        kind: which table it stands in.
        maker: organisation behind it.
        aliases: spellings in running text, blind to case; the name itself where none is given.
            A space or hyphen in one stands for a space, a hyphen or nothing.
        write: templates of the canonical form, the first whose fields are known; see writing.py.
        versions: shapes of versions, "#" being a number: "#", "V#", "#o", "K#"; "#.#"
            asks for decimals, "##" for two digits, "#=V#" is read as "3" and written "V3".
        variants: names of variants as the maker writes them.
        modifiers: words that may end any form: "Preview", "16K".
        heard: other spellings of versions, variants and modifiers, and which they are.
        join: what stands between two variants.
        alone: variants that by themselves mean this family: "Opus".
        unmistakable: those of them that a capital and a version show where a model was named.
        shared: variants that several families have, and that need a version or a frame: "Pro".
        loose: shapes of versions that by themselves mean this family once it or its maker was
            named: "R#". Each begins with a letter.
        implied: the version that a variant or size has whenever none is said.
        lockstep: shared variants said without a version have the one the family was named with.
        sizes: whether a size in billions may follow: "70B".
        by_size: whether its members are told apart by their sizes: "Llama 2 70B".
        known_sizes: sizes that there are: they tell "3 70B" in a "370B" that was run together, and
            whose "405B" is when it is said alone.
        dates: whether a date of release may follow: "0314".
        becomes: entry that the name is of when a version is read ("ChatGPT 4" is a GPT).
        plural: whether an s may follow the bare name.
        generic: whether it names a sort of thing and no particular one: "GPU".
        product: whether it is an application or a plan: size, tokens and chips are of its models.
        tail: words after the name that belong to its span: "GPUs" after "H100".
        needs: what the bare name needs beside it.
        never_before, never_after: words right before or after it that speak against it.
        examples: phrases, and the canonical name read from each.
        negatives: phrases in which the entry is not named.
    """

    name: str
    kind: Kind
    maker: str | None = None
    aliases: tuple[str, ...] = ()
    write: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    heard: dict[str, str] = {}
    join: str = " "
    alone: tuple[str, ...] = ()
    unmistakable: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    implied: dict[str, str] = {}
    lockstep: bool = False
    sizes: bool = False
    by_size: bool = False
    known_sizes: tuple[str, ...] = ()
    dates: bool = False
    becomes: str | None = None
    plural: bool = False
    generic: bool = False
    product: bool = False
    tail: tuple[str, ...] = ()
    needs: Need = "nothing"
    never_before: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    examples: dict[str, str] = {}
    negatives: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _parts_are_declared(self) -> "Entry":
        known = {*self.variants, *self.modifiers}
        for field, words in (("alone", self.alone), ("shared", self.shared)):
            for word in words:
                if word not in known:
                    raise ValueError(f"{field}: {word!r} is not among the variants")
        for shape in self.loose:
            if shape not in self.versions or not shape[0].isalpha():
                raise ValueError(f"loose: {shape!r} is no version that begins with a letter")
        for field in (field for template in self.write for field in fields_of(template)):
            if field not in FIELDS:
                raise ValueError(f"write: unknown field {field!r}, use {', '.join(FIELDS)}")
        if self.needs != "nothing" and not (self.examples and self.negatives):
            raise ValueError("an entry with `needs` must have examples and negatives")
        return self


class Mishearing(_Frozen):
    """What speech recognisers write for the name of an entry.

    Attributes:
        family: name of the entry that is meant.
        kind: its table.
        words: the spellings.
        version, variant: what the words say of the form besides: "coen free" is Qwen 3.
        only_after: words one of which must stand right before it; any may where none is given.
        needs, never_before, never_after, examples, negatives: as of an entry.
    """

    family: str
    kind: Kind = "model"
    words: tuple[str, ...]
    version: str | None = None
    variant: str | None = None
    only_after: tuple[str, ...] = ()
    needs: Need = "form"
    never_before: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    examples: dict[str, str]
    negatives: tuple[str, ...]

    @model_validator(mode="after")
    def _is_shown(self) -> "Mishearing":
        if not (self.examples and self.negatives):
            raise ValueError("a mishearing must have examples and negatives")
        return self


class Lexicon(_Frozen):
    """All entries and mishearings, in the order of their files."""

    entries: tuple[Entry, ...]
    mishearings: tuple[Mishearing, ...]


@cache
def load_lexicon(own: OwnLexicon = NOTHING_OWN) -> Lexicon:
    """Reads the built-in files and what a user adds, which extends and overrides them.

    Raises:
        LexiconError: an entry or a mishearing is not valid.
    """
    entries: dict[tuple[Kind, str], Table] = {}
    defaults: dict[str, Table] = {}
    mishearings: list[Mishearing] = []
    for number, table in enumerate(own.listed("mishearing")):
        mishearings.append(validated(Mishearing, table, ("mishearing", number)))
    for document in _built_in():
        mishearings += map(Mishearing.model_validate, document.get("mishearing", ()))
        defaults.update(document.get("default", {}))
        _take(document, entries)
    _take({kind: own.tables(kind) for kind in KINDS}, entries)
    return _cross_checked(
        Lexicon(
            entries=tuple(
                _entry(kind, name, {**defaults.get(kind, {}), **table})
                for (kind, name), table in entries.items()
            ),
            mishearings=tuple(mishearings),
        )
    )


def _built_in() -> Iterator[Table]:
    folder = files("extract.names").joinpath("lexicon")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            yield tomllib.loads(path.read_text("utf-8"))


def _take(document: Table, entries: dict[tuple[Kind, str], Table]) -> None:
    for kind in KINDS:
        for name, table in document.get(kind, {}).items():
            entries[kind, name] = extended(entries.get((kind, name), {}), table)


def _entry(kind: Kind, name: str, table: Table) -> Entry:
    return validated(Entry, {**table, "kind": kind, "name": name}, (kind, name))


def _cross_checked(lexicon: Lexicon) -> Lexicon:
    known = {(entry.kind, entry.name) for entry in lexicon.entries}
    for entry in lexicon.entries:
        if entry.becomes is not None and (entry.kind, entry.becomes) not in known:
            raise LexiconError((entry.kind, entry.name, "becomes"), f"no entry {entry.becomes!r}")
    for number, mishearing in enumerate(lexicon.mishearings):
        if (mishearing.kind, mishearing.family) not in known:
            problem = f"no entry {mishearing.kind}.{mishearing.family}"
            raise LexiconError(("mishearing", number, "family"), problem)
    return lexicon
