"""The user's own file, tallycast.toml: one model for all that may stand in it.

    configuration = find_configuration(None, ["transcripts/"])
    extract_claims(transcript, configuration.own)

Each section is a field of Configuration. What the lexicon's sections must hold is known to the room
that reads them; here the error gets its file and line.
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extract.errors import Keys, LexiconError, TallycastError, named
from extract.examples import check_examples
from extract.lexicon import load_lexicon
from extract.tables import OwnLexicon, validated
from reconcile import NO_OVERRIDES, Overrides

NAME = "tallycast.toml"

Tables = dict[str, dict[str, Any]]


class AttributeTable(BaseModel):
    """An attribute, the whole of it or what it has otherwise; its rules are tables."""

    model_config = ConfigDict(extra="allow", frozen=True)

    rule: tuple[dict[str, Any], ...] = ()


class Configuration(BaseModel):
    """What may stand in tallycast.toml.

    Attributes:
        model, benchmark, hardware, organisation, human: names, as in extract/names/lexicon/*.toml.
        mishearing: what speech recognisers write for them.
        attribute: what claims can be about, as in extract/attributes/attributes.toml.
        cues: groups of words that the attributes' rules speak of, as in cues.toml.
        reconcile: what the user decided of facts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: Tables = {}
    benchmark: Tables = {}
    hardware: Tables = {}
    organisation: Tables = {}
    human: Tables = {}
    mishearing: tuple[dict[str, Any], ...] = ()
    attribute: tuple[AttributeTable, ...] = ()
    cues: dict[str, tuple[str, ...]] = {}
    reconcile: Overrides = NO_OVERRIDES

    @property
    def own(self) -> OwnLexicon:
        """Returns the sections that belong to the lexicon."""
        return OwnLexicon.of(self.model_dump(include=_LEXICON, exclude_unset=True))


_NAMES = {"model", "benchmark", "hardware", "organisation", "human"}
_LEXICON = _NAMES | {"mishearing", "attribute", "cues"}


def find_configuration(file: str | None, paths: Sequence[str] = ()) -> Configuration:
    """Returns what the user's own file says; nothing where there is none.

    Args:
        file: the file that was asked for; it must be there.
        paths: what is read; a tallycast.toml beside the first of them counts, or in it where it
            is a folder, and else one in the working directory.

    Raises:
        TallycastError: the file cannot be read or is not valid; names the file, the line, the key
            and what was expected.
    """
    if file is not None:
        return read_configuration(Path(file))
    for path in _places(paths):
        if path.is_file():
            return read_configuration(path)
    return Configuration()


def read_configuration(path: Path) -> Configuration:
    """Returns the checked content of a tallycast.toml; raises as find_configuration does."""
    try:
        text = path.read_text("utf-8-sig")
        document = tomllib.loads(text)
    except OSError as error:
        raise TallycastError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise TallycastError(f"{path}: not valid TOML: {error}") from error
    try:
        configuration = validated(Configuration, document, ())
        check_examples(configuration.own, load_lexicon(configuration.own))
    except LexiconError as error:
        where = f"{path}:{line_of(error.keys, text, document)}"
        raise TallycastError(f"{where}: {named(error.keys)}: {error.problem}") from error
    return configuration


def _places(paths: Sequence[str]) -> Iterator[Path]:
    for path in paths[:1]:
        if path != "-":
            yield (Path(path) if Path(path).is_dir() else Path(path).parent) / NAME
    yield Path(NAME)


def line_of(keys: Keys, text: str, document: object) -> int:
    """Returns the line of a TOML text in which the value at `keys`, or what holds it, begins.

    The parser does not tell lines. But a text cut before the value is still valid and lacks it,
    and of all lines that name its key the last such one is where it begins.
    """
    while keys and not _holds(document, keys):
        keys = keys[:-1]
    name = next((key for key in reversed(keys) if isinstance(key, str)), None)
    lines = text.splitlines(keepends=True)
    for number in range(len(lines), 0, -1):
        if name and name in lines[number - 1] and _lacks("".join(lines[: number - 1]), keys):
            return number
    return 1


def _lacks(text: str, keys: Keys) -> bool:
    try:
        return not _holds(tomllib.loads(text), keys)
    except tomllib.TOMLDecodeError:
        return False


def _holds(value: Any, keys: Keys) -> bool:  # noqa: ANN401  (any TOML value)
    for key in keys:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True
