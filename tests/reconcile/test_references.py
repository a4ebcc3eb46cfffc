"""Tables of references: read, and set beside facts."""

from datetime import date
from pathlib import Path

import pytest

from extract.errors import TallycastError
from reconcile import Reference, compare, read_references
from tests.reconcile.making import (
    file_in,
    make_claim,
    make_episode,
    make_extraction,
    open_memory,
    reconcile_all,
    rows,
)

EPOCH = b"""Model,Domain,Publication date,Parameters,Training dataset size (datapoints),Hardware utilization
Kestrel-7B,"Language,Vision",2025-03-02,7e9,2e12,0.4
Diver,Robotics,2025-03,,5e6,
"""
MODELS_DEV = b"""{"models/lab/kestrel": {"name": "Kestrel", "release_date": "2025-03-02",
 "limit": {"context": 128000}, "cost": {"input": 1.5, "output": 0},
 "benchmarks": [{"name": "MMLU", "score": 71.5, "metric": "percent", "date": "2025-04-01"},
                {"name": "Coding Index", "score": 30, "metric": "index"}]},
 "providers/shop/models/kestrel": {"name": "Kestrel", "limit": {"context": 64000}},
 "providers/shop/models/nameless": {"limit": {"context": 1}}}"""
NESTED = (
    b'{"lab": {"name": "Lab", "models": {"k": {"name": "Kestrel", "limit": {"context": 128000}}}}}'
)
OWN = b"""subject,attribute,value,unit,benchmark,date
Kestrel,score,"1,071.5",elo,Arena,2025
"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            EPOCH,
            [
                Reference("Kestrel-7B", "parameters_total", 7e9, "parameter", day=date(2025, 3, 2)),
                Reference("Kestrel-7B", "training_tokens", 2e12, "token", day=date(2025, 3, 2)),
                Reference("Kestrel-7B", "utilization", 40, "percent", day=date(2025, 3, 2)),
            ],
            id="Epoch; what is no language has no tokens",
        ),
        pytest.param(
            MODELS_DEV,
            [
                Reference("Kestrel", "context_window", 128000, "token", day=date(2025, 3, 2)),
                Reference("Kestrel", "price_input", 1.5, "USD/Mtok", day=date(2025, 3, 2)),
                Reference("Kestrel", "score", 71.5, "percent", "MMLU", day=date(2025, 4, 1)),
                Reference("Kestrel", "context_window", 64000, "token", first=False),
            ],
            id="models.dev, flat",
        ),
        pytest.param(
            NESTED, [Reference("Kestrel", "context_window", 128000, "token")], id="models.dev"
        ),
        pytest.param(
            OWN,
            [Reference("Kestrel", "score", 1071.5, "elo", "Arena", day=date(2025, 1, 1))],
            id="any table",
        ),
    ],
)
def test_tables_are_read(tmp_path: Path, content: bytes, expected: list[Reference]) -> None:
    assert read_references(str(file_in(tmp_path, "references", content))) == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"a,b\n1,2\n", "header", id="other columns"),
        pytest.param(b"subject,attribute,value,unit\nx,y,many,z\n", "line 2", id="no number"),
        pytest.param(b"subject,attribute,value,unit\nx,y,nan,z\n", "line 2", id="not a number"),
        pytest.param(b"subject,attribute,value,unit\nx,y\n", "line 2", id="short line"),
        pytest.param(b'{"a": [', "references", id="broken JSON"),
        pytest.param(b'{"a": [1]}', "no table", id="other JSON"),
        pytest.param(b"\xff\xfe\x00", "no table", id="no text"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(tmp_path: Path, content: bytes, words: str) -> None:
    path = file_in(tmp_path, "references", content)
    with pytest.raises(TallycastError) as caught:
        read_references(str(path))
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("claim", "reference", "outcome", "difference"),
    [
        pytest.param({"value": 400e9}, 405e9, "agrees", -1.23, id="near"),
        pytest.param({"value": 300e9}, 405e9, "differs", -25.93, id="far"),
        pytest.param(
            {"value": 300e9, "qualifier": "at_least", "upper": None, "lower": 300e9},
            405e9, "holds", -25.93, id="more than",
        ),
    ],
)  # fmt: skip
def test_facts_beside_references(
    claim: dict[str, float | str | None], reference: float, outcome: str, difference: float
) -> None:
    con = open_memory()
    reconcile_all(con, make_extraction(make_episode("a"), make_claim(**claim)))  # type: ignore[arg-type]
    references = [
        Reference("LLAMA-4-maverick", "parameters_total", reference, "parameter", day=date(2026, 1, 1)),
        Reference("Llama 4 Maverick", "parameters_total", 1, "parameter", first=False),
        Reference("Llama 4 Maverick", "parameters_total", 400e9, "token"),
        Reference("Llama 4", "parameters_total", 400e9, "parameter"),
    ]  # fmt: skip
    [one] = compare(con, references, str)
    assert (one.outcome, one.difference, one.newer) == (outcome, difference, "reference")
    assert rows(con, "SELECT count(*) AS facts FROM facts") == [{"facts": 1}]


def test_of_several_references_the_nearest_counts() -> None:
    con = open_memory()
    reconcile_all(con, make_extraction(make_episode("a"), make_claim(400e9)))
    references = [
        Reference("Llama 4 Maverick", "parameters_total", value, "parameter")
        for value in (7e9, 402e9)
    ]
    [one] = compare(con, references, str)
    assert (one.reference, one.outcome, one.newer) == (402e9, "agrees", None)
