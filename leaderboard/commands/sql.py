"""tallycast sql: any question to the database."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaderboard import options

if TYPE_CHECKING:
    from leaderboard.query import Answer


_LONGEST = 1_000_000


def _from_file(ctx: click.Context, parameter: click.Parameter, query: str) -> str:
    """Returns the text of "@FILE" or "-"; any other text as it is."""
    if query == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if query.startswith("@"):
        return Path(query[1:]).read_text(encoding="utf-8", errors="replace")
    return query


def _seconds(ctx: click.Context, parameter: click.Parameter, timeout: float) -> float:
    """Refuses what no clock can count: nothing, the infinite, what is no number."""
    if not 0 < timeout <= _LONGEST:
        raise click.BadParameter(f"more than 0 and at most {_LONGEST:,} seconds")
    return timeout


@click.command(
    # A query may begin with a comment: "-- who leads".
    context_settings={"ignore_unknown_options": True},
    epilog=options.example(
        "tallycast sql \"SELECT subject, value FROM leaderboard WHERE unit = 'token'\"",
        "tallycast sql @cheapest.sql --format parquet -o cheapest.parquet",
    ),
)
@click.argument("query", callback=_from_file)
@click.option(
    "--timeout",
    type=float,
    callback=_seconds,
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Stop after so long.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "parquet"]),
    default="table",
    show_default=True,
    help="JSON is an array of objects; Parquet needs -o.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to, instead of standard output.")
@options.database
def sql(query: str, timeout: float, form: str, output: str | None, db: str) -> None:
    """Answer a QUERY in SQL.

    QUERY is the text, or @FILE that holds it, or - for standard input; of several statements the
    last one is answered. It can neither change anything nor reach other files.
    """
    if form == "parquet" and output is None:
        raise click.UsageError("--format parquet needs -o FILE")

    from leaderboard.database import LOCKED_DOWN, reading
    from leaderboard.query import answering

    with reading(db, LOCKED_DOWN) as con, answering(con, query, timeout) as answer:
        _write(answer, form, output)


def _write(answer: "Answer", form: str, output: str | None) -> None:
    from leaderboard.files.aside import written_aside
    from leaderboard.files.parquet import write_parquet
    from leaderboard.files.rows import demand_different
    from leaderboard.terminal.reports import write_rows

    if output is None:
        write_rows(answer.columns, answer.rows, form, sys.stdout)
        return
    with written_aside(output) as aside:
        if form == "parquet":
            demand_different(answer.columns)
            write_parquet(dict(zip(answer.columns, answer.types, strict=True)), answer.rows, aside)
            return
        with Path(aside).open("w", encoding="utf-8", newline="") as out:
            write_rows(answer.columns, answer.rows, form, out)
