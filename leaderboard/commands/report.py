"""tallycast report: a static site of the leaderboard."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

import click

from leaderboard import options


@click.command(epilog=options.example("tallycast report --db tallycast.duckdb --out site/"))
@click.option(
    "--out", required=True, metavar="DIR", help="Folder of the site; a report there is replaced."
)
@options.configuration
@options.database
def report(out: str, config: str | None, db: str) -> None:
    """Write a site in which every figure leads to its words.

    It has the newest version, opens from disk and needs no network; any web host can have it as it
    is. A page that says what it said before keeps its bytes and its time.
    """
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, reading
    from leaderboard.format import many
    from leaderboard.report.site import write_report

    own = find_configuration(config).own
    with reading(existing(db)) as con:
        written = write_report(con, out, own)
    size = f"{written.size / 1e6:.1f} MB"
    click.echo(f"The report: {written.index}")
    click.echo(f"{many(written.files, 'file')}, {size}; {written.changed:,} new or changed.")
