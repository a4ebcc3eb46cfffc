"""JSON transcripts: which dialect a file is in, and JSON Lines with an episode each."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from extract.errors import TallycastError
from extract.reading.json_dialects import DIALECTS
from extract.reading.told import RENDERED, Told, rendered, with_names


class _Record(BaseModel):
    """An episode written out: {title, date, text}."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str
    title: str | None = None
    published: str | None = Field(None, validation_alias=AliasChoices("date", "published"))
    show: str | None = Field(None, validation_alias=AliasChoices("show", "podcast"))


def read_json(text: str) -> Told:
    """Reads a JSON transcript in any of the dialects, or one {title, date, text}.

    Raises:
        TallycastError: it is no JSON, in no known dialect, or has other types than it should.
    """
    return _told(_parsed(text))


def read_json_lines(text: str) -> Iterator[tuple[int, Told | TallycastError]]:
    """Yields (number of the line, what it tells) for each line that is not blank."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, read_json_line(line)


def read_json_line(line: str) -> Told | TallycastError:
    """Returns what one line tells, or why it tells nothing."""
    try:
        return _told(_parsed(line))
    except TallycastError as error:
        return error


def is_json_lines(text: str) -> bool:
    """Says whether the first line of `text` is a whole JSON object and another one follows."""
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    if not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(_parsed(first), dict)
    except TallycastError:
        return False


def _parsed(text: str) -> Any:  # noqa: ANN401  (JSON is anything)
    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise TallycastError(f"no whole JSON: {error}") from error
    except (ValueError, RecursionError) as error:
        raise TallycastError("JSON that is nested too deeply or holds too long a number") from error


def _told(value: object) -> Told:
    if isinstance(value, list):
        value = {"segments": value}  # what faster-whisper's segments are usually written as
    if not isinstance(value, dict):
        raise TallycastError("JSON, but no transcript: neither an object nor a list of segments")
    dialect = next((it for it in DIALECTS if value.get(it.known_by) is not None), None)
    try:
        if dialect is not None:
            lines = dialect.model_validate(value).lines()
            show, title, published = _about(value)
            return Told(rendered(with_names(lines)), RENDERED, show, title, published)
        if isinstance(value.get("text"), str):
            return _of_record(_Record.model_validate(value))
    except ValidationError as error:
        raise TallycastError(_wrong(error)) from error
    keys = ", ".join(sorted(map(str, value))[:6]) or "none"
    raise TallycastError(f"JSON of no known transcript format (its keys: {keys})")


def _of_record(record: _Record) -> Told:
    return Told(record.text, None, record.show, record.title, record.published)


def _about(value: dict[str, Any]) -> tuple[str | None, ...]:
    """Returns show, title and day as the file says them of its episode, where that is text."""
    fields = (("show", "podcast"), ("title",), ("date", "published"))
    return tuple(
        next((value[key] for key in keys if isinstance(value.get(key), str)), None)
        for keys in fields
    )


def _wrong(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"JSON transcript: {place}: {first['msg'][0].lower()}{first['msg'][1:]}"
