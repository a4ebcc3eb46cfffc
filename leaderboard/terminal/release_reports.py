"""What is told of versions: what a new one has, how two differ, whether one is reproduced."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TextIO

from rich.console import Console
from rich.text import Text

from leaderboard.files.rows import write_json
from leaderboard.format import joined, many, plain
from leaderboard.terminal.tables import grid, print_table
from leaderboard.versions.publish import Change, Publication
from leaderboard.versions.releases import Difference, Side
from leaderboard.versions.verifying import Reproduction

DIFFERENCE_COLUMNS = (
    "kind", "subject", "attribute", "benchmark", "setting", "before", "after", "because", "fact",
)  # fmt: skip
_CHANGES_SHOWN = 12
_SIGNS = {"added": "+", "changed": "~", "removed": "-"}
HEADINGS = (("added", "New"), ("changed", "Changed"), ("removed", "Gone"))
_MARKDOWN_ESCAPES = str.maketrans({char: f"\\{char}" for char in r"\`*_[]<>|#&~"})


def print_publication(out: Console, publication: Publication) -> None:
    """Says which version there is now and what it has otherwise than the one before."""
    if publication.version is None:
        out.print("Nothing to publish: no claim names a subject and a value.")
        return
    if not publication.is_new:
        called = f", called {publication.label!r}" if publication.label else ""
        out.print(f"Nothing changed: version {publication.version} stands{called}.")
        return
    counted = ", ".join(
        f"{publication.count(kind):,} {kind}" for kind in ("added", "changed", "removed")
    )
    out.print(f"Version {publication.version}: {many_entries(publication.entries)} ({counted}).")
    if publication.version > 1 and publication.changes:
        _print_changes(out, publication.changes)


def many_entries(number: int) -> str:
    """Returns "1 entry" or "2 entries"."""
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def _print_changes(out: Console, changes: Sequence[Change]) -> None:
    table = grid(
        ("", "left"),
        ("subject", "left"),
        ("what", "left"),
        ("before", "right"),
        ("now", "right"),
        ("status", "left"),
    )
    for change in changes[:_CHANGES_SHOWN]:
        about = joined(change.attribute.replace("_", " "), change.benchmark, change.setting)
        table.add_row(
            _SIGNS[change.kind],
            Text(plain(change.subject)),
            Text(plain(about)),
            str(change.before or ""),
            str(change.after or ""),
            change.status,
        )
    print_table(out, table)
    if len(changes) > _CHANGES_SHOWN:
        out.print(f"… and {many(len(changes) - _CHANGES_SHOWN, 'further change')}")


def print_differences(out: Console, found: Sequence[Difference], earlier: int, later: int) -> None:
    """Prints what version `later` has otherwise than version `earlier`, and why."""
    counts = Counter(one.kind for one in found)
    counted = ", ".join(f"{counts[kind]:,} {kind}" for kind in ("added", "changed", "removed"))
    out.print(f"Version {later} against version {earlier}: {counted}.")
    if not found:
        return
    table = grid(("", "left"), ("subject", "left"), ("what", "left"), ("value", "left"))
    for one in found:
        table.add_row(
            _SIGNS[one.kind],
            Text(plain(one.subject)),
            Text(plain(one.about)),
            Text(plain(one.change), style="bold"),
        )
        if one.because:
            why = "; ".join(str(cause) for cause in one.because)
            table.add_row("", "", Text(plain(why), style="dim"), "")
    print_table(out, table)


def print_reproduction(out: Console, found: Reproduction) -> None:
    """Says whether the transcripts give the newest version, and if not, what is otherwise."""
    if found.reproduced:
        out.print(f"Version {found.version} is reproduced from the transcripts.")
        return
    otherwise = f"{many_entries(found.differences)} otherwise"
    out.print(f"Version {found.version} is NOT reproduced: {otherwise}.")
    reasons = [f"not the same {what}" for what in found.reasons]
    if found.missing:
        reasons.append(f"{many(found.missing, 'episode')} of it not among the transcripts")
    if found.further:
        reasons.append(f"{many(found.further, 'episode')} among the transcripts not of it")
    for reason in reasons:
        out.print(f"  {reason}")


def write_differences_json(found: Sequence[Difference], out: TextIO) -> None:
    """Writes an array of objects with DIFFERENCE_COLUMNS; values are in unit."""
    rows = [
        (
            *(one.kind, one.subject, one.attribute, one.benchmark, one.setting),
            *(_side(one.before), _side(one.after)),
            [asdict(cause) for cause in one.because],
            one.fact,
        )
        for one in found
    ]
    write_json(DIFFERENCE_COLUMNS, rows, out)


def _side(side: Side | None) -> dict[str, object] | None:
    if side is None:
        return None
    told = asdict(side)
    return {**told.pop("figure"), **told}


def as_markdown(found: Sequence[Difference], earlier: int, later: int) -> str:
    """Returns the differences as a section of a newsletter, what others wrote escaped."""
    lines = [f"## Version {later}, compared with version {earlier}", ""]
    if not found:
        lines += ["Nothing changed.", ""]
    for kind, heading in HEADINGS:
        some = [one for one in found if one.kind == kind]
        if some:
            count = many(len(some), "figure")
            lines += [f"### {heading} ({count})", "", *map(_markdown_line, some), ""]
    return "\n".join(lines)


def _markdown_line(one: Difference) -> str:
    why = "; ".join(str(cause) for cause in one.because)
    status = f" ({one.after.status})" if one.after and one.kind == "added" else ""
    line = f"- **{_escaped(one.subject)}**, {_escaped(one.about)}: {_escaped(one.change)}{status}"
    return f"{line} – *{_escaped(why)}*" if why else line


def _escaped(text: str) -> str:
    return plain(text).translate(_MARKDOWN_ESCAPES)
