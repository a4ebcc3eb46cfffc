"""A version as files: complete, described, and the same bytes everywhere."""

import csv
import hashlib
import json
import re
import shutil
import signal
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract.records import Relation
from leaderboard.database import writing
from tests.leaderboard.making import command, publish_all, tallycast
from tests.reconcile.making import make_claim, make_episode, make_extraction, reconcile_all

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"

PUBLISHED = {"leaderboard", "models"}
EVIDENCE = {"facts", "periods", "claims", "fact_claims", "derivations", "episodes", "sources"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions; in the second a value has changed."""
    path = tmp_path_factory.mktemp("export") / "t.duckdb"
    first = make_extraction(
        make_episode("a", title="Evil, \x1b[31m", speakers=("Ann", "=Bob")),
        make_claim(400e9, id="1" * 16),
        make_claim(1e6, attribute="context_window", quote="=1+1 1 million", value_text="1 million"),
        make_claim(90, attribute="score", benchmark="MMLU"),
        make_claim(
            None,
            subject="Llama 4 Behemoth",
            relation=Relation(2, 2, 2, "parameters_total", "Llama 4 Maverick"),
        ),
    )
    publish_all(path, first)
    publish_all(path, make_extraction(make_episode("b"), make_claim(401e9, id="2" * 16)))
    return path


def export(database: Path, folder: Path, *arguments: str) -> dict[str, bytes]:
    done = tallycast("export", "--out", folder, *arguments, "--db", database)
    assert done.returncode == 0, done.stderr
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert done.stdout.decode().split() == [f"{folder}/{name}" for name in _in_order(files)]
    return files


def _in_order(files: dict[str, bytes]) -> list[str]:
    return [*sorted(files.keys() - {"SHA256SUMS"}), "SHA256SUMS"]


def expected(tables: set[str], *suffixes: str) -> set[str]:
    names = {f"{table}.{suffix}" for table in tables for suffix in suffixes}
    return names | {"datapackage.json", "SHA256SUMS"}


def test_the_newest_version_has_all_it_rests_on(database: Path, tmp_path: Path) -> None:
    files = export(database, tmp_path / "out", "--format", "json,csv,parquet")
    assert files.keys() == expected(PUBLISHED | EVIDENCE, "csv", "json", "parquet")


def test_the_same_version_gives_the_same_bytes(database: Path, tmp_path: Path) -> None:
    files = export(database, tmp_path / "a")
    assert files.keys() == expected(PUBLISHED | EVIDENCE, "csv", "parquet")
    assert export(database, tmp_path / "b") == files
    assert export(database, tmp_path / "a") == files


def test_an_older_version_has_what_was_published(database: Path, tmp_path: Path) -> None:
    done = tallycast("export", "--out", tmp_path / "1", "--version", "1", "--db", database)
    assert b"version 1 without what it rests on: it is kept for the newest" in done.stderr
    names = {path.name for path in (tmp_path / "1").iterdir()}
    assert names == expected(PUBLISHED, "csv", "parquet")
    with (tmp_path / "1" / "leaderboard.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["attribute"]: row for row in csv.DictReader(file)}
    assert rows["parameters_total"]["value"] == "400000000000.0"
    assert rows["parameters_total"]["status"] == "single"


def test_a_version_is_exported_as_it_was_when_it_was_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, make_extraction(make_episode("a"), make_claim(5e9, id="1" * 16)))
    then = export(path, tmp_path / "then")
    publish_all(path, make_extraction(make_episode("b"), make_claim(5.01e9, id="2" * 16)))
    now = export(path, tmp_path / "now", "--version", "1")
    for name in ("leaderboard.csv", "leaderboard.parquet", "models.csv", "models.parquet"):
        assert now[name] == then[name]


def test_facts_that_no_version_has_are_not_exported_as_one(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, make_extraction(make_episode("a"), make_claim(5e9)))
    with writing(str(path)) as con:
        reconcile_all(con, make_extraction(make_episode("b"), make_claim(9e9)))
    done = tallycast("export", "--out", tmp_path / "out", "--db", path)
    assert b"'tallycast publish' makes a version of them" in done.stderr
    assert not (tmp_path / "out" / "claims.csv").exists()


def test_a_board_made_again_elsewhere_exports_the_same_bytes(tmp_path: Path) -> None:
    sums = []
    for place in ("here", "else/where"):
        transcripts = tmp_path / place / "talks"
        shutil.copytree(FIXTURES, transcripts)
        path = tmp_path / place / "t.duckdb"
        assert tallycast("build", transcripts, "--db", path, "--jobs", "2").returncode == 0
        sums.append(export(path, tmp_path / place / "out")["SHA256SUMS"])
    assert tallycast("backup", tmp_path / "copy.duckdb", "--db", path).returncode == 0
    sums.append(export(tmp_path / "copy.duckdb", tmp_path / "copy")["SHA256SUMS"])
    assert sums[0] == sums[1] == sums[2]


def test_no_file_holds_a_time_or_a_path(database: Path, tmp_path: Path) -> None:
    files = export(database, tmp_path / "out", "--format", "csv,json,parquet")
    whole = b"".join(files.values())
    assert b"nowhere/" not in whole
    assert str(tmp_path).encode() not in whole
    assert datetime.now(UTC).date().isoformat().encode() not in whole


def test_formulas_are_defused_in_csv_alone(database: Path, tmp_path: Path) -> None:
    files = export(database, tmp_path / "out", "--format", "csv,json")
    assert b",'=1+1 1 million," in files["claims.csv"]
    assert b'"=1+1 1 million"' in files["claims.json"]
    assert b"\r\n" in files["claims.csv"]


def test_sums_are_those_of_the_files(database: Path, tmp_path: Path) -> None:
    files = export(database, tmp_path / "out")
    lines = files["SHA256SUMS"].decode().splitlines()
    assert lines == [
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in _in_order(files)[:-1]
    ]


@pytest.fixture(scope="module")
def package(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package") / "out"
    export(database, folder, "--format", "csv,json,parquet")
    return folder


def resources(package: Path, suffix: str) -> list[dict[str, Any]]:
    described = json.loads((package / "datapackage.json").read_text())["resources"]
    return [resource for resource in described if resource["format"] == suffix]


def test_the_descriptor_names_version_and_content(database: Path, package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text())
    with duckdb.connect(str(database), read_only=True) as con:
        [newest] = con.execute(
            "SELECT content_hash, lexicon, policy FROM versions WHERE version = 2"
        ).fetchall()
    assert described["version"] == "2"
    assert described["contentHash"] == f"sha256:{newest[0]}"
    assert (described["provenance"]["lexicon"], described["provenance"]["policy"]) == newest[1:]


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet"])
def test_every_file_is_described(package: Path, suffix: str) -> None:
    described = resources(package, suffix)
    assert {resource["title"] for resource in described} == PUBLISHED | EVIDENCE
    for resource in described:
        content = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert all(field["description"] for field in resource["schema"]["fields"])
        assert resource["description"]
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])  # as the specification asks


_VALUES: dict[str, Callable[[str], bool]] = {
    "string": lambda cell: True,
    "number": lambda cell: float(cell) is not None,
    "integer": lambda cell: str(int(cell)) == cell,
    "boolean": lambda cell: cell in ("true", "false"),
    "date": lambda cell: bool(re.fullmatch(r"\d{4}-\d\d-\d\d", cell)),
    "object": lambda cell: isinstance(json.loads(cell), dict),
}


def test_csv_cells_have_the_types_described(package: Path) -> None:
    for resource in resources(package, "csv"):
        kinds = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        with (package / resource["path"]).open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file, strict=True)
            rows = list(reader)
        assert reader.fieldnames == list(kinds)
        assert rows
        for row in rows:
            for name, cell in row.items():
                assert not cell or _VALUES[kinds[name]](cell), (resource["path"], name, cell)
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)


def test_parquet_says_which_version_it_is_of(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text())
    for resource in resources(package, "parquet"):
        path = str(package / resource["path"])
        with duckdb.connect() as con:
            told = dict(
                con.execute("SELECT key, value FROM parquet_kv_metadata(?)", [path]).fetchall()
            )
        assert told[b"tallycast.version"] == b"2"
        assert f"sha256:{told[b'tallycast.content_hash'].decode()}" == described["contentHash"]


def test_parquet_holds_the_rows_and_types_of_the_database(database: Path, package: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as con:
        for table in ("facts", "periods", "fact_claims", "sources"):
            path = str(package / f"{table}.parquet")
            written = con.execute("FROM read_parquet(?)", [path])
            columns = [(name, str(kind)) for name, kind, *_ in written.description or ()]
            rows = written.fetchall()
            stored = con.execute(f"FROM {table}")
            assert columns == [(name, str(kind)) for name, kind, *_ in stored.description or ()]
            assert sorted(map(str, rows)) == sorted(map(str, stored.fetchall()))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(["--version", "9"], "no version 9: there are 1 to 2", id="no such version"),
        pytest.param(["--label", "May"], "no version 'May'", id="no such label"),
        pytest.param(["--format", "xml"], "'xml' is none of csv, parquet, json", id="format"),
        pytest.param(["--format", ""], "'' is none of", id="no format"),
        pytest.param(["--version", "1", "--label", "x"], "give one", id="two names"),
    ],
)
def test_refusals(given: list[str], told: str, database: Path, tmp_path: Path) -> None:
    done = tallycast("export", "--out", tmp_path / "out", *given, "--db", database)
    assert done.returncode in {1, 2}
    assert told in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("held", "told"),
    [
        pytest.param({"mine.txt": ""}, "holds 'mine.txt'", id="a file"),
        pytest.param({"a.iso": "", "SHA256SUMS": "0  a.iso\n"}, "holds 'SHA256SUMS'", id="sums"),
        pytest.param(
            {"datapackage.json": '{"name": "mine", "resources": []}'}, "holds", id="other data"
        ),
        pytest.param({"below/mine.txt": ""}, "holds 'below'", id="a folder"),
    ],
)
def test_a_folder_with_other_files_is_left_alone(
    held: dict[str, str], told: str, database: Path, tmp_path: Path
) -> None:
    for name, text in held.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    done = tallycast("export", "--out", tmp_path, "--db", database)
    assert done.returncode == 1
    assert f"{told}" in done.stderr.decode()
    assert {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()} == {*held}


def test_what_was_put_beside_an_export_keeps_it(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "out")
    (tmp_path / "out" / "mine.txt").write_text("stays")
    done = tallycast("export", "--out", tmp_path / "out", "--db", database)
    assert b"holds 'mine.txt', which Tallycast did not write" in done.stderr


def test_places_that_are_no_folder_of_their_own(database: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("stays")
    for out, told in (("file", b"is no folder"), (".", b"is the working directory")):
        done = tallycast("export", "--out", out, "--db", database, folder=tmp_path)
        assert done.returncode == 1
        assert told in done.stderr
    assert (tmp_path / "file").read_text() == "stays"


def test_exports_at_once_leave_one_of_them(database: Path, tmp_path: Path) -> None:
    one = export(database, tmp_path / "one", "--format", "csv")
    other = export(database, tmp_path / "other", "--format", "json,parquet")
    for _ in range(3):
        running = [
            subprocess.Popen(
                command(("export", "--out", tmp_path / "out", "--format", form, "--db", database)),
                stdout=subprocess.DEVNULL,
            )
            for form in ("csv", "json,parquet", "csv")
        ]
        assert {process.wait() for process in running} == {0}
        assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} in (one, other)
    assert {path.name for path in tmp_path.iterdir()} == {"one", "other", "out"}


def test_what_a_killed_run_left_is_cleared_away(database: Path, tmp_path: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    (tmp_path / f".out.{gone.pid}.part").mkdir()
    (tmp_path / f".answer.csv.{gone.pid}.part").touch()
    export(database, tmp_path / "out")
    tallycast("sql", "SELECT 1", "-o", tmp_path / "answer.csv", "--db", database)
    assert {path.name for path in tmp_path.iterdir()} == {"out", "answer.csv"}


def test_an_episode_that_changes_no_figure_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, make_extraction(make_episode("a"), make_claim(5e9)))
    before = export(path, tmp_path / "before")
    publish_all(path, make_extraction(make_episode("silent")))
    assert export(path, tmp_path / "after") == before


def test_copies_are_told_by_the_same_name_in_any_order(tmp_path: Path) -> None:
    text = "Llama 3 8B has a context window of 8 thousand tokens.\n"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(text)
    files = []
    for number, order in enumerate((("one.txt", "two.txt"), ("two.txt", "one.txt"))):
        db = tmp_path / f"{number}.duckdb"
        for name in order:
            tallycast("build", tmp_path / name, "--title", "Talk", "--db", db)
        files.append(export(db, tmp_path / str(number)))
    assert files[0] == files[1]


def test_an_empty_folder_is_used(database: Path, tmp_path: Path) -> None:
    assert "leaderboard.csv" in export(database, tmp_path)


def test_other_formats_replace_the_earlier_ones(database: Path, tmp_path: Path) -> None:
    export(database, tmp_path / "out", "--format", "parquet")
    files = export(database, tmp_path / "out", "--format", "json")
    assert files.keys() == expected(PUBLISHED | EVIDENCE, "json")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("seconds", [0.15, 0.25, 0.3, 0.35, 0.4, 0.5])
def test_killed_it_leaves_the_old_or_the_new(
    seconds: float, database: Path, tmp_path: Path
) -> None:
    """Whenever the signal comes: the files of the folder are those of its list."""
    old = export(database, tmp_path / "out", "--version", "1")
    new = export(database, tmp_path / "new")
    arguments = ("export", "--out", str(tmp_path / "out"), "--db", str(database))
    with subprocess.Popen(command(arguments), stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
    left = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert left in (old, new)
    assert export(database, tmp_path / "out") == new
    assert {path.name for path in tmp_path.iterdir()} == {"out", "new"}
