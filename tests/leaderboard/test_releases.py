"""What is asked of versions: how they differ and why, whether they still stand, what a day knew."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extract.records import Extraction
from leaderboard.database import ROOMS, reading
from leaderboard.format import Figure
from leaderboard.versions.entries import read_entries
from leaderboard.versions.releases import Difference, Side
from reconcile import open_database
from tests.leaderboard.making import publish_all, tallycast
from tests.reconcile.making import make_claim, make_episode, make_extraction, rows

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"

EVIL = "Tricks *of* the [trade](x)"


def saying(name: str, *claims: tuple[str, float], **about: object) -> Extraction:
    """One episode, read from one path whatever it says, in which models have so many parameters."""
    made = [make_claim(value, subject=subject) for subject, value in claims]
    told = {"source": f"/x/{name}.md", "title": f"Episode {name}", "show": f"Show {name}", **about}
    return make_extraction(make_episode(f"{name} {claims}", **told), *made)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four versions: a first; one more model; another value for it; one model less."""
    path = tmp_path_factory.mktemp("releases") / "t.duckdb"
    first = saying("first", ("GPT-4", 5e9))
    publish_all(path, first)
    publish_all(path, saying("second", ("GPT-5", 7e9), title=EVIL), label="May")
    publish_all(path, saying("third", ("GPT-5", 9e9), published=date(2025, 2, 1)))
    publish_all(path, saying("first", ("GPT-4.5", 6e9)))
    return path


def differences(database: Path, *versions: str) -> list[dict[str, Any]]:
    done = tallycast("diff", *versions, "--format", "json", "--db", database)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _value(side: dict[str, Any] | None) -> object:
    return side["value"] if side else None


def _told(one: dict[str, Any]) -> str:
    return "; ".join(", ".join(cause.values()) for cause in one["because"])


@pytest.mark.parametrize(
    ("versions", "found"),
    [
        pytest.param(
            ["1", "2"],
            [("added", "GPT-5", None, 7e9, f"{EVIL}, Show second, 2025-01-01")],
            id="new",
        ),
        pytest.param(
            ["2", "3"],
            [("changed", "GPT-5", 7e9, 9e9, "Episode third, Show third, 2025-02-01")],
            id="changed",
        ),
        pytest.param(
            [],
            [
                ("added", "GPT-4.5", None, 6e9, "Episode first, Show first, 2025-01-01"),
                ("removed", "GPT-4", 5e9, None, ""),
            ],
            id="the newest against the one before",
        ),
        pytest.param(["May", "2"], [], id="a version against itself, by label and number"),
        pytest.param(
            ["3", "2"], [("changed", "GPT-5", 9e9, 7e9, "")], id="backwards: no episode came"
        ),
    ],
)
def test_diff_tells_what_is_otherwise_and_why(
    versions: list[str], found: list[tuple[object, ...]], database: Path
) -> None:
    told = [
        (one["kind"], one["subject"], _value(one["before"]), _value(one["after"]), _told(one))
        for one in differences(database, *versions)
    ]
    assert told == found


def test_diff_and_the_counts_of_versions_agree(database: Path) -> None:
    with reading(str(database)) as con:
        counted = rows(
            con, "SELECT version, added, changed, removed FROM versions WHERE version > 1"
        )
    for row in counted:
        number = row.pop("version")
        kinds = [one["kind"] for one in differences(database, str(number - 1), str(number))]
        assert {kind: kinds.count(kind) for kind in ("added", "changed", "removed")} == row


def test_diff_as_a_table(database: Path) -> None:
    lines = tallycast("diff", "2", "3", "--db", database).stdout.decode().splitlines()
    assert lines[0] == "Version 3 against version 2: 0 added, 1 changed, 0 removed."
    assert any("GPT-5" in line and "7 B → 9 B" in line for line in lines)
    assert any("Episode third" in line for line in lines)
    assert max(map(len, lines)) <= 80


