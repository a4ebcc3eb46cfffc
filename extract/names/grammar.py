"""How a name goes on after its family: version, variants, modifiers, size, date.

A few patterns an entry read one part; `Grammar.read` matches them again and again. They are made
when an entry is first met, for making all of them would cost more than reading a transcript.

Versions and sizes share their look with quantities ("Gemini 10 million tokens", "GPT 4 times"), so
a number after a space is no version where a magnitude, unit or count word follows. A number that a
hyphen joins to the name, or nothing at all, is one.
"""

from dataclasses import replace
from functools import cache, cached_property

import regex

from extract.frozen import frozen
from extract.names.lexicon import Entry
from extract.names.numerals import (
    APART,
    DATE,
    HOMOPHONE,
    LETTERLESS,
    NO_QUANTITY,
    NOTHING_COUNTED,
    SIZE,
    WORD_END,
    WORDS,
    digits,
    number_shape,
    written_size,
)
from extract.names.writing import write

_BOUNDARY = rf"(?=s?{WORD_END})(?![.,]\d)"
# Between two parts: a space or hyphen, an opening bracket, a filler, or nothing after a digit.
_FILLER = rf",\ (?:{'|'.join(WORDS['fillers'])}),\ "
_JOINT = rf"(?:[ -]|(?<=\d)|\ ?\((?=[^()]{{1,24}}\))|{_FILLER})"
# Letters, number and letters of a version, and how it is written if not like that.
_SHAPE = regex.compile(r"([^#=]*)(#+(?:\.#)?)([^#=]*)(?:=(.+))?")
_CAMEL = regex.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_SPLIT_VERSION = regex.compile(r"([^\d]*)(\d[\d.]*)(.*)")


@frozen
class Form:
    """What was read of a name, each part as it is written in the canonical form.

    Attributes:
        end: where it ends in the speech.
        variants: in the order spoken.
    """

    end: int
    version: str | None = None
    variants: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    size: str | None = None
    date: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but the family was read."""
        return not (self.version or self.variants or self.size or self.modifiers)

    @property
    def decimal(self) -> bool:
        """Whether the version has decimals."""
        return self.version is not None and "." in self.version

    @property
    def strong(self) -> bool:
        """Whether so much was read that it can hardly be anything else."""
        return self.decimal or bool(self.size or (self.version and self.variants))


def spoken(name: str) -> str:
    """Returns a pattern of a name's spellings: a space or hyphen may be either, or nothing."""
    return r"[ -]?".join(regex.escape(word) for word in regex.split(r"[ -]+", name.lower()))


class Grammar:
    """Reads and writes the forms of one entry.

    Attributes:
        key: what the entry is known by among all kinds.
        becomes: the grammar that reads on when a version follows.
        makers: what stands before the name where its maker is named: "google's ", "google ".
        camel: whether its maker writes the name with capitals within: "PaLM".
        listed: whether the lexicon has the entry; False where one talk alone tells of it.
    """

    def __init__(self, entry: Entry, *, listed: bool = True) -> None:
        self.entry = entry
        self.listed = listed
        self._names = {_key(name): name for name in (*entry.variants, *entry.modifiers)}
        self._heard = {_key(heard): part for heard, part in entry.heard.items()}
        self._modifiers = frozenset(entry.modifiers)
        self.key = f"{entry.kind}.{entry.name}"
        self.becomes: Grammar | None = None
        self.makers: tuple[str, ...] = ()
        self._written: dict[tuple[object, ...], str] = {}
        self.camel = entry.kind != "human" and _CAMEL.search(entry.name) is not None

    def read(self, lower: str, form: Form) -> Form:
        """Returns `form` with all parts that follow it in `lower`."""
        while (grown := self._one_more(lower, form)) is not None:
            form = grown
        return form

    def _one_more(self, lower: str, form: Form) -> Form | None:
        for pattern in self._patterns:
            part = pattern.match(lower, form.end)
            if part is not None:
                kind = part.lastgroup or ""
                return self._with(form, kind, part[kind], part.end())
        return None

    def implied(self, form: Form) -> Form:
        """Returns `form` with the version that its variant or size has: "Llama 405B" is a 3.1."""
        for part in (*form.variants, form.size or ""):
            version = self.entry.implied.get(part)
            if version and (form.version is None or version.startswith(f"{form.version}.")):
                return replace(form, version=version)
        return form

    def tail_end(self, lower: str, end: int) -> int:
        """Returns where the name ends with the words that belong to its span: "H100 GPUs"."""
        tail = self._tail.match(lower, end) if self._tail is not None else None
        return end if tail is None else tail.end()

    def number(self, text: str) -> str:
        """Returns a version's number ("three point five") as it is written ("3.5")."""
        return self._heard.get(_key(text)) or digits(text)

    def canonical(self, form: Form) -> str:
        """Returns the name as its maker writes it."""
        parts = (form.version, form.variants, form.modifiers, form.size, form.date)
        if parts not in self._written:  # a talk says few forms many times
            self._written[parts] = self._write(form)
        return self._written[parts]

    def _write(self, form: Form) -> str:
        entry = self.entry
        fields = {
            "version": form.version,
            "variant": entry.join.join(form.variants) or None,
            "size": form.size,
            "date": form.date,
        }
        written = write(entry.write or (self._template,), fields) or entry.name
        return entry.join.join((written, *form.modifiers))

    @cached_property
    def _template(self) -> str:
        return self.entry.name + "[ {version}][ {variant}][ {size}][-{date}]"

    def _with(self, form: Form, kind: str, text: str, end: int) -> Form | None:
        if kind == "size":
            return None if form.size else self._with_size(form, written_size(text), end)
        if kind == "date":
            return None if form.date else replace(form, end=end, date=text.strip(" -("))
        if kind == "version":
            return None if form.version else replace(form, end=end, version=self._version(text))
        return self._with_word(form, self._named(text), end)

    def _with_word(self, form: Form, part: str, end: int) -> Form | None:
        if part in self._modifiers:
            if form.bare and self.entry.versions:
                return None  # "Claude, latest of all" and the like
            return replace(form, end=end, modifiers=(*form.modifiers, part))
        alone = self.entry.alone
        if part in form.variants or (part in alone and any(v in alone for v in form.variants)):
            return None  # "Behemoth, Maverick, Scout" are three names
        return replace(form, end=end, variants=(*form.variants, part))

    def _with_size(self, form: Form, size: str, end: int) -> Form:
        """Returns `form` with a size, or with version and size run together ("370B", "3.8B")."""
        known = self.entry.known_sizes
        rest = size[1:].lstrip(".")
        if known and form.version is None and size not in known and rest in known:
            return replace(form, end=end, version=size[0], size=rest)
        return replace(form, end=end, size=size)

    def _named(self, text: str) -> str:
        key = _key(text)
        return self._names.get(key) or self._heard[key]

    def _version(self, text: str) -> str:
        key = _key(text)
        if key in self._heard:
            return self._heard[key]
        parts = _SPLIT_VERSION.fullmatch(digits(text))
        if parts is None:
            return digits(text)
        prefix, number, suffix = _key(parts[1]), parts[2], _key(parts[3])
        return self._shapes.get((prefix, suffix), "#").replace("#", number, 1)

    @cached_property
    def _shapes(self) -> dict[tuple[str, str], str]:
        shapes: dict[tuple[str, str], str] = {}
        for shape in self.entry.versions:
            parts = _SHAPE.fullmatch(shape)
            if parts is not None:
                written = parts[4] or f"{parts[1]}#{parts[3]}"
                shapes[_key(parts[1]), _key(parts[3])] = written
        # A suffix "o" is heard as the letter's sound or as a nought.
        shapes.update({(p, "0"): s for (p, suffix), s in list(shapes.items()) if suffix == "o"})
        return shapes

    @cached_property
    def _patterns(self) -> tuple["regex.Pattern[str]", ...]:
        """What may follow, in the order to be tried; numbers apart, as most entries share them."""
        numbers = self._version_groups()
        if self.entry.sizes:
            numbers.insert(0, rf"(?:[ -]?|\ ?\(|,\ )(?P<size>{SIZE})\)?")
            numbers.insert(0, rf"-(?P<size>\d{{1,3}}m){WORD_END}")
            numbers += self._known_size_group()
        patterns = ["|".join(numbers), self._variant_group()]
        if self.entry.dates:
            patterns.append(rf"(?:[ -]|\ \()(?P<date>{DATE})(?!\w)\)?")
        return tuple(_compiled(pattern) for pattern in patterns if pattern)

    def _known_size_group(self) -> list[str]:
        """Returns the pattern of a known size whose letter is left out: "gpt-oss 120 has"."""
        known = (size[:-1] for size in self.entry.known_sizes if LETTERLESS.fullmatch(size))
        numbers = "|".join(sorted(known))
        return [rf"[ -](?P<size>{numbers}){NOTHING_COUNTED}"] if numbers else []

    def _variant_group(self) -> str:
        names = set(self._names.values())
        heard = (heard for heard, part in self.entry.heard.items() if part in names)
        forms = "|".join(map(spoken, sorted((*sorted(names), *heard), key=len, reverse=True)))
        end = rf"{_BOUNDARY}(?:(?<=\([^()]{{1,24}})\))?"
        # "Claude 3, Opus" is one name: a variant that stands alone has no other version.
        alone = "|".join(map(spoken, self.entry.alone))
        after_pause = rf"|(?<=\d),\ (?P<variant>{alone})" if alone else ""
        return rf"(?:{_JOINT}(?P<variant>{forms}){after_pause}){end}" if forms else ""

    @cached_property
    def _tail(self) -> "regex.Pattern[str] | None":
        words = "|".join(map(spoken, sorted(self.entry.tail, key=len, reverse=True)))
        return regex.compile(rf"s?(?:[ -](?:{words})(?!\w))?") if words else None

    def _version_groups(self) -> list[str]:
        shapes = sorted(self.entry.versions, key=len, reverse=True)
        if not shapes:
            return []
        known = set(self._names.values())
        heard = [spoken(heard) for heard, part in self.entry.heard.items() if part not in known]
        body = "|".join([*heard, *(self._shape(shape) for shape in shapes)])
        groups = [
            r"(?<=[a-z])(?P<version>[1-9]-\d)(?![\w.-])",  # "GPT5-4"
            rf"-?(?P<version>(?:{body})){_BOUNDARY}",
            rf"\ (?P<version>(?:{body})){_BOUNDARY}{NO_QUANTITY}",
        ]
        if self.entry.variants:
            variants = "|".join(map(spoken, self.entry.variants))
            groups.insert(0, rf"[ -](?P<version>{APART})(?=[ -](?:{variants}){_BOUNDARY})")
        if self.entry.alone:
            variants = "|".join(map(spoken, self.entry.alone))
            groups.append(rf"\ (?P<version>to|too|for)(?=\ (?:{variants}){_BOUNDARY})")
        if self.entry.sizes:
            groups.append(rf"(?P<version>{HOMOPHONE})")
            groups.insert(0, rf"[ -](?P<version>{APART})(?=[ -]{SIZE})")
        return groups

    def _shape(self, shape: str) -> str:
        parts = _SHAPE.fullmatch(shape)
        if parts is None:
            return spoken(shape)
        prefix = spoken(parts[1].strip(" -")) + r"[ -]?" if parts[1] else ""
        suffix = r"[ -]?" + spoken(parts[3].strip(" -")) if parts[3] else ""
        if parts[3] == "o":
            suffix = r"[ -]?(?:o|oh)"
        return prefix + number_shape(parts[2], prefixed=bool(prefix)) + suffix


@cache
def _compiled(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(pattern)


def _key(text: str) -> str:
    """Returns what is compared of a part: blind to case, spaces, hyphens and brackets."""
    return "".join(character for character in text.lower() if character not in " -()")
