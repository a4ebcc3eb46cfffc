"""The whole way from a transcript to its claims."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extract.lexicon import load_lexicon
from extract.linking.claims import link
from extract.records import Claim, Transcript
from extract.scanning import scan


def extract_claims(transcript: Transcript) -> tuple[Claim, ...]:
    """Returns the claims of a transcript in the order of its text, always the same ones."""
    lexicon = load_lexicon()
    return link(transcript, scan(transcript.speech, lexicon), lexicon)


@cache
def extractor_hash() -> str:
    """Returns a SHA-256 over the extractor's code and data; it changes when claims may."""
    return _hash(".py", ".toml", ".txt")


@cache
def lexicon_hash() -> str:
    """Returns a SHA-256 over the extractor's data alone."""
    return _hash(".toml", ".txt")


def _hash(*suffixes: str) -> str:
    digest = hashlib.sha256()
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
