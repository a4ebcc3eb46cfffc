"""How a file looks without reading it: enough to tell whether it is the one that was read."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator

from extract import Asked
from extract.reading.sidecars import candidates

# A file may be written again within one tick of its clock (two seconds on the slowest file
# systems) and look the same: what is so new is read once more the next time.
_TICK = 2 * 10**9  # nanoseconds


def fingerprint(source: str, asked: Asked) -> str | None:
    """Returns what changes when the file or its sidecars change, or they are asked for otherwise.

    None where that cannot be told: of a stream, of a part of an archive, of what is brand-new.

    Args:
        source: path of the file.
        asked: how it is to be read.
    """
    looks = list(_looks(source))
    if not looks or looks[0] is None or max(map(_newest, looks)) > time.time_ns() - _TICK:
        return None
    told = repr((asked.known, asked.input_format, [_look(it) for it in looks]))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def _looks(source: str) -> Iterator[os.stat_result | None]:
    """Yields how the file looks, then each of its sidecars; None for what is no file."""
    yield _stat(source)
    yield from map(_stat, candidates(source))


def _stat(path: str) -> os.stat_result | None:
    try:
        told = os.stat(path)  # noqa: PTH116  ten thousand of them are waited for
    except (OSError, ValueError):
        return None
    return told if stat.S_ISREG(told.st_mode) else None


def _newest(told: os.stat_result | None) -> int:
    return max(told.st_mtime_ns, told.st_ctime_ns) if told else 0


def _look(told: os.stat_result | None) -> tuple[int, ...]:
    """Returns size, times and place; the second time changes even when the first is set back."""
    if told is None:
        return ()
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino
