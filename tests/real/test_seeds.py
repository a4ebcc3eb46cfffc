"""The four seeds through the whole way, as a user would run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[3] / "shared" / "transcripts" / "seeds"


def tallycast(*arguments: object) -> str:
    command = [str(Path(sys.executable).with_name("tallycast")), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "seeds.duckdb"
    tallycast("build", SEEDS, "--db", path)
    return path


def rows(database: Path, query: str) -> list[dict[str, object]]:
    answer: list[dict[str, object]] = json.loads(
        tallycast("sql", query, "--db", database, "--format", "json")
    )
    return answer


def test_dates_of_publication(database: Path) -> None:
    found = rows(database, "SELECT published FROM episodes ORDER BY published NULLS LAST")
    days = [row["published"] for row in found]
    assert days == ["2024-02-20", "2025-04-09", "2026-05-03", None]


@pytest.mark.parametrize(
    ("subject", "attribute", "on", "value"),
    [
        pytest.param("Llama 4 Maverick", "parameters_total", None, 400e9, id="Maverick total"),
        pytest.param("Llama 4 Maverick", "parameters_active", None, 17e9, id="Maverick active"),
        pytest.param("Llama 4 Behemoth", "parameters_total", None, 2e12, id="Behemoth total"),
        pytest.param("Llama 4 Behemoth", "parameters_active", None, 288e9, id="Behemoth active"),
        pytest.param("Llama 4 Scout", "context_window", None, 10e6, id="Scout context"),
        pytest.param("DeepSeek-V4-Pro", "parameters_total", None, 1.6e12, id="V4 Pro total"),
        pytest.param("DeepSeek-V4-Pro", "parameters_active", None, 49e9, id="V4 Pro active"),
        pytest.param("DeepSeek-V4-Pro", "context_window", None, 1e6, id="V4 Pro context"),
        pytest.param("Claude 3.7 Sonnet", "score", "ScreenSpot Web Text", 90, id="ScreenSpot"),
        pytest.param("Claude 3.5 Sonnet", "score", "PaperBench", 21, id="PaperBench"),
    ],
)
def test_figures(
    database: Path, subject: str, attribute: str, on: str | None, value: float
) -> None:
    found = rows(database, "SELECT subject, attribute, benchmark, value FROM leaderboard")
    row = {"subject": subject, "attribute": attribute, "benchmark": on, "value": value}
    assert row in found


def test_a_second_run_publishes_nothing(database: Path) -> None:
    told = tallycast("build", SEEDS, "--db", database)
    assert "4 episodes, 4 unchanged" in told
    assert "Nothing changed: version 1 stands." in told


def test_why_shows_the_quote(database: Path) -> None:
    told = tallycast("why", "Llama 4 Scout", "context_window", "--db", database)
    assert "»10 million«" in told
