"""tallycast extract, also installed as extract: a filter, transcripts in, claims out."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    context_settings=options.HELP,
    epilog=options.example(
        "tallycast extract talk.txt | head -1",
        "tallycast extract transcripts/ --format parquet -o claims.parquet",
    ),
)
@options.transcripts()
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    default="jsonl",
    show_default=True,
    help="One record a claim; Parquet needs -o.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to, instead of standard output.")
def extract(request: options.Request, form: str, output: str | None) -> int:
    """Print the claims of transcripts, one record each.

    PATH is a transcript, a folder of them, or - for standard input.
    """
    if form == "parquet" and output is None:
        raise click.UsageError("--format parquet needs -o FILE")

    from extract.records import Extraction
    from leaderboard.claim_files import write_claims
    from leaderboard.configuration import find_configuration
    from leaderboard.intake import extracted, sources_of
    from leaderboard.running import SOME_SKIPPED
    from leaderboard.tallies import Failures

    own = find_configuration(request.config, request.paths).own
    failures = Failures()
    to_terminal = output is None and sys.stdout.isatty()
    sources = sources_of(request)
    results = failures.sift(extracted(request, sources, own, progress=not to_terminal))
    extractions = (result for result in results if isinstance(result, Extraction))
    write_claims(extractions, form, output, sys.stdout)
    return SOME_SKIPPED if failures.count else 0
