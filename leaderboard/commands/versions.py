"""tallycast versions: what was published when."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options

# What a table has room for; JSON and CSV have all, with parent, hashes and episodes.
_SHOWN = ("version", "content_hash", "created", "label", "entries", "added", "changed", "removed")


@click.command(epilog=options.example("tallycast versions"))
@options.answer_format
@options.database
def versions(form: str, db: str) -> None:
    """List the versions of the leaderboard, the newest first."""
    from leaderboard.database import reading
    from leaderboard.statements import statement
    from leaderboard.terminal.reports import write_rows

    with reading(db) as con:
        result = con.execute(statement("versions"))
        columns = [column[0] for column in result.description]
        rows = result.fetchall()
    if form == "table":
        shown = [columns.index(column) for column in _SHOWN]
        hashed = columns.index("content_hash")
        short = [(*row[:hashed], row[hashed][:12], *row[hashed + 1 :]) for row in rows]
        columns, rows = [*_SHOWN], [tuple(row[place] for place in shown) for row in short]
    write_rows(columns, rows, form, sys.stdout)
