"""What has been named so far in a talk, and how it completes a name that is said in short.

"Maverick" is Llama 4 Maverick because no other Llama has it; "the flash version" is of the family
named last that has one; "Sonnet" is the Sonnet whose version was said last; "Gemini" is the one
Gemini that was spoken of lately; "the 27B" is of the family named last that comes in sizes. Where
several were said close by, the name stays as it is: less specific rather than guessed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.names.grammar import Form, Grammar
from extract.names.lexicon import Entry
from extract.names.mentions import RECENT, Mention, Mentions
from extract.names.numerals import parameters_of

# Characters of talk, about two minutes, in which two versions compete for a short name.
_NEAR = 2000
# Characters of talk, about three minutes, in which one member of a family stands for it.
_MEMBER = 3000
# Characters of talk, half a minute, in which one family comes with a variant not named before.
_JUST = 600


class Talk(Mentions):
    """The models that were named so far, and what a short name means behind them."""

    def owner(self, families: Sequence[Grammar], version: str | None) -> Grammar | None:
        """Returns which of `families` a variant that they share is of, or None.

        It is the one whose version was named, or else the one of whose line ("5.3" and "5.4") a
        version was named; without a version, or where only one was named at all, the last named.
        Where none was named, a version tells the one family whose maker was: "Google's 1.5 Pro".
        """
        named = self.by_recency(f for f in families if f.key in self.last_named)
        if version is not None and not named:
            made = [family for family in families if family.entry.maker in self.makers]
            return made[0] if len(made) == 1 else None
        if version is None or len(named) <= 1:
            return named[0] if named else None
        for length in (len(version), 1):
            for family in named:
                if any(said[:length] == version[:length] for said in self.versions(family)):
                    return family
        return None

    def complete(self, grammar: Grammar, form: Form, position: int) -> Form:
        """Returns `form` with what was left out, where the talk tells it."""
        entry = grammar.entry
        if form.bare:
            member = None if _like_its_maker(entry) else self._member_meant(grammar, position)
            told = member is not None and _tells_member(entry, member.form)
            return replace(member.form, end=form.end) if member and told else form
        form = grammar.implied(form)
        if form.version is not None or not (form.variants or form.size):
            return form
        return replace(form, version=self._version_of(grammar, form, position))

    def _member_meant(self, family: Grammar, position: int) -> Mention | None:
        """Returns the one member that was spoken of lately, or else just now."""
        lately = self._only_member((family,), position)
        return lately or self._only_member((family,), position, within=_JUST)

    def _version_of(self, grammar: Grammar, form: Form, position: int) -> str | None:
        """Returns the version that a form without one has, or None where the talk is not clear."""
        mentions = [m for m in self.of(grammar) if m.form.version is not None]
        same = [m for m in mentions if m.form.variants[:1] == form.variants[:1]]
        version = _agreed(same, position)
        if version is not None or same:
            return version
        shared = not form.variants or _in_step(grammar.entry, form) or _opened(mentions, form)
        return _agreed(mentions, position) if shared else None

    def variant_member(
        self, families: Sequence[Grammar], variant: str, position: int
    ) -> tuple[Grammar, Form] | None:
        """Returns the one member of the families that has the variant, or None.

        Where several have it, it is the one that was spoken of lately.
        """
        member = self._only_member(families, position, variant, within=position)
        member = member or self._only_member(families, position, variant)
        return None if member is None else (member.grammar, member.form)

    def new_variant(
        self, families: Iterable[Grammar], variant: str, position: int
    ) -> tuple[Grammar, Form] | None:
        """Returns the member of the family named just now that a variant may be of, or None.

        "DeepSeek-V4 came in two sizes. There's Pro, and then there's Flash."
        """
        just = [family for family in families if self.recent(family, position, _JUST)]
        version = self.last_version(just[0]) if len(just) == 1 else None
        had = {
            mention.form.version
            for mention in self._having(just, variant)
            if position - mention.position < _JUST
        }
        if version is None or len(had) > 1:
            return None
        return just[0], Form(position, version, (variant,))

    def version_member(self, version: str, position: int) -> tuple[Grammar, Form] | None:
        """Returns whose version is said alone: that of the one family that lately had it."""
        had = [
            mention
            for mention in self.with_version(version)
            if position - mention.position < RECENT
        ]
        if not had or len({mention.grammar.key for mention in had}) > 1:
            return None
        same = len({mention.member for mention in had}) == 1
        form = had[-1].form if same else Form(position, version)
        return had[-1].grammar, form

    def sized_member(
        self, families: Sequence[Grammar], size: str, position: int, *, behind: int = -1
    ) -> tuple[Grammar, Form] | None:
        """Returns whose size is said alone: whose it was before, or that of the last family.

        Args:
            families: that have sizes.
            size: as it is written.
            position: where it stands.
            behind: where the name ends that it is said right behind: "Qwen3-VL, the 30B".
        """
        named = self.by_recency(f for f in families if f.key in self.last_named)
        last = self._last_mention(named[0]) if named else None
        if last is not None and last.form.end == behind and last.form.size is None:
            return last.grammar, replace(last.form, size=size)
        for family in named:
            for mention in reversed(self.of(family)):
                if mention.form.size == size:
                    return family, mention.form
        for family in named:
            known = family.entry.known_sizes
            if self.recent(family, position) and (size in known or not known):
                form = self.complete(family, Form(position, size=size), position)
                return family, replace(form, version=form.version or self.topic_version(family))
        return None

    def extreme_member(
        self, families: Iterable[Grammar], position: int, *, largest: bool
    ) -> tuple[Grammar, Form] | None:
        """Returns the member of least or greatest size of the family named last, or None.

        It counts among those that were named lately with a size, or where there are but two.
        """
        named = self.by_recency(f for f in families if self.recent(f, position))
        if not named:
            return None
        family = named[0]
        mentions = self.of(family)
        lately = [m.form for m in mentions if m.form.size and position - m.position < RECENT]
        sizes = {form.size or "" for form in lately}
        if len(sizes) < 2:
            sizes = set(family.entry.known_sizes)
            if len(sizes) != 2:
                return None
        size = (max if largest else min)(sizes, key=parameters_of)
        same = [form for form in reversed(lately) if form.size == size]
        version = self.topic_version(family)
        return family, same[0] if same else Form(position, version, size=size)

    def _last_mention(self, family: Grammar) -> Mention | None:
        mentions = self.of(family)
        return mentions[-1] if mentions else None

    def _only_member(
        self,
        families: Iterable[Grammar],
        position: int,
        variant: str | None = None,
        within: int = _MEMBER,
    ) -> Mention | None:
        near = [
            mention
            for mention in self._having(families, variant)
            if position - mention.position <= within
        ]
        members = {(mention.grammar.key, mention.member) for mention in near}
        return near[-1] if len(members) == 1 else None

    def _having(self, families: Iterable[Grammar], variant: str | None) -> Iterator[Mention]:
        """Yields the mentions of the families, or those with a variant where one is given."""
        for family in families:
            for mention in self.of(family):
                if variant is None or variant in mention.form.variants:
                    yield mention


def _in_step(entry: Entry, form: Form) -> bool:
    return entry.lockstep and form.variants[0] in entry.shared


def _opened(mentions: list[Mention], form: Form) -> bool:
    """Whether a whole version was named before its variants: "Claude 3: Haiku, Sonnet, Opus"."""
    first = mentions[0] if mentions else None
    whole = first is not None and not (first.form.variants or first.form.decimal)
    return whole and form.variants[0] in mentions[0].grammar.entry.alone


def _tells_member(entry: Entry, form: Form) -> bool:
    """Whether a form is one model's: "Gemini Flash" is no more of a member than "Gemini"."""
    only_so = bool(form.modifiers) and not entry.versions  # "Hy3 preview"
    return form.version is not None or form.size is not None or only_so


def _like_its_maker(entry: Entry) -> bool:
    """Whether the bare name may as well be the company's: "DeepSeek", "Mistral"."""
    return entry.maker is not None and entry.maker.startswith(entry.name)


def _agreed(mentions: list[Mention], position: int) -> str | None:
    """Returns the one version of the mentions close by, or of the last ones where none is."""
    near = [m for m in mentions if position - m.position <= _NEAR] or mentions[-3:]
    versions = {mention.form.version for mention in near}
    return versions.pop() if len(versions) == 1 else None
