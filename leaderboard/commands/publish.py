"""tallycast publish: the facts as a new version."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example('tallycast publish --label "May 2026"'))
@click.option("--label", help="What to call the version.")
@options.configuration
@options.database
def publish(label: str | None, config: str | None, db: str) -> None:
    """Publish the facts as a new version, if something changed."""
    from extract import lexicon_hash
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.publish import publish as publish_facts
    from leaderboard.reports import print_publication
    from leaderboard.tables import console
    from reconcile import load_policy

    own = find_configuration(config).own
    with writing(existing(db)) as con:
        publication = publish_facts(
            con, lexicon=lexicon_hash(own), policy=load_policy().hash(), label=label
        )
    print_publication(console(), publication)
