"""tallycast sql: any question to the database."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast sql \"SELECT subject, value FROM leaderboard WHERE unit = 'token'\"",
        'tallycast sql "FROM versions" --format json',
    )
)
@click.argument("query")
@options.answer_format
@options.database
def sql(query: str, form: str, db: str) -> None:
    """Answer a QUERY in SQL.

    It can neither change anything nor reach other files.
    """
    from leaderboard.database import LOCKED_DOWN, reading
    from leaderboard.query import ask
    from leaderboard.reports import write_rows

    with reading(db, LOCKED_DOWN) as con:
        columns, rows = ask(con, query)
    write_rows(columns, rows, form, sys.stdout)
