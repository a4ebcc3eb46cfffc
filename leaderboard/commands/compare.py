"""tallycast compare: facts beside a table of references."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast compare notable_ai_models.csv", "tallycast compare genai-prices --format json"
    )
)
@click.argument("reference")
@click.option(
    "--tolerance",
    type=click.FloatRange(min=0),
    default=5.0,
    show_default=True,
    metavar="PERCENT",
    help="By how much values may differ and still agree.",
)
@options.answer_format
@options.database
def compare(reference: str, tolerance: float, form: str, db: str) -> int:
    """Set the facts beside a table of references.

    REFERENCE is the word genai-prices (the prices of that package), the api.json of models.dev,
    Epoch's notable_ai_models.csv, or any CSV with subject, attribute, value and unit. References
    never become facts. Exit code 1: a fact differs.
    """
    from leaderboard.database import reading
    from leaderboard.terminal.comparisons import canonical_name, write_comparisons
    from reconcile import compare as compare_facts
    from reconcile import read_references

    references = read_references(reference)
    with reading(db) as con:
        found = compare_facts(con, references, canonical_name, tolerance / 100)
    write_comparisons(found, form, sys.stdout)
    return 1 if any(one.outcome == "differs" for one in found) else 0
