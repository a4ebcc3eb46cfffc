"""tallycast fetch against a server on loopback that misbehaves."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from extract import read_transcript
from extract.errors import TallycastError
from leaderboard.fetching import Fetched, Limits, Web, fetch
from leaderboard.fetching.feeds import read_feed
from tests.leaderboard.making import tallycast

VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nGPT-3 has 175 billion parameters.\n"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nGPT-3 has 175 billion parameters.\n"
PODCAST = "https://podcastindex.org/namespace/1.0"
SHORT = Limits(megabytes=1, seconds=1.5, silence=0.7, redirects=3, retries=2, wait=0.01)


class Handler(BaseHTTPRequestHandler):
    """Answers by the function that the server has for a path."""

    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        try:
            self.server.answers.get(self.path, status(404))(self)
        except OSError:
            self.close_connection = True  # the client went away

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def reply(self, content: bytes, code: int, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in ({"Content-Length": str(len(content))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)


Answer = Callable[[Handler], None]


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Clients that go away are expected."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}).start()
        yield made
        made.shutdown()


def give(content: bytes, **headers: str) -> Answer:
    return lambda handler: handler.reply(content, 200, headers)


def status(code: int, **headers: str) -> Answer:
    return lambda handler: handler.reply(b"no", code, headers)


def redirect(target: str) -> Answer:
    return status(302, Location=target)


def raw(content: bytes) -> Answer:
    def answer(handler: Handler) -> None:
        handler.wfile.write(content)
        handler.close_connection = True

    return answer


def drip(head: bytes, drop: bytes) -> Answer:
    """Answers a few bytes at a time, without end."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(head)
        while True:
            handler.wfile.write(drop)
            time.sleep(0.1)

    return answer


