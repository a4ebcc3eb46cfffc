"""How much of what the fixtures hold is found: the floor under which it must not fall."""

import json
from functools import reduce
from operator import add
from pathlib import Path

from extract import extract_claims, read_transcript
from tests.extract.scoring import Score, annotations, score

FIXTURES = Path(__file__).parents[2] / "fixtures"


def test_claims_of_the_fixtures_are_found() -> None:
    documents = json.loads((FIXTURES / "claims" / "documents.json").read_text("utf-8"))
    scores: list[Score] = []
    for name, entry in documents.items():
        claims = extract_claims(read_transcript(str(FIXTURES / "transcripts" / name)))
        scores.append(score(claims, annotations(FIXTURES / "claims" / entry["gold"])))
    total = reduce(add, scores)
    assert total.facts == 335
    assert total.f1(total.quantities) >= 0.93
    assert total.f1(total.whole) >= 0.83


def test_an_off_topic_transcript_holds_no_claim() -> None:
    source = FIXTURES / "transcripts" / "hedgerow-hour-2023-09-14.md"
    assert extract_claims(read_transcript(str(source))) == ()
