"""tallycast build: transcripts in, a published leaderboard out."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast build transcripts/ --db tallycast.duckdb",
        'tallycast build talk.txt --show "My Podcast" --date 2026-05-03',
    )
)
@options.transcripts
@options.configuration
@options.database
def build(request: options.Request, config: str | None, db: str) -> int:
    """Read transcripts, reconcile what they say, publish what is new.

    PATH is a transcript, a folder of them, or - for standard input. What was read before and has
    not changed is left as it is.
    """
    from extract import extractor_hash, lexicon_hash
    from leaderboard.database import writing
    from leaderboard.entries import read_entries
    from leaderboard.intake import Failures, extracted, find_sources, take_in
    from leaderboard.publish import publish
    from leaderboard.reconciling import bring_up_to_date
    from leaderboard.reports import (
        print_leaderboard,
        print_publication,
        print_readings,
        print_undated,
    )
    from leaderboard.settings import read_overrides
    from leaderboard.tables import console
    from reconcile import load_policy, stored_episodes

    overrides = read_overrides(config)
    failures = Failures()
    sources = find_sources(request)
    with writing(db) as con:
        stored = stored_episodes(con, extractor_hash())
        results = failures.sift(extracted(request, sources, stored=stored))
        readings = take_in(con, results, extractor_hash())
        counts = bring_up_to_date(con, overrides)
        publication = publish(con, lexicon=lexicon_hash(), policy=load_policy().hash())
        entries = read_entries(con)
    out = console()
    print_readings(out, readings)
    print_undated(out, counts)
    print_publication(out, publication)
    print_leaderboard(out, entries)
    return 1 if failures.count else 0
