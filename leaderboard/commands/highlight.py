"""tallycast highlight: a transcript with its claims marked."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

from pathlib import Path

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast highlight talk.vtt -o talk.html"))
@click.argument("file")
@click.option("-o", "--output", required=True, metavar="FILE", help="The page to write.")
@options.configuration
@options.input_format
def highlight(file: str, output: str, config: str | None, input_format: str | None) -> None:
    """Write a transcript as a page with every claim marked.

    For reading, and for checking the extractor: beside each line stand its claims, what was read
    of them and by which rule. The page stands alone and needs no network.
    """
    from extract import extract_claims, read_transcript
    from leaderboard.configuration import find_configuration
    from leaderboard.files.aside import written_aside
    from leaderboard.format import many
    from leaderboard.report.highlight import highlighted

    own = find_configuration(config, [file]).own
    transcript = read_transcript(file, input_format=input_format)
    claims = extract_claims(transcript, own)
    with written_aside(output) as aside:
        Path(aside).write_text(highlighted(transcript, claims), encoding="utf-8")
    click.echo(f"{output}: {many(len(claims), 'claim')}")
