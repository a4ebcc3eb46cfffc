"""Files that appear whole or not at all."""

import ctypes
import glob
import os
import shutil
from collections.abc import Callable, Collection, Iterator
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
    if target.exists() and not target.is_file():
        with _named(path, target):
            yield str(target)
        return
    aside = _beside(target)
    with _named(path, target, aside):
        aside.touch()  # what cannot be written is known before the work is done
        try:
            yield str(aside)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def folder_written_aside(path: str, own: Callable[[Path], Collection[str]]) -> Iterator[Path]:
    """Gives an empty folder beside `path` to write to, and moves it into place at the end.

    Killed at any moment, it leaves under `path` either all that was there or all that is new.

    Args:
        path: a folder; missing, empty, or holding nothing but what may be replaced.
        own: returns the names of the files in a folder that may be replaced.

    Raises:
        TallycastError: it is no folder, is the working directory, or holds something else.
    """
    target = Path(path).resolve()
    if target.exists() and not target.is_dir():
        raise TallycastError(f"{path}: is no folder")
    if target == Path.cwd():
        raise TallycastError(f"{path or '.'}: is the working directory; name a folder in it")
    foreign = _foreign(target, own)
    if foreign:
        raise TallycastError(
            f"{path}: holds {foreign!r}, which Tallycast did not write; choose another folder"
        )
    aside = _beside(target)
    with _named(path, target, aside):
        aside.mkdir(parents=True)
        try:
            yield aside
            _put_in_place(aside, target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _beside(target: Path) -> Path:
    """Returns a path of this process beside `target`; removes what killed processes left there."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        if not _runs(left.suffixes[-2][1:]):
            shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _runs(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:  # of somebody else
        return True
    return True


def _foreign(folder: Path, own: Callable[[Path], Collection[str]]) -> str | None:
    """Returns the name of something in a folder that may not be replaced."""
    while (seen := _identity(folder)) is not None:
        names = set(own(folder))
        kept = {str(parent) for name in names for parent in Path(name).parents}
        found = sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
        foreign = next((name for name in found if name not in names | kept), None)
        # Another run may have put its own folder here between the two looks.
        if foreign is None or _identity(folder) == seen:
            return foreign
    return None


def _identity(folder: Path) -> tuple[int, int, int] | None:
    """Returns what tells a folder from another that took its name, None where there is none."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns


def _put_in_place(aside: Path, target: Path) -> None:
    """Renames a folder, or where the target has something in it has both change their names."""
    try:
        aside.rename(target)
    except OSError:
        if _exchange(aside, target):
            return
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
