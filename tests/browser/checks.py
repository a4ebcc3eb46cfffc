"""The report as readers meet it, in a real browser. Run by `make test-browser`."""

import json
import random
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import ROOT, Watch
from tests.leaderboard.making import tallycast
from tests.leaderboard.report.boards import HOSTILE

SCREENS = ROOT / "out" / "screens"
SECONDS = 2.0  # in which a page is open
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)

# A page of each sort; * is the one with the most on it.
SORTS = {
    "leaderboard": "index.html",
    "models": "models/index.html",
    "model": "models/*.html",
    "benchmarks": "benchmarks/index.html",
    "benchmark": "benchmarks/*.html",
    "rankings": "attributes/index.html",
    "ranking": "attributes/*.html",
    "plots": "plots.html",
    "conflicts": "conflicts.html",
    "changes": "changes/index.html",
    "version": "changes/1.html",
    "episodes": "episodes/index.html",
    "episode": "episodes/*.html",
    "sources": "sources.html",
}


def file_of(site: Path, sort: str) -> Path:
    return max(
        (path for path in site.glob(SORTS[sort]) if "*" not in SORTS[sort] or path.stem != "index"),
        key=lambda path: (path.stat().st_size, path.name),
    )


def open_board(page: Page, site: Path, state: str = "") -> None:
    page.goto((site / "index.html").as_uri() + state)


def rows(page: Page) -> list[str]:
    found: list[str] = page.locator("#board tbody tr:visible th").all_inner_texts()
    return found


def values(page: Page, column: str) -> list[float | None]:
    """Returns what the cells of a column are sorted by, None for empty ones."""
    at = page.locator("#board thead th").all_inner_texts().index(column) + 1
    cells = page.locator(f"#board tbody tr td:nth-child({at})")
    found: list[str | None] = cells.evaluate_all(
        "cells => cells.map(it => it.dataset.sort ?? null)"
    )
    return [None if value is None else float(value) for value in found]


@pytest.mark.parametrize(
    ("column", "clicks", "descending"),
    [
        pytest.param("Parameters", 1, True, id="the greatest first"),
        pytest.param("Parameters", 2, False, id="and then the least"),
        pytest.param("Context", 1, True, id="by number, not by text"),
        pytest.param("Price in", 1, False, id="of prices the least first"),
        pytest.param("Price in", 2, True, id="and then the greatest"),
    ],
)
def test_headings_sort(page: Page, site: Path, column: str, clicks: int, descending: bool) -> None:
    open_board(page, site)
    heading = page.get_by_role("columnheader", name=column)
    for number in range(clicks):
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute(
            "aria-sort", "descending" if descending == (number == clicks - 1) else "ascending"
        )
    page.wait_for_timeout(50)
    found = values(page, column)
    known = [value for value in found if value is not None]
    assert known == sorted(known, reverse=descending)
    assert found == [*known, *[None] * (len(found) - len(known))]
    assert len(known) > 5


def test_headings_sort_by_keyboard(page: Page, site: Path) -> None:
    open_board(page, site)
    page.get_by_role("columnheader", name="Model").get_by_role("button").focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    names = rows(page)
    assert names == page.evaluate("names => [...names].sort((a, b) => a.localeCompare(b))", names)


def test_search_and_filters(page: Page, site: Path) -> None:
    open_board(page, site)
    every = len(rows(page))
    page.get_by_label("Search").fill("llama-4")
    assert {name[:7] for name in rows(page)} == {"Llama 4"}
    page.get_by_label("Search").fill("")
    page.get_by_label("Maker").select_option("Anthropic")
    assert {name.split()[0] for name in rows(page)} == {"Claude"}
    page.get_by_role("button", name="Reset").first.click()
    page.locator("select[name=has]").select_option("context_window")
    assert 0 < len(rows(page)) < every
    assert None not in values_of_visible(page, "Context")
    page.get_by_label("Status").select_option("contested")
    contested = "#board tbody tr:visible td[data-status=contested]:not(.faded)"
    assert page.locator(contested).count() == len(rows(page)) > 0
    page.get_by_label("Search").fill("no such model")
    expect(page.get_by_text("No model fits.")).to_be_visible()
    page.locator("[data-reset]").click()
    assert len(rows(page)) == every


def values_of_visible(page: Page, column: str) -> list[str | None]:
    at = page.locator("#board thead th").all_inner_texts().index(column) + 1
    cells = page.locator(f"#board tbody tr:not([hidden]) td:nth-child({at})")
    found: list[str | None] = cells.evaluate_all(
        "cells => cells.map(it => it.dataset.sort ?? null)"
    )
    return found


def test_by_age(page: Page, site: Path) -> None:
    open_board(page, site)
    page.get_by_label("Said since").select_option("2025")
    said = "#board tbody tr:not([hidden]) td[data-said]:not(.faded)"
    days: list[str] = page.locator(said).evaluate_all("cells => cells.map(it => it.dataset.said)")
    assert days
    assert min(days) >= "2025"


