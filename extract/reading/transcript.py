"""Content of a file in, Transcripts out."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from extract.errors import TallycastError
from extract.reading.dates import parse_date
from extract.reading.encoding import Decoded, decode, without_lone_surrogates
from extract.reading.files import contents, lines
from extract.reading.formats import format_of
from extract.reading.json_formats import read_json_line
from extract.reading.layouts import Head, read_head, recognise
from extract.reading.metadata import Known, of_name, show_name
from extract.reading.sidecars import read_sidecar
from extract.reading.sources import STANDARD_INPUT, file_of
from extract.reading.speech import to_speech
from extract.reading.told import Told
from extract.records import Episode, Failure, Speech, Transcript

LONGEST = 64 * 1024 * 1024  # characters of text; a thousand hours of talk are some 60 million
_NOTHING = Known()


def read_transcript(
    source: str, *, known: Known = _NOTHING, input_format: str | None = None
) -> Transcript:
    """Reads a transcript.

    Args:
        source: path of a file, "talks.zip/one.vtt", "talks.jsonl#3" (a line), or "-" for standard
            input.
        known: what the user tells of the episode.
        input_format: name of the format; None where it is to be recognised.

    Raises:
        TallycastError: it is missing, a folder, unreadable, no transcript, too large, or several.
    """
    return _only(source, read_transcripts(source, known=known, input_format=input_format))


def read_transcripts(
    source: str, *, known: Known = _NOTHING, input_format: str | None = None
) -> Iterator[Transcript | Failure]:
    """Yields each transcript of a source; what cannot be read is a Failure. See read_transcript."""
    path = file_of(source)
    streamed = lines(path) if input_format in {None, "jsonl"} else None
    if streamed is not None:
        yield from _asked(source, path, parse_lines(streamed, path, known))
        return
    try:
        yield from _parsed(source, contents(source), known, input_format)
    except TallycastError as error:
        yield _failure(source, error)


def parse_file(
    content: bytes, source: str, known: Known = _NOTHING, input_format: str | None = None
) -> Iterator[Transcript | Failure]:
    """Yields each transcript in the content of a file, that may be compressed or an archive."""
    try:
        yield from _parsed(source, contents(source, content), known, input_format)
    except TallycastError as error:
        yield _failure(source, error)


def _parsed(
    source: str,
    found: Iterable[tuple[str, bytes | TallycastError]],
    known: Known,
    input_format: str | None,
) -> Iterator[Transcript | Failure]:
    nothing = True
    for name, content in found:
        nothing = False
        if isinstance(content, TallycastError):
            yield _failure(name, content)
        else:
            yield from _asked(source, name, parse_transcripts(content, name, known, input_format))
    if nothing:
        yield _failure(source, TallycastError("no transcript in the archive"))


def _asked(
    source: str, name: str, found: Iterable[Transcript | Failure]
) -> Iterator[Transcript | Failure]:
    """Yields of what is in the file `name` that which `source` asks for: all, or one part."""
    whole = {file_of(name), name}
    for read in found:
        told = read.source if isinstance(read, Failure) else read.episode.source
        if source in whole or source == told:
            yield read


def parse_lines(
    found: Iterable[bytes], source: str, known: Known = _NOTHING
) -> Iterator[Transcript | Failure]:
    """Yields the transcript in each line of JSON Lines, of which one at a time is held."""
    try:
        known = known.or_else(_beside(source))
        for number, line in enumerate(found, 1):
            if line.strip():
                yield _of_line(line, f"{source}#{number}", known)
    except TallycastError as error:
        yield _failure(source, error)


def _of_line(line: bytes, place: str, known: Known) -> Transcript | Failure:
    try:
        decoded = decode(line.rstrip(b"\r\n"))
    except TallycastError as error:
        return _failure(place, error)
    return _read(read_json_line(decoded.text), decoded, place, known, form="json")


def parse_transcript(
    content: bytes, source: str, known: Known = _NOTHING, input_format: str | None = None
) -> Transcript:
    """Reads a transcript from the content of a file, in any format and layout.

    Args:
        content: the file's bytes; in plain text newlines and a byte order mark stay as they are,
            for offsets count in them.
        source: where it comes from; its stem is the title where the text has none.
        known: what the user tells of the episode.
        input_format: name of the format; None where it is to be recognised.

    Raises:
        TallycastError: it is no transcript, or several.
    """
    return _only(source, parse_transcripts(content, source, known, input_format))


def parse_transcripts(
    content: bytes, source: str, known: Known = _NOTHING, input_format: str | None = None
) -> Iterator[Transcript | Failure]:
    """Yields each transcript in the content of a file; see parse_transcript."""
    try:
        decoded = decode(content)
        known = known.or_else(_beside(source))
        form = format_of(decoded.text, input_format)
        for line, told in form.read(decoded.text):
            if line is None:
                yield _read(told, decoded, source, known, form=form.name, content=content)
            else:
                yield _read(told, decoded, f"{source}#{line}", known, form=form.name)
    except TallycastError as error:
        yield _failure(source, error)


def _read(  # noqa: PLR0913  what is told, and all that is known of where it stood
    told: Told | TallycastError,
    decoded: Decoded,
    place: str,
    known: Known,
    *,
    form: str,
    content: bytes | None = None,
) -> Transcript | Failure:
    """Returns the transcript of an episode, which is known by the content of its file.

    Without a content it is one of several in a file, and known by its text.
    """
    if isinstance(told, TallycastError):
        return _failure(place, told)
    key = told.text.encode("utf-8", "replace") if content is None else content
    digest = hashlib.sha256(key).hexdigest()
    try:
        read = _transcript(told, _cleaned(told.text, decoded), place, digest, known)
    except TallycastError as error:
        return _failure(place, error)
    return replace(read, layout=read.layout if form == "text" else f"{form}, {read.layout}")


def _cleaned(text: str, decoded: Decoded) -> Decoded:
    """Returns a text that can be written; what was decoded and not taken apart is clean already."""
    if text is decoded.text:
        return decoded
    clean, lone = without_lone_surrogates(text)
    return Decoded(clean, decoded.replaced + lone)


def _transcript(told: Told, written: Decoded, source: str, digest: str, known: Known) -> Transcript:
    text = written.text
    if len(text) > LONGEST:
        raise TallycastError(f"too much text (over {LONGEST // 2**20} million characters)")
    layout = recognise(text, told.layout)
    head = read_head(text, layout)
    speech = to_speech(text, head.speech_from, head.label)
    known = known.or_else(_of_text(told, head)).or_else(of_name(source))
    episode = Episode(
        id=digest[:16],
        source=writable(source),
        show=known.show and show_name(writable(known.show)),
        title=known.title and writable(known.title),
        published=known.published,
        speakers=tuple(dict.fromkeys(speaker for _, speaker in speech.turns)),
        content_hash=digest,
        replaced=written.replaced,
        unread=told.unread,
        words_hash=_words_hash(speech),
    )
    return Transcript(episode, text, speech, head.layout)


def writable(name: str) -> str:
    """Returns a name in which bytes of a file's name that are no UTF-8 are written out.

    So it stands in databases and in JSON, that take none else.
    """
    return name.encode("utf-8", "backslashreplace").decode()


def _of_text(told: Told, head: Head) -> Known:
    published = told.published or head.published
    return Known(
        told.show or head.show,
        told.title or head.title,
        parse_date(published) if published else None,
    )


def _beside(source: str) -> Known:
    return Known() if source == STANDARD_INPUT else read_sidecar(Path(source))


def _words_hash(speech: Speech) -> str:
    """Returns a hash of the words alone, the same for one recogniser's output in all formats."""
    letters = speech.lower.encode("ascii", "replace").translate(None, _NO_LETTERS)
    return hashlib.blake2b(letters, digest_size=16).hexdigest() if letters else ""


_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalnum() and byte != ord("?"))


def _only(source: str, read: Iterator[Transcript | Failure]) -> Transcript:
    found: list[Transcript] = []
    for one in islice(read, 2):
        if isinstance(one, Failure):
            raise TallycastError(one.reason)
        found.append(one)
    if not found:
        raise TallycastError(f"{source}: holds no transcript")
    if len(found) > 1:
        other = found[1].episode.source
        raise TallycastError(f"{source}: holds several transcripts; name one, such as {other}")
    return found[0]


def _failure(source: str, error: TallycastError) -> Failure:
    return Failure(source, f"{source}: {error}")
