"""What stands beside a literal and shows that it is meant as a name: capitals, cues, the talk."""

from string import ascii_uppercase

import regex

from extract.names.grammar import Form, Grammar
from extract.names.lexicon import Need
from extract.names.numerals import WORDS
from extract.names.talk import Talk
from extract.records import Speech


def _with_parts(cues: str) -> str:
    for part, pattern in WORDS["parts"].items():
        cues = cues.replace(f"<{part}>", pattern)
    return cues


# Words after a name that say what kind of thing it is.
_CUES = {
    kind: regex.compile(rf"s?(?:{_with_parts('|'.join(cues))})(?!\w)")
    for kind, cues in WORDS["cues"].items()
}
_CUES_BEFORE = {
    kind: regex.compile(rf"(?:{'|'.join(cues)})\Z") for kind, cues in WORDS["cues_before"].items()
}
_CUES_NEAR = {
    kind: regex.compile(rf"(?<![a-z])(?:{'|'.join(cues)})(?![a-z])")
    for kind, cues in WORDS["cues_near"].items()
}
# Kinds whose names have a capital, where a speech has any.
_CAPITALS = ("model", "organisation", "other")
_FAMILY_BEFORE = tuple(f" {word} " for word in WORDS["family_before"])
_FAMILY_AFTER = regex.compile(rf"(?:[ -](?:{'|'.join(WORDS['family_after'])}|n)|s)(?!\w)")
# A capitalised word that a variant belongs to ("MacBook Pro"), unless it begins a sentence.
_NAMED_BEFORE = regex.compile(r"(?<![.?!:] |\n|^)(?<![\w.])[A-Z0-9][\w.]*(?:['’]s)? \Z")
_ROW = regex.compile(r",? (?:and|or|versus|vs\.?|than) |, |/")
_WORD_BEFORE = regex.compile(r"(?<![.?!:] |\n|^)(?<![\w.])[A-Z][a-z]\w*[ -]\Z")
# A capital that begins no sentence.
_WITHIN = regex.compile(r"(?<=[a-z,] )[A-Z]")
JUDGED = 20_000  # characters by which a speech is judged to have capitals …
CASED = 0.03  # … where there are so many to the words: 0.05 in edited text, 0.01 in bare captions
AMONG = 300  # characters behind a model in which another may be named by a common word
AROUND = 150  # characters around a site in which its chips or watts may be told
_WRITTEN_SO = (" I ", " I'")  # in captions too
_BY = regex.compile(r",? (?:from|by)(?= )")
_PAUSE = regex.compile(r"[.,;:?!]")
_NAMED_AFTER = regex.compile(r"[ -][A-Z]|['’]")


def _is_cased(text: str) -> bool:
    """Whether there are so many capitals to the words as where sentences begin with one."""
    top = text[:JUDGED]
    capitals = sum(map(top.count, ascii_uppercase)) - sum(map(top.count, _WRITTEN_SO))
    return capitals > CASED * top.count(" ")


