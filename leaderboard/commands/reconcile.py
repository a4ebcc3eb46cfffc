"""tallycast reconcile: facts anew from the claims that are stored."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

from datetime import datetime

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast reconcile --db tallycast.duckdb", "tallycast reconcile --as-of 2026-05-03"
    )
)
@options.as_of
@options.configuration
@options.database
def reconcile(as_of: datetime | None, config: str | None, db: str) -> None:
    """Weigh the stored claims and say what they come to.

    "tallycast build" does this too; alone it is of use after a new release, or after a change of
    tallycast.toml. Facts as of a day stand until the next build, publish or reconcile.
    """
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.format import many
    from leaderboard.reconciling import bring_up_to_date
    from leaderboard.terminal.reading_reports import print_undated
    from leaderboard.terminal.tables import console

    configuration = find_configuration(config)
    with writing(existing(db)) as con:
        counts = bring_up_to_date(con, configuration, options.day(as_of))
    click.echo(
        f"{many(counts.claims, 'claim')}, {counts.attached:,} of them in "
        f"{many(counts.facts, 'fact')}; {counts.contested:,} contested"
    )
    print_undated(console(), counts)
