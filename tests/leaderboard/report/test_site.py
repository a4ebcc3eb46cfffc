"""The report as files: whole, linked, harmless, the same again."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from defusedxml.ElementTree import parse
from selectolax.lexbor import LexborHTMLParser

from extract.errors import TallycastError
from leaderboard.database import reading
from leaderboard.report.folder import MARK, replaced
from leaderboard.report.pages.sources import read_sources
from leaderboard.versions.entries import read_entries
from tests.leaderboard.making import publish_all, tallycast
from tests.leaderboard.report.boards import HOSTILE, make_board, parsed, written
from tests.reconcile.making import make_claim, make_episode, make_extraction

ATOM = "{http://www.w3.org/2005/Atom}"
Pages = dict[Path, LexborHTMLParser]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_board(tmp_path_factory.mktemp("report") / "t.duckdb")


@pytest.fixture(scope="module")
def site(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "new" / "site"
    written(database, folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return dict(parsed(site))


def text(page: LexborHTMLParser, selector: str = "main") -> str:
    return " ".join(node.text(separator=" ") for node in page.css(selector))


def hrefs(page: LexborHTMLParser) -> list[str]:
    return [node.attributes["href"] or "" for node in page.css("[href]")]


def test_every_link_leads_to_something(pages: Pages) -> None:
    missing = []
    for path, page in pages.items():
        for href in hrefs(page):
            to = urlsplit(href)
            target = (path.parent / unquote(to.path)).resolve() if to.path else path
            there = target.is_file()
            if there and to.fragment and target.suffix == ".html":
                there = bool(pages[target].css(f"[id='{to.fragment}']"))
            if not there:
                missing.append((path.name, href))
    assert missing == []


def test_no_page_runs_or_asks_for_anything_from_elsewhere(pages: Pages) -> None:
    for page in pages.values():
        policy = page.css_first("meta[http-equiv='Content-Security-Policy']")
        assert policy is not None
        assert "default-src 'none'" in (policy.attributes["content"] or "")
        assert [node.attributes for node in page.css("script:not([src]), style, [style]")] == []
        loaded = [node.attributes.get("src") for node in page.css("[src]")]
        assert [it for it in (*loaded, *hrefs(page)) if it and re.match(r"\w+:|//", it)] == []
        handlers = [name for node in page.css("*") for name in node.attributes if name[:2] == "on"]
        assert handlers == []


def test_what_others_wrote_stays_text(site: Path, pages: Pages) -> None:
    assert not any(page.css("main img, main script") for page in pages.values())
    assert sum(HOSTILE in text(page) for page in pages.values()) > 5
    assert not any("\x1b" in path.read_text("utf-8") for path in site.rglob("*.*"))


def test_every_figure_of_the_terminal_is_in_a_ranking(database: Path, pages: Pages) -> None:
    with reading(str(database)) as con:
        entries = read_entries(con)
    rows = {
        " ".join((row.text(separator=" ") + str(table.attributes["aria-label"])).split())
        for path, page in pages.items()
        if path.parent.name in {"attributes", "benchmarks"}
        for table in page.css("[role=region]")
        for row in table.css("tbody tr")
    }
    for entry in entries:
        told = (entry.subject, entry.setting, str(entry.figure), entry.status)
        assert any(all(part in row for part in told if part) for row in rows), told


def test_every_figure_leads_to_its_marked_words(pages: Pages) -> None:
    followed = 0
    for path, page in pages.items():
        for link in page.css("a.figure"):
            to = urlsplit(link.attributes["href"] or "")
            target = pages[(path.parent / to.path).resolve()]
            assert target.css(f"[id='{to.fragment}'] mark"), link.attributes
            followed += 1
    assert followed > 15


def test_the_words_are_those_at_the_offset(site: Path) -> None:
    page = LexborHTMLParser((site / "models/llama-4-scout.html").read_bytes())
    assert {node.text() for node in page.css("q")} == {
        f"{HOSTILE} 1 million",
        "That is 110 million, no, 10 million.",
    }
    assert sorted(node.text() for node in page.css("mark")) == ["1 million", "10 million"]
    assert "Ann, at 1:02:05" in text(page)


def test_prices_are_steps(site: Path) -> None:
    page = LexborHTMLParser((site / "models/gpt-4o.html").read_bytes())
    [steps] = page.css("svg .steps")
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+", steps.attributes["d"] or "")
    assert "$5 / Mtok" in text(page, "figure")


def test_conflicts_have_both_sides(site: Path) -> None:
    page = LexborHTMLParser((site / "conflicts.html").read_bytes())
    sides = [re.sub(r"\s+", " ", side.text()) for side in page.css(".sides > div")]
    assert len(sides) == 2
    assert "stands" in sides[0]
    assert "runner-up" in sides[1]
    assert all("million" in side for side in sides)


def test_every_show_is_weighed(tmp_path: Path) -> None:
    database = tmp_path / "t.duckdb"
    publish_all(
        database,
        make_extraction(make_episode("a", show="Model Talk"), make_claim(400e9)),
        make_extraction(make_episode("b", show="Model Talk: with Ann"), make_claim(400e9)),
        make_extraction(make_episode("c", show="Kettle & Kernel"), make_claim(300e9)),
        make_extraction(make_episode("d", show=None, title="Alone"), make_claim(7, subject="o1")),
    )
    with reading(str(database)) as con:
        found = read_sources(con)
    assert {(one.name, one.episodes, one.claims) for one in found} == {
        ("Model Talk", 2, 2), ("Kettle & Kernel", 1, 1), ("Alone", 1, 1),
    }  # fmt: skip
    assert all(one.weight is not None for one in found)


def test_changes_as_page_feed_and_markdown(site: Path) -> None:
    page = LexborHTMLParser((site / "changes/2.html").read_bytes())
    assert "$5 / Mtok → $2.50 / Mtok" in text(page)
    feed = parse(site / "changes.atom").getroot()
    assert feed is not None
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Version 2: Spring",
        "Version 1",
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    content = LexborHTMLParser(entries[1].findtext(f"{ATOM}content") or "")
    assert not content.css("script, img")
    assert HOSTILE in content.text()
    assert "**GPT-4o**, price input: " in (site / "changes/2.md").read_text("utf-8")


def test_the_same_board_gives_the_same_bytes(database: Path, site: Path, tmp_path: Path) -> None:
    written(database, tmp_path / "again")
    names = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    assert names == {
        str(p.relative_to(tmp_path / "again"))
        for p in (tmp_path / "again").rglob("*")
        if p.is_file()
    }
    assert all(
        (site / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in names
    )


def test_only_pages_that_say_something_else_change(tmp_path: Path) -> None:
    database, folder = make_board(tmp_path / "t.duckdb"), tmp_path / "site"
    written(database, folder)
    for path in folder.rglob("*.html"):
        os.utime(path, (1e9, 1e9))
    publish_all(database, make_extraction(make_episode("d"), make_claim(3, subject="Qwen 3")))
    done = written(database, folder)
    new = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.html")
        if path.stat().st_mtime > 1e9
    }
    assert {"index.html", "models/index.html", "models/qwen-3.html", "changes/3.html"} <= new
    assert not {"models/gpt-4o.html", "changes/1.html", "conflicts.html"} & new
    assert done.changed < done.files / 2


def test_another_folder_is_never_replaced(database: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("stays")
    with pytest.raises(TallycastError, match="Tallycast did not write"):
        written(database, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_after_an_error_the_old_report_stands(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    written(database, folder)
    with pytest.raises(IsADirectoryError):
        _half_written(folder)
    assert "half" not in (folder / "index.html").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _half_written(folder: Path) -> None:
    with replaced(str(folder)) as half:
        half.write("index.html/half", "half")
        half.write("index.html", "half")


def test_files_of_the_last_report_do_not_stay(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    written(database, folder)
    (folder / "models" / "gone.html").write_text("old")
    written(database, folder)
    assert not (folder / "models" / "gone.html").exists()
    assert (folder / MARK).is_file()


def test_a_board_without_figures_has_pages_that_say_so(tmp_path: Path) -> None:
    publish_all(
        tmp_path / "t.duckdb",
        make_extraction(
            make_episode("a"), make_claim(40, subject="An org", subject_kind="organisation")
        ),
    )
    written(tmp_path / "t.duckdb", tmp_path / "site")
    told = dict(parsed(tmp_path / "site"))
    assert "No model has a figure yet" in text(told[tmp_path / "site" / "index.html"])
    assert "Nothing is contested" in text(told[tmp_path / "site" / "conflicts.html"])


def test_the_command_says_where(database: Path, tmp_path: Path) -> None:
    done = tallycast("report", "--db", database, "--out", "site", folder=tmp_path)
    assert done.stdout.decode().splitlines()[0] == f"The report: {Path('site', 'index.html')}"
    assert (tmp_path / "site" / "index.html").is_file()
    missing = tallycast("report", "--db", "none.duckdb", "--out", "site", folder=tmp_path)
    assert (missing.returncode, missing.stderr.count(b"\n")) == (1, 1)
