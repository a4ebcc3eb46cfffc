"""Where pages lie: a file name for every name, the same in every report."""

import hashlib
import re
from collections.abc import Iterable

# A name as a whole file name: what a web address and every file system takes as it is.
_WHOLE = re.compile(r"[a-z0-9+.\-]{1,80}")
# Pages of other things, and names that Windows keeps for itself.
_TAKEN = frozenset({"index", "con", "prn", "aux", "nul", ".", ".."})


def slug(name: str) -> str:
    """Returns a file name for a name: "llama-4-scout"; with a hash where it cannot tell all."""
    short = re.sub(r"[ _‐‑–]", "-", name.lower())
    if _WHOLE.fullmatch(short) and short not in _TAKEN and not short.startswith("."):
        return short
    bare = re.sub(r"[^a-z0-9+.\-]+", "-", short)[:60].strip("-.")
    return f"{bare}-{_hash(name)}".lstrip("-")


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Returns a file name for each name; no two are the same."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        short = slug(name)
        if short in taken:
            short = f"{short}-{_hash(name)}"
        taken.add(short)
        found[name] = short
    return found


def numbered(path: str, number: int) -> str:
    """Returns the path of a part of a page that was split: "a.html", "a-2.html"."""
    return path if number == 1 else path.replace(".html", f"-{number}.html")


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:8]
