"""Finds out which families of models one talk speaks of that the lexicon has not."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile

import regex

from extract.names.families import Family, benchmark_entry
from extract.names.lexicon import Entry
from extract.names.numerals import SIZE
from extract.names.shapes import WORD, Shape, Span, find_shapes, words_in
from extract.names.ways import ways
from extract.records import Name, Speech
from extract.sentences import Sentences

BEHIND = 120  # characters behind a name in which may be said what it measures
AHEAD = 60  # characters before a name in which it is introduced
TOLD = 600  # characters before a name that is given in which the model is told of
ON_TOPIC = 5  # models that are named beyond doubt in a talk in which "Fable 5.5" must be one

_CAPITALS = regex.compile(r"\w[A-Z]")
_SIZE_BEHIND = regex.compile(rf"(?:[ -]|, (?:the )?)(?i:{SIZE})")
_SHORT = regex.compile(r"[A-Z]{2,3}")  # stands for other words, as "RL" does
_GIVEN = regex.compile(rf"[a-z -]+ (?P<name>{WORD}(?:[ -]{WORD})?)(?!\w)")
_AND = r"(?:,? (?:and|or|versus|vs\.?|than|to) |, |/)"
_JOINED_BEFORE = regex.compile(rf"{_AND}\Z")
_JOINED_AFTER = regex.compile(_AND)
_WITHIN = regex.compile(rf"(?<=[a-z],? ){WORD}(?: {WORD})?")
_ANY_WORD = regex.compile(r"[A-Za-z]+")
_WORD_BEHIND = regex.compile(rf"[ -]({WORD})(?!\w)")
# A name that is built as those of benchmarks are: what it ends in, and what stands before that.
_ENDING = regex.compile(rf"(?:{'|'.join(ways().endings)})(?![\w-])")
_STEM = regex.compile(r"(?r)(?<![\w-])[A-Z][A-Za-z]+-?")


class _Spans:
    """Stretches of a speech, ascending, that are asked whether they meet another."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._starts = [name.start for name in names]
        self._ends = [name.end for name in names]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def meet(self, start: int, end: int) -> bool:
        """Says whether one of them overlaps `start` to `end`."""
        place = bisect_left(self._ends, start + 1)
        return place < len(self._starts) and self._starts[place] < end


@dataclass(frozen=True, slots=True)
class Look:
    """A speech with what was found in it, each ascending.

    Attributes:
        speech: where to look for more.
        sentences: of the speech.
        numbers: where numbers may begin.
        called: where words stand that may stand before a name that is given.
        names: those that the lexicon has.
    """

    speech: Speech
    sentences: Sentences
    numbers: Sequence[int]
    called: Sequence[int]
    names: Sequence[Name]


