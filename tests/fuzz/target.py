"""One fuzzing target in a process of its own: `python -m tests.fuzz.target NAME [libFuzzer's options]`.

What is fed are bytes. Nothing but the project's own error may come out, spans lie within the text,
and the same bytes give the same twice.
"""

import sys
from collections.abc import Callable
from functools import partial

import atheris

with atheris.instrument_imports(include=["extract", "leaderboard", "webvtt"]):
    from extract import extract_claims
    from extract.errors import TallycastError
    from extract.numbers import read_quantities
    from extract.reading import parse_transcripts
    from extract.reading.archives import is_archive, members, unpacked
    from extract.reading.formats import NAMES
    from extract.records import Transcript
    from leaderboard.fetching.feeds import read_feed


def read(content: bytes, form: str | None) -> None:
    """Reads bytes as a transcript, twice."""
    results = list(parse_transcripts(content, "fuzz.txt", input_format=form))
    assert results == list(parse_transcripts(content, "fuzz.txt", input_format=form))
    for result in results:
        if isinstance(result, Transcript):
            length = len(result.text)
            assert all(0 <= origin < length for origin in result.speech.origins)
            assert len(result.speech.lower) == len(result.speech.text)
            result.text.encode()


def extraction(content: bytes) -> None:
    """Reads bytes and extracts, twice."""
    for result in parse_transcripts(content, "fuzz.txt"):
        if isinstance(result, Transcript):
            claims = extract_claims(result)
            assert claims == extract_claims(result)
            for claim in claims:
                assert 0 <= claim.start < claim.end <= len(result.text)
                assert claim.value_text
                assert claim.quote


def numbers(content: bytes) -> None:
    """Reads the numbers of a text."""
    text = content.decode("utf-8", "replace")
    found = read_quantities(text)
    assert found == read_quantities(text)
    assert all(0 <= it.start < it.end <= len(text) for it in found)


def feed(content: bytes) -> None:
    """Reads a feed."""
    read_feed(content, "https://example.org/feed")


def archive(content: bytes) -> None:
    """Unpacks what may be compressed or an archive."""
    whole = unpacked(content)
    if is_archive(whole):
        list(members(whole))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "extraction": extraction,
    "numbers": numbers,
    "any": partial(read, form=None),
    **{name: partial(read, form=name) for name in NAMES},
    "feed": feed,
    "archive": archive,
}


def main() -> None:
    """Runs the target that the first argument names."""
    target = TARGETS[sys.argv.pop(1)]

    def guarded(content: bytes) -> None:
        try:
            target(content)
        except TallycastError:
            return  # said to the user in one line

    atheris.Setup(sys.argv, guarded)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
