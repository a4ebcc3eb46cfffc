"""How a file looks without reading it: enough to tell whether it is the one that was read."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator

from extract import Asked
from extract.reading.sidecars import candidates, is_sidecar

# A file may be written again within one tick of its clock (two seconds on the slowest file
# systems) and look the same: what is so new is read once more the next time.
_TICK = 2 * 10**9  # nanoseconds


class Fingerprints:
    """Looks at files that one extractor is to read in one way, best folder by folder."""

    def __init__(self, asked: Asked, extractor_hash: str) -> None:
        self._asked = repr((asked.known, asked.input_format, extractor_hash))
        self._folder: str | None = None
        self._sidecars: dict[str, os.stat_result] = {}

    def of(self, source: str) -> str | None:
        """Returns what changes when the file or its sidecars change, or are read otherwise.

        None where that cannot be told: of a stream, of a part of an archive, of what is brand-new.
        """
        file = _stat(source)
        if file is None:
            return None
        looks = [file, *self._beside(source)]
        if max(max(it.st_mtime_ns, it.st_ctime_ns) for it in looks) > time.time_ns() - _TICK:
            return None
        told = repr((self._asked, [_look(it) for it in looks]))
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()

    def _beside(self, source: str) -> Iterator[os.stat_result]:
        folder = os.path.dirname(source)  # noqa: PTH120  ten thousand of them are waited for
        if folder != self._folder:
            self._folder, self._sidecars = folder, dict(_sidecars(folder or "."))
        if self._sidecars:
            for path in candidates(source):
                if told := self._sidecars.get(os.path.basename(path)):  # noqa: PTH119
                    yield told


def _sidecars(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_sidecar(entry.name) and (told := _stat(entry.path)):
                yield entry.name, told


def _stat(path: str) -> os.stat_result | None:
    try:
        told = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return told if stat.S_ISREG(told.st_mode) else None


def _look(told: os.stat_result) -> tuple[int, ...]:
    """Returns size, times and place; the second time changes even when the first is set back."""
    return told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino
