"""Time of the number reader per character of hostile text, for doubling lengths.

    python -m tests.benchmarks.linear

Each row repeats one piece of text. The columns are nanoseconds of processor time per character at
each length, the best of a few rounds; the last one is the growth from the first to the last. Reading
that is linear keeps it near 1 or below; quadratic reading would show 64.
"""

from time import process_time

from extract.numbers import read_quantities

LENGTHS = tuple(1_000 * 2**step for step in range(7))
ROUNDS = 2

# What makes readers slow: rows of number words, of separators, of what joins ranges, of unfinished
# powers and money signs, of qualifiers before no number.
PIECES = (
    "one ",
    "9,",
    "9,999,",
    "1 .1 ",
    "to ",
    "ten to ",
    "one to one hundred ",
    "$",
    "$ 1 ",
    "a a a hundred ",
    "10^",
    "10 to the ",
    "ten times ",
    "5 x 10",
    "point ",
    "one point ",
    "hundred ",
    "hundred million ",
    "tens of ",
    "and a half ",
    "1, 2, ",
    "1 uh ",
    "about ",
    "between 1 and ",
    "per million ",
    "9",
    "1e",
    "万",
    " ",
)


def nanoseconds(text: str) -> float:
    """Returns the time per character of reading `text`, the best of a few rounds."""
    durations = []
    for _ in range(ROUNDS):
        begin = process_time()
        read_quantities(text)
        durations.append(process_time() - begin)
    return min(durations) / len(text) * 1e9


def main() -> None:
    """Prints the table."""
    read_quantities("about $5 to ten billion tokens a month")  # compiles the patterns
    print(f"{'ns per character':20}" + "".join(f"{size:>9,}" for size in LENGTHS) + "   growth")
    for piece in PIECES:
        texts = [(piece * (size // len(piece) + 1))[:size] for size in LENGTHS]
        times = [nanoseconds(text) for text in texts]
        cells = "".join(f"{time:9,.0f}" for time in times)
        print(f"{piece!r:20}{cells}{times[-1] / times[0]:9.1f}", flush=True)


if __name__ == "__main__":
    main()
