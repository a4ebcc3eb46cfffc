"""Which files are read, and what is said of those that cannot be."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract.errors import TallycastError
from extract.reading import find_transcripts, read_transcript


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.md", "a.txt", "sub/c.TXT", "sub/d.csv", ".hidden.md", ".git/e.md", "n.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"words of {name}")
    return tmp_path


def test_folders_are_walked_in_order(folder: Path) -> None:
    assert _names(find_transcripts([str(folder)]), folder) == [
        "a.txt",
        "b.md",
        "n.json",
        "sub/c.TXT",
    ]


def test_order_given_is_kept_and_nothing_is_read_twice(folder: Path) -> None:
    given = [folder / "b.md", folder, folder / "sub" / ".." / "a.txt", folder / "n.json"]
    found = find_transcripts(["-", *map(str, given), "-"])
    assert found[0] == "-"
    assert _names(found[1:], folder) == ["b.md", "a.txt", "n.json", "sub/c.TXT"]


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TallycastError, match=r"none\.md: no such file or folder"):
        find_transcripts([str(tmp_path / "none.md")])


def test_a_file_is_read_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    read = read_transcript(str(path))
    assert read.text == "\ufeffone\r\ntwo\n"
    assert read.episode.title == "talk"
    assert len(read.episode.content_hash) == 64
    assert read.episode.content_hash.startswith(read.episode.id)
    assert len(read.episode.id) == 16


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"two\nwords")))
    read = read_transcript("-")
    assert (read.episode.source, read.speech.text) == ("-", "two words")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("none.md", "no such file", id="missing"),
        pytest.param(".", "a folder, not a file", id="folder"),
        pytest.param("sound.md", "not a text file", id="NUL bytes"),
        pytest.param("big.md", "too large", id="too large"),
        pytest.param("a\0b", "cannot be read", id="no name for a file"),
        pytest.param("x" * 300, "cannot be read", id="a name too long"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    name: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sound.md").write_bytes(b"RIFF\0\0")
    (tmp_path / "big.md").write_bytes(b"a" * 101)
    monkeypatch.setattr("extract.reading.files.LARGEST", 100)
    with pytest.raises(TallycastError, match=said) as told:
        read_transcript(os.path.join(tmp_path, name))  # noqa: PTH118 (Path drops the dot)
    assert "\n" not in str(told.value)


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.md"
    path.write_text("words")
    path.chmod(0)
    with _as_nobody(), pytest.raises(TallycastError, match="cannot be read"):
        read_transcript(str(path))


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Lays down the rights of root, who may read everything."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def _names(found: list[str], folder: Path) -> list[str]:
    return [Path(path).resolve().relative_to(folder.resolve()).as_posix() for path in found]
