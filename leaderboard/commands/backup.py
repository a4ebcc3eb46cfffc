"""tallycast backup: a copy of the database in a consistent state."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast backup tallycast-2026-05-03.duckdb"))
@click.argument("file")
@options.database
def backup(file: str, db: str) -> None:
    """Copy the database to FILE, which must not be there yet.

    The copy holds one consistent state, and appears when it is whole.
    """
    from leaderboard.database import existing
    from leaderboard.versions.backups import copy_database

    copy_database(existing(db), file)
    click.echo(file)
