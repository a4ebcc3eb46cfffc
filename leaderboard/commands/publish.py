"""tallycast publish: the facts as a new version."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

from datetime import datetime

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        'tallycast publish --label "May 2026"', "tallycast publish --as-of 2026-05-03"
    )
)
@options.label
@options.as_of
@options.configuration
@options.database
def publish(label: str | None, as_of: datetime | None, config: str | None, db: str) -> None:
    """Publish the facts as a new version, if something changed.

    With --as-of: what the leaderboard would be from the episodes published by then; those without a
    date count where time does not matter. Where nothing changed, a label goes to the newest version
    if it has none.
    """
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.reconciling import bring_up_to_date, publish_anew
    from leaderboard.terminal.release_reports import print_publication
    from leaderboard.terminal.tables import console

    configuration = find_configuration(config)
    day = options.day(as_of)
    with writing(existing(db)) as con:
        _, publication = publish_anew(con, configuration, as_of=day, label=label)
        if day:
            bring_up_to_date(con, configuration)
    print_publication(console(), publication)
