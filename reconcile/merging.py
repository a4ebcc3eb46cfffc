"""Names that stand for others: the merges of the program and of the user, chains followed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from pydantic import TypeAdapter

from extract.data import read_toml
from extract.errors import TallycastError
from reconcile.overrides import Merge

Row = tuple[str, str, str, str]


@cache
def built_in_merges() -> tuple[Merge, ...]:
    """Returns the merges that come with the program, from merges.toml."""
    merges = read_toml(__package__, "merges.toml")["merge"]
    return TypeAdapter(tuple[Merge, ...]).validate_python(merges)


def merged_rows(
    merges: Iterable[Merge], apart: Collection[str], key_of: Callable[[str], str]
) -> Iterator[Row]:
    """Yields (key, key and spelling that it stands for, reason) of every name that is merged.

    Args:
        merges: of one name the last counts.
        apart: keys of names that stand for themselves, whatever a merge says.
        key_of: how names are compared.

    Raises:
        TallycastError: merges go round in a circle.
    """
    merged = {key_of(name): merge for merge in merges for name in merge.subjects}
    standing = {key: merge for key, merge in merged.items() if key not in apart}
    for key, merge in standing.items():
        last = _last_of_chain(key, standing, key_of)
        yield key, key_of(last), last, merge.reason


def _last_of_chain(key: str, merged: Mapping[str, Merge], key_of: Callable[[str], str]) -> str:
    met: set[str] = set()
    while key in merged:
        if key in met:
            raise TallycastError(f"reconcile.merge: {merged[key].into!r} is merged in a circle")
        met.add(key)
        name = merged[key].into
        key = key_of(name)
    return name
