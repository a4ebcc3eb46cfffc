"""Options that several commands share. Imports nothing heavy: --help must answer at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

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
    input_format: str | None = None


class InputFormat(click.ParamType[str]):
    """The name of a format of transcripts; the formats are imported when one is named."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Returns the name; fails where no format has it."""
        names = self._names()
        if value not in names:
            self.fail(f"{value!r} is none of {', '.join(names)}.", param, ctx)
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Returns the names that begin with what is typed."""
        return [CompletionItem(name) for name in self._names() if name.startswith(incomplete)]

    def _names(self) -> tuple[str, ...]:
        from extract.reading.formats import NAMES  # noqa: PLC0415

        return NAMES


def _configure_logs(ctx: click.Context, parameter: click.Parameter, value: int | str) -> None:
    """Has messages written as the options given so far ask."""
    from leaderboard.logs import configure  # noqa: PLC0415

    if not value:
        return
    asked = ctx.meta.setdefault(__name__, {})
    asked |= {"form": value} if parameter.name == "log_format" else {"verbosity": value}
    configure(ctx.find_root().info_name or "", **asked)


def logs(function: Function) -> Function:
    """Adds -v, -q and --log-format, of which the command itself need not know."""
    for add in reversed(_LOG_OPTIONS):
        function = add(function)
    return function


_LOG_OPTIONS = (
    click.option(
        "-v",
        "--verbose",
        count=True,
        expose_value=False,
        callback=_configure_logs,
        help="Say what is done, too; -vv for everything.",
    ),
    click.option(
        "-q",
        "--quiet",
        flag_value=-1,
        type=int,
        expose_value=False,
        callback=_configure_logs,
        help="Say nothing but errors.",
    ),
    click.option(
        "--log-format",
        type=click.Choice(["text", "json"]),
        expose_value=False,
        callback=_configure_logs,
        help="How messages stand on standard error: lines of text, or a JSON object a line.",
    ),
)


def input_format(function: Function) -> Function:
    """Adds --input-format."""
    return click.option(
        "--input-format",
        type=InputFormat(),
        metavar="NAME",
        help="vtt, srt, json, jsonl, xml, html or text; else each file tells by what it holds.",
    )(function)


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


def engine(function: Function) -> Function:
    """Adds --engine and --master."""
    with_master = click.option(
        "--master",
        default="local[*,4]",
        show_default=True,
        metavar="URL",
        help="Of Spark: spark://HOST:PORT, yarn, k8s://…",
    )(function)
    return click.option(
        "--engine",
        type=click.Choice(["local", "spark"]),
        default="local",
        show_default=True,
        help="Where the work is done; Spark needs tallycast[spark] and Java.",
    )(with_master)


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


def version(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --version and --label, as one `version`; None where neither is given."""

    @click.option("--version", "number", type=int, metavar="N", help="As it was in version N.")
    @click.option("--label", help="As it was in the version with this label.")
    @wraps(function)
    def with_version(*, number: int | None, label: str | None, **given: Any) -> Any:  # noqa: ANN401
        if number is not None and label is not None:
            raise click.UsageError("--version and --label both name a version: give one")
        return function(version=label if number is None else number, **given)

    return with_version


def is_version_number(told: str) -> bool:
    """Says whether what a user calls a version by is its number, not its label."""
    return told.isascii() and told.isdecimal()


def _no_number(ctx: click.Context, parameter: click.Parameter, label: str | None) -> str | None:
    if label and is_version_number(label):
        raise click.BadParameter(f"{label} would be taken for the number of a version")
    return label


def label(function: Function) -> Function:
    """Adds --label for commands that make a version."""
    return click.option("--label", callback=_no_number, help="What to call the version.")(function)


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
    return _config("here")(function)


def transcripts(*, required: bool = True) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Adds PATH..., --config, --jobs and what is known of the episodes, as one `request`."""
    paths = click.argument("paths", nargs=-1, required=required, metavar="PATH...")

    def adding(function: Callable[..., int]) -> Callable[..., int]:
        @wraps(function)
        def with_request(*, date: datetime | None, **given: Any) -> int:  # noqa: ANN401
            told = {name: given.pop(name) for name in _TOLD}
            request = Request(published=day(date), **told)
            return function(request=request, **given)

        wrapped: Callable[..., int] = with_request
        for add in reversed((paths, *_TRANSCRIPT_PARAMETERS)):
            wrapped = add(wrapped)
        return wrapped

    return adding


def _config(where: str) -> Callable[[Function], Function]:
    return click.option(
        "--config",
        metavar="FILE",
        help="What you know better: names, attributes, decisions. "
        f"[default: tallycast.toml {where}]",
    )


_TOLD = ("paths", "config", "jobs", "show", "title", "input_format")

_TRANSCRIPT_PARAMETERS = (
    _config("beside the first PATH, or here"),
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
    input_format,
    logs,
)
