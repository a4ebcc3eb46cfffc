"""tallycast reconcile: facts anew from the claims that are stored."""
# ruff: noqa: PLC0415  what is heavy is imported when the command runs: --help answers at once

from datetime import date, datetime

import click

from leaderboard import options


@click.command(
    epilog=options.example(
        "tallycast reconcile --db tallycast.duckdb",
        "tallycast reconcile --as-of 2026-05-03",
        "tallycast reconcile --engine spark --master spark://host:7077 --claims claims/",
    )
)
@options.engine
@click.option("--claims", metavar="DIR", help="What 'tallycast extract --engine spark' wrote.")
@options.as_of
@options.configuration
@options.database
def reconcile(  # noqa: PLR0913, PLR0917  each is an option
    engine: str,
    master: str,
    claims: str | None,
    as_of: datetime | None,
    config: str | None,
    db: str,
) -> None:
    """Weigh the stored claims and say what they come to.

    "tallycast build" does this too; alone it is of use after a new release, or after a change of
    tallycast.toml. Facts as of a day stand until the next build, publish or reconcile. On Spark it
    weighs the claims in a folder and writes the facts beside them.
    """
    if engine == "spark" or claims is not None:
        _on_spark(engine, master, claims, options.day(as_of), config)
        return
    from leaderboard.configuration import find_configuration
    from leaderboard.database import existing, writing
    from leaderboard.format import many
    from leaderboard.reconciling import bring_up_to_date
    from leaderboard.terminal.reading_reports import print_undated
    from leaderboard.terminal.tables import console

    configuration = find_configuration(config)
    with writing(existing(db)) as con:
        counts = bring_up_to_date(con, configuration, options.day(as_of))
    click.echo(
        f"{many(counts.claims, 'claim')}, {counts.attached:,} of them in "
        f"{many(counts.facts, 'fact')}; {counts.contested:,} contested"
    )
    print_undated(console(), counts)


def _on_spark(
    engine: str, master: str, claims: str | None, as_of: date | None, config: str | None
) -> None:
    from leaderboard.cluster.intake import FACTS
    from leaderboard.cluster.session import spark_session
    from leaderboard.configuration import find_configuration

    if engine != "spark" or claims is None:
        raise click.UsageError("--engine spark and --claims DIR go together")
    configuration = find_configuration(config)
    with spark_session(master) as session:
        from leaderboard.cluster.reconciling import reconcile_folder

        reconcile_folder(session, claims, configuration, as_of)
    click.echo(
        f"Facts are in {claims}/{FACTS}; 'tallycast build --claims {claims}' publishes them."
    )
