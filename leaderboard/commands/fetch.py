"""tallycast fetch: the transcripts that a feed links to, as files."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast fetch https://example.org/feed.xml --out talks/",
        "tallycast build talks/",
    )
)
@click.argument("feed")
@click.option("--out", required=True, metavar="DIR", help="Folder for the files; made if missing.")
@click.option("--allow-private", is_flag=True, help="Also from addresses of private networks.")
@options.logs
def fetch(feed: str, out: str, allow_private: bool) -> int:
    """Download the transcripts of new episodes.

    FEED is the address of an RSS or Atom feed with podcast:transcript links. The best format of
    each episode is taken (WebVTT, SubRip, JSON, HTML), with what the feed tells of it in a file
    beside it. What was fetched before is left as it is.
    """
    from pathlib import Path

    from leaderboard.fetching import Web
    from leaderboard.fetching import fetch as fetched
    from leaderboard.fetching.report import print_fetched
    from leaderboard.running import SOME_SKIPPED
    from leaderboard.terminal.tables import console

    outcomes = list(fetched(feed, Path(out), Web(allow_private=allow_private)))
    print_fetched(console(), outcomes)
    return SOME_SKIPPED if any(it.state == "failed" for it in outcomes) else 0
