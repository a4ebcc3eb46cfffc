"""tallycast why: the words behind a figure."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        'tallycast why "Llama 4 Scout" context_window',
        'tallycast why "Claude 3.7 Sonnet" score --benchmark "SWE-bench Verified"',
    )
)
@click.argument("subject")
@click.argument("attribute")
@click.option("--benchmark", metavar="NAME", help="For scores: only on this one.")
@options.answer_format
@options.database
def why(subject: str, attribute: str, benchmark: str | None, form: str, db: str) -> None:
    """Show the claims behind a fact.

    Each with its words, where it was said, and the part that it plays. JSON and CSV have a row a
    claim.
    """
    from leaderboard.database import reading
    from leaderboard.terminal.reports import print_evidence, write_rows
    from leaderboard.terminal.tables import console
    from leaderboard.versions.evidence import EVIDENCE_COLUMNS, evidence_rows, find_evidence

    with reading(db) as con:
        evidence = find_evidence(con, subject, attribute, benchmark)
    if form == "table":
        print_evidence(console(), evidence)
    else:
        write_rows(EVIDENCE_COLUMNS, evidence_rows(evidence), form, sys.stdout)
