"""tallycast quantities: a filter, lines of text in, the quantities of each out."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        'echo "ten to fifteen trillion tokens" | tallycast quantities',
        "tallycast quantities --rejected < talk.txt",
    )
)
@click.option("--rejected", is_flag=True, help="Also the numbers turned down, with the reason.")
@options.configuration
def quantities(rejected: bool, config: str | None) -> None:
    """Print the quantities in each line of standard input.

    One JSON array a line, empty where the line holds none. Numbers in names that the lexicon knows
    ("Claude 3.7 Sonnet") are no quantities; bare numbers have the unit null.
    """
    from extract.lexicon import load_lexicon
    from leaderboard.configuration import find_configuration
    from leaderboard.terminal.readings import quantity_lines

    lexicon = load_lexicon(find_configuration(config).own)
    for line in quantity_lines(sys.stdin.buffer, lexicon, rejected=rejected):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
