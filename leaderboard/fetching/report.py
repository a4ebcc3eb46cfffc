"""What `tallycast fetch` prints."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from leaderboard.fetching.fetch import Fetched
from leaderboard.format import many, plain
from leaderboard.terminal.tables import grid, print_table


def print_fetched(out: Console, outcomes: Sequence[Fetched]) -> None:
    """Says which transcripts were fetched and which were not, and why."""
    told = [outcome for outcome in outcomes if outcome.state in {"fetched", "failed"}]
    if told:
        table = grid(("episode", "left"), ("", "left"), ("file", "left"))
        for outcome in told:
            table.add_row(Text(plain(outcome.title)), outcome.state, Text(plain(outcome.what)))
        print_table(out, table)
    if not outcomes:
        out.print("The feed has not changed.")
        return
    states = Counter(outcome.state for outcome in outcomes)
    out.print(
        f"{many(len(outcomes), 'episode')}: {states['fetched']:,} fetched, "
        f"{states['known']:,} known, {states['none']:,} without transcript, "
        f"{states['failed']:,} failed."
    )
