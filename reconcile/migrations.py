"""Brings a DuckDB file to the schema that this program knows.

Migrations are numbered .sql files that are only ever added. Each runs in a transaction of its
own and is recorded in the file, with the hash of its text, in the table `migrations`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError

MIGRATIONS = files("reconcile") / "migrations"

_RECORD = """
CREATE TABLE IF NOT EXISTS migrations (name VARCHAR PRIMARY KEY, hash VARCHAR NOT NULL);
COMMENT ON TABLE migrations IS 'Changes of the schema that were made to this file, in order.';
COMMENT ON COLUMN migrations.name IS 'Room and file name of the change.';
COMMENT ON COLUMN migrations.hash IS 'SHA-256 of its text, hexadecimal.';
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the schema: its name ("reconcile/001_claims_and_facts"), SQL and hash."""

    name: str
    sql: str
    hash: str


def load_migrations(folders: Sequence[Traversable]) -> list[Migration]:
    """Returns the migrations of all `folders` in the order given, within a folder by number."""
    found = []
    for folder in folders:
        scripts = (entry for entry in folder.iterdir() if entry.name.endswith(".sql"))
        for script in sorted(scripts, key=lambda entry: entry.name):
            sql = script.read_text(encoding="utf-8")
            name = f"{_room(folder)}/{script.name.removesuffix('.sql')}"
            found.append(Migration(name, sql, hashlib.sha256(sql.encode()).hexdigest()))
    return found


def migrate(con: DuckDBPyConnection, known: Sequence[Migration], path: str) -> None:
    """Applies the migrations of `known` that the open file lacks.

    Raises:
        TallycastError: the file at `path` is of another program or of a newer Tallycast.
    """
    missing = _missing(con, known, path)
    if not missing:
        return
    con.execute(_RECORD)
    for migration in missing:
        con.execute("BEGIN")
        con.execute(migration.sql)
        con.execute("INSERT INTO migrations VALUES (?, ?)", [migration.name, migration.hash])
        con.execute("COMMIT")


class OutdatedError(TallycastError):
    """A file that was opened for reading was made by an older release."""


def demand_current(con: DuckDBPyConnection, known: Sequence[Migration], path: str) -> None:
    """Raises OutdatedError where a file opened for reading has not the schema of `known`."""
    if _missing(con, known, path):
        raise OutdatedError(f"{path}: made by an older Tallycast; open it for writing once")


def _missing(con: DuckDBPyConnection, known: Sequence[Migration], path: str) -> list[Migration]:
    """Returns what of `known` was not applied yet, after a check of what was."""
    applied = _applied(con, path)
    hashes = {migration.name: migration.hash for migration in known}
    for name, applied_hash in applied.items():
        if name not in hashes:
            raise TallycastError(f"{path}: made by a newer Tallycast (it has {name}); upgrade")
        if hashes[name] != applied_hash:
            raise TallycastError(f"{path}: made by another Tallycast ({name} differs)")
    return [migration for migration in known if migration.name not in applied]


def _applied(con: DuckDBPyConnection, path: str) -> dict[str, str]:
    tables = {
        name
        for (name,) in con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND database_name = "
            "current_database()"
        ).fetchall()
    }
    if not tables:
        return {}
    if "migrations" not in tables:
        raise TallycastError(f"{path}: a DuckDB file, but not one of Tallycast")
    return dict(con.execute("SELECT name, hash FROM migrations").fetchall())


def _room(folder: Traversable) -> str:
    """Returns the package that a folder of migrations belongs to."""
    return str(folder).replace("\\", "/").split("/")[-2]
