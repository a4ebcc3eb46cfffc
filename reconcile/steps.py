"""Runs SQL as named steps: each file of sql/ is one SELECT, and makes one table of the run."""

from functools import cache
from importlib.resources import files

from reconcile.engines import Engine

FOLDER = files("reconcile") / "sql"


def run_step(
    engine: Engine, table: str, script: str | None = None, *, more: bool = False, **names: str
) -> None:
    """Makes the table `table` from the SELECT in sql/`script`.sql.

    Args:
        engine: where it runs.
        table: name of the table that is made, and of the script where none is given.
        script: for a script that serves more than one table.
        more: adds to the table, which is there, instead of making it.
        names: what to put for the placeholders in the script, such as {votes}.

    Raises:
        StepError: the statement failed; that is a mistake in this program, not of its user.
    """
    select = step_text(script or table)
    for placeholder, name in names.items():
        select = select.replace(f"{{{placeholder}}}", name)
    if more:
        engine.add(table, select)
    else:
        engine.make(table, select)


@cache
def step_text(script: str) -> str:
    """Returns the SELECT in sql/`script`.sql."""
    return (FOLDER / f"{script}.sql").read_text(encoding="utf-8")
