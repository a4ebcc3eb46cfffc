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
    from extract import lexicon_hash
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.reconciling import bring_up_to_date
    from leaderboard.terminal.release_reports import print_publication
    from leaderboard.terminal.tables import console
    from leaderboard.versions.publish import publish as publish_facts
    from reconcile import load_policy

    configuration = find_configuration(config)
    day = options.day(as_of)
    with writing(existing(db)) as con:
        bring_up_to_date(con, configuration, day)
        publication = publish_facts(
            con, lexicon=lexicon_hash(configuration.own), policy=load_policy().hash(), label=label
        )
        if day:
            bring_up_to_date(con, configuration)
    print_publication(console(), publication)
