"""What is told of transcripts that were read, and of those that were not."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.records import Failure
from leaderboard.format import many, plain
from leaderboard.intake.tallies import SHOWN, Failures, Reading, Readings
from leaderboard.terminal.tables import grid, print_table
from reconcile import Counts


def print_readings(out: Console, readings: Readings, failures: Failures) -> None:
    """Says what was read, and what was skipped and why; of many only what is new or changed."""
    many_read = readings.states.total() > SHOWN
    shown = readings.new if many_read else readings.first
    if shown:
        out.print()
        print_table(out, _readings_table(shown))
        _print_rest(out, readings.states["read"] if many_read else len(shown), "more episode")
    if failures.count:
        out.print()
        print_table(out, _skipped_table(failures.first))
        _print_rest(out, failures.count, "more file")
    states = readings.states
    told = f"{many(states.total(), 'episode')}, {states['unchanged']:,} unchanged"
    copies = f", {states['copy']:,} of them copies" if states["copy"] else ""
    skipped = f"; {many(failures.count, 'file')} skipped" if failures.count else ""
    out.print(f"{told}{copies}; {many(readings.claims, 'claim')}{skipped}.")


def _print_rest(out: Console, number: int, noun: str) -> None:
    if number > SHOWN:
        out.print(f"… and {many(number - SHOWN, noun)}")


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