def test_diff_as_markdown_keeps_what_others_wrote_from_being_markup(database: Path) -> None:
    text = tallycast("diff", "1", "2", "--format", "markdown", "--db", database).stdout.decode()
    line = (
        r"- **GPT-5**, parameters total: 7 B (single) – *Tricks \*of\* the \[trade\](x), "
        "Show second, 2025-01-01*"
    )
    heading = "## Version 2, compared with version 1"
    assert text.splitlines() == [heading, "", "### New (1 figure)", "", line]


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        pytest.param(["9"], "no version 9: there are 1 to 4, labels 'May'", id="no number"),
        pytest.param(["June"], "no version 'June'", id="no label"),
        pytest.param(["²"], "no version '²'", id="no digit"),
        pytest.param(["1", "2", "3"], "unexpected extra argument", id="three"),
    ],
)
def test_versions_that_are_not_there(versions: list[str], told: str, database: Path) -> None:
    done = tallycast("diff", *versions, "--db", database)
    assert done.returncode in {1, 2}
    assert told in done.stderr.decode()


def test_the_first_version_differs_from_nothing_by_all(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, saying("a", ("GPT-4", 5e9)))
    [only] = differences(path)
    assert (only["kind"], only["subject"]) == ("added", "GPT-4")


def test_a_label_that_would_be_taken_for_a_number_is_refused(database: Path) -> None:
    done = tallycast("publish", "--label", "2026", "--db", database)
    assert done.returncode == 2
    assert b"would be taken for the number of a version" in done.stderr


def test_show_and_models_of_an_older_version(database: Path) -> None:
    def names(*arguments: str) -> list[str]:
        done = tallycast(*arguments, "--format", "json", "--db", database)
        return [row["subject"] for row in json.loads(done.stdout)]

    for asked in (["--version", "2"], ["--label", "May"]):
        assert names("show", *asked) == ["GPT-5", "GPT-4"]
        assert names("models", *asked) == ["GPT-4", "GPT-5"]
    assert names("models") == ["GPT-4.5", "GPT-5"]


