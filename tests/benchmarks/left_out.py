"""What is lost when the lexicon does not know a family: is a new model found as it is spoken of?

    python -m tests.benchmarks.left_out [FAMILY...]

For each family of models with at least three claims that are right, in the fixtures and (where they
lie beside the project) the gold transcripts: how many of them are still found with a lexicon without
the family, the subject being the name as it was spoken. With FAMILY given, what is lost is listed.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from extract.attributes.book import load_book
from extract.lexicon import Lexicon, assembled, load_lexicon
from extract.linking.claims import link
from extract.names import NameBook, load_names
from extract.names.lexicon import Lexicon as Names
from extract.reading import read_transcript
from extract.records import Claim, Name, Transcript
from extract.scanning import read_line, scan
from tests.benchmarks.annotated import annotated, sets
from tests.extract.scoring import judge, name_key

LEAST = 3
RIGHT = 2
_HEAD = regex.compile(r"[A-Za-z ]*?(?=[ -]*[a-zA-Z]?\d|$)|[A-Za-z]*")  # up to a version


@dataclass(frozen=True, slots=True)
class Known:
    """A claim that the whole lexicon gets right, its family, and the names right for its subject."""

    transcript: Transcript
    claim: Claim
    family: str
    names: frozenset[str]

    def found_in(self, claims: tuple[Claim, ...]) -> bool:
        """Says whether one of the claims says the same of the name as spoken."""
        return any(
            (claim.start, claim.attribute) == (self.claim.start, self.claim.attribute)
            and name_key(claim.subject) in self.names
            for claim in claims
        )


def without(family: str) -> Lexicon:
    """Returns the lexicon without a family of models and all that is heard as it."""
    names = load_names().lexicon
    kept = tuple(e for e in names.entries if (e.kind, e.name) != ("model", family))
    entries = tuple(
        e.model_copy(update={"becomes": None}) if e.becomes == family else e for e in kept
    )
    heard = tuple(m for m in names.mishearings if (m.kind, m.family) != ("model", family))
    return assembled(NameBook(Names(entries=entries, mishearings=heard)), load_book())


def claims_of(transcript: Transcript, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Returns the claims that are found with a lexicon."""
    return link(transcript, scan(transcript.speech, lexicon), lexicon)


def known() -> Iterator[Known]:
    """Yields the claims about models that are right."""
    for folder in sets().values():
        for path, facts in annotated(folder):
            transcript = read_transcript(str(path))
            scanned = scan(transcript.speech, load_lexicon())
            claims = link(transcript, scanned, load_lexicon())
            judged = judge(claims, facts)
            for fact, place in judged.facts:
                if place is None or judged.claims[place] != RIGHT:
                    continue
                claim = claims[place]
                family = family_of(claim.subject)
                if family is not None:
                    heads = spoken_heads(transcript, scanned.names, family)
                    accepted = (*fact["subjects"], claim.subject_text, claim.subject)
                    names = as_spoken(map(name_key, accepted), name_key(family), heads)
                    yield Known(transcript, claim, family, frozenset(names) - {""})


def spoken_heads(transcript: Transcript, names: Iterable[Name], family: str) -> set[str]:
    """Returns the words that a talk has for a family: "DeepSeq" for DeepSeek."""
    texts = (transcript.speech.text[n.start : n.end] for n in names if n.family == family)
    heads = (head for text in texts if (head := _HEAD.match(text)))
    return {name_key(head[0]) for head in heads} - {""}


def as_spoken(names: Iterable[str], family: str, heads: Iterable[str]) -> Iterator[str]:
    """Yields each name, and the name with the family as it is spoken."""
    for name in names:
        yield name
        for head in heads if name.startswith(family) else ():
            yield head + name.removeprefix(family)


def family_of(subject: str | None) -> str | None:
    """Returns the family of models that a canonical name is of."""
    names, _ = read_line(subject or "", load_lexicon())
    return next((name.family for name in names if name.kind == "model"), None)


def main(asked: list[str]) -> None:
    """Prints the table, and what is lost of the families asked for."""
    families: dict[str, list[Known]] = {}
    for one in known():
        families.setdefault(one.family, []).append(one)
    counted = {family: held for family, held in families.items() if len(held) >= LEAST}
    print(f"{'family':20}{'claims':>8}{'found':>8}{'share':>8}")
    total = kept = 0
    for family, held in sorted(counted.items(), key=lambda item: -len(item[1])):
        lost = list(lost_without(family, held))
        total, kept = total + len(held), kept + len(held) - len(lost)
        share = 1 - len(lost) / len(held)
        print(f"{family:20}{len(held):8}{len(held) - len(lost):8}{share:8.0%}")
        for one, said in lost if family in asked else ():
            print(f"  {one.claim.subject} {one.claim.attribute}, not {said}: {one.claim.quote}")
    print(f"{'all':20}{total:8}{kept:8}{kept / total:8.0%}")


def lost_without(family: str, held: list[Known]) -> Iterator[tuple[Known, str | None]]:
    """Yields the claims that are lost without the family, each with the subject found instead."""
    lexicon = without(family)
    found = {
        episode: claims_of(transcript, lexicon)
        for episode, transcript in {k.claim.episode: k.transcript for k in held}.items()
    }
    for one in held:
        claims = found[one.claim.episode]
        if not one.found_in(claims):
            said = next((c.subject or "" for c in claims if c.start == one.claim.start), None)
            yield one, said


if __name__ == "__main__":
    main(sys.argv[1:])
