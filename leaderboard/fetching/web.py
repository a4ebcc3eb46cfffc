"""What is asked of the web, politely and within bounds."""

import ipaddress
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from urllib3 import BaseHTTPResponse, PoolManager, Retry, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, LocationValueError, MaxRetryError

from extract.errors import TallycastError

_AGENT = "tallycast (reads podcast transcripts; one request at a time)"
_BUSY = (429, 500, 502, 503, 504)  # it may be different a moment later
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one download may go.

    Attributes:
        megabytes: of content, unpacked.
        seconds: for all of it, retries and redirects included.
        silence: seconds without a byte.
        redirects, retries: how many.
        wait: seconds before the second retry, twice as many before each further one; what a server
            asks to wait counts up to 60 times as many.
    """

    megabytes: int = 64
    seconds: float = 120.0
    silence: float = 20.0
    redirects: int = 5
    retries: int = 3
    wait: float = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request; content is None where nothing changed since it was asked last."""

    content: bytes | None
    etag: str | None
    modified: str | None


class Web:
    """Downloads over http and https, from public addresses unless others are allowed."""

    def __init__(self, limits: Limits = Limits(), *, allow_private: bool = False) -> None:
        self._limits = limits
        self._allow_private = allow_private

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """Returns what stands at `url`.

        Args:
            url: an http or https address.
            etag: what the server called it when it was asked last; if it is so called still, the
                answer is that nothing changed.
            modified: when the server said then that it had changed last, likewise.

        Raises:
            TallycastError: it cannot be had within the limits; says why in one line.
        """
        if not url.lower().startswith(("http://", "https://")):
            raise TallycastError("only http and https addresses are fetched")
        headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip"}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        manager = PoolManager(retries=self._retries(), timeout=Timeout(self._limits.silence))
        with _Watch(self._limits.seconds) as watch, manager as web:
            web.pool_classes_by_scheme = _pools(watch, allow_private=self._allow_private)
            try:
                asked = web.request("GET", url, headers=headers, preload_content=False)
                answer = self._answer(asked)
            except (HTTPError, LocationValueError, OSError, UnicodeError, ValueError) as error:
                watch.check()
                raise TallycastError(_reason(error)) from error
            watch.check()
            return answer

    def _answer(self, answer: BaseHTTPResponse) -> Answer:
        etag, modified = answer.headers.get("ETag"), answer.headers.get("Last-Modified")
        if answer.status == 304:
            return Answer(None, etag, modified)
        if answer.status != 200:
            raise TallycastError(f"the server answers {answer.status}")
        return Answer(self._body(answer), etag, modified)

    def _body(self, answer: BaseHTTPResponse) -> bytes:
        parts, left = [], self._limits.megabytes * 1_000_000
        for part in answer.stream(_CHUNK, decode_content=True):
            parts.append(part)
            left -= len(part)
            if left < 0:
                answer.close()
                raise TallycastError(f"larger than {self._limits.megabytes} MB")
        return b"".join(parts)

    def _retries(self) -> Retry:
        limits = self._limits
        return Retry(
            total=limits.redirects + limits.retries,
            connect=limits.retries,
            read=limits.retries,
            status=limits.retries,
            other=0,
            redirect=limits.redirects,
            status_forcelist=_BUSY,
            backoff_factor=limits.wait,
            retry_after_max=round(60 * limits.wait),
        )


class _Watch:
    """Hangs up all connections of a download when its time is over, whatever the server does.

    Time limits on single reads do not help against one byte now and then.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._sockets: list[socket.socket] = []
        self._over = False
        self._alarm = threading.Timer(seconds, self._hang_up)
        self._alarm.daemon = True

    def __enter__(self) -> "_Watch":
        self._alarm.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._alarm.cancel()

    def add(self, connection: socket.socket) -> None:
        """Watches one more connection."""
        self._sockets.append(connection)
        self.check()

    def check(self) -> None:
        """Raises a TallycastError when the time is over: what was read then lacks its end."""
        if self._over:
            raise TallycastError(f"longer than {self._seconds:g} s")

    def _hang_up(self) -> None:
        self._over = True
        for connection in self._sockets:
            with suppress(OSError):  # it was over already
                connection.shutdown(socket.SHUT_RDWR)


class _Guarded(HTTPConnection):
    """A connection to a public address, watched."""

    watch: ClassVar[_Watch]
    allow_private: ClassVar[bool]

    def _new_conn(self) -> socket.socket:
        """Connects to the very address that was looked at, so that a name cannot change between."""
        if not self.allow_private:
            self._dns_host = _public_address(self._dns_host, self.port)
        return super()._new_conn()

    def connect(self) -> None:
        super().connect()
        if self.sock:
            self.watch.add(self.sock)


def _pools(watch: _Watch, *, allow_private: bool) -> dict[str, type[HTTPConnectionPool]]:
    """Returns the kinds of connections that are watched, by scheme."""
    kept = {"watch": watch, "allow_private": allow_private}
    plain = type("_Plain", (_Guarded,), kept)
    secure = type("_Secure", (_Guarded, HTTPSConnection), kept)
    return {
        "http": type("_PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("_SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }


def _public_address(host: str, port: int) -> str:
    """Returns an address of the host.

    Raises:
        TallycastError: one of its addresses is that of this machine or of a private network.
    """
    found = [entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if not ipaddress.ip_address(str(address).partition("%")[0]).is_global:
            raise TallycastError(f"{host} is a private address (--allow-private allows it)")
    return str(found[0])


def _reason(error: Exception) -> str:
    """Returns in one line what went wrong, without the objects that urllib3 names."""
    if isinstance(error, MaxRetryError) and error.reason:
        error = error.reason
    told = [" ".join(str(part).split()).rstrip(".") for part in error.args]
    whole = ": ".join(part for n, part in enumerate(told) if not any(part in it for it in told[:n]))
    return (whole.rpartition(">: ")[2].rpartition("): ")[2] or whole)[:200] or type(error).__name__
