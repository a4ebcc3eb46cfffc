"""Says what share of listed model names the lexicon's grammar can read.

    python -m tests.benchmarks.name_coverage DIR

DIR holds two lists: models_dev_2026-07.json (an object of objects with `name`) and
epoch_notable_models_2025-02.csv (columns Model, Domain, Publication date). Two shares are printed:

    strict  the name alone, as it is listed, is read as one specific model
    lenient alone or as "the NAME model", it is read as one model, which may be a bare family
            ("Claude"); notes in brackets that are no size ("(latest)") and additions after a plus
            ("+ dynamic evaluation") count for nothing

Either way the model must span seven tenths of the letters and digits. The lexicon was extended by
looking at what these lists hold, so neither share says how names on other lists would fare.
"""

import csv
import json
import re
import sys
from pathlib import Path

from extract.names import load_names
from extract.records import Name
from tests.extract.names_scanner import Scanner

_NOTE = re.compile(r"\s*\((?![\d.]+B\))[^()]*\)| \+ .*|† .*")
_SPAN = 0.7  # makers and build notes around a name may take up to three tenths of it


def reads_strictly(scanner: Scanner, listed: str) -> bool:
    """Returns whether `listed` is read as one specific model."""
    return any(found.specific for found in _spanning(scanner, listed, listed))


def reads_leniently(scanner: Scanner, listed: str) -> bool:
    """Returns whether `listed` without its notes is read as one model, if need be with a cue."""
    name = _NOTE.sub("", listed).strip() or listed
    return any(_spanning(scanner, name, phrase) for phrase in (name, f"the {name} model"))


def _spanning(scanner: Scanner, name: str, phrase: str) -> list[Name]:
    least = _SPAN * sum(map(str.isalnum, name))
    return [
        found
        for found in scanner.names(phrase)
        if found.kind == "model" and sum(map(str.isalnum, phrase[found.start : found.end])) >= least
    ]


def models_dev(path: Path) -> list[str]:
    """Returns the names in the list of models on offer, each once."""
    models = json.loads(path.read_text("utf-8")).values()
    return list(dict.fromkeys(model["name"] for model in models if model.get("name")))


def epoch(path: Path) -> list[str]:
    """Returns the language and multimodal models since 2018 in the list of notable models."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            row["Model"]
            for row in csv.DictReader(lines)
            if row["Publication date"] >= "2018" and re.search("Language|Multimodal", row["Domain"])
        ]


def report(title: str, listed: list[str], scanner: Scanner) -> None:
    """Prints both shares of `listed`, and the names that are not read at all."""
    strict = sum(reads_strictly(scanner, name) for name in listed)
    missed = [name for name in listed if not reads_leniently(scanner, name)]
    lenient = len(listed) - len(missed)
    print(
        f"{title}: {len(listed)} names, strict {strict} ({strict / len(listed):.1%}), "
        f"lenient {lenient} ({lenient / len(listed):.1%}); not read:"
    )
    print("  " + " | ".join(missed))


def main() -> None:
    """Reports on both lists in the folder given."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.benchmarks.name_coverage DIR")
    folder = Path(sys.argv[1])
    scanner = Scanner(load_names())
    report("models.dev", models_dev(folder / "models_dev_2026-07.json"), scanner)
    report("Epoch", epoch(folder / "epoch_notable_models_2025-02.csv"), scanner)


if __name__ == "__main__":
    main()
