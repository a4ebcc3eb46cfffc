"""tallycast conflicts: what episodes disagree about."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast conflicts", "tallycast conflicts --format json"))
@options.version
@options.answer_format
@options.database
def conflicts(version: int | str | None, form: str, db: str) -> None:
    """Show contested facts, both sides' words beside each other.

    The value that stands is on the left. `tallycast why` has all words; in tallycast.toml you can
    decide ([[reconcile.pin]]).
    """
    from leaderboard.database import reading
    from leaderboard.terminal.conflict_reports import print_contested
    from leaderboard.terminal.reports import write_rows
    from leaderboard.terminal.tables import console
    from leaderboard.versions.conflicts import CONFLICT_COLUMNS, read_contested

    with reading(db) as con:
        found = read_contested(con, version)
    if form == "table":
        print_contested(console(), found)
    else:
        write_rows(CONFLICT_COLUMNS, [one.row for one in found], form, sys.stdout)
