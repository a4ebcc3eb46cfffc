"""tallycast build: transcripts in, a published leaderboard out."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import gc

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast build transcripts/ --db tallycast.duckdb",
        'tallycast build talk.txt --show "My Podcast" --date 2026-05-03',
        "tallycast build --claims claims/",
    )
)
@options.transcripts(required=False)
@click.option("--claims", metavar="DIR", help="Instead of PATH, what Spark has extracted.")
@options.label
@options.database
def build(request: options.Request, claims: str | None, label: str | None, db: str) -> int:
    """Read transcripts, reconcile what they say, publish it.

    PATH is a transcript, a folder of them, or - for standard input. What was read before and has
    not changed is left as it is. What cannot be read is skipped, listed at the end with the reason,
    and makes the exit code 3.
    """
    if bool(request.paths) == (claims is not None):
        raise click.UsageError("give PATH... or --claims DIR")

    from extract import extractor_hash
    from leaderboard.cluster.intake import read_claims, take_over_facts
    from leaderboard.configuration import find_configuration
    from leaderboard.database import writing
    from leaderboard.intake.taking import take_in
    from leaderboard.intake.tallies import Failures
    from leaderboard.intake.transcripts import read_anew, sources_of
    from leaderboard.reconciling import publish_anew
    from leaderboard.running import SOME_SKIPPED
    from leaderboard.terminal.reading_reports import print_readings, print_undated
    from leaderboard.terminal.release_reports import print_publication
    from leaderboard.terminal.reports import ENTRIES_SHOWN, print_leaderboard
    from leaderboard.terminal.tables import console
    from leaderboard.versions.entries import read_entries

    configuration = find_configuration(request.config, request.paths)
    own = configuration.own
    failures = Failures()
    sources = None if claims else sources_of(request)
    with writing(db) as con:
        if sources:
            files = read_anew(con, request, sources, own)
        else:
            files = read_claims(claims or "", extractor_hash(own))
        readings = take_in(con, files, extractor_hash(own), failures)
        del files, sources  # a hundred thousand paths take memory that facts need …
        gc.collect()  # … and what still holds some of them goes in a circle
        if claims:
            take_over_facts(con, claims)
        counts, publication = publish_anew(con, configuration, label=label)
        entries = read_entries(con)
    out = console()
    print_undated(out, counts)
    print_publication(out, publication)
    print_leaderboard(out, entries, most=ENTRIES_SHOWN)
    print_readings(out, readings, failures)
    return SOME_SKIPPED if failures.count else 0
