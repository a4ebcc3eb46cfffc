"""tallycast diff: what one version has otherwise than another."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example("tallycast diff", 'tallycast diff 3 "May 2026" --format markdown')
)
@click.argument("earlier", required=False, metavar="[A]")
@click.argument("later", required=False, metavar="[B]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    show_default=True,
    help="Markdown is fit for a newsletter.",
)
@options.database
def diff(earlier: str | None, later: str | None, form: str, db: str) -> None:
    """Say what version B has otherwise than version A, and why.

    Both are numbers or labels. Without B it is the newest, without A the one before it.
    """
    from leaderboard.database import reading
    from leaderboard.terminal.release_reports import (
        as_markdown,
        print_differences,
        write_differences_json,
    )
    from leaderboard.terminal.tables import console
    from leaderboard.versions.releases import read_differences, version_number

    with reading(db) as con:
        second = version_number(con, _name(later))
        first = second - 1 if earlier is None else version_number(con, _name(earlier))
        found = read_differences(con, first, second)
    if form == "json":
        write_differences_json(found, sys.stdout)
    elif form == "markdown":
        click.echo(as_markdown(found, first, second), nl=False)
    else:
        print_differences(console(), found, first, second)


def _name(told: str | None) -> int | str | None:
    """Returns a number as such; any other text is a label."""
    return int(told) if told and options.is_version_number(told) else told
