"""Copies of the database."""

import shutil
from pathlib import Path

from extract.errors import TallycastError
from leaderboard.database import reading, writing
from leaderboard.files.aside import written_aside


def copy_database(path: str, target: str) -> None:
    """Copies the database at `path` to `target`, that appears when it is whole.

    While it is open for reading nobody can write to it, so that the bytes are of one state.

    Raises:
        TallycastError: `target` is there already, or `path` is no database or in use.
    """
    if Path(target).exists():
        raise TallycastError(f"{target}: is there already; a backup replaces nothing")
    log = Path(f"{path}.wal")
    if log.exists() and log.stat().st_size:  # of a killed run: what it committed goes in first
        with writing(path):
            pass
    with reading(path), written_aside(target) as aside:
        shutil.copyfile(path, aside)
