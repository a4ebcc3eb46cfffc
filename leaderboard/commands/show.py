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
@click.option("--version", type=int, metavar="N", help="As it was in version N.")
@options.answer_format
@options.database
def show(
    subject: str | None, attribute: str | None, version: int | None, form: str, db: str
) -> None:
    """Show the leaderboard, or what it says of a SUBJECT.

    SUBJECT may be the beginning of a name; case, spaces and hyphens do not count.
    """
    from leaderboard.database import reading
    from leaderboard.entries import COLUMNS, only, read_entries
    from leaderboard.reports import print_leaderboard
    from leaderboard.rows import write_csv, write_json
    from leaderboard.tables import console

    with reading(db) as con:
        entries = only(read_entries(con, version), subject, attribute)
    rows = [[getattr(entry, column) for column in COLUMNS] for entry in entries]
    if form == "json":
        write_json(COLUMNS, rows, sys.stdout)
    elif form == "csv":
        write_csv(COLUMNS, rows, sys.stdout)
    else:
        print_leaderboard(console(), entries)
