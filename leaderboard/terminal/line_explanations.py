"""How the figures in one line of a transcript became claims, or why they did not."""

from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extract import read_transcript
from extract.attributes.book import NOT_A_CLAIM
from extract.errors import TallycastError
from extract.lexicon import Lexicon
from extract.linking.explaining import Weighed, explain_line
from extract.records import Claim
from leaderboard.files.rows import Plain
from leaderboard.format import figure, joined, percent, plain

MOST = 4  # candidates that are printed


def place_in(text: str) -> tuple[str, int] | None:
    """Returns file and line where a text is "FILE:LINE", else None.

    Raises:
        TallycastError: it can be nothing else, and there is no such file.
    """
    path, _, line = text.rpartition(":")
    if not (path and line.isdecimal() and line.isascii()):
        return None
    if _is_file(path):
        return path, int(line)
    if Path(path).suffix[1:2].isalpha() and not any(map(str.isspace, path)):  # nobody says that
        raise TallycastError(f"{path}: no such file")
    return None


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # longer than any name
        return False


def figures_at(path: str, line: int, lexicon: Lexicon) -> tuple[Weighed, ...]:
    """Returns the figures in a line of a transcript.

    Raises:
        TallycastError: the file cannot be read, or has no such line.
    """
    transcript = read_transcript(path)
    lines = transcript.text.count("\n") + 1
    if not 1 <= line <= lines:
        raise TallycastError(f"{path}: no line {line}, it has {lines}")
    return explain_line(transcript, lexicon, line)


def as_json(weighed: tuple[Weighed, ...]) -> list[Plain]:
    """Returns the figures as JSON holds them, with all candidates and weights."""
    return [
        {
            "text": one.text,
            "attributes": [
                {
                    "attribute": it.attribute.name,
                    "rule": it.rule.name,
                    "weight": round(it.weight, 3),
                }
                for it in one.attributions
            ],
            "subjects": [
                {"subject": it.name.canonical, "weight": round(it.weight, 3)} for it in one.subjects
            ],
            "claims": [
                {
                    "id": claim.id,
                    "subject": claim.subject,
                    "attribute": claim.attribute,
                    "benchmark": claim.benchmark,
                    "setting": claim.setting,
                    "value": claim.value,
                    "unit": claim.unit,
                    "relation": asdict(claim.relation) if claim.relation else None,
                    "qualifier": claim.qualifier,
                    "stance": claim.stance,
                    "confidence": claim.confidence,
                    "rule": claim.rule,
                }
                for claim in one.claims
            ],
            "why_none": None if one.claims else _why_none(one),
        }
        for one in weighed
    ]


def print_figures(out: Console, weighed: tuple[Weighed, ...]) -> None:
    """Prints for each figure what was weighed and what came of it."""
    for one in weighed:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(overflow="fold")
        for label, value in _rows(one):
            table.add_row(label, Text(plain(value)))
        out.print(Text(f"»{plain(one.text)}«", "bold"))
        out.print(Padding(table, (0, 0, 1, 2)))
    if not weighed:
        out.print("No figure begins in this line.")


def _rows(one: Weighed) -> list[tuple[str, str]]:
    weighed = [
        f"{it.attribute.name} {it.weight:.2f} ({it.rule.name})" for it in one.attributions[:MOST]
    ]
    owners = [f"{it.name.canonical} {it.weight:.2f}" for it in one.subjects[:MOST]]
    rows = [("of what", "; ".join(weighed) or "nothing near tells")]
    rows.append(("of whom", "; ".join(owners) or "no name near"))
    rows += [("claim", _told(claim)) for claim in one.claims]
    if not one.claims:
        rows.append(("no claim", _why_none(one)))
    return rows


def _told(claim: Claim) -> str:
    value = figure(claim.value, claim.unit) if claim.value is not None else claim.relation
    told = joined(
        claim.subject or "nobody named",
        claim.attribute,
        claim.benchmark,
        claim.setting,
        value,
        claim.qualifier,
        claim.stance,
        f"{percent(claim.confidence)} sure",
    )
    return f"{told}; by {claim.rule}"


def _why_none(one: Weighed) -> str:
    if not one.attributions:
        return "nothing near tells what the figure is of"
    best = one.attributions[0].attribute
    if best.name.startswith(NOT_A_CLAIM):
        return f"it is {best.name.removeprefix(NOT_A_CLAIM)}"
    if not one.subjects:
        return f"no name near that {best.name} can be said of"
    low, high = best.bounds
    return f"no name weighs enough, or the value is not within {low:g} to {high:g} {best.unit}"
