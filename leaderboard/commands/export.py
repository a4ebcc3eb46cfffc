"""tallycast export: a version as files."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options

_FORMATS = ("csv", "parquet", "json")


class _Formats(click.ParamType[tuple[str, ...]]):
    """Names of formats with commas between them."""

    name = "formats"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Returns the names in the order of _FORMATS; fails where one is none of these."""
        asked = value.split(",") if isinstance(value, str) else value
        wrong = [name for name in asked if name not in _FORMATS]
        if wrong:
            self.fail(f"{wrong[0]!r} is none of {', '.join(_FORMATS)}.", param, ctx)
        return tuple(name for name in _FORMATS if name in asked)


@click.command(
    epilog=options.example(
        "tallycast export --out tables/",
        'tallycast export --out may/ --label "May 2026" --format csv,parquet,json',
    )
)
@click.option("--out", required=True, metavar="DIR", help="Folder for the files; made if missing.")
@click.option(
    "--format",
    "formats",
    type=_Formats(),
    default="csv,parquet",
    show_default=True,
    metavar="NAMES",
    help="Of csv, parquet and json, with commas between them.",
)
@options.version
@options.database
def export(out: str, formats: tuple[str, ...], version: int | str | None, db: str) -> None:
    """Write a version as files: the newest, or the one that is named.

    That is the leaderboard with one row an entry and (models) with one row a model; of the newest
    version also what it rests on: facts, periods, claims, fact_claims, derivations, episodes and
    sources. The
    files are described in datapackage.json (Frictionless), their hashes stand in SHA256SUMS. The
    same version gives the same bytes. An earlier export in DIR is replaced as a whole.

    In CSV an apostrophe stands before text that a spreadsheet would run as a formula: text that
    begins with =, +, -, @, a tab or a return.
    """
    from leaderboard.database import reading
    from leaderboard.export.release import export_version

    with reading(db) as con:
        names = export_version(con, out, formats, version)
    for name in names:
        click.echo(f"{out.rstrip('/')}/{name}")
