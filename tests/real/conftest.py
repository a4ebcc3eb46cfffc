"""Tests on real transcripts, collected only where they lie beside the project."""

from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared" / "transcripts"

collect_ignore_glob = [] if SHARED.is_dir() else ["test_*.py"]
