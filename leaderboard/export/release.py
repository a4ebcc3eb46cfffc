"""Writes a version as a folder of files."""

import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from leaderboard.export.datapackage import PACKAGE, Resource, describe
from leaderboard.export.tables import (
    EVIDENCE,
    PUBLISHED,
    Table,
    read_description,
    read_fields,
)
from leaderboard.files.aside import folder_written_aside
from leaderboard.files.parquet import copy_to_parquet
from leaderboard.files.rows import write_csv, write_json
from leaderboard.statements import column_names, each_row
from leaderboard.versions.publish import find_changes
from leaderboard.versions.releases import version_number

SUMS = "SHA256SUMS"
_DESCRIPTOR = "datapackage.json"

_log = logging.getLogger(__name__)


def export_version(
    con: DuckDBPyConnection,
    folder: str,
    formats: Sequence[str],
    version: str | int | None = None,
) -> list[str]:
    """Writes a version as files, and what they are as datapackage.json and SHA256SUMS.

    What the version rests on (facts, claims, episodes and the like) is written with it where it
    is still stored as it was: of the newest version, unless the facts were changed since.

    Args:
        con: a database opened for reading.
        folder: made where missing; an earlier export there is replaced as a whole.
        formats: of "csv", "parquet" and "json".
        version: number or label; the newest where None.

    Returns:
        The names of the files.

    Raises:
        TallycastError: there is no such version, or the folder holds what no export wrote.
    """
    number = version_number(con, version)
    con.execute("SET VARIABLE exported = CAST(? AS INTEGER)", [number])
    [(content_hash, *made_with)] = con.execute(
        "SELECT content_hash, extractor, lexicon, policy FROM versions WHERE version = ?", [number]
    ).fetchall()
    tables = (*PUBLISHED, *(EVIDENCE if _has_evidence(con, number) else ()))
    told = {"tallycast.version": str(number), "tallycast.content_hash": content_hash}
    with folder_written_aside(folder, _own_files) as aside:
        resources = [
            resource
            for table in tables
            for resource in _write_table(con, table, formats, aside, told)
        ]
        provenance = dict(zip(("extractor", "lexicon", "policy"), made_with, strict=True))
        descriptor = describe(number, content_hash, provenance, resources)
        text = json.dumps(descriptor, ensure_ascii=False, indent=2)
        (aside / _DESCRIPTOR).write_text(text + "\n", encoding="utf-8")
        return [*_write_sums(aside), SUMS]


def _own_files(folder: Path) -> set[str]:
    """Returns the names of the files of an export, none where the folder holds something else."""
    try:
        described = json.loads((folder / _DESCRIPTOR).read_text(encoding="utf-8"))
        if described["name"] != PACKAGE:
            return set()
        return {resource["path"] for resource in described["resources"]} | {_DESCRIPTOR, SUMS}
    except (OSError, ValueError, LookupError, TypeError):
        return set()


def _write_sums(folder: Path) -> list[str]:
    """Lists the files of a folder with their hashes, as sha256sum does; returns their names."""
    names = sorted(path.name for path in folder.iterdir())
    lines = [f"{_sha256(folder / name)}  {name}\n" for name in names]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return names


def _has_evidence(con: DuckDBPyConnection, version: int) -> bool:
    """Says whether claims and facts are still those of the version; tells where they are not."""
    reason = None
    if version != version_number(con):
        reason = "it is kept for the newest version only"
    elif find_changes(con):
        reason = "the facts have changed since; 'tallycast publish' makes a version of them"
    if reason:
        _log.warning("version %d without what it rests on: %s", version, reason)
    return reason is None


def _write_table(
    con: DuckDBPyConnection,
    table: Table,
    formats: Sequence[str],
    folder: Path,
    told: dict[str, str],
) -> Iterator[Resource]:
    description, fields = read_description(con, table), read_fields(con, table)
    for suffix in formats:
        path = folder / f"{table.name}.{suffix}"
        if suffix == "parquet":
            copy_to_parquet(con, table.select, str(path), told)
        else:
            _write_text(con, table, path, write_csv if suffix == "csv" else write_json)
        yield Resource(table, description, fields, suffix, path.stat().st_size, _sha256(path))


def _write_text(
    con: DuckDBPyConnection, table: Table, path: Path, write: Callable[..., None]
) -> None:
    con.execute(table.select)
    with path.open("w", encoding="utf-8", newline="") as out:
        write(column_names(con), each_row(con), out)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
