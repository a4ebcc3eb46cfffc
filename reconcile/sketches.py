"""Sketches of texts: a few numbers that near-equal texts share.

Of all runs of some words in a text (shingles) the least hashes are kept: what two sketches share
tells what share of shingles the texts have in common (Broder's min-hash).
"""

import re
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words; a word that one recogniser heard otherwise spoils four of them
_LEAST_WORDS = 10  # shorter sentences are said alike by people who do not know each other
_SIZE = 4


def sketch(text: str) -> list[int] | None:
    """Returns up to four numbers, None of a text too short to be recognised again."""
    words = _WORD.findall(text.lower())
    if len(words) < _LEAST_WORDS:
        return None
    hashes = {
        _hash(" ".join(words[first : first + _SHINGLE]))
        for first in range(len(words) - _SHINGLE + 1)
    }
    return sorted(hashes)[:_SIZE]


def _hash(shingle: str) -> int:
    """Returns 63 bits, so that the number is a BIGINT."""
    return int.from_bytes(blake2b(shingle.encode(errors="replace"), digest_size=8).digest()) >> 1
