"""Fetches the transcripts of a feed's new episodes into a folder."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import TallycastError
from extract.reading import parse_transcripts
from extract.records import Failure
from leaderboard.fetching.feeds import Feed, FeedEpisode, Link, read_feed
from leaderboard.fetching.web import Web
from leaderboard.files.aside import written_aside

STATE = ".tallycast-fetch.json"
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of an episode; `what` is the file's name, or why there is none."""

    title: str
    state: Literal["fetched", "known", "none", "failed"]
    what: str = ""


class _Told(BaseModel):
    """What a server said of a feed when it was asked last."""

    model_config = ConfigDict(extra="forbid")

    etag: str | None = None
    modified: str | None = None


class _State(BaseModel):
    """What was fetched into a folder before: feeds by address, file names by episode."""

    model_config = ConfigDict(extra="forbid")

    feeds: dict[str, _Told] = {}
    files: dict[str, str] = {}


def fetch(url: str, folder: Path, web: Web) -> Iterator[Fetched]:
    """Downloads the best transcript of each episode that is not in the folder yet.

    Beside each goes a sidecar with show, title and day, which the feed tells. The folder is made
    where it is missing. What fails is tried again the next time.

    Args:
        url: address of an RSS or Atom feed.
        folder: where the files go.
        web: what downloads.

    Raises:
        TallycastError: the feed cannot be had or read, or the folder not be written to.
    """
    state = _read_state(folder)
    before = state.feeds.get(url, _Told())
    try:
        answer = web.get(url, etag=before.etag, modified=before.modified)
        if answer.content is None:
            return
        feed = read_feed(answer.content, url)
    except TallycastError as error:
        raise TallycastError(f"{url}: {error}") from error
    folder.mkdir(parents=True, exist_ok=True)
    whole = True
    for episode in feed.episodes:
        outcome = _fetch_episode(feed, episode, folder, web, state)
        whole &= outcome.state != "failed"
        _write_state(folder, state)
        yield outcome
    # A feed with failures is asked for again, though it has not changed.
    state.feeds[url] = _Told(etag=answer.etag, modified=answer.modified) if whole else _Told()
    _write_state(folder, state)


def _fetch_episode(
    feed: Feed, episode: FeedEpisode, folder: Path, web: Web, state: _State
) -> Fetched:
    title = episode.title or episode.key
    name = state.files.get(episode.key)
    if name and (folder / name).is_file():
        return Fetched(title, "known", name)
    if not episode.transcripts:
        return Fetched(title, "none", "no transcript in the feed")
    reasons = []
    for link in episode.transcripts:
        try:
            content = _transcript(link, web)
        except TallycastError as error:
            reasons.append(f"{link.url}: {error}")
            continue
        name = _write(feed, episode, link, content, folder)
        state.files[episode.key] = name
        return Fetched(title, "fetched", name)
    return Fetched(title, "failed", "; ".join(reasons))


def _transcript(link: Link, web: Web) -> bytes:
    """Returns what stands behind a link, where it is a transcript."""
    content = web.get(link.url).content or b""
    form = None if link.suffix == ".txt" else link.suffix.removeprefix(".")
    for read in parse_transcripts(content, "it", input_format=form):
        if isinstance(read, Failure):
            raise TallycastError(read.reason.removeprefix("it: "))
        if not read.speech.text:
            raise TallycastError("no words in it")
    return content


def _write(feed: Feed, episode: FeedEpisode, link: Link, content: bytes, folder: Path) -> str:
    """Writes a transcript and its sidecar; returns the transcript's name."""
    stem = _stem(episode)
    day = episode.published.isoformat() if episode.published else None
    told = {"show": feed.show, "title": episode.title, "published": day, "source": link.url}
    sidecar = json.dumps({k: v for k, v in told.items() if v}, indent=1) + "\n"
    for name, written in (
        (f"{stem}.episode.json", sidecar.encode()),
        (stem + link.suffix, content),
    ):
        with written_aside(str(folder / name)) as aside:
            Path(aside).write_bytes(written)
    return stem + link.suffix


def _stem(episode: FeedEpisode) -> str:
    """Names a file by day, title and key: of what a feed says only letters and digits are taken."""
    slug = _SLUG.sub("-", (episode.title or "").lower()).strip("-")[:60].strip("-")
    key = hashlib.sha256(episode.key.encode("utf-8", "replace")).hexdigest()[:8]
    day = episode.published.isoformat() if episode.published else ""
    return "-".join(filter(None, (day, slug, key)))


def _read_state(folder: Path) -> _State:
    path = folder / STATE
    try:
        return _State.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return _State()
    except ValidationError as error:
        raise TallycastError(f"{path}: damaged; without it all is fetched anew") from error


def _write_state(folder: Path, state: _State) -> None:
    with written_aside(str(folder / STATE)) as aside:
        Path(aside).write_text(state.model_dump_json(indent=1) + "\n", encoding="utf-8")
