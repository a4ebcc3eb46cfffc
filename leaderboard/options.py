"""Options that several commands share. Imports nothing heavy: --help must answer at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])

HELP = {"help_option_names": ["-h", "--help"]}
DEFAULT_DATABASE = "tallycast.duckdb"


@dataclass(frozen=True, slots=True)
class Request:
    """Which transcripts to read, with how many processes, and what is known of the episodes.

    Attributes:
        config: the user's own file, where one was asked for.
    """

    paths: tuple[str, ...]
    config: str | None
    jobs: int
    show: str | None
    title: str | None
    published: date | None


def example(*lines: str) -> str:
    """Returns the end of a help text: commands to try, each on a line of its own."""
    return "\n".join(["\b", "Example:", *(f"  {line}" for line in lines)])


def database(function: Function) -> Function:
    """Adds --db."""
    return click.option(
        "--db",
        default=DEFAULT_DATABASE,
        show_default=True,
        metavar="FILE",
        help="The DuckDB file that holds everything.",
    )(function)


def answer_format(function: Function) -> Function:
    """Adds --format for commands that answer with rows."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="JSON is an array of objects.",
    )(function)


def configuration(function: Function) -> Function:
    """Adds --config for commands that read no transcripts; gives `config`."""
    return _CONFIG(function)


def transcripts(function: Callable[..., int]) -> Callable[..., int]:
    """Adds PATH..., --config, --jobs and what is known of the episodes, as one `request`."""

    @wraps(function)
    def with_request(**given: Any) -> int:  # noqa: ANN401  (what click gives)
        asked = {name: given.pop(name) for name in ("paths", "config", "jobs", "show", "title")}
        day: datetime | None = given.pop("date")
        return function(request=Request(**asked, published=day.date() if day else None), **given)

    wrapped: Callable[..., int] = with_request
    for add in reversed(_TRANSCRIPT_PARAMETERS):
        wrapped = add(wrapped)
    return wrapped


_CONFIG = click.option(
    "--config",
    metavar="FILE",
    help="Your own names and attributes. [default: tallycast.toml beside the first PATH, or here]",
)

_TRANSCRIPT_PARAMETERS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    _CONFIG,
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="How many processes extract.",
    ),
    click.option("--show", help="Name of the podcast; wins over what a transcript says."),
    click.option("--title", help="Title of the episode, likewise."),
    click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="Day of publication, likewise.",
    ),
)
