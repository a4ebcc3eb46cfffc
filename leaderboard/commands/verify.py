"""tallycast verify: are the versions what they were, and do the transcripts still give them?"""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast verify", "tallycast verify transcripts/"))
@options.transcripts(required=False)
@options.database
def verify(request: options.Request, db: str) -> int:
    """Make every version's content hash anew and compare it.

    With PATHs: read those transcripts again, aside, and say whether the newest version comes of
    them. Exit code 1: something differs.
    """
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, reading
    from leaderboard.format import many
    from leaderboard.terminal.release_reports import print_reproduction
    from leaderboard.terminal.tables import console
    from leaderboard.versions.verifying import reproduce, verdicts

    with reading(existing(db)) as con:
        found = [*verdicts(con)]
    changed = [verdict for verdict in found if not verdict.unchanged]
    for verdict in changed:
        click.echo(verdict)
    whole = len(found) - len(changed)
    click.echo(f"{many(len(found), 'version')}: {whole:,} as published, {len(changed):,} changed")
    if not request.paths:
        return 1 if changed else 0
    reproduction = reproduce(db, request, find_configuration(request.config, request.paths))
    print_reproduction(console(), reproduction)
    return 1 if changed or not reproduction.reproduced else 0
