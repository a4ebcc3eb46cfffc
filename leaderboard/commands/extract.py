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
        "tallycast extract s3a://talks/ --engine spark --master spark://host:7077 -o s3a://claims/",
    ),
)
@options.transcripts()
@options.engine
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    default="jsonl",
    show_default=True,
    help="One record a claim; Parquet needs -o.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to, instead of standard output.")
def extract(
    request: options.Request, engine: str, master: str, form: str, output: str | None
) -> int:
    """Print the claims of transcripts, one record each.

    PATH is a transcript, a folder of them, or - for standard input; on Spark any path that it
    reads. Spark writes a folder of Parquet files, for "tallycast build --claims".
    """
    if engine == "spark":
        return _on_spark(request, master, output)
    if form == "parquet" and output is None:
        raise click.UsageError("--format parquet needs -o FILE")

    from extract.records import Extraction
    from leaderboard.configuration import find_configuration
    from leaderboard.files.claim_files import write_claims
    from leaderboard.intake.tallies import Failures
    from leaderboard.intake.transcripts import extracted, sources_of
    from leaderboard.running import SOME_SKIPPED

    own = find_configuration(request.config, request.paths).own
    failures = Failures()
    to_terminal = output is None and sys.stdout.isatty()
    sources = sources_of(request)
    results = failures.sift(extracted(request, sources, own, progress=not to_terminal))
    extractions = (result for result in results if isinstance(result, Extraction))
    write_claims(extractions, form, output, sys.stdout)
    return SOME_SKIPPED if failures.count else 0


def _on_spark(request: options.Request, master: str, folder: str | None) -> int:
    """Writes the claims into a folder."""
    from leaderboard.cluster.session import spark_session
    from leaderboard.configuration import find_configuration
    from leaderboard.format import many
    from leaderboard.intake.tallies import Failures
    from leaderboard.intake.transcripts import asked_by
    from leaderboard.running import SOME_SKIPPED

    if folder is None:
        raise click.UsageError("--engine spark needs -o DIR")
    own = find_configuration(request.config, request.paths).own
    asked, failures = asked_by(request, own), Failures()
    with spark_session(master) as session:
        from leaderboard.cluster.extraction import extract_on_spark

        written = extract_on_spark(session, request.paths, asked, folder, failures)
    click.echo(f"{many(written.episodes, 'episode')}, {many(written.claims, 'claim')} in {folder}")
    return SOME_SKIPPED if failures.count else 0
