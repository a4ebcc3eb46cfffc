"""Who counts how much: identity of names, echoes, slips, shows that are often right."""

import pytest

from extract.records import Extraction
from tests.reconcile.making import (
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)

B = 1e9
SENTENCE = "so the new Kestrel model that came out on Monday has forty billion parameters in all"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("GPT-4-32K", "gpt4 32k", True, id="joints and case"),
        pytest.param("Qwen 3 30B", "Qwen3-30B", True, id="joint before a digit"),
        pytest.param("Llama 3 3B", "Llama 33B", False, id="digits that would run together"),
        pytest.param("Llama 3 3B", "Llama-3-3b", True, id="joint between digits"),
        pytest.param("Llama 2", "Llama 2 70B", False, id="size"),
        pytest.param("Claude 3.5 Sonnet", "Claude 3.5 Sonnet (New)", False, id="renewed"),
        pytest.param("MMLU", "MMLU-Pro", False, id="another benchmark"),
        pytest.param("  SWE  bench ", "SWE‑bench", True, id="odd spaces and hyphens"),
        pytest.param("o1", "o 1", True, id="letter and digit"),
    ],
)
def test_names_are_compared_by_key(one: str, other: str, same: bool) -> None:
    con = open_memory()
    [row] = con.execute("SELECT name_key(?) = name_key(?)", [one, other]).fetchall()
    assert row == (same,)


def said(name: str, value: float, quote: str = "short", **episode: object) -> Extraction:
    half = abs(value) / 1000
    claim = make_claim(value, quote=quote, lower=value - half, upper=value + half)
    return make_extraction(make_episode(name, **episode), claim)


@pytest.mark.parametrize(
    ("quotes", "episodes"),
    [
        pytest.param([SENTENCE, SENTENCE], 1, id="word for word"),
        pytest.param([SENTENCE, SENTENCE.replace("Monday", "Sunday")], 1, id="a word heard otherwise"),
        pytest.param([SENTENCE, f"They said it. {SENTENCE.upper()}! Wow."], 1, id="within more"),
        pytest.param([SENTENCE, " ".join(reversed(SENTENCE.split()))], 2, id="other words"),
        pytest.param(["It has forty billion."] * 2, 2, id="too short to tell"),
    ],
)  # fmt: skip
def test_the_same_words_count_once(quotes: list[str], episodes: int) -> None:
    con = open_memory()
    reconcile_all(con, *(said(f"e{n}", 40 * B, quote) for n, quote in enumerate(quotes)))
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["episodes"], fact["claims"]) == (episodes, 2)


@pytest.mark.parametrize(
    ("values", "slips"),
    [
        pytest.param([405e9, 405e9, 405e6], [405e6], id="a thousand"),
        pytest.param([405e9, 405e9, 405e3], [405e3], id="a million"),
        pytest.param([405e9, 405e9, 406.2e6], [], id="nearly a thousand"),
        pytest.param([405e9, 405e6], [], id="nobody knows who slipped"),
        pytest.param([405e9, 405e9, 405e6, 405e6], [], id="no stronger group"),
        pytest.param([405e9, 405e9, 405e8], [], id="ten times is no slip"),
    ],
)
def test_slips_are_set_apart(values: list[float], slips: list[float]) -> None:
    con = open_memory()
    reconcile_all(con, *(said(f"e{n}", value) for n, value in enumerate(values)))
    parts = rows(
        con,
        "SELECT c.value FROM fact_claims f JOIN claims c ON c.id = f.claim WHERE part = 'slip'",
    )
    assert [row["value"] for row in parts] == slips
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["status"] == "agreed") == bool(slips)


def test_a_percentage_as_fraction_is_a_slip() -> None:
    con = open_memory()
    score = {"attribute": "score", "unit": "percent", "benchmark": "MMLU"}
    claims = [make_claim(value, **score) for value in (94.0, 94.0, 0.94)]
    reconcile_all(
        con, *(make_extraction(make_episode(f"e{n}"), claim) for n, claim in enumerate(claims))
    )
    [fact] = rows(con, "SELECT * FROM facts")
    assert (fact["value"], fact["episodes"], fact["opposition"]) == (94, 2, 0)


def test_spellings_of_a_show_are_one_show() -> None:
    con = open_memory()
    shows = ["Talk of Models", 'Talk of Models "with Ann"', "talk-of-models", "Talk of the Town"]
    reconcile_all(con, *(said(f"e{n}", 4 * B, show=show) for n, show in enumerate(shows)))
    [fact] = rows(con, "SELECT * FROM facts")
    assert fact["shows"] == 2


def test_who_often_agrees_weighs_more_than_who_seldom_does() -> None:
    """Ann and Ben agree on twenty things of which Tom says otherwise: then Ann against Tom."""
    things = range(20)
    episodes = [
        make_extraction(
            make_episode(show, show=show),
            *(make_claim((n + 1) * factor, subject=f"Thing {n}x") for n in things),
            *last,
        )
        for show, factor, last in (
            ("Ann", 1.0, [make_claim(9.0, subject="Last")]),
            ("Ben", 1.0, []),
            ("Tom", 3.0, [make_claim(5.0, subject="Last")]),
        )
    ]
    con = open_memory()
    reconcile_all(con, *episodes)
    weights = {row["name"]: row["weight"] for row in rows(con, "SELECT * FROM sources")}
    assert weights["Tom"] < 1 < weights["Ann"] == weights["Ben"]
    [fact] = rows(con, "SELECT * FROM facts WHERE subject = 'Last'")
    assert fact["value"] == 9  # of equals the more precise, 5, would stand