def test_a_day_knew_what_was_published_by_its_end(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    publish_all(path, saying("a", ("GPT-4", 5e9)))
    publish_all(path, saying("a", ("GPT-4", 6e9)))
    with duckdb.connect(str(path)) as con:
        for version, moment in ((1, "2026-05-03 23:59:59"), (2, "2026-05-04 00:00:00")):
            con.execute("UPDATE versions SET created = ? WHERE version = ?", [moment, version])

    def known(day: str) -> list[float]:
        with duckdb.connect(str(path), read_only=True) as con:
            found = con.execute("SELECT value FROM leaderboard_as_of(?)", [day]).fetchall()
        return [value for (value,) in found]

    assert [known(f"2026-05-0{day}") for day in (2, 3, 4)] == [[], [5e9], [6e9]]


@pytest.mark.parametrize(
    ("claims", "doubts"),
    [
        pytest.param([{"value": 5e9}], {"GPT-4": "single"}, id="said once"),
        pytest.param([{"value": 5e9}, {"value": 5e9}], {"GPT-4": None}, id="said twice"),
        pytest.param([{"value": 5e9}, {"value": 9e9}], {"GPT-4": "contested"}, id="two values"),
        pytest.param(
            [{"value": 5e9, "stance": "hedged"}, {"value": 5e9, "stance": "hedged"}],
            {"GPT-4": "hedged"},
            id="nobody asserts it",
        ),
    ],
)
def test_what_is_uncertain_is_marked(
    claims: list[dict[str, Any]], doubts: dict[str, str | None], tmp_path: Path
) -> None:
    path = tmp_path / "t.duckdb"
    said = [
        make_extraction(make_episode(str(number)), make_claim(subject="GPT-4", **claim))
        for number, claim in enumerate(claims)
    ]
    publish_all(path, *said)
    with reading(str(path)) as con:
        found = {entry.subject: entry.doubt for entry in read_entries(con)}
    assert found == doubts


def test_prices_rank_upwards_scores_downwards_and_ties_share(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    price = {"attribute": "price_input"}
    score = {"attribute": "score", "benchmark": "MMLU"}
    said = [("A", 5, 90), ("B", 3, 90), ("C", 4, 80)]
    claims = [
        make_claim(value, subject=name, **about)
        for name, cost, points in said
        for value, about in ((cost, price), (points, score))
    ]
    publish_all(path, make_extraction(make_episode("a"), *claims))
    with reading(str(path)) as con:
        ranked = [(entry.rank, entry.subject) for entry in read_entries(con)]
    assert ranked == [(1, "B"), (2, "C"), (3, "A"), (1, "A"), (1, "B"), (3, "C")]


def test_verify_finds_a_version_that_was_edited(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    shutil.copy(database, path)
    done = tallycast("verify", "--db", path)
    assert (done.returncode, done.stdout) == (0, b"4 versions: 4 as published, 0 changed\n")
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE entries SET value = value + 1 WHERE subject = 'GPT-4'")
    done = tallycast("verify", "--db", path)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert [line.split(" since")[0] for line in lines[:-1]] == [
        f"version {number}: CHANGED" for number in (1, 2, 3)
    ]
    assert lines[-1] == "4 versions: 1 as published, 3 changed"


def test_verify_makes_the_newest_version_anew(tmp_path: Path) -> None:
    path, talks = tmp_path / "t.duckdb", tmp_path / "talks"
    shutil.copytree(FIXTURES, talks)
    assert tallycast("build", talks, "--db", path).returncode == 0
    done = tallycast("verify", talks, "--db", path)
    assert done.returncode == 0
    assert "Version 1 is reproduced from the transcripts." in done.stdout.decode()

    gone, *_ = sorted(talks.iterdir())
    gone.unlink()
    (talks / "more.txt").write_text("Kestrel 7B has a context window of 9 thousand tokens.\n")
    done = tallycast("verify", talks, "--db", path)
    told = " ".join(done.stdout.decode().split())
    assert done.returncode == 1
    assert "Version 1 is NOT reproduced" in told
    assert "1 episode of it not among the transcripts" in told
    assert "1 episode among the transcripts not of it" in told


def test_an_episode_is_forgotten(tmp_path: Path) -> None:
    path, talks = tmp_path / "t.duckdb", tmp_path / "talks"
    talks.mkdir()
    (talks / "one.txt").write_text("Llama 3 8B has a context window of 8 thousand tokens.\n")
    (talks / "two.txt").write_text("Claude 3 Opus has a context window of 200,000 tokens.\n")
    tallycast("build", talks, "--db", path)
    done = tallycast("forget", "two.txt", "--db", path)
    assert done.returncode == 0, done.stderr
    assert "Version 2: 1 entry (0 added, 0 changed, 1 removed)." in done.stdout.decode()

    again = tallycast("build", talks, "--db", path).stdout.decode()
    assert "Nothing changed: version 2 stands, called 'without two'." in again
    with (talks / "two.txt").open("a") as edited:
        edited.write("Claude 3 Opus has it.\n")
    assert "version 2 stands" in tallycast("build", talks, "--db", path).stdout.decode()
    with reading(str(path)) as con:
        assert [len(read_entries(con, number)) for number in (1, 2)] == [2, 1]
        assert con.execute("SELECT count(*) FROM claims").fetchall() == [(1,)]
        assert con.execute("SELECT title FROM forgotten").fetchall() == [("two",)]

    assert tallycast("forget", "two", "--undo", "--db", path).returncode == 0
    assert "Version 3: 2 entries" in tallycast("build", talks, "--db", path).stdout.decode()
    undone = tallycast("forget", "two", "--undo", "--db", path)
    assert b"no episode 'two'" in undone.stderr


def test_forgetting_makes_a_version_also_where_no_figure_changes(tmp_path: Path) -> None:
    path, talks = tmp_path / "t.duckdb", tmp_path / "talks"
    talks.mkdir()
    (talks / "one.txt").write_text("Llama 3 8B has a context window of 8 thousand tokens.\n")
    (talks / "silent.txt").write_text("Nothing at all.\n")
    tallycast("build", talks, "--db", path)
    done = tallycast("forget", "silent", "--db", path).stdout.decode()
    assert "Version 2: 1 entry (0 added, 0 changed, 0 removed)." in done
    assert tallycast("verify", "--db", path).returncode == 0
    assert differences(path) == []


def test_the_cause_of_a_change_outlives_the_episode(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    shutil.copy(database, path)
    assert tallycast("forget", EVIL, "--db", path).returncode == 0
    [one] = differences(path, "1", "2")
    assert _told(one) == f"{EVIL}, Show second, 2025-01-01"


def test_labels(tmp_path: Path) -> None:
    """A version is called once: when it is made, or later if it has no label yet."""
    path, talk = tmp_path / "t.duckdb", tmp_path / "talk.txt"
    talk.write_text("Llama 3 8B has a context window of 8 thousand tokens.\n")
    tallycast("build", talk, "--db", path)
    for label, called in (("May", "May"), ("June", "May")):
        told = tallycast("publish", "--label", label, "--db", path).stdout.decode()
        assert told == f"Nothing changed: version 1 stands, called {called!r}.\n"
    talk.write_text("Llama 3 8B has a context window of 9 thousand tokens.\n")
    assert "Version 2" in tallycast("build", talk, "--label", "July", "--db", path).stdout.decode()
    shown = tallycast("show", "--label", "July", "--db", path).stdout.decode()
    assert "9 k tokens" in shown
    assert "8 k tokens" in tallycast("show", "--label", "May", "--db", path).stdout.decode()


@pytest.mark.parametrize(
    ("later", "told"),
    [
        pytest.param({"value": 9.0}, "5 B → 9 B", id="another value"),
        pytest.param({"value": 5.0001}, "5,000,000,000 → 5,000,100,000 parameter", id="a little"),
        pytest.param({"status": "agreed"}, "5 B, single → agreed", id="status"),
        pytest.param({"episodes": 3}, "5 B, 1 episode → 3 episodes", id="episodes"),
        pytest.param({"confidence": 0.7}, "5 B, 60 % sure → 70 % sure", id="confidence"),
        pytest.param({}, "5 B, in details", id="something else"),
    ],
)
def test_a_change_says_what_is_otherwise(later: dict[str, Any], told: str) -> None:
    def side(value: float = 5, **about: Any) -> Side:  # noqa: ANN401  fields by name
        size = value * 1e9
        stands: dict[str, Any] = {"status": "single", "confidence": 0.6, "episodes": 1, **about}
        return Side(Figure(size, size, size, "parameter"), **stands)

    one = Difference("changed", "X", "y", None, None, side(), side(**later), (), "0")
    assert one.change == told


def test_a_version_to_come_has_no_entries(database: Path) -> None:
    with reading(str(database)) as con:
        for query in ("FROM leaderboard_at(99)", "FROM models_at(99)", "FROM leaderboard_at(0)"):
            assert con.execute(query).fetchall() == []


def test_a_version_that_was_taken_out_is_missed(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    shutil.copy(database, path)
    with duckdb.connect(str(path)) as con:
        con.execute("DELETE FROM versions WHERE version = 2")
    done = tallycast("verify", "--db", path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, b"version 2: GONE")


def test_a_file_of_an_older_release_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    open_database(str(path)).close()  # without the rooms' later migrations
    done = tallycast("versions", "--db", path)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("episode", "told"),
    [
        pytest.param("nobody", "no episode 'nobody'", id="none"),
        pytest.param("Same", "2 episodes", id="several"),
    ],
)
def test_only_one_episode_is_forgotten(episode: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    same = [saying(name, ("GPT-4", 5e9), title="Same") for name in "ab"]
    publish_all(path, *same)
    before = path.read_bytes()
    done = tallycast("forget", episode, "--db", path)
    assert done.returncode == 1
    assert told in done.stderr.decode()
    assert path.read_bytes() == before


def test_a_backup_is_the_same_board(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "copy.duckdb"
    copy.parent.mkdir()
    assert tallycast("backup", copy, "--db", database).returncode == 0
    shown = [tallycast("show", "--db", path).stdout for path in (database, copy)]
    assert shown[0] == shown[1]
    assert tallycast("verify", "--db", copy).returncode == 0
    assert tallycast("build", FIXTURES, "--db", copy).returncode == 0
    before = copy.read_bytes()
    again = tallycast("backup", copy, "--db", database)
    assert (again.returncode, copy.read_bytes()) == (1, before)
    assert list(copy.parent.iterdir()) == [copy]


def test_every_table_view_macro_and_column_is_explained() -> None:
    con = open_database(":memory:", migrations=ROOMS)
    silent = rows(
        con,
        """
        SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT table_name, NULL FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL SELECT view_name, NULL FROM duckdb_views() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT function_name, NULL FROM duckdb_functions()
            WHERE NOT internal AND comment IS NULL
        """,
    )
    con.close()
    assert silent == []