def test_a_view_can_be_linked(page: Page, site: Path, browser: Browser) -> None:
    open_board(page, site)
    page.get_by_label("Maker").select_option("OpenAI")
    page.get_by_text("Columns", exact=True).click()
    page.get_by_label("Parameters", exact=True).uncheck()
    page.keyboard.press("Escape")
    page.get_by_role("columnheader", name="Price out").get_by_role("button").click()
    page.wait_for_timeout(50)
    other = browser.new_page()
    other.goto(page.url)
    other.wait_for_timeout(100)
    assert rows(other) == rows(page)
    shown = "#board thead th:visible"
    assert other.locator(shown).all_inner_texts() == page.locator(shown).all_inner_texts()
    assert "Parameters" not in other.locator(shown).all_inner_texts()
    other.close()


def test_every_figure_is_one_click_from_its_words(page: Page, site: Path) -> None:
    open_board(page, site)
    figures = page.locator("#board td a.figure:visible")
    draw = random.Random(7)  # noqa: S311
    for number in draw.sample(range(figures.count()), 50):
        told = figures.nth(number).inner_text()
        figures.nth(number).click()
        fact = page.locator("section.fact:target")
        expect(fact.locator("mark").first).to_be_in_viewport()
        assert fact.locator(".value").inner_text() == told
        assert len(fact.locator("q").first.inner_text()) > len(
            fact.locator("mark").first.inner_text()
        )
        expect(fact.locator(".where a").first).to_be_visible()
        page.go_back()


@pytest.mark.parametrize("form", ["disk", "host"])
def test_no_page_says_asks_or_fails_anything(page: Page, site: Path, host: str, form: str) -> None:
    home = site.as_uri() if form == "disk" else host
    watch = Watch(page, home)
    opened = 0.0
    for path in sorted(site.rglob("*.html")):
        page.goto(f"{home}/{path.relative_to(site).as_posix()}")
        loaded: float = page.evaluate(
            "performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"
        )
        opened = max(opened, loaded)
    assert watch.wrongs == []
    assert opened < SECONDS


def test_a_transcript_with_its_claims_marked(page: Page, tmp_path: Path) -> None:
    talk = tmp_path / "talk.md"
    talk.write_text(
        f"# {HOSTILE}\n\nLlama 4 Scout {HOSTILE} takes ten million tokens of context.\n"
    )
    assert tallycast("highlight", talk, "-o", "talk.html", folder=tmp_path).returncode == 0
    watch = Watch(page, tmp_path.as_uri())
    page.goto((tmp_path / "talk.html").as_uri())
    page.get_by_role("link", name="ten million").click()
    expect(page.locator("li:target")).to_contain_text("Llama 4 Scout, context window: 10 M tokens")
    assert page.locator("mark").evaluate("mark => getComputedStyle(mark).fontWeight") == "600"
    assert worst(page) == []
    assert watch.wrongs == []


def test_what_others_wrote_does_nothing(page: Page, hostile: Path) -> None:
    watch = Watch(page, hostile.as_uri())
    for path in sorted(hostile.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.locator("main img, main script").count() == 0
    page.goto((hostile / "models" / "llama-4-scout.html").as_uri())
    expect(page.get_by_text(HOSTILE).first).to_be_visible()
    assert watch.wrongs == []


def worst(page: Page) -> list[tuple[str, str]]:
    """Returns what hinders people who cannot see, or use no mouse, and where."""
    found = Axe().run(page).response["violations"]
    return [
        (it["id"], it["nodes"][0]["html"][:200])
        for it in found
        if it["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sort", SORTS)
def test_everybody_can_read_it(browser: Browser, site: Path, sort: str, scheme: str) -> None:
    context = browser.new_context(
        viewport=DESKTOP, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(file_of(site, sort).as_uri())
    found = worst(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("sort", SORTS)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, site: Path, sort: str) -> None:
    context = browser.new_context(viewport=PHONE, is_mobile=True)
    page = context.new_page()
    page.goto(file_of(site, sort).as_uri())
    width: int = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= PHONE["width"]


def test_the_browser_shows_what_the_terminal_shows(page: Page, site: Path, database: Path) -> None:
    shown = tallycast("show", "--format", "json", "--db", database).stdout
    told: dict[str, list[str]] = {}
    for entry in json.loads(shown):
        if entry["benchmark"] is None:
            told.setdefault(entry["attribute"], []).append(entry["subject"])
    for attribute, subjects in told.items():
        page.goto((site / "attributes" / f"{attribute.replace('_', '-')}.html").as_uri())
        assert page.locator("tbody th a").all_inner_texts() == subjects


@pytest.mark.parametrize(
    ("sort", "form"),
    [
        *((sort, "desktop") for sort in SORTS),
        *((sort, form) for sort in ("leaderboard", "model", "plots") for form in ("phone", "dark")),
        ("conflicts", "phone"),
        ("model", "print"),
    ],
)
def test_screens_to_look_at(browser: Browser, site: Path, sort: str, form: str) -> None:
    SCREENS.mkdir(parents=True, exist_ok=True)
    phone = form == "phone"
    context = browser.new_context(
        viewport=PHONE if phone else DESKTOP,
        is_mobile=phone,
        device_scale_factor=2 if phone else 1,
        color_scheme="dark" if form == "dark" else "light",
    )
    page = context.new_page()
    if form == "print":
        page.emulate_media(media="print")
    page.goto(file_of(site, sort).as_uri())
    target = SCREENS / f"{sort}-{form}.png"
    page.screenshot(path=target)
    context.close()
    assert target.stat().st_size > 1000
