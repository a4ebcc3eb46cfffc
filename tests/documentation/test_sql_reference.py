"""docs/sql.md says what the database has, and its queries run."""

from pathlib import Path

import duckdb
import pytest

from tests.documentation.sql_reference import QUERIES, REFERENCE, reference, title_and_text
from tests.leaderboard.making import tallycast

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    assert tallycast("build", FIXTURES, "--db", path).returncode == 0
    return path


def test_the_reference_is_what_the_database_says() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "make docs writes it anew"


def test_there_are_ten_questions_each_with_a_title() -> None:
    titles = [title_and_text(query)[0] for query in QUERIES]
    assert len(titles) == 10
    assert all(title.endswith(".") for title in titles)
    assert all(title in REFERENCE.read_text(encoding="utf-8") for title in titles)


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_a_question_has_an_answer_in_the_demo(query: Path, demo: Path) -> None:
    with duckdb.connect(str(demo), read_only=True) as con:
        answer = con.execute(query.read_text(encoding="utf-8"))
        columns = [name for name, *_ in answer.description or ()]
        rows = answer.fetchall()
    assert rows
    assert len(set(columns)) == len(columns)
    assert any(all(value is not None for value in row[:2]) for row in rows)


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_a_question_may_be_asked_of_the_locked_database(query: Path, demo: Path) -> None:
    done = tallycast("sql", f"@{query}", "--format", "json", "--db", demo)
    assert (done.returncode, done.stderr) == (0, b"")
