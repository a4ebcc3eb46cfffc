"""What commands print: rows, the leaderboard, the evidence."""

import os
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from leaderboard.files.rows import Row, write_csv, write_json
from leaderboard.format import clock, figure, joined, many, percent, plain
from leaderboard.terminal.tables import (
    console,
    leaderboard_table,
    print_table,
    rows_table,
    status_words,
)
from leaderboard.versions.entries import Entry
from leaderboard.versions.evidence import Derivation, Evidence, Reasons

ENTRIES_SHOWN = 500  # after a build; drawing thousands takes longer than finding what is new


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


def write_rows(columns: Sequence[str], rows: Iterable[Row], form: str, out: TextIO) -> None:
    """Writes any rows as "json", "csv" or "table"."""
    if form == "json":
        write_json(columns, rows, out)
    elif form == "csv":
        write_csv(columns, rows, out)
    elif columns:
        print_table(console(out), rows_table(columns, rows))


def _print_fact(out: Console, fact: Entry, shows: int) -> None:
    about = joined(fact.subject, fact.attribute.replace("_", " "), fact.benchmark, fact.setting)
    line = Text(f"{plain(about)}: ")
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
    text.append_text(_marked(claim))
    day = claim.published or "no date"
    where = joined(claim.title or claim.source, claim.show, day, _place(claim))
    text.append(f"\n{plain(where)}", style="dim")
    if claim.derivation:
        text.append("\n" + plain(_derivation_text(claim.derivation)), style="dim")
    if claim.alias:
        why = f": {claim.merged}" if claim.merged else ""
        text.append("\n" + plain(f"said of {claim.alias!r}{why}"), style="dim")
    return text


def _derivation_text(derivation: Derivation) -> str:
    """Returns "4 times the context window of GPT-4: 4 × 8 k tokens = 32 k tokens"."""
    factor = f"{derivation.factor:.12g}"
    attribute = derivation.attribute.replace("_", " ")
    said = f"{factor} times the {attribute} of {derivation.other or 'what is not named'}"
    if derivation.base_value is None or derivation.value is None:
        return said
    base = figure(derivation.base_value, derivation.unit)
    return f"{said}: {factor} × {base} = {figure(derivation.value, derivation.unit)}"


def _marked(claim: Evidence) -> Text:
    """Marks the figure's words."""
    before, words, after = map(plain, claim.words)
    return Text.assemble(before, (f"»{words}«" if words else "", "bold"), after)


def _place(claim: Evidence) -> str:
    name = claim.source if claim.source == "-" else os.path.relpath(claim.source)
    if name.startswith(".."):
        name = claim.source
    who = f", {claim.speaker}" if claim.speaker else ""
    if claim.timestamp is not None:
        who += f" at {clock(claim.timestamp)}"
    return f"{name}:{claim.line}{who}"
