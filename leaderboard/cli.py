"""The command line: `tallycast`, and `extract` for its filter alone."""

import click

from leaderboard import options
from leaderboard.commands.backup import backup
from leaderboard.commands.build import build
from leaderboard.commands.compare import compare
from leaderboard.commands.conflicts import conflicts
from leaderboard.commands.diff import diff
from leaderboard.commands.explain import explain
from leaderboard.commands.export import export
from leaderboard.commands.extract import extract
from leaderboard.commands.fetch import fetch
from leaderboard.commands.forget import forget
from leaderboard.commands.highlight import highlight
from leaderboard.commands.lexicon import lexicon
from leaderboard.commands.models import models
from leaderboard.commands.publish import publish
from leaderboard.commands.quantities import quantities
from leaderboard.commands.reconcile import reconcile
from leaderboard.commands.report import report
from leaderboard.commands.show import show
from leaderboard.commands.sources import sources
from leaderboard.commands.sql import sql
from leaderboard.commands.text import text
from leaderboard.commands.verify import verify
from leaderboard.commands.versions import versions
from leaderboard.commands.why import why
from leaderboard.running import run


class InOrder(click.Group):
    """Lists commands in the order in which people meet them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names as they were added."""
        return list(self.commands)


@click.group(
    epilog=options.example(
        "tallycast build transcripts/",
        'tallycast show "Llama 4"',
        'tallycast why "Llama 4 Scout" context_window',
    ),
    cls=InOrder,
    context_settings=options.HELP,
)
@click.version_option(package_name="tallycast", message="%(prog)s %(version)s")
@options.logs
def tallycast() -> None:
    """Figures about AI models, said in podcasts: extracted, reconciled, and each traceable."""


for command in (
    fetch,
    build,
    extract,
    text,
    quantities,
    explain,
    lexicon,
    reconcile,
    publish,
    show,
    models,
    why,
    conflicts,
    sources,
    compare,
    versions,
    diff,
    verify,
    forget,
    sql,
    export,
    report,
    highlight,
    backup,
):
    tallycast.add_command(command)


def main() -> None:
    """Runs `tallycast`."""
    run(tallycast)


def extract_main() -> None:
    """Runs `extract`."""
    run(extract)
