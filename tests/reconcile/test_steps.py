"""The steps are explained, and a failure names its step."""

from pathlib import Path

import pytest

from reconcile.engines import DuckDb, StepError
from reconcile.steps import FOLDER, run_step, step_text
from tests.reconcile.making import (
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)

SCRIPTS = sorted(Path(entry.name).stem for entry in FOLDER.iterdir())


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_step_says_what_it_makes(script: str) -> None:
    first, *_ = step_text(script).splitlines()
    assert first.startswith("-- ")


def test_every_column_is_explained() -> None:
    con = open_memory()
    reconcile_all(con, make_extraction(make_episode("a"), make_claim(5)))
    made = rows(
        con, "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'temp'"
    )
    silent = [
        (row["table_name"], row["column_name"])
        for row in made
        if row["table_name"] in SCRIPTS and not _explains(row["table_name"], row["column_name"])
    ]
    assert silent == []


def _explains(script: str, column: str) -> bool:
    told = [line[4:] for line in step_text(script).splitlines() if line.startswith("--   ")]
    named = {name.strip(" ,") for line in told for name in line.split()}
    return column in named or any("the columns of" in line for line in told)


def test_a_step_that_fails_shows_its_statement() -> None:
    con = open_memory()
    with pytest.raises(StepError) as caught:
        run_step(DuckDb(con), "tallies")
    assert "step tallies failed" in str(caught.value)
    assert "values_said" in str(caught.value)
