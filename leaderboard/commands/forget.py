"""tallycast forget: a version without an episode."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example('tallycast forget "Herds of llamas"'))
@click.argument("episode")
@click.option("--undo", is_flag=True, help="Let a forgotten episode be read again.")
@options.configuration
@options.database
def forget(episode: str, undo: bool, config: str | None, db: str) -> None:
    """Publish a new version without EPISODE.

    EPISODE is an id, a title, or the path or name of a transcript. The versions before keep what
    they had of it; from now on a build passes it over, also when it was edited.
    """
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.reconciling import publish_anew
    from leaderboard.terminal.release_reports import print_publication
    from leaderboard.terminal.tables import console
    from leaderboard.versions.forgetting import forget_episode, remember_episode

    configuration = find_configuration(config)
    with writing(existing(db)) as con:
        if undo:
            click.echo(f"The next build reads it again: {remember_episode(con, episode)}")
            return
        forgotten = forget_episode(con, episode)
        _, publication = publish_anew(con, configuration, label=f"without {forgotten}", always=True)
    click.echo(f"Forgotten: {forgotten}")
    print_publication(console(), publication)
