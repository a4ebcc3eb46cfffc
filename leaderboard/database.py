"""The one file that commands work on: opened, used as a whole or not at all, closed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.memory import give_back_what_is_freed
from reconcile import MIGRATIONS, OutdatedError, first_line, open_database

ROOMS = (MIGRATIONS, files("leaderboard") / "migrations")

# Set when the file is opened, since the second locks the first.
LOCKED_DOWN = {
    "enable_external_access": "false",
    "lock_configuration": "true",
    "temp_directory": "",  # what is too large for memory is not put on the disk
}


@contextmanager
def writing(path: str) -> Iterator[DuckDBPyConnection]:
    """Opens the database for one transaction: all of it is kept, or after an error nothing."""
    give_back_what_is_freed()
    con = open_database(path, migrations=ROOMS)
    with _closing(con, path):
        con.execute("BEGIN")
        yield con
        con.execute("COMMIT")


@contextmanager
def reading(path: str, config: Mapping[str, str] | None = None) -> Iterator[DuckDBPyConnection]:
    """Opens the database to read; others may read it at the same time.

    A file of an older release is brought up to date first.
    """
    try:
        con = open_database(path, migrations=ROOMS, read_only=True, config=config)
    except OutdatedError:
        open_database(path, migrations=ROOMS).close()
        con = open_database(path, migrations=ROOMS, read_only=True, config=config)
    with _closing(con, path):
        yield con


def existing(path: str) -> str:
    """Returns the path of a database that must be there already."""
    if not Path(path).exists():
        raise TallycastError(f"{path}: no such database; 'tallycast build' makes one")
    return path


@contextmanager
def _closing(con: DuckDBPyConnection, path: str) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise TallycastError(f"{path}: {first_line(error)}") from error
    finally:
        con.close()
