"""The hostile corpus: each bad file gives claims or one line, and leaves the others alone."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from extract import Asked, Known, extract_files, find_sources
from extract.errors import TallycastError
from extract.reading import parse_transcript, read_transcript
from extract.records import Extraction, Failure

FOLDER = Path(__file__).parents[2] / "fixtures" / "hostile"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_hostile", FOLDER / "make.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


make = _script()
CORPUS: dict[str, bytes] = make.small()
SAID: str = make.SAID


def test_the_corpus_is_what_its_script_writes() -> None:
    written = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.is_file()}
    assert {name: content for name, content in written.items() if name != "make.py"} == CORPUS


@pytest.mark.parametrize(
    ("name", "claims", "reason"),
    [
        pytest.param("good.txt", 1, "", id="good"),
        pytest.param("windows.txt", 1, "", id="Windows line ends and a mark"),
        pytest.param("utf-16-little.txt", 1, "", id="UTF-16 with a mark"),
        pytest.param("utf-16-big-without-mark.txt", 1, "", id="UTF-16 without a mark"),
        pytest.param("cp1252.txt", 1, "", id="Windows-1252"),
        pytest.param("cp1252-in-utf-8.txt", 1, "", id="Windows-1252 within UTF-8"),
        pytest.param("lone-surrogate.txt", 1, "", id="half a character in UTF-8"),
        pytest.param("lone-surrogate.json", 1, "", id="half a character in JSON"),
        pytest.param("one-nul.txt", 1, "", id="one NUL"),
        pytest.param("controls.txt", 9, "", id="terminal escapes"),
        pytest.param("bidirectional.txt", 1, "", id="directions"),
        pytest.param("combining.txt", 2, "", id="combining marks"),
        pytest.param("emoji.txt", 1, "", id="emoji"),
        pytest.param("full-width.txt", 1, "", id="full-width digits"),
        pytest.param("old-macintosh.txt", 3, "", id="carriage returns alone"),
        pytest.param("times-that-are-none.json", 8, "", id="times of wrong types"),
        pytest.param("speakers-that-are-none.json", 6, "", id="speakers of wrong types"),
        pytest.param("cut-in-a-cue.vtt", 1, "", id="cut in a cue"),
        pytest.param("cut-in-a-character.txt", 1, "", id="cut in a character"),
        pytest.param("not-utf-8.srt", 1, "", id="SubRip in Windows-1252"),
        pytest.param("empty.txt", 0, "no words in it", id="empty text"),
        pytest.param("empty.zip", 0, "no transcript in the archive", id="empty archive"),
        pytest.param("sound.txt", 0, "not a text file", id="sound"),
        pytest.param("picture.md", 0, "not a text file", id="picture"),
        pytest.param("cut.json", 0, "no whole JSON", id="cut JSON"),
        pytest.param("cut.txt.gz", 0, "damaged compressed file", id="cut gzip"),
        pytest.param("cut.txt.zst", 0, "damaged compressed file (it ends in the middle)", id="cut Zstandard"),
        pytest.param("cut.zip", 0, "damaged zip archive", id="cut zip"),
        pytest.param("garbage.txt.gz", 0, "damaged compressed file", id="garbage as gzip"),
        pytest.param("billion-laughs.xml", 0, "entities are declared", id="billion laughs"),
        pytest.param("external-entity.xml", 0, "entities are declared", id="external entity"),
        pytest.param("slip.zip", 1, "its name leads out of the archive", id="zip slip"),
        pytest.param("zip-in-zip.zip", 0, "an archive within an archive", id="nested archives"),
        pytest.param("records.jsonl", 1, "records.jsonl#2: no whole JSON", id="JSON Lines"),
        pytest.param("misled.txt", 0, "misled.episode.toml, line 2: titel: no such key; there are show, title, published, source", id="unknown key in a sidecar"),
        pytest.param("misdated.txt", 0, "misdated.episode.json, line 2: published: a day is needed, such as 2024-05-16", id="no day in a sidecar"),
    ],
)  # fmt: skip
def test_a_bad_file_gives_claims_or_one_line(name: str, claims: int, reason: str) -> None:
    results = list(extract_files([str(FOLDER / name)]))
    failures = [one.reason for one in results if isinstance(one, Failure)]
    assert sum(len(one.claims) for one in results if isinstance(one, Extraction)) == claims
    assert bool(failures) == bool(reason)
    assert reason in "".join(failures)
    assert all(str(FOLDER) in one and "\n" not in one for one in failures)


@pytest.mark.parametrize("name", sorted(set(CORPUS) - {"make.py"}))
def test_nothing_raises_and_the_same_comes_twice(name: str) -> None:
    source = str(FOLDER / name)
    assert list(extract_files([source])) == list(extract_files([source])) != []


@pytest.mark.parametrize(
    ("name", "replaced"),
    [
        pytest.param("good.txt", 0, id="none"),
        pytest.param("cp1252.txt", 0, id="Windows-1252 has all of its characters"),
        pytest.param("cp1252-in-utf-8.txt", 1, id="a stray byte"),
        pytest.param("lone-surrogate.json", 1, id="half a character in JSON"),
    ],
)
def test_what_was_replaced_is_counted(name: str, replaced: int) -> None:
    assert read_transcript(str(FOLDER / name)).episode.replaced == replaced


def test_a_mark_and_directions_do_not_part_a_number() -> None:
    read = parse_transcript("\ufeffIt is \u20664\u202e00\x00 billion".encode(), "-")
    assert read.speech.text == "It is 400 billion"


def test_the_good_files_of_a_folder_are_read_whatever_lies_beside_them(tmp_path: Path) -> None:
    make.special(tmp_path)
    make.write_small(tmp_path)
    sources = find_sources([str(tmp_path)])
    results = list(extract_files(sources.found, Asked(Known(show="Mine"))))
    read = {one.episode.source for one in results if isinstance(one, Extraction)}
    for name in ("good.txt", "a name with spaces.txt", "a name\nof two lines.txt", "=cmd.txt"):
        assert str(tmp_path / name) in read
    refused = {Path(one.source).name: one.reason for one in (*sources.failures, *results) if isinstance(one, Failure)}  # fmt: skip
    assert refused["pipe.txt"].endswith("no ordinary file")
    assert refused["zero.txt"].endswith("no ordinary file")
    assert "cannot be read" in refused["loop-a.txt"]
    assert refused["nowhere.txt"].endswith("no such file")
    assert "not utf-8 \\udcff\\udcfe.txt" in {Path(source).name for source in read}


def test_a_member_without_a_name_is_no_transcript(tmp_path: Path) -> None:
    # Found by fuzzing: zipfile itself raises an IndexError for it.
    content = make.archive({"a.txt": b"a"}).replace(b"a.txt", b"\0.txt")
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(TallycastError, match="no transcript in the archive"):
        read_transcript(str(tmp_path / "a.zip"))


@pytest.mark.parametrize("pack", ["bomb.txt.gz", "bomb.txt.zst", "bomb.zip"])
def test_a_bomb_is_refused(pack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.reading.archives.MOST_BYTES", 2**20)
    content = bytes(2**20 + 1)
    packed = {
        "bomb.txt.gz": make.gzip.compress(content),
        "bomb.txt.zst": make.zstandard.compress(content),
        "bomb.zip": make.archive({"bomb.txt": content}),
    }
    (tmp_path / pack).write_bytes(packed[pack])
    with pytest.raises(TallycastError, match=r"too large \(over 1 MiB unpacked\)"):
        read_transcript(str(tmp_path / pack))
