"""The whole way from a transcript to its claims."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extract.lexicon import load_lexicon
from extract.linking.claims import link
from extract.linking.prospects import holds_claims
from extract.records import Claim, Transcript
from extract.scanning import filled, outline
from extract.tables import NOTHING_OWN, OwnLexicon


def extract_claims(transcript: Transcript, own: OwnLexicon = NOTHING_OWN) -> tuple[Claim, ...]:
    """Returns the claims of a transcript in the order of its text, always the same ones.

    Args:
        transcript: what to read.
        own: what a user adds to the lexicon.
    """
    lexicon = load_lexicon(own)
    found = outline(transcript.speech, lexicon)
    if not holds_claims(found, lexicon):
        return ()
    return link(transcript, filled(found, found.heads, lexicon), lexicon)


@cache
def extractor_hash(own: OwnLexicon = NOTHING_OWN) -> str:
    """Returns a SHA-256 over the extractor's code and data; it changes when claims may."""
    return _hash(own, ".py", ".toml", ".txt")


@cache
def lexicon_hash(own: OwnLexicon = NOTHING_OWN) -> str:
    """Returns a SHA-256 over the extractor's data alone, the user's own among it."""
    return _hash(own, ".toml", ".txt")


def _hash(own: OwnLexicon, *suffixes: str) -> str:
    digest = hashlib.sha256(own.content.encode())
    for name, content in sorted(_files(files("extract"), "", suffixes)):
        digest.update(f"{name}\x1f{len(content)}\x1f".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(folder: Traversable, prefix: str, suffixes: tuple[str, ...]) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _files(entry, f"{prefix}{entry.name}/", suffixes)
        elif entry.name.endswith(suffixes):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
