"""tallycast export: everything as files."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast export --out tables/"))
@click.option("--out", required=True, metavar="DIR", help="Folder for the files; made if missing.")
@options.database
def export(out: str, db: str) -> None:
    """Write everything as CSV and Parquet.

    That is leaderboard, facts, periods, claims, fact_claims, derivations, episodes, sources and
    versions. The same database gives the same bytes. In CSV an apostrophe stands before text that a
    spreadsheet would run as a formula.
    """
    from leaderboard.database import reading
    from leaderboard.exports import export_tables

    with reading(db) as con:
        for path in export_tables(con, out):
            click.echo(path)