class Evidence:
    """Looks around literals in one speech.

    Attributes:
        cased: whether names are written with capitals; in captions hardly more than "I" is.
    """

    def __init__(self, speech: Speech, talk: Talk) -> None:
        self.cased = _is_cased(speech.text)
        self._text = speech.text
        self._lower = speech.lower
        self._talk = talk

    def suffices(self, need: Need, grammar: Grammar, form: Form, start: int, end: int) -> bool:
        """Whether a form whose family's literal is at `start` to `end` has what it needs."""
        if need == "nothing" or self.as_written(grammar, start):
            return True
        capital = self.capital(start)
        shown = self._shows(grammar, form, start, end)
        match need:
            case "capital" | "upper":
                return shown or self._stands_out(need, grammar, start, form.end)
            case "form":
                return shown
            case "strong":
                named = capital and grammar.key in self._talk.certain
                spelled = self._talk.of_models and self._text[start:end].isupper()
                told = form.strong or (shown and (named or spelled))
                return told or (not form.bare and self._maker_behind(grammar, form))
            case "talk" | "known" | "decimal":
                return self._told(need, grammar, form, capital=capital)
            case "maker":
                known = capital and self._talk.knows(grammar)
                return shown or known or self._cued(grammar, start, form.end, capital=capital)
            case "cue":
                return shown or self._cued(grammar, start, form.end, capital=capital)

    def _stands_out(self, need: Need, grammar: Grammar, start: int, end: int) -> bool:
        """Whether a name has the capitals that it needs, or a cue where nothing has capitals."""
        capital = self.capital(start)
        if need == "capital":
            return capital if self.cased else self._cued(grammar, start, end, capital=False)
        upper = self._text[start:end].isupper()
        return upper or ((capital or not self.cased) and self._told_kind(grammar, start, end))

    def _told(self, need: Need, grammar: Grammar, form: Form, *, capital: bool) -> bool:
        """Whether the talk so far, or the maker behind the name, is what is needed."""
        known = self._talk.knows(grammar) or self._maker_behind(grammar, form)
        if need == "known":
            return known and not form.bare
        fits = need == "talk" or (capital and form.decimal)
        return fits and (known or self._talk.of_models)

    def surely(self, need: Need, grammar: Grammar, form: Form, start: int) -> bool:
        """Whether it is beyond doubt that a form that has what it needs is a name."""
        return (
            need in ("nothing", "capital", "upper", "maker")
            or not form.bare
            or self.as_written(grammar, start)
            or self._told_kind(grammar, start, form.end)
            or self._maker_before(grammar, start)
        )

    def capital(self, start: int) -> bool:
        """Whether a capital stands at `start`, or a digit, which has none."""
        lower = self._lower[start]
        return self._text[start] != lower or lower.isdigit()

    def as_written(self, grammar: Grammar, start: int) -> bool:
        """Whether the name stands there with its capitals within: "PaLM" is no palm."""
        return grammar.camel and self._text.startswith(grammar.entry.name, start)

    def apart(self, start: int, end: int) -> bool:
        """Whether a capitalised word stands by itself, not in a name of more words."""
        return (
            self.cased
            and self.capital(start)
            and _NAMED_AFTER.match(self._text, end) is None
            and _NAMED_BEFORE.search(self._text, max(0, start - 40), start) is None
        )

    def within(self, start: int) -> bool:
        """Whether a capital stands at `start` that begins no sentence."""
        return _WITHIN.match(self._text, start) is not None

    def named(self, start: int) -> bool:
        """Whether a capitalised word, that begins no sentence, stands right before `start`."""
        return _WORD_BEFORE.search(self._text, max(0, start - 40), start) is not None

    def of_family(self, start: int, end: int) -> bool:
        """Whether a bare name speaks of the family: "a Llama", "the Gemini models"."""
        before = " " + self._lower[max(0, start - 12) : start]
        return before.endswith(_FAMILY_BEFORE) or _FAMILY_AFTER.match(self._lower, end) is not None

    def _shows(self, grammar: Grammar, form: Form, start: int, end: int) -> bool:
        """Whether what was read shows a name: more than a word and a loose digit ("composer 2")."""
        digit = form.version is not None and form.version[0].isdigit()
        loose = digit and not (form.strong or form.variants) and self._lower[end : end + 1] == " "
        if form.bare or not loose or not self.cased:
            return not form.bare
        return self.capital(start) or self._told_before(grammar, start)

    def _cued(self, grammar: Grammar, start: int, end: int, *, capital: bool) -> bool:
        if not capital and self.cased and grammar.entry.kind in _CAPITALS:
            return False
        named = capital and grammar.key in self._talk.certain
        beside = self._told_kind(grammar, start, end) or self._maker_before(grammar, start)
        return named or beside or self._in_row(grammar, start) or self._among(grammar, start, end)

    def _among(self, grammar: Grammar, start: int, end: int) -> bool:
        """Says whether a capital within a sentence stands where such things are talked of."""
        kind, end_before = grammar.entry.kind, self._talk.model_end
        if kind == "model":
            shortly = 0 <= start - end_before <= AMONG and end_before >= 0
            return shortly and self.within(start) and self.apart(start, end)
        near = _CUES_NEAR.get(kind)
        if near is None or not self.within(start):
            return False
        return near.search(self._lower, max(0, start - AROUND), end + AROUND) is not None

    def _in_row(self, grammar: Grammar, start: int) -> bool:
        """Says whether a model stands in a row behind another: "GPT-4 and 01"."""
        end = self._talk.model_end
        near = grammar.entry.kind == "model" and 0 <= end < start <= end + 9
        return near and _ROW.fullmatch(self._lower, end, start) is not None

    def _told_kind(self, grammar: Grammar, start: int, end: int) -> bool:
        """Whether what stands behind the name, or before it, says which kind of thing it is."""
        kind = grammar.entry.kind
        if _CUES[kind].match(self._lower, end) is not None:
            return True
        fit = self.capital(start) or not self.cased or kind == "human"
        return fit and self._told_before(grammar, start)

    def _told_before(self, grammar: Grammar, start: int) -> bool:
        """Whether what stands before the name says which kind of thing it is."""
        before = _CUES_BEFORE.get(grammar.entry.kind)
        return bool(before and before.search(self._lower, max(0, start - 24), start))

    def _maker_behind(self, grammar: Grammar, form: Form) -> bool:
        """Says whether the maker is named right behind: "fi 4 from Microsoft"."""
        by = _BY.match(self._lower, form.end)
        words = self._lower[by.end() : by.end() + 40] if by is not None else ""
        return f"{_PAUSE.sub('', words)} ".startswith(grammar.makers)

    def _maker_before(self, grammar: Grammar, start: int) -> bool:
        before = " " + self._lower[max(0, start - 40) : start]
        return before.endswith(grammar.makers)
