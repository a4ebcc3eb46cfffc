"""Contested entries on a terminal, the two sides beside each other."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from leaderboard.format import figure, joined, many, percent, plain
from leaderboard.versions.conflicts import Contested, Side


def print_contested(out: Console, found: Sequence[Contested]) -> None:
    """Prints each with its two sides beside each other."""
    if not found:
        out.print("Nothing is contested.")
    for one in found:
        about = joined(one.subject, one.attribute.replace("_", " "), one.benchmark, one.setting)
        out.print(Text(plain(about), style="bold"))
        table = Table.grid(padding=(0, 3, 0, 0), pad_edge=False, expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        rival = "denied" if one.runner_up is None else figure(one.runner_up, one.figure.unit)
        table.add_row(
            _side(f"{one.figure}", f", {percent(one.confidence)} sure", one.standing),
            _side(rival, "", one.other),
        )
        out.print(table)
        out.print()


def _side(value: str, sure: str, side: Side) -> Text:
    text = Text.assemble((value, "bold yellow"), f"{sure}, {many(side.episodes, 'episode')}")
    if side.words is None:
        return text
    words = side.words
    text.append(f"\n{plain(words.before)}")
    text.append(f"»{plain(words.words)}«" if words.words else "", style="bold")
    text.append(plain(words.after))
    where = joined(words.title, words.show, words.published or "no date")
    text.append(f"\n{plain(where)}", style="dim")
    return text
