"""What is told of transcripts that were read, and of those that were not."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.records import Failure
from leaderboard.format import many, plain
from leaderboard.taken import Reading
from leaderboard.terminal.tables import grid, print_table
from reconcile import Counts

_READINGS_SHOWN = 20


def print_readings(
    out: Console, readings: Sequence[Reading], failures: Sequence[Failure] = ()
) -> None:
    """Says what was read, and what was skipped and why; of many only what is new or changed."""
    shown = [reading for reading in readings if reading.state == "read"]
    if len(readings) <= _READINGS_SHOWN:
        shown = list(readings)
    if shown:
        out.print()
        print_table(out, _readings_table(shown[:_READINGS_SHOWN]))
    _print_rest(out, len(shown), "more episode")
    if failures:
        out.print()
        print_table(out, _skipped_table(failures[:_READINGS_SHOWN]))
        _print_rest(out, len(failures), "more file")
    claims = many(sum(reading.claims for reading in readings), "claim")
    states = Counter(reading.state for reading in readings)
    told = f"{many(len(readings), 'episode')}, {states['unchanged']:,} unchanged"
    copies = f", {states['copy']:,} of them copies" if states["copy"] else ""
    skipped = f"; {many(len(failures), 'file')} skipped" if failures else ""
    out.print(f"{told}{copies}; {claims}{skipped}.")


def _print_rest(out: Console, number: int, noun: str) -> None:
    if number > _READINGS_SHOWN:
        out.print(f"… and {many(number - _READINGS_SHOWN, noun)}")


def _skipped_table(failures: Sequence[Failure]) -> Table:
    table = grid(("skipped", "left"), ("why", "left"))
    for failure in failures:
        why = failure.reason.removeprefix(failure.source).lstrip(": ")
        table.add_row(Text(plain(failure.source)), Text(plain(why)))
    return table


def print_undated(out: Console, counts: Counts) -> None:
    """Says how many episodes could not take part where time matters, and how to mend it."""
    if counts.undated:
        episodes = many(counts.undated, "episode")
        out.print(f"{episodes} without a date left out of what changes, such as prices: --date.")


def _readings_table(readings: Sequence[Reading]) -> Table:
    table = grid(
        ("published", "left"),
        ("episode", "left"),
        ("show", "left"),
        ("claims", "right"),
        ("", "left"),
    )
    for reading in readings:
        episode = reading.episode
        table.add_row(
            str(episode.published or "no date"),
            Text(plain(episode.title or episode.source)),
            Text(plain(episode.show or "")),
            f"{reading.claims:,}",
            _remark(reading),
        )
    return table


def _remark(reading: Reading) -> str:
    """Returns what is to be said of a reading: "copy", "3 characters replaced"."""
    episode = reading.episode
    remarks = [
        "" if reading.state == "read" else reading.state,
        f"{many(episode.replaced, 'character')} replaced" if episode.replaced else "",
        f"{many(episode.unread, 'cue')} unread" if episode.unread else "",
    ]
    return ", ".join(filter(None, remarks))
