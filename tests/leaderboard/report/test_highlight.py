"""One transcript with its claims marked."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from extract import extract_claims, read_transcript
from extract.reading import parse_transcript
from extract.records import Transcript
from leaderboard.report.highlight import highlighted, lines_of
from tests.leaderboard.making import tallycast
from tests.leaderboard.report.boards import HOSTILE
from tests.reconcile.making import make_claim

FIXTURES = Path(__file__).parents[3] / "fixtures"


def page_of(transcript: Transcript) -> LexborHTMLParser:
    return LexborHTMLParser(highlighted(transcript, extract_claims(transcript)))


@pytest.mark.parametrize(
    "name",
    ["transcripts/model-minutes-2025-11-25.md", "formats/voices.vtt", "formats/one-block.txt"],
)
def test_the_text_is_whole_and_every_claim_marked(name: str) -> None:
    transcript = read_transcript(str(FIXTURES / name))
    page = page_of(transcript)
    shown = "".join(node.text() for node in page.css(".line > p"))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", transcript.text)
    claims = extract_claims(transcript)
    assert len(page.css(".line li")) == len(claims) > 0
    for number, claim in enumerate(claims, 1):
        assert page.css_first(f"#n-{number} a[href='#c-{number}']")
        anchor = page.css_first(f"#c-{number}")
        assert anchor is not None
        mark = anchor.next
        while mark is not None and mark.tag != "mark":
            mark = mark.next
        assert mark is not None
        assert claim.value_text.startswith(" ".join(mark.text().split()).split(" ")[0])


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        pytest.param([(2, 4)], ["ab", "cd*", "ef", "gh"], id="one"),
        pytest.param([(0, 6)], ["abcdef*", "gh"], id="a whole line"),
        pytest.param([(1, 5), (3, 4)], ["a", "bc*", "d**", "e*", "f", "gh"], id="one in another"),
        pytest.param([(1, 3), (1, 3)], ["a", "bc**", "def", "gh"], id="two on the same words"),
        pytest.param([(4, 8)], ["abcd", "ef*", "g*", "h"], id="over the end of a line"),
        pytest.param([], ["abcdef", "gh"], id="none"),
    ],
)
def test_lines_in_pieces(spans: list[tuple[int, int]], pieces: list[str]) -> None:
    claims = [make_claim(start=start, end=end) for start, end in spans]
    lines = list(lines_of("abcdef\ngh", claims))
    found = [piece.text + "*" * len(piece.notes) for line in lines for piece in line.pieces]
    assert found == pieces
    assert sum(len(line.notes) for line in lines) == len(spans)


def test_what_others_wrote_stays_text() -> None:
    talk = f"# {HOSTILE}\n\nLlama 4 Maverick {HOSTILE} has 400 billion parameters \x1b[31m."
    page = page_of(parse_transcript(talk.encode(), "talk.md"))
    assert page.css("script, img") == []
    assert HOSTILE in page.css_first("body").text()  # type: ignore[union-attr]
    assert "\x1b" not in (page.html or "")
    assert page.css("mark")


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    source = FIXTURES / "transcripts" / "model-minutes-2025-11-25.md"
    done = tallycast("highlight", source, "-o", "a.html", folder=tmp_path)
    claims = len(extract_claims(read_transcript(str(source))))
    assert done.stdout.decode() == f"a.html: {claims} claims\n"
    assert b"Opus Gets Cheap" in (tmp_path / "a.html").read_bytes()
    gone = tallycast("highlight", "gone.txt", "-o", "b.html", folder=tmp_path)
    assert (gone.returncode, len(gone.stderr.splitlines())) == (1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
