"""How fast extraction and reconciliation are, in ratios measured in one run.

    python -m tests.benchmarks.throughput PATH…

Prints the MB/s of the whole extraction on one core, its ratio to one bare pass of a number
pattern over the same text, and the facts reconciled a second. Each is the median of several
rounds; machines differ and are noisy, the ratio is what to compare.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from extract import extract_file, extractor_hash, find_transcripts, load_attributes
from extract.records import Extraction
from reconcile import load_policy, open_database, reconcile, store
from tests.benchmarks.bare_pass import bare_pattern, count_numbers

ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """Returns the median duration of a few rounds of `work`, in seconds."""
    durations = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        work()
        durations.append(perf_counter() - begin)
    return median(durations)


def main(paths: Sequence[str]) -> None:
    """Measures and prints the table."""
    sources = find_transcripts(paths)
    size = sum(Path(source).stat().st_size for source in sources) / 1e6
    pattern = bare_pattern()
    texts = [Path(source).read_text("utf-8", errors="replace").lower() for source in sources]
    extract_file(sources[0])  # compiles the patterns, once a process
    bare = size / seconds(lambda: count_numbers(pattern, texts))
    whole = size / seconds(lambda: [extract_file(source) for source in sources])
    extractions = [e for source in sources if isinstance(e := extract_file(source), Extraction)]
    claims = sum(len(extraction.claims) for extraction in extractions)
    facts, duration = reconciliation(extractions)
    print(f"transcripts            {len(sources):>9,}   {size:.1f} MB, {claims:,} claims")
    print(f"bare number pattern    {bare:>9.1f} MB/s")
    print(f"whole extraction       {whole:>9.1f} MB/s, one core")
    print(f"extraction / bare pass {whole / bare:>9.2f}")
    print(f"reconciliation         {facts / duration:>9,.0f} facts/s ({facts:,} facts)")


def reconciliation(extractions: Sequence[Extraction]) -> tuple[int, float]:
    """Stores the claims in a new file and returns the number of facts and the seconds they took."""
    with tempfile.TemporaryDirectory() as folder:
        con = open_database(str(Path(folder) / "bench.duckdb"))
        try:
            for extraction in extractions:
                store(con, extraction, extractor_hash())
            attributes, policy = list(load_attributes().values()), load_policy()
            duration = seconds(lambda: reconcile(con, policy, attributes))
            return reconcile(con, policy, attributes).facts, duration
        finally:
            con.close()


if __name__ == "__main__":
    main(sys.argv[1:])
