"""A browser, and reports to look at. Run by `make test-browser`; `make test` needs no browser."""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.leaderboard.making import tallycast
from tests.leaderboard.report.boards import make_board, written

ROOT = Path(__file__).parents[2]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Says nothing of what was asked for."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    assert path, "no chromium: `make test-browser` installs it"
    with sync_playwright() as playwright:
        # Within a container the browser has no sandbox of its own.
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the demo's database."""
    path = tmp_path_factory.mktemp("demo") / "t.duckdb"
    built = tallycast("build", ROOT / "fixtures" / "transcripts", "--db", path)
    assert built.returncode == 0
    return path


@pytest.fixture(scope="session")
def site(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the demo's report."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    written(database, folder)
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a report of a board with titles, shows, subjects and quotes that are markup."""
    folder = tmp_path_factory.mktemp("hostile")
    written(make_board(folder / "t.duckdb"), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """Yields the address of the demo's report on a web host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Watch:
    """What a page did that it should not: requests that leave, messages, errors, dialogs."""

    def __init__(self, page: Page, home: str) -> None:
        self.wrongs: list[str] = []
        page.on("request", lambda it: self._request(it.url, home))
        page.on("requestfailed", lambda it: self._failure(it.url, it.failure or ""))
        page.on("console", lambda it: self.wrongs.append(f"console: {it.text}"))
        page.on("pageerror", lambda it: self.wrongs.append(f"error: {it}"))
        page.on("dialog", lambda it: self.wrongs.append(f"dialog: {it.message}"))

    def _failure(self, url: str, why: str) -> None:
        if "ERR_ABORTED" not in why:  # what the next page came too soon for
            self.wrongs.append(f"failed: {url}")

    def _request(self, url: str, home: str) -> None:
        if not url.startswith(home):
            self.wrongs.append(f"request: {url}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yields an empty page of a desktop."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
