"""Databases for reports, and reports as parsed pages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from extract.tables import NOTHING_OWN
from leaderboard.database import reading
from leaderboard.report.site import Written, write_report
from tests.leaderboard.making import publish_all
from tests.reconcile.making import make_claim, make_episode, make_extraction

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"

SCOUT = {"subject": "Llama 4 Scout", "attribute": "context_window"}
PRICE = {"subject": "GPT-4o", "attribute": "price_input", "unit": "USD/Mtok"}


def make_board(path: Path) -> Path:
    """Publishes two versions: figures that are contested, hostile, changed in time, scores."""
    first = make_extraction(
        make_episode("a", title="Herds", show="Model Talk", published=date(2025, 4, 9)),
        make_claim(
            10e6, value_text="10 million", quote="That is 110 million, no, 10 million.",
            speaker="Ann", timestamp=3725.0, **SCOUT,
        ),
        make_claim(90, subject="Claude 3.7 Sonnet", attribute="score", benchmark="ScreenSpot"),
        make_claim(5, value_text="5", quote="It costs 5 dollars.", **PRICE),
    )  # fmt: skip
    second = make_extraction(
        make_episode("b", title=f"Evil {HOSTILE}", show=f"\x1b[31m{HOSTILE}", published=None),
        make_claim(1e6, value_text="1 million", quote=f"{HOSTILE} 1 million", **SCOUT),
        make_claim(400e9),
        make_claim(7e9, subject=f"Model {HOSTILE}"),
        make_claim(80, subject="o1", attribute="score", benchmark="ScreenSpot", setting="5-shot"),
        make_claim(7, subject=None, quote="Seven of something."),
    )
    third = make_extraction(
        make_episode("c", published=date(2025, 9, 1)),
        make_claim(400e9),
        make_claim(2.5, value_text="2.50", quote="Now it is 2.50.", **PRICE),
    )
    publish_all(path, first, second)
    publish_all(path, third, label="Spring")
    return path


def written(database: Path, folder: Path) -> Written:
    """Writes the report."""
    with reading(str(database)) as con:
        return write_report(con, str(folder), NOTHING_OWN)


def parsed(site: Path) -> Iterator[tuple[Path, LexborHTMLParser]]:
    """Yields the pages of a report."""
    for path in sorted(site.rglob("*.html")):
        yield path, LexborHTMLParser(path.read_bytes())
