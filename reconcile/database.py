"""Opens the DuckDB file that holds everything, and says in one line why it cannot."""

import re
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from reconcile.migrations import MIGRATIONS, demand_current, load_migrations, migrate


def open_database(
    path: str,
    *,
    migrations: Sequence[Traversable] = (MIGRATIONS,),
    read_only: bool = False,
    config: Mapping[str, str] | None = None,
) -> DuckDBPyConnection:
    """Opens the database at `path`; for writing it is made, with its folder, where missing.

    Args:
        path: the DuckDB file.
        migrations: folders of .sql files, in the order in which they build on each other.
        read_only: opens without a lock against other readers; the file must exist.
        config: further settings of DuckDB.

    Raises:
        TallycastError: the file is missing, locked, damaged, foreign or newer than this program.
    """
    known = load_migrations(migrations)
    con = _connect(path, read_only=read_only, config=config or {})
    try:
        if read_only:
            demand_current(con, known, path)
        else:
            migrate(con, known, path)
    except duckdb.Error as error:
        con.close()
        raise TallycastError(f"{path}: {first_line(error)}") from error
    except BaseException:
        con.close()
        raise
    return con


def first_line(error: duckdb.Error) -> str:
    """Returns what DuckDB says went wrong, without its kind and hints; of a broken file, that."""
    message = str(error)
    if "Could not read enough bytes" in message:
        return "damaged (cut short)"
    if "Corrupt" in message or "checksum" in message:
        return "damaged (its checksums do not match)"
    return re.sub(r"^[A-Za-z ]+(Error|Exception): ", "", message.strip().split("\n", 1)[0])


def _connect(path: str, *, read_only: bool, config: Mapping[str, str]) -> DuckDBPyConnection:
    if read_only and not Path(path).exists():
        raise TallycastError(f"{path}: no such database; 'tallycast build' makes one")
    try:
        if not read_only:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        return duckdb.connect(path, read_only=read_only, config=dict(config))
    except OSError as error:
        raise TallycastError(f"{path}: {error.strerror}") from error
    except duckdb.Error as error:
        raise TallycastError(f"{path}: {_why_not_opened(error)}") from error


def _why_not_opened(error: duckdb.Error) -> str:
    message = str(error)
    holder = re.search(r"held in (?P<program>\S*) \(PID (?P<pid>\d+)\)", message)
    if holder:
        program = Path(holder["program"]).name
        return f"in use by {program} (process {holder['pid']}); try again when that has ended"
    if "Could not set lock" in message:
        return "in use by another process; try again when that has ended"
    if "not a valid DuckDB database" in message:
        return "not a DuckDB file"
    return first_line(error)