class Discovery:
    """Finds out which families a speech speaks of that the lexicon has not."""

    def __init__(self, look: Look) -> None:
        names = look.names
        self._look = look
        self._text = look.speech.text
        self._lower = look.speech.lower
        self._listed = _Spans(names)
        self._organisations = _Spans([name for name in names if name.kind == "organisation"])
        self._models = _Spans([name for name in names if name.kind == "model"])
        self._on_topic = sum(name.kind == "model" and name.certain for name in names) >= ON_TOPIC
        self._benchmarks = _Spans([name for name in names if name.kind == "benchmark"])

    def entries(self) -> tuple[Entry, ...]:
        """Returns an entry for each family."""
        if self._text == self._lower:
            return ()  # without capitals every word may be one
        shapes = [
            shape for shape in find_shapes(self._text, self._look.numbers) if self._may_be(shape)
        ]
        shown = {self._family(shape.words): None for shape in shapes if self._shows(shape)}
        shown |= {self._given(words): None for words in self._called()}
        shown |= {self._family(words): None for words in self._bare()}
        shown |= {self._maker(shape): None for shape in shapes if self._shows(shape)}
        seen = {name: Family() for name in shown if name}
        for shape in shapes if seen else ():
            name = self._family(shape.words) or self._maker(shape)
            if name in seen:
                self._take(shape, seen[name])
        families = (found.entry(name) for name, found in seen.items())
        return (*families, *self._built_as_benchmarks())

    def _built_as_benchmarks(self) -> Iterator[Entry]:
        """Yields entries for names that are built as those of benchmarks are: "LockBench"."""
        stems: dict[str, str] = {}
        for ending in _ENDING.finditer(self._text) if self._on_topic else ():
            stem = _STEM.match(self._text, max(0, ending.start() - AHEAD), ending.start())
            if stem and not self._listed.meet(stem.start(), ending.end()):
                stems[stem[0].rstrip("-")] = ending[0]
        for built, end in stems.items():
            yield benchmark_entry(built, end)

    def _take(self, shape: Shape, seen: Family) -> None:
        """Notes how a form of a family is written."""
        seen.listed |= not self._family(shape.words)
        seen.take(shape)
        if _SIZE_BEHIND.match(self._lower, shape.end):
            seen.sizes.append(" ")
        end = shape.end
        while (word := _WORD_BEHIND.match(self._text, end)) and self._is_proper(word.span(1)):
            seen.variants[word[1]] = None
            end = word.end()

    # -- which words are a name

    def _may_be(self, shape: Shape) -> bool:
        """Says whether a look, that costs little, leaves it open that a shape is a new name."""
        if self._models.meet(shape.start, shape.end):
            return False
        word = self._lower[slice(*shape.words[-1])]
        return word not in ways().usual

    def _family(self, words: Sequence[Span]) -> str:
        """Returns those of the words, at their end, that are a name."""
        last = len(words)
        while last and self._lower[slice(*words[last - 1])] in ways().shared_lower:
            last -= 1
        run = list(takewhile(self._is_proper, reversed(words[:last])))
        if not run and last and last < len(words) and self._is_maker(words[last - 1]):
            run = [words[last - 1]]  # "Aviary Large 2" is of Aviary's Large
        return self._text[run[-1][0] : words[-1][1]] if run else ""

    def _given(self, words: Sequence[Span]) -> str:
        """Returns a name that was given: it may be a common word ("we call it Adjuster")."""
        start, end = words[0][0], words[-1][1]
        own = self._family(words)
        apart = len(words) == 1 and not (
            self._lower[start:end] in ways().usual or self._listed.meet(start, end)
        )
        return own or (self._text[start:end] if apart else "")

    def _maker(self, shape: Shape) -> str:
        """Returns the organisation that gave a model its name: "Aviary V2", "Aviary-7B"."""
        named = shape.joint == "-" or shape.version is None or shape.version[0] != "#"
        return (
            self._text[slice(*shape.words[-1])] if named and self._is_maker(shape.words[-1]) else ""
        )

    def _is_maker(self, word: Span) -> bool:
        return self._organisations.meet(*word) and not self._models.meet(*word)

    def _is_proper(self, word: Span) -> bool:
        """Says whether a word is written with a capital because it is a name."""
        lower = self._lower[slice(*word)]
        if lower in ways().usual or lower in self._speakers or self._listed.meet(*word):
            return False
        return 3 * self._often[lower] <= self._often[self._text[slice(*word)]]

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """Returns the words in the names of those who speak: "Ann has 5 billion" is no model."""
        labels = {speaker.lower() for _, speaker in self._look.speech.turns}
        return frozenset(word for label in labels for word in label.split())

    @cached_property
    def _often(self) -> Counter[str]:
        return Counter(_ANY_WORD.findall(self._text))

    # -- what shows that a name is a model's

    def _shows(self, shape: Shape) -> bool:
        """Says whether what stands around a shape shows that it is a model's name."""
        start, end = shape.start, shape.end
        return (
            (shape.version is None and shape.joint == "-")  # "Kestrel-7B" is no room
            or self._introduced(start)
            or ways().followed.match(self._lower, end) is not None
            or _SIZE_BEHIND.match(self._lower, end) is not None
            or (self._on_topic and self._is_full(shape))
            or self._beside_model(start, end)
            or self._measured(start, end)
            or self._on_benchmark(start)
        )

    # Few shapes have anything measured near: most talk is never divided into its sentences.
    def _measured(self, start: int, end: int) -> bool:
        """Says whether words of what models are measured by stand near in the sentence."""
        ahead, behind = max(0, start - AHEAD), end + BEHIND
        if not ways().measured.search(self._lower, ahead, behind):
            return False
        first = max(ahead, self._look.sentences.around(start)[0])
        return ways().measured.search(self._lower, first, behind) is not None

    def _on_benchmark(self, start: int) -> bool:
        """Says whether a benchmark is named in the sentence."""
        return bool(self._benchmarks) and self._benchmarks.meet(*self._look.sentences.around(start))

    def _introduced(self, start: int) -> bool:
        return ways().introduced.search(self._lower, max(0, start - AHEAD), start) is not None

    def _is_given(self, found: "regex.Match[str]") -> bool:
        """Says whether the name is given to a model told of before: "we trained it, we call it"."""
        start = found.start("name")
        given = ways().given.search(self._lower, max(0, start - AHEAD), start)
        if given is None or _SHORT.fullmatch(found["name"]):
            return False
        built = ways().built.search(self._lower, max(0, start - TOLD), given.start())
        first = built.end() if built else given.start()
        return built is not None and not ways().tested.search(self._lower, first, given.start())

    def _is_full(self, shape: Shape) -> bool:
        """Says whether so much was said that it must be a model's where models are the topic."""
        word = _WORD_BEHIND.match(self._text, shape.end)
        variant = word is not None and word[1].lower() in ways().shared_lower
        return shape.decimal or shape.version not in (None, "#") or variant

    def _beside_model(self, start: int, end: int) -> bool:
        """Says whether the name stands in a row with a model's: "GPT-4 and Fable 5"."""
        before = _JOINED_BEFORE.search(self._lower, max(0, start - 12), start)
        after = _JOINED_AFTER.match(self._lower, end)
        return bool(
            (before and self._models.meet(before.start() - 1, before.start()))
            or (after and self._models.meet(after.end(), after.end() + 1))
        )

    def _called(self) -> Iterator[tuple[Span, ...]]:
        """Yields the words of names that models are given: "a model called Kestrel"."""
        for place in self._look.called:
            name = _GIVEN.match(self._text, place)
            if name and (self._introduced(name.start("name")) or self._is_given(name)):
                yield words_in(self._text, *name.span("name"))

    def _bare(self) -> Iterator[tuple[Span, ...]]:
        """Yields the words before a count of what models have: "Kestrel has 4 billion active"."""
        patterns = ways().counted
        for counted in chain.from_iterable(it.finditer(self._lower) for it in patterns):
            first = max(0, counted.start() - BEHIND)
            for bare in ways().bare.finditer(self._text, first, counted.start()):
                words = words_in(self._text, *bare.span(1))
                other = self._models.meet(bare.start(), counted.start())
                if not other and self._is_within(self._family(words)):
                    yield words

    def _is_within(self, words: str) -> bool:
        """Says whether words have their capitals not only because a sentence begins."""
        return words in self._inner or _CAPITALS.search(words) is not None

    @cached_property
    def _inner(self) -> frozenset[str]:
        return frozenset(_WITHIN.findall(self._text))
