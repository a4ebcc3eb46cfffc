"""tallycast sources: how much each show counts."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast sources", "tallycast sources --format json"))
@options.answer_format
@options.database
def sources(form: str, db: str) -> None:
    """Show how much each show counts, and why.

    A show that agrees more often with others counts more. With few meetings it counts as the
    average, 1. In tallycast.toml you can set weights ([reconcile.weights]) or freeze them.
    """
    from leaderboard.database import reading
    from leaderboard.statements import statement
    from leaderboard.terminal.reports import write_rows

    with reading(db) as con:
        result = con.execute(statement("sources"))
        columns = [column[0] for column in result.description]
        rows = result.fetchall()
    write_rows(columns, rows, form, sys.stdout)
