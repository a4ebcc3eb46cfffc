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
    """Which transcripts to read, with how many processes, and what is known of the episodes."""

    paths: tuple[str, ...]
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


def configuration(function: Function) -> Function:
    """Adds --config."""
    return click.option(
        "--config",
        metavar="FILE",
        help="What you decided yourself; tallycast.toml where one lies here.",
    )(function)


def as_of(function: Function) -> Function:
    """Adds --as-of."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="Only from the episodes published by then.",
    )(function)


def day(moment: datetime | None) -> date | None:
    """Returns the day that an option gave."""
    return moment.date() if moment else None


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


def transcripts(function: Callable[..., int]) -> Callable[..., int]:
    """Adds PATH..., --jobs and what is known of the episodes; gives them as one `request`."""

    @wraps(function)
    def with_request(
        *,
        paths: tuple[str, ...],
        jobs: int,
        show: str | None,
        title: str | None,
        date: datetime | None,
        **others: object,
    ) -> int:
        request = Request(paths, jobs, show, title, day(date))
        return function(request=request, **others)

    wrapped: Callable[..., int] = with_request
    for add in reversed(_TRANSCRIPT_PARAMETERS):
        wrapped = add(wrapped)
    return wrapped


_TRANSCRIPT_PARAMETERS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
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
