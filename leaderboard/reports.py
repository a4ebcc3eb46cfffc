"""What commands print: what was read, what changed, the leaderboard, the evidence."""

import os
import re
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extract.records import Failure
from leaderboard.entries import Entry
from leaderboard.evidence import Evidence, Reasons
from leaderboard.format import many, percent, plain
from leaderboard.rows import Row, write_csv, write_json
from leaderboard.tables import (
    console,
    grid,
    leaderboard_table,
    print_table,
    rows_table,
    status_words,
)
from leaderboard.tallies import SHOWN, Failures, Reading, Readings
from reconcile import Counts

ENTRIES_SHOWN = 500  # after a build; drawing thousands takes longer than finding what is new


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


def print_leaderboard(out: Console, entries: Sequence[Entry], most: int | None = None) -> None:
    """Prints entries as the leaderboard; of more than `most` the first."""
    if entries:
        print_table(out, leaderboard_table(entries[:most], out.width))
    if most is not None and len(entries) > most:
        out.print(f"… and {len(entries) - most:,} more: tallycast show")


def print_evidence(out: Console, found: Sequence[Reasons]) -> None:
    """Prints facts, each with the claims behind it."""
    for reasons in found:
        if reasons.fact:
            _print_fact(out, reasons.fact, reasons.shows)
            _print_history(out, reasons)
        else:
            out.print(Text("In no fact", style="bold"))
        for claim in reasons.claims:
            out.print(Padding(_claim_text(claim), (0, 0, 0, 2)))
        out.print()


def write_rows(columns: Sequence[str], rows: Sequence[Row], form: str, out: TextIO) -> None:
    """Writes any rows to standard output as "json", "csv" or "table"."""
    if form == "json":
        write_json(columns, rows, out)
    elif form == "csv":
        write_csv(columns, rows, out)
    elif columns:
        print_table(console(), rows_table(columns, rows))


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


def _print_fact(out: Console, fact: Entry, shows: int) -> None:
    about = (fact.subject, fact.attribute.replace("_", " "), fact.benchmark, fact.setting)
    line = Text(plain(", ".join(part for part in about if part)) + ": ")
    line.append(str(fact.figure), style="bold")
    out.print(line)
    said = [str(day) for day in (fact.first_said, fact.last_said) if day]
    when = f", said {' to '.join(dict.fromkeys(said))}" if said else ""
    out.print(
        Text(
            f"  {status_words(fact)}; {percent(fact.confidence)} sure; "
            f"{many(fact.episodes, 'episode')} of {many(shows, 'show')}{when}",
            style="dim",
        )
    )


def _print_history(out: Console, reasons: Reasons) -> None:
    """Prints why the user set the value, and what stood before."""
    lines = [f"set by you: {reasons.pinned}"] if reasons.pinned else []
    for before in reasons.history:
        until = f" to {before.until}" if before.until else ""
        said = many(before.episodes, "episode")
        lines.append(f"before: {before.figure} from {before.since}{until}, {said}")
    for line in lines:
        out.print(Text(plain(f"  {line}"), style="dim"))


def _claim_text(claim: Evidence) -> Text:
    """Returns part, quote with the figure between » and «, and where it was said."""
    text = Text(f"{claim.part}: ", style="")
    text.append_text(_marked(plain(claim.quote), plain(" ".join(claim.value_text.split()))))
    where = [
        claim.title or claim.source,
        claim.show,
        str(claim.published or "no date"),
        _place(claim),
    ]
    text.append("\n" + plain(", ".join(part for part in where if part)), style="dim")
    if claim.alias:
        why = f": {claim.merged}" if claim.merged else ""
        text.append("\n" + plain(f"said of {claim.alias!r}{why}"), style="dim")
    return text


def _marked(quote: str, words: str) -> Text:
    """Marks the figure's words, not the same digits within a longer number."""
    found = re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w)", quote) or re.search(
        re.escape(words), quote
    )
    if not found or not words:
        return Text(quote)
    return Text.assemble(
        quote[: found.start()], (f"»{found.group()}«", "bold"), quote[found.end() :]
    )


def _place(claim: Evidence) -> str:
    name = claim.source if claim.source == "-" else os.path.relpath(claim.source)
    if name.startswith(".."):
        name = claim.source
    who = f", {claim.speaker}" if claim.speaker else ""
    if claim.timestamp is not None:
        minutes, seconds = divmod(int(claim.timestamp), 60)
        who += f" at {minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return f"{name}:{claim.line}{who}"