def flood(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        handler.wfile.write(bytes(100_000))


def silence(handler: Handler) -> None:
    time.sleep(3)
    handler.close_connection = True


@dataclass
class InTurn:
    """Answers one after the other, the last one from then on."""

    answers: list[Answer]
    asked: int = field(default=0)

    def __call__(self, handler: Handler) -> None:
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        answer(handler)


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        pytest.param(give(VTT), "fetched", id="well behaved"),
        pytest.param(give(gzip.compress(VTT), Content_Encoding="gzip"), "fetched", id="compressed"),
        pytest.param(redirect("/good"), "fetched", id="redirect"),
        pytest.param(InTurn([status(500), status(503, Retry_After="0"), give(VTT)]), "fetched", id="busy twice"),
        pytest.param(InTurn([raw(b""), give(VTT)]), "fetched", id="hangs up once"),
        pytest.param(InTurn([status(429, Retry_After="99999"), give(VTT)]), "fetched", id="asks for a day's patience"),
        pytest.param(status(404), "the server answers 404", id="not there"),
        pytest.param(status(403), "the server answers 403", id="forbidden"),
        pytest.param(status(304), "not WebVTT", id="unchanged, unasked"),
        pytest.param(status(500), "too many 500 error responses", id="always broken"),
        pytest.param(redirect("/it"), "too many redirects", id="redirects in a circle"),
        pytest.param(redirect("file:///etc/passwd"), "no host specified", id="redirect to a file"),
        pytest.param(redirect("ftp://127.0.0.1/x"), "ftp", id="redirect to ftp"),
        pytest.param(redirect("http://[::1"), "invalid IPv6 URL", id="redirect to nonsense"),
        pytest.param(raw(b""), "remote end closed connection", id="hangs up"),
        pytest.param(raw(b"\x16\x03\x01 no http"), "connection aborted", id="another protocol"),
        pytest.param(raw(OK + b"X: " + b"y" * 100_000 + b"\r\n\r\n"), "more than 65536 bytes", id="an endless header"),
        pytest.param(raw(OK + b"X: y\r\n" * 1_000 + b"\r\n"), "more than 100 headers", id="a thousand headers"),
        pytest.param(raw(OK + b"Content-Length: 999\r\n\r\nWEBVTT"), "incomplete", id="cut in the body"),
        pytest.param(raw(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), "InvalidChunkLength", id="bad chunks"),
        pytest.param(raw(OK + b"Content-Length: -5\r\n\r\n"), "not WebVTT", id="negative length"),
        pytest.param(silence, "longer than 1.5 s", id="says nothing"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"), "longer than 1.5 s", id="drips headers"),
        pytest.param(drip(OK + b"\r\nWEBVTT\n", b"a"), "longer than 1.5 s", id="drips without end"),
        pytest.param(flood, "larger than 1 MB", id="floods"),
        pytest.param(give(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip"), "larger than 1 MB", id="a bomb"),
        pytest.param(give(b"no gzip", Content_Encoding="gzip"), "decode", id="not what it says"),
        pytest.param(give(b"<html><body>Not found"), "not WebVTT", id="a page instead"),
        pytest.param(give(b""), "not WebVTT", id="nothing"),
        pytest.param(give(bytes(range(256)) * 9), "not a text file", id="any bytes"),
    ],
)  # fmt: skip
def test_a_server_that_misbehaves(
    answer: Answer, outcome: str, server: Server, tmp_path: Path
) -> None:
    server.answers |= {"/it": answer, "/good": give(VTT)}
    server.answers["/feed"] = give(feed([item("One", ("/it", "text/vtt"))]))
    began = time.monotonic()
    [done] = run(server, tmp_path)
    assert time.monotonic() - began < 15
    told = done.state if done.state == "fetched" else done.what.lower()
    assert outcome.lower() in told
    assert "\n" not in done.what
    assert (done.state == "fetched") == bool(list(tmp_path.glob("*.vtt")))


def feed(items: list[str], show: str = "Two Desks") -> bytes:
    body = "".join(items)
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:podcast="{PODCAST}"><channel><title>{escape(show)}</title>{body}</channel></rss>'.encode()


def item(title: str, *links: tuple[str, str], guid: str = "") -> str:
    transcripts = "".join(f"<podcast:transcript url={quoteattr(url)} type={quoteattr(kind)}/>" for url, kind in links)  # fmt: skip
    return f"<item><title>{escape(title)}</title><guid>{escape(guid or title)}</guid><pubDate>Wed, 09 Apr 2025 08:00:00 +0000</pubDate>{transcripts}</item>"


def run(server: Server, folder: Path, limits: Limits = SHORT) -> list[Fetched]:
    return list(fetch(f"{server.address}/feed", folder, Web(limits, allow_private=True)))


def test_the_best_format_of_each_new_episode_is_taken(server: Server, tmp_path: Path) -> None:
    kinds = [("/a.html", "text/html"), ("/a.json", "application/json"), ("/a.srt", "application/x-subrip"), ("/a.vtt", "text/vtt")]  # fmt: skip
    server.answers |= {"/a.vtt": give(VTT), "/a.srt": give(SRT)}
    server.answers["/feed"] = give(feed([item("One", *kinds), item("Two")]))
    first, second = run(server, tmp_path)
    assert first.state == "fetched"
    assert (second.state, second.what) == ("none", "no transcript in the feed")
    assert [path for path, _ in server.asked] == ["/feed", "/a.vtt"]
    server.asked.clear()
    assert [done.state for done in run(server, tmp_path)] == ["known", "none"]
    assert [path for path, _ in server.asked] == ["/feed"]


def test_the_next_format_is_taken_where_the_best_fails(server: Server, tmp_path: Path) -> None:
    server.answers |= {"/a.vtt": give(b"<html>Gone"), "/a.srt": give(SRT)}
    links = [("/a.vtt", "text/vtt"), ("/a.srt", "application/srt")]
    server.answers["/feed"] = give(feed([item("One", *links)]))
    [done] = run(server, tmp_path)
    assert (done.state, done.what[-4:]) == ("fetched", ".srt")


def test_title_show_and_day_stand_beside_it(server: Server, tmp_path: Path) -> None:
    server.answers["/a.vtt"] = give(VTT)
    server.answers["/feed"] = give(feed([item('Big & "small" 模型', ("/a.vtt", ""))]))
    [done] = run(server, tmp_path)
    episode = read_transcript(str(tmp_path / done.what)).episode
    assert (episode.show, episode.title) == ("Two Desks", 'Big & "small" 模型')
    assert episode.published == date(2025, 4, 9)


def test_an_unchanged_feed_is_not_sent_again(server: Server, tmp_path: Path) -> None:
    def answer(handler: Handler) -> None:
        same = handler.headers.get("If-None-Match") == '"v1"'
        handler.reply(b"" if same else feed([item("One", ("/a.vtt", ""))]), 304 if same else 200, {"ETag": '"v1"', "Last-Modified": "Wed, 09 Apr 2025 08:00:00 GMT"})  # fmt: skip

    server.answers |= {"/feed": answer, "/a.vtt": status(500)}
    assert [done.state for done in run(server, tmp_path)] == ["failed"]
    server.answers["/a.vtt"] = give(VTT)
    assert [done.state for done in run(server, tmp_path)] == [
        "fetched"
    ]  # what failed is tried again
    assert run(server, tmp_path) == []
    assert server.asked[-1][1]["If-Modified-Since"] == "Wed, 09 Apr 2025 08:00:00 GMT"


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("../../../etc/passwd", id="a path"),
        pytest.param("/root", id="an absolute path"),
        pytest.param("con", id="a device"),
        pytest.param("\u202etxt.\u0085\u009b31m", id="controls"),
        pytest.param("x" * 5000, id="long"),
        pytest.param(".hidden", id="a dot"),
        pytest.param("", id="none"),
        pytest.param("=1+1", id="a formula"),
    ],
)
def test_names_of_files_are_harmless(title: str, server: Server, tmp_path: Path) -> None:
    server.answers["/a.vtt"] = give(VTT)
    server.answers["/feed"] = give(feed([item(title, ("/a.vtt", ""), guid="../x")]))
    [done] = run(server, tmp_path / "talks")
    assert done.state == "fetched"
    assert [path.name for path in tmp_path.iterdir()] == ["talks"]
    names = sorted(path.name for path in (tmp_path / "talks").iterdir())
    assert len(names) == 3
    for name in names[1:]:
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        assert len(name) < 100


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("http://127.0.0.1:1/feed", "private address", id="loopback"),
        pytest.param("http://localhost/feed", "private address", id="localhost"),
        pytest.param("http://[::1]/feed", "private address", id="IPv6 loopback"),
        pytest.param("http://10.0.0.1/feed", "private address", id="private network"),
        pytest.param("http://169.254.169.254/latest", "private address", id="metadata of a cloud"),
        pytest.param("http://2130706433/feed", "private address", id="a number as address"),
        pytest.param("http://0.0.0.0/feed", "private address", id="any address"),
        pytest.param("file:///etc/passwd", "only http and https", id="a file"),
        pytest.param("ftp://example.org/feed", "only http and https", id="ftp"),
        pytest.param("feed.xml", "only http and https", id="a path"),
        pytest.param("http://", "No host", id="no host"),
        pytest.param("http://[bad", "Failed to parse", id="no address"),
        pytest.param("http://a\nb/", "Failed to parse", id="two lines"),
    ],
)
def test_what_is_not_asked_at_all(url: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(TallycastError, match=reason) as told:
        list(fetch(url, tmp_path, Web(SHORT)))
    assert not list(tmp_path.iterdir())
    assert "object at 0x" not in str(told.value)


def test_a_redirect_to_a_private_address_is_not_followed(server: Server) -> None:
    server.answers["/a"] = give(VTT)
    web = Web(SHORT)
    with pytest.raises(TallycastError, match="private address"):
        web.get(f"{server.address}/a")
    assert server.asked == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"<html><body>Hi", "no XML", id="a page"),
        pytest.param(b"", "no XML", id="nothing"),
        pytest.param(b"<opml/>", "no feed", id="another XML"),
        pytest.param(b'<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>', "entities", id="entities"),
        pytest.param(b"<a>" * 100_000, "no XML", id="deep"),
        pytest.param(bytes(100), "not a text file", id="NUL"),
    ],
)
def test_what_is_no_feed(content: bytes, reason: str) -> None:
    with pytest.raises(TallycastError, match=reason):
        read_feed(content, "http://example.org/")


