"""tallycast explain: how a text was read, number by number."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import json
import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        'tallycast explain "GPT-4 has, in 2024, about ten to fifteen trillion tokens"',
        "tallycast explain talk.md:41",
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
    help="JSON is one object, or one list for a line.",
)
@options.configuration
def explain(text: str, form: str, config: str | None) -> None:
    """Show the way from TEXT to each quantity.

    And which names hold their numbers back, and which numbers were turned down, and why. TEXT is -
    for standard input. With FILE:LINE, show for each figure in that line of a transcript what it
    may be of and whose, what each candidate weighs, and which claims came of it.
    """
    from extract.lexicon import load_lexicon
    from leaderboard.configuration import find_configuration
    from leaderboard.terminal import explanations, line_explanations
    from leaderboard.terminal.readings import decoded
    from leaderboard.terminal.tables import console

    lexicon = load_lexicon(find_configuration(config).own)
    place = line_explanations.place_in(text)
    if place is not None:
        figures = line_explanations.figures_at(*place, lexicon)
        if form == "json":
            print_json(line_explanations.as_json(figures))
        else:
            line_explanations.print_figures(console(), figures)
        return
    given = sys.stdin.buffer.read() if text == "-" else text.encode("utf-8", "surrogateescape")
    explanation = explanations.explained(decoded(given), lexicon)
    if form == "json":
        print_json(explanations.as_json(explanation))
    else:
        explanations.print_explanation(console(), explanation)


def print_json(record: object) -> None:
    """Prints what was explained as JSON."""
    click.echo(json.dumps(record, ensure_ascii=False, indent=1))
