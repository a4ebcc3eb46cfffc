"""How the memory of a large build is kept small."""

import ctypes
from contextlib import suppress

# From so many on, what was stored is committed before facts are made: should they need more memory
# than they get at first, they can be made again.
MANY_CLAIMS = 100_000

_M_MMAP_THRESHOLD = -3  # from malloc.h
_LARGE = 128 * 1024  # bytes; glibc's own until it learns otherwise


def give_back_what_is_freed() -> None:
    """Has glibc give every large piece back as soon as it is freed; other C libraries are let be.

    From pieces that are freed it learns to keep larger and larger ones, and DuckDB's buffers are
    such: they come to lie between others in a heap that only grows.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
