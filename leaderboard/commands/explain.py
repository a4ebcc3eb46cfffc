"""tallycast explain: how a text was read, number by number."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import json
import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        'tallycast explain "GPT-4 has, in 2024, about ten to fifteen trillion tokens"',
        "head -5 talk.txt | tallycast explain - --format json",
    )
)
@click.argument("text")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="JSON is one object.",
)
@options.configuration
def explain(text: str, form: str, config: str | None) -> None:
    """Show the way from TEXT to each quantity.

    And which names hold their numbers back, and which numbers were turned down, and why. TEXT is -
    for standard input.
    """
    from extract.lexicon import load_lexicon
    from leaderboard.configuration import find_configuration
    from leaderboard.explanations import as_json, explained, print_explanation
    from leaderboard.readings import decoded
    from leaderboard.tables import console

    given = sys.stdin.buffer.read() if text == "-" else text.encode("utf-8", "surrogateescape")
    lexicon = load_lexicon(find_configuration(config).own)
    explanation = explained(decoded(given), lexicon)
    if form == "json":
        click.echo(json.dumps(as_json(explanation), ensure_ascii=False, indent=1))
    else:
        print_explanation(console(), explanation)
