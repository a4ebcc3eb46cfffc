"""tallycast show: the leaderboard."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast show", 'tallycast show "Llama 4" --attribute context_window --format json'
    )
)
@click.argument("subject", required=False)
@click.option("--attribute", metavar="NAME", help="Only this one, such as context_window.")
@options.version
@options.answer_format
@options.database
def show(
    subject: str | None, attribute: str | None, version: int | str | None, form: str, db: str
) -> None:
    """Show the leaderboard, or what it says of a SUBJECT.

    SUBJECT may be the beginning of a name; case, spaces and hyphens do not count. Ties share a
    rank; what is contested, a guess, or said by a single episode is marked so.
    """
    from leaderboard.database import reading
    from leaderboard.terminal.reports import print_leaderboard, write_rows
    from leaderboard.terminal.tables import console
    from leaderboard.versions.entries import COLUMNS, only, read_entries

    with reading(db) as con:
        entries = only(read_entries(con, version), subject, attribute)
    if form == "table":
        print_leaderboard(console(), entries)
        return
    rows = [tuple(getattr(entry, column) for column in COLUMNS) for entry in entries]
    write_rows(COLUMNS, rows, form, sys.stdout)
