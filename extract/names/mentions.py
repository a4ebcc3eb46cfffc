"""The models that were named so far in a talk: when, in which forms, and how surely."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.frozen import frozen
from extract.names.grammar import Form, Grammar
from extract.names.lexicon import Entry

# Mentions of a family that are kept; more would make a long text slow, and none would be asked.
_KEPT = 64
# Characters of talk, some five minutes, in which "the pro version" is of the family named last.
RECENT = 5000


@frozen
class Mention:
    """One place in which a family was named with more than its bare name."""

    position: int
    grammar: Grammar
    form: Form

    @property
    def member(self) -> tuple[str, ...]:
        """What tells one member of a family from another."""
        form = self.form
        return (form.version or "", form.size or "", *form.variants)


@dataclass(slots=True)
class Mentions:
    """The models that were named so far.

    Attributes:
        certain: families that were named beyond doubt.
        last_named: where each family was named last.
        of_models: whether a model was named beyond doubt.
        model_end: where the last such name ended.
        makers: organisations that were named, or whose models were.
    """

    certain: set[str] = field(default_factory=set)
    last_named: dict[str, int] = field(default_factory=dict)
    of_models: bool = False
    model_end: int = -1
    makers: set[str] = field(default_factory=set)
    _mentions: dict[str, deque[Mention]] = field(default_factory=dict)
    _by_version: dict[str, deque[Mention]] = field(default_factory=dict)

    def note(self, grammar: Grammar, form: Form, position: int, *, certain: bool) -> None:
        """Remembers that a form of a family was said at `position`."""
        self.last_named[grammar.key] = position
        if certain:
            self.certain.add(grammar.key)
            self._note_maker(grammar.entry)
        if not form.bare:
            mention = Mention(position, grammar, form)
            self._mentions.setdefault(grammar.key, deque(maxlen=_KEPT)).append(mention)
            if form.version is not None and grammar.entry.kind == "model":
                self._by_version.setdefault(form.version, deque(maxlen=_KEPT)).append(mention)

    def _note_maker(self, entry: Entry) -> None:
        if entry.kind == "organisation":
            self.makers.add(entry.name)
        elif entry.kind == "model":
            self.of_models = True
            if entry.maker is not None:
                self.makers.add(entry.maker)

    def of(self, family: Grammar) -> Sequence[Mention]:
        """Returns the mentions of a family, ascending."""
        return self._mentions.get(family.key, ())

    def with_version(self, version: str) -> Sequence[Mention]:
        """Returns the mentions of models with a version, ascending."""
        return self._by_version.get(version, ())

    def knows(self, grammar: Grammar) -> bool:
        """Whether the family was named beyond doubt, or its maker."""
        return grammar.key in self.certain or grammar.entry.maker in self.makers

    def recent(self, grammar: Grammar, position: int, within: int = RECENT) -> bool:
        """Whether the family was named not long before `position`."""
        return position - self.last_named.get(grammar.key, -within) < within

    def said(self, grammar: Grammar, version: str) -> bool:
        """Whether this version of the family was named."""
        return any(m.form.version == version for m in self.of(grammar))

    def by_recency(self, families: Iterable[Grammar]) -> list[Grammar]:
        """Returns the families, that named last first, those never named at the end."""
        return sorted(families, key=lambda family: -self.last_named.get(family.key, -1))

    def last_version(self, family: Grammar) -> str | None:
        """Returns the version of the family that was named last."""
        return next(self.versions(family), None)

    def topic_version(self, family: Grammar) -> str | None:
        """Returns the version that was named most often, of several the last one."""
        often = Counter(self.versions(family))
        return max(often, key=lambda version: often[version], default=None)

    def versions(self, family: Grammar) -> Iterator[str]:
        """Yields the versions of the family that were named, the last one first."""
        for mention in reversed(self.of(family)):
            if mention.form.version is not None:
                yield mention.form.version