def test_atom_and_other_encodings() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:p="x"><title>Café</title><entry><id>1</id><title>One</title><updated>2025-04-09T08:00:00Z</updated><p:transcript url="a.srt" type=""/><p:transcript url="a.mp3" type="audio/mpeg"/><p:transcript/></entry></feed>'
    read = read_feed(text.encode("utf-16"), "http://example.org/show/feed")
    [episode] = read.episodes
    assert (read.show, episode.published) == ("Café", date(2025, 4, 9))
    assert [link.url for link in episode.transcripts] == ["http://example.org/show/a.srt"]


def test_a_damaged_note_of_what_was_fetched(tmp_path: Path) -> None:
    (tmp_path / ".tallycast-fetch.json").write_text("{")
    with pytest.raises(TallycastError, match="damaged; without it all is fetched anew"):
        list(fetch("http://example.org/", tmp_path, Web(SHORT)))


def test_the_command(server: Server, tmp_path: Path) -> None:
    server.answers["/a.vtt"] = give(VTT)
    items = [item("One \x9b31m", ("/a.vtt", "")), item("Two", ("/gone.vtt", ""))]
    server.answers["/feed"] = give(feed(items))
    arguments = ("fetch", f"{server.address}/feed", "--out", "talks")
    refused = tallycast(*arguments, folder=tmp_path)
    assert refused.returncode == 1
    assert b"private address (--allow-private allows it)" in refused.stderr
    done = tallycast(*arguments, "--allow-private", folder=tmp_path, columns=200)
    assert done.returncode == 3
    printed = done.stdout.decode()
    assert "2 episodes: 1 fetched, 0 known, 0 without transcript, 1 failed." in printed
    assert "\x9b" not in printed
    built = tallycast("extract", "talks", folder=tmp_path)
    [claim] = map(json.loads, built.stdout.splitlines())
    assert (claim["show"], claim["published"], claim["value"]) == ("Two Desks", "2025-04-09", 175e9)
