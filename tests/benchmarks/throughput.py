"""How fast extraction and reconciliation are, in ratios measured in one run.

    python -m tests.benchmarks.throughput [--check] [PATH…]

Prints for the transcripts off topic, for the annotated ones and for the fixtures (or for PATH) the
MB/s of the whole extraction on one core, and its ratios to a bare pass of a number pattern over the
same text, to reading the files' bytes, and to other readers of numbers; then the facts reconciled a
second. Each is the median of three rounds in processor time: machines differ and are busy, the
ratios are what to compare. They are added to docs/bench-history.csv.

With --check nothing is added and no other reader runs: it fails where a ratio fell by more than a
third below what it used to be.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from extract import (
    extract_file,
    extractor_hash,
    find_transcripts,
    load_attributes,
    read_transcript,
)
from extract.records import Extraction
from extract.sentences import find_sentences
from reconcile import load_policy, open_database, reconcile, store
from tests.benchmarks import history
from tests.benchmarks.annotated import GOLD, ROOT, annotated
from tests.benchmarks.bare_pass import bare_pattern, count_numbers
from tests.benchmarks.peers import Unable, answers, install

ROUNDS = 3
_TRIES = 3  # before a ratio is said to have fallen
AT_LEAST = 0.5  # seconds that a round takes


@dataclass(frozen=True, slots=True)
class Corpus:
    """Transcripts to measure on."""

    name: str
    sources: list[str]

    @property
    def size(self) -> float:
        """Returns the size of the files in MB."""
        return sum(Path(source).stat().st_size for source in self.sources) / 1e6


def corpora(paths: Sequence[str]) -> list[Corpus]:
    """Returns the transcripts under the paths, or without any the ones that there are."""
    if paths:
        return [Corpus("given", find_transcripts(paths))]
    found = [Corpus("fixtures", find_transcripts([str(ROOT / "fixtures" / "transcripts")]))]
    if GOLD.parent.joinpath("transcripts").is_dir():
        found.append(Corpus("gold", [str(transcript) for transcript, _ in annotated(GOLD)]))
        off_topic = GOLD.parent / "transcripts" / "off-topic"
        found.append(Corpus("off-topic", find_transcripts([str(off_topic)])))
    return found


def seconds(work: Callable[[], object]) -> float:
    """Returns the median duration of a few rounds of `work`, in seconds of processor time."""
    times = max(1, round(AT_LEAST / max(_duration(work, 1), 1e-4)))
    return median(_duration(work, times) for _ in range(ROUNDS))


def _duration(work: Callable[[], object], times: int) -> float:
    begin = process_time()
    for _ in range(times):
        work()
    return (process_time() - begin) / times


def measured(corpus: Corpus, peers: Sequence[str]) -> history.Measured:
    """Measures extraction on a corpus, prints a line, and returns the ratios."""
    sources = corpus.sources
    texts = [Path(source).read_text("utf-8", errors="replace").lower() for source in sources]
    pattern = bare_pattern()
    whole = seconds(lambda: [extract_file(source) for source in sources])
    bare = seconds(lambda: count_numbers(pattern, texts))
    reading = seconds(lambda: [Path(source).read_bytes() for source in sources])
    others = {peer: taken / whole for peer in peers if (taken := _peer(corpus, peer)) is not None}
    told = history.Measured(
        *history.here(),
        corpus.name,
        bare / whole,
        reading / whole,
        others.get("quantulum3"),
        others.get("text2num"),
    )
    size = corpus.size
    columns = [told.bare, told.reading, told.quantulum3, told.text2num]
    ratios = "".join("         –" if it is None else f"{it:10.3g}" for it in columns)
    speeds = f"{size:8.2f}{size / whole:8.1f}{size / bare:8.1f}"
    print(f"{corpus.name:12}{len(sources):6}{speeds}{ratios}", flush=True)
    return told


def _peer(corpus: Corpus, peer: str) -> float | None:
    """Returns the seconds that a peer takes; it is a hundred times as slow, so one round will do."""
    try:
        python = install(peer)
        return answers(python, peer, _sentences(corpus)).seconds
    except Unable as reason:
        print(f"{peer}: {reason}", file=sys.stderr)
        return None


def _sentences(corpus: Corpus) -> list[str]:
    texts = [read_transcript(source).speech.text for source in corpus.sources]
    divided = [(text, find_sentences(text)) for text in texts]
    return [
        text[slice(*sentences.span(number))]
        for text, sentences in divided
        for number in range(len(sentences.starts))
    ]


def print_reconciliation(sources: Sequence[str]) -> None:
    """Prints how many facts are reconciled a second."""
    extractions = [e for source in sources if isinstance(e := extract_file(source), Extraction)]
    with tempfile.TemporaryDirectory() as folder:
        con = open_database(str(Path(folder) / "bench.duckdb"))
        try:
            for extraction in extractions:
                store(con, extraction, extractor_hash())
            attributes, policy = list(load_attributes().values()), load_policy()
            duration = seconds(lambda: reconcile(con, policy, attributes))
            facts = reconcile(con, policy, attributes).facts
        finally:
            con.close()
    print(f"reconciliation: {facts / duration:,.0f} facts/s ({facts:,} facts)")


def _fallen(corpus: Corpus, before: Sequence[history.Measured]) -> list[str]:
    """Returns what has fallen each time that it was measured: a neighbour's noise comes and goes."""
    told: list[str] = []
    for _ in range(_TRIES):
        told = history.fallen(measured(corpus, ()), before)
        if not told:
            break
    return told


def main() -> None:
    """Measures, prints, and adds to the history or checks against it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--check", action="store_true", help="compare with the history alone")
    asked = parser.parse_args()
    before = history.read()
    found = corpora(asked.paths)[: 1 if asked.check else None]  # what every machine has
    print(f"{'':12}{'files':>6}{'MB':>8}{'MB/s':>8}{'bare':>8}{'/ bare':>10}{'/ reading':>10}{'/ q3':>10}{'/ t2n':>10}")  # fmt: skip
    if asked.check:
        sys.exit("\n".join(line for corpus in found for line in _fallen(corpus, before)) or 0)
    rows = [measured(corpus, history.PEERS) for corpus in found]
    print_reconciliation([source for corpus in found for source in corpus.sources])
    if not asked.paths:
        history.append(rows)


if __name__ == "__main__":
    main()
