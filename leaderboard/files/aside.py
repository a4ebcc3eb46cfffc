"""Files that appear whole or not at all."""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from extract.errors import TallycastError
from reconcile import first_line


@contextmanager
def written_aside(path: str) -> Iterator[str]:
    """Gives a path beside `path` to write to, and moves that file into place at the end.

    After an error the old file, if any, is as it was. What is no ordinary file (/dev/stdout, a
    pipe) is written to as it is. Errors name `path` and nothing else.
    """
    target = Path(path).resolve()
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    with _named(path, target, aside):
        if target.exists() and not target.is_file():
            yield str(target)
            return
        aside.touch()  # what cannot be written is known before the work is done
        try:
            yield str(aside)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def folder_written_aside(path: str, sums: str) -> Iterator[Path]:
    """Gives an empty folder beside `path` to write to, and moves it into place at the end.

    Killed at any moment, it leaves under `path` either all that was there or all that is new.

    Args:
        path: a folder; missing, empty, or written by this function before.
        sums: name of the file, to be written within, that lists the others as sha256sum does;
            by it a folder is known that may be replaced.

    Raises:
        TallycastError: the folder holds files that it does not list.
    """
    target = Path(path).resolve()
    foreign = _foreign(target, sums)
    if foreign:
        raise TallycastError(f"{path}: holds {foreign!r}, which no export wrote; choose another")
    aside = target.with_name(f".{target.name}.part")
    with _named(path, target, aside):
        shutil.rmtree(aside, ignore_errors=True)  # of a run that was killed
        aside.mkdir(parents=True)
        try:
            yield aside
            _put_in_place(aside, target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _foreign(folder: Path, sums: str) -> str | None:
    """Returns the name of something in a folder that its list of sums does not name."""
    if not folder.is_dir():
        return folder.name if folder.exists() else None
    listed = {sums}
    if (folder / sums).is_file():
        lines = (folder / sums).read_text(encoding="utf-8", errors="replace").splitlines()
        listed |= {line.partition("  ")[2] for line in lines}
    names = (str(found.relative_to(folder)) for found in folder.rglob("*") if not found.is_dir())
    return next((name for name in sorted(names) if name not in listed), None)


def _put_in_place(aside: Path, target: Path) -> None:
    """Renames a folder, or where the target is there already has both change their names."""
    if not target.exists():
        aside.rename(target)
    elif not _exchange(aside, target):
        old = aside.with_suffix(".old")
        target.rename(old)
        aside.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two names at once, where the system can (Linux: renameat2 with RENAME_EXCHANGE)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE of <linux/fs.h>
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


@contextmanager
def _named(path: str, *others: Path) -> Iterator[None]:
    """Puts `path` into errors for the names that nobody gave."""
    names = [str(other) for other in others]
    try:
        yield
    except OSError as error:
        if error.filename is None or {error.filename, error.filename2} & {*names}:
            error.filename = path
        raise
    except duckdb.IOException as error:
        message = first_line(error)
        for name in names:
            message = message.replace(name, path)
        raise TallycastError(f"{path}: {message}") from error
