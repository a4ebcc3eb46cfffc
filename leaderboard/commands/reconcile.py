"""tallycast reconcile: facts anew from the claims that are stored."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast reconcile --db tallycast.duckdb"))
@options.configuration
@options.database
def reconcile(config: str | None, db: str) -> None:
    """Weigh the stored claims anew and say what they come to.

    "tallycast build" does this too; alone it is of use after a new release.
    """
    import reconcile as room
    from extract import load_attributes
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.format import many

    attributes = load_attributes(find_configuration(config).own)
    with writing(existing(db)) as con:
        counts = room.reconcile(con, room.load_policy(), attributes.values())
    click.echo(
        f"{many(counts.claims, 'claim')}, {counts.attached:,} of them in "
        f"{many(counts.facts, 'fact')}; {counts.contested:,} contested"
    )
