"""tallycast text: the text of a transcript, in which offsets count."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast text talk.vtt",
        "tallycast text talks.zip/one.json | tallycast extract -",
    )
)
@click.argument("file")
@options.input_format
def text(file: str, input_format: str | None) -> None:
    """Print the text in which offsets of claims count.

    Of plain text and Markdown that is the file as it is; other formats are written as Markdown,
    with speakers and times. FILE may stand in an archive (talks.zip/one.vtt) or on a line of JSON
    Lines (talks.jsonl#3), and - is standard input. On a terminal, what would move its cursor is
    shown as a sign of the same length.
    """
    from extract import read_transcript
    from leaderboard.format import harmless

    read = read_transcript(file, input_format=input_format)
    sys.stdout.write(harmless(read.text) if sys.stdout.isatty() else read.text)
