"""tallycast lexicon: what the names in a database tell of the lexicon."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import sys

import click

from leaderboard import options


@click.group(epilog=options.example("tallycast lexicon unknown", "tallycast lexicon show Llama"))
def lexicon() -> None:
    """Names that nobody listed, and entries of the lexicon."""


@lexicon.command(
    epilog=options.example(
        "tallycast lexicon unknown --db tallycast.duckdb",
        "tallycast lexicon unknown --format toml >> tallycast.toml",
    )
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "toml"]),
    default="table",
    show_default=True,
    help="JSON is an array of objects; TOML is to be put into tallycast.toml.",
)
@options.database
def unknown(form: str, db: str) -> None:
    """List the names in claims that the lexicon has not.

    Each with how many claims and episodes have it, and a quote.
    """
    from leaderboard.database import reading
    from leaderboard.statements import statement
    from leaderboard.terminal.lexicon_text import unknown_text
    from leaderboard.terminal.reports import write_rows

    with reading(db) as con:
        rows = con.execute(statement("unknown_names")).fetchall()
    if form == "toml":
        click.echo(unknown_text(rows), nl=False)
    else:
        write_rows(("name", "claims", "episodes", "quote"), rows, form, sys.stdout)


@lexicon.command(epilog=options.example("tallycast lexicon show Llama"))
@click.argument("name")
@options.configuration
def show(name: str, config: str | None) -> None:
    """Show the entries called NAME, the built-in ones and yours.

    As they could stand in a tallycast.toml; case, spaces and hyphens do not count.
    """
    from extract.names.lexicon import load_lexicon
    from leaderboard.configuration import find_configuration
    from leaderboard.terminal.lexicon_text import entries_called, entry_text

    entries = entries_called(name, load_lexicon(find_configuration(config).own))
    click.echo("\n".join(map(entry_text, entries)), nl=False)
