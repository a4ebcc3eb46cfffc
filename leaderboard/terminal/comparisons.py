"""Facts beside references, as people and programs read them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import TextIO

from extract.lexicon import load_lexicon
from extract.scanning import read_line
from leaderboard.files.rows import Row
from leaderboard.format import figure, joined, many, percent
from leaderboard.terminal.reports import write_rows
from leaderboard.terminal.tables import console
from reconcile import Comparison

_COLUMNS = tuple(field.name for field in fields(Comparison))
_SHOWN = ("subject", "attribute", "fact", "reference", "difference", "outcome", "newer", "status")

# Makers' names and notes around a model's name may take up so much of it.
_LEAST_SPAN = 0.7


def canonical_name(name: str) -> str:
    """Returns the lexicon's spelling of a name as others write it; the name itself if unknown.

    Makers may stand beside the one thing that is named ("OpenAI GPT-4").
    """
    names, _ = read_line(name, load_lexicon())
    named = [found for found in names if found.kind != "organisation"] or [*names]
    read = sum(_letters(name[found.start : found.end]) for found in names)
    if len(named) == 1 and read >= _LEAST_SPAN * _letters(name):
        return named[0].canonical
    return name


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def write_comparisons(found: Sequence[Comparison], form: str, out: TextIO) -> None:
    """Writes them as "json", "csv" or, with a summary, as "table"."""
    if form != "table":
        write_rows(_COLUMNS, [astuple(one) for one in found], form, out)
        return
    if found:
        write_rows(_SHOWN, [_row(one) for one in found], form, out)
    console().print(summary(found))


def summary(found: Sequence[Comparison]) -> str:
    """Returns how many facts agree, and of those that several episodes agree on, what share."""
    counts = Counter[str](one.outcome for one in found)
    told = f"{many(len(found), 'fact')} met a reference: " + ", ".join(
        f"{counts[outcome]} {words}"
        for outcome, words in (
            ("agrees", "agree"), ("holds", "hold it in their bounds"), ("differs", "differ"),
        )
    )  # fmt: skip
    sure = [one.outcome for one in found if one.status in {"agreed", "rounded"}]
    if not sure:
        return told + "."
    share = percent(sure.count("agrees") / len(sure))
    return f"{told}. Of {len(sure)} on which episodes agree: {share}."


def _row(one: Comparison) -> Row:
    return (
        one.subject,
        joined(one.attribute.replace("_", " "), one.benchmark, one.setting),
        figure(one.value, one.unit),
        figure(one.reference, one.unit),
        f"{one.difference:+.1f} %",
        one.outcome,
        one.newer or "",
        one.status,
    )
