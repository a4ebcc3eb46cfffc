"""The folder of the report: whole, or as it was before."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leaderboard.files.aside import folder_written_aside

# Lies in every report, so that no other folder is ever replaced by one.
MARK = "tallycast-report.txt"
_MARK_TEXT = "Written by 'tallycast report'; the whole folder is replaced by the next.\n"


class Folder:
    """A report that is being written aside, beside the one that stands."""

    def __init__(self, aside: Path, standing: Path) -> None:
        self._aside = aside
        self._standing = standing
        self.files = self.size = self.changed = 0

    def write(self, path: str, content: str | bytes) -> None:
        """Writes a file; one that was the same before keeps the time of its last change."""
        data = content if isinstance(content, bytes) else content.encode()
        target, before = self._aside / path, self._standing / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        self.files += 1
        self.size += len(data)
        if before.is_file() and before.stat().st_size == len(data) and before.read_bytes() == data:
            shutil.copystat(before, target)
        else:
            self.changed += 1


@contextmanager
def replaced(path: str) -> Iterator[Folder]:
    """Gives a folder to write to, and puts it into the place of `path` at the end.

    After an error what stood there is as it was.

    Raises:
        TallycastError: what stands at `path` is no report and not empty.
    """
    with folder_written_aside(path, _own_files) as aside:
        folder = Folder(aside, Path(path).resolve())
        folder.write(MARK, _MARK_TEXT)
        yield folder


def _own_files(folder: Path) -> list[str]:
    if not (folder / MARK).is_file():
        return []
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()]
