"""A folder that several runs write at once: each may take the name while another looks at it."""

from pathlib import Path

import pytest

from extract.errors import TallycastError
from leaderboard.files.aside import folder_written_aside


def folder(path: Path, *files: str) -> Path:
    path.mkdir()
    for name in files:
        (path / name).write_text(name)
    return path


@pytest.mark.parametrize(
    "come",
    [
        pytest.param(("claims.json",), id="another format of the same"),
        pytest.param((), id="an empty folder"),
    ],
)
def test_a_run_that_takes_the_name_during_the_look_is_no_stranger(
    come: tuple[str, ...], tmp_path: Path
) -> None:
    target = folder(tmp_path / "out", "claims.csv")
    other = folder(tmp_path / "other", *come)

    def own(path: Path) -> set[str]:
        names = {child.name for child in path.iterdir()}
        if other.exists():
            target.rename(tmp_path / "gone")
            other.rename(target)
        return names

    with folder_written_aside(str(target), own) as aside:
        (aside / "new").touch()
    assert [path.name for path in target.iterdir()] == ["new"]


def test_the_name_may_go_during_the_look(tmp_path: Path) -> None:
    target = folder(tmp_path / "out", "claims.csv", "sums")

    def own(path: Path) -> set[str]:
        target.rename(tmp_path / "gone")
        return set()

    with folder_written_aside(str(target), own) as aside:
        (aside / "new").touch()
    assert [path.name for path in target.iterdir()] == ["new"]


def test_a_stranger_who_comes_during_the_look_is_seen(tmp_path: Path) -> None:
    target = folder(tmp_path / "out", "claims.csv")

    def own(path: Path) -> set[str]:
        names = {"claims.csv"}
        (target / "mine.txt").write_text("stays")
        return names

    with (
        pytest.raises(TallycastError, match=r"holds 'mine\.txt'"),
        folder_written_aside(str(target), own),
    ):
        pytest.fail("written all the same")
    assert (target / "mine.txt").read_text() == "stays"
