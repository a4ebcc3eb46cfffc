"""Families that nobody listed, as entries of the lexicon: for one talk, and to be listed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from extract.names.lexicon import Entry
from extract.names.shapes import Shape, find_shapes
from extract.names.ways import ways

_DIGIT = regex.compile(r"(?<=[ -])\d")
_WORD = regex.compile(r"[A-Z]\w*|[a-z]+")


@dataclass(slots=True)
class Family:
    """What was seen of a family.

    Attributes:
        listed: whether the bare word is a name that the lexicon has: an organisation's.
        joints, sizes: what stands before its versions and sizes.
        versions: their shapes.
        variants: words behind them.
    """

    listed: bool = False
    joints: list[str] = field(default_factory=list)
    versions: dict[str, None] = field(default_factory=dict)
    sizes: list[str] = field(default_factory=list)
    variants: dict[str, None] = field(default_factory=dict)

    def take(self, shape: Shape) -> None:
        """Notes how version or size of a form are written."""
        if shape.version is None:
            self.sizes.append(shape.joint or " ")
        else:
            self.joints.append(shape.joint)
            self.versions[shape.version] = None

    def entry(self, name: str) -> Entry:
        """Returns the entry by which the forms of the family are read in one talk."""
        known = ways().variants
        return self._entry(name).model_copy(
            update={
                "variants": tuple(dict.fromkeys((*known, *self.variants))),
                "alone": tuple(variant for variant in self.variants if variant not in known),
                "shared": ways().shared,
                "sizes": True,
                "needs": "form" if self.listed else "capital",
            }
        )

    def listing(self, name: str, example: str) -> Entry:
        """Returns the entry to be listed: it asks for a capital, or else for a form."""
        return self._entry(name).model_copy(
            update={
                "variants": tuple(self.variants),
                "needs": "form" if self.listed else "capital",
                "examples": {example: example},
                "negatives": (f"a {name.lower()}",),
            }
        )

    def _entry(self, name: str) -> Entry:
        joint = self.joints[0] if self.joints else " "
        size = self.sizes[0] if self.sizes else " "
        return Entry(
            name=name,
            kind="model",
            versions=tuple(self.versions),
            loose=tuple(shape for shape in self.versions if shape[0] != "#"),
            by_size=bool(self.sizes),
            write=(f"{name}[{joint}{{version}}][{size}{{size}}][ {{variant}}]",),
        )


def benchmark_entry(stem: str, ending: str) -> Entry:
    """Returns the entry of a benchmark that is read in one talk: "LockBench", "lock bench"."""
    aliases = (f"{stem} {ending}".lower(),)
    return Entry(name=f"{stem}{ending}", kind="benchmark", aliases=aliases, sizes=False)


def listings(names: Iterable[str]) -> Iterator[tuple[Entry, list[str]]]:
    """Yields entries for names that nobody listed, to be listed, with the names that each reads.

    Args:
        names: canonical names of models, as they were read without an entry.
    """
    families: dict[str, Family] = {}
    read: dict[str, list[str]] = {}
    for name in names:
        shape = next(find_shapes(name, [d.start() for d in _DIGIT.finditer(name)]), None)
        family = name[: shape.words[-1][1]] if shape else _without_variants(name)
        seen = families.setdefault(family, Family())
        if shape is not None:
            seen.take(shape)
        end = shape.end if shape else len(family)
        seen.variants |= dict.fromkeys(word for word in _WORD.findall(name, end))
        read.setdefault(family, []).append(name)
    for family, forms in read.items():
        yield families[family].listing(family, forms[0]), forms


def _without_variants(name: str) -> str:
    words = name.split(" ")
    variants = {variant.lower() for variant in ways().variants}
    while len(words) > 1 and words[-1].lower() in variants:
        words.pop()
    return " ".join(words)
