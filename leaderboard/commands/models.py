"""tallycast models: the leaderboard with one row a model."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast models", "tallycast models gemini --version 3"))
@click.argument("subject", required=False)
@options.version
@options.answer_format
@options.database
def models(subject: str | None, version: int | str | None, form: str, db: str) -> None:
    """Show one row a model: its best-known figures side by side.

    SUBJECT may be the beginning of a name. "?" stands behind what is contested or a guess. JSON and
    CSV have more columns, and all scores.
    """
    from leaderboard.database import reading
    from leaderboard.terminal.model_reports import print_models
    from leaderboard.terminal.reports import write_rows
    from leaderboard.terminal.tables import console
    from leaderboard.versions.models import MODEL_COLUMNS, read_models

    with reading(db) as con:
        found = read_models(con, version, subject)
    if form == "table":
        print_models(console(), found)
    else:
        write_rows(MODEL_COLUMNS, [model.row for model in found], form, sys.stdout)
