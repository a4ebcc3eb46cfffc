"""Transcripts with the facts that careful readers found in them: gold, and the fixtures."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.extract.scoring import Annotation, annotations

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FIXTURES = ROOT / "fixtures" / "claims"


def annotated(folder: Path) -> Iterator[tuple[Path, list[Annotation]]]:
    """Yields the transcripts of a documents.json that are there, each with its facts."""
    documents = json.loads((folder / "documents.json").read_text("utf-8"))
    for entry in documents.values():
        facts = folder / entry["gold"]
        if facts.exists():
            yield (folder / entry["transcript"]).resolve(), annotations(facts)


def sets() -> dict[str, Path]:
    """Returns the folders of annotations that are there, by name."""
    known = {"fixtures": FIXTURES, "gold": GOLD}
    return {name: folder for name, folder in known.items() if folder.is_dir()}
