"""layouts.toml and recognition: every entry by its examples, every layout by a small text."""

import re
from datetime import date

import pytest

from extract.reading import Known, parse_transcript
from extract.reading.dates import parse_date
from extract.reading.layouts import LeftOut, tables
from extract.records import Transcript

PAGE = """We close on 2031-01-02. Thank you!
cover of episode #7 - Big Models

#7 - Big Models

2025/4/9
logo of podcast Two Desks

Two Desks

AI Deep Dive Transcript
Topics
主持人:模型有多大?

Deep Dive

Shownotes Transcript

Translations:
中文

Hello and

welcome.
"""

NOTES = """---
Date Generated: April 03, 2024
Video Keywords: ['a', 'b']
Video Description: Many lines: none of it YAML.

# Not the title
--- nor the end
* Find us: [here](https://example.org)
---

# How Big Is It?
**The Tea Room:** [February 20, 2024](https://example.org/watch?v=1)
*  It has four hundred
*  billion parameters.
"""

FIELDS = """# Bills and Mills

**Podcast:** Tally Ho
**Published:** 2026-05-03

## Transcript

Hello there.
"""

TURNS = """**Ann Lee:** So how big is it?

**Bo:** \\[00:07\\] Well... \\[laughs\\]

It is big.

**Break**: \\[01:10\\]

**Ann Lee:** Back again.
"""

BLOCKS = """Speaker 1
The G_P_T_ models.
They grow.
Speaker 2
Do they?
"""

TIMED = """# At home
0:00
[Music] so it has four
0:03
hundred billion

1:02:03
parameters and costs 5:30 a day
1:02:09
"""

LED = """(0:00) so it has four
(0:03) hundred billion
(59:59) parameters
(1:00:02) or more
"""


@pytest.mark.parametrize(
    ("text", "layout", "metadata", "speakers", "speech"),
    [
        pytest.param(
            PAGE, "page", ("Two Desks", "#7 - Big Models", date(2025, 4, 9)), (),
            "主持人:模型有多大?\nHello and welcome.", id="web page, menus left out, summary kept",
        ),
        pytest.param(
            NOTES, "notes", ("The Tea Room", "How Big Is It?", date(2024, 2, 20)), (),
            "It has four hundred billion parameters.", id="front matter that is not YAML",
        ),
        pytest.param(
            FIELDS, "fields", ("Tally Ho", "Bills and Mills", date(2026, 5, 3)), (),
            "Hello there.", id="bold fields",
        ),
        pytest.param(
            TURNS, "turns", (None, "talk", None), ("Ann Lee", "Bo"),
            "So how big is it?\nWell... It is big.\nBack again.", id="named turns and a break",
        ),
        pytest.param(
            BLOCKS, "blocks", (None, "talk", None), ("Speaker 1", "Speaker 2"),
            "The GPT models. They grow.\nDo they?", id="speaker blocks",
        ),
        pytest.param(
            TIMED, "timed lines", (None, "At home", None), (),
            "so it has four hundred billion parameters and costs 5:30 a day", id="times between",
        ),
        pytest.param(
            LED, "timed lines", (None, "talk", None), (),
            "so it has four hundred billion parameters or more", id="times at the beginning of lines",
        ),
        pytest.param(
            "At\n3:30 he came.\nAt\n4:30 he went.\n", "plain", (None, "talk", None), (),
            "At 3:30 he came. At 4:30 he went.", id="two times in words",
        ),
        pytest.param(
            "# A title\nJust words.\n", "plain", (None, "A title", None), (),
            "Just words.", id="heading and words",
        ),
        pytest.param("Just\nwords", "plain", (None, "talk", None), (), "Just words", id="words"),
        pytest.param("", "plain", (None, "talk", None), (), "", id="nothing"),
    ],
)  # fmt: skip
def test_layout(
    text: str,
    layout: str,
    metadata: tuple[str | None, str, date | None],
    speakers: tuple[str, ...],
    speech: str,
) -> None:
    read = _read(text)
    episode = read.episode
    assert read.layout == layout
    assert (episode.show, episode.title, episode.published) == metadata
    assert episode.speakers == speakers
    assert read.speech.text == speech


LAYOUTS = {
    "page": PAGE,
    "notes": NOTES,
    "fields": FIELDS,
    "turns": TURNS,
    "blocks": BLOCKS,
    "timed": TIMED,
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_layout_survives_windows_line_ends_and_a_byte_order_mark(text: str) -> None:
    read, other = _read(text), _read("\ufeff" + text.replace("\n", "\r\n"))
    assert other.layout == read.layout
    assert other.speech.text == read.speech.text
    assert (other.episode.show, other.episode.title) == (read.episode.show, read.episode.title)


def test_a_time_on_its_own_line_is_that_of_the_words_behind_it() -> None:
    speech = _read(TIMED).speech
    assert list(speech.stamps) == [
        (0, 0.0),
        (speech.text.index("hundred"), 3.0),
        (speech.text.index("parameters"), 3723.0),
        (len(speech.text), 3729.0),
    ]


def test_what_the_user_knows_wins_over_the_text() -> None:
    known = Known(show="S", title="T", published=date(2020, 1, 2))
    episode = parse_transcript(NOTES.encode(), "talk.md", known).episode
    assert (episode.show, episode.title, episode.published) == ("S", "T", date(2020, 1, 2))


def test_the_date_is_never_that_of_the_transcription() -> None:
    assert _read(NOTES.replace("[February 20, 2024]", "[soon]")).episode.published is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("February 20, 2024", date(2024, 2, 20), id="month first"),
        pytest.param("Sept. 3 2023", date(2023, 9, 3), id="short month, no comma"),
        pytest.param("Tuesday, May 2nd, 2023", date(2023, 5, 2), id="weekday and ordinal"),
        pytest.param("20 February 2024", date(2024, 2, 20), id="day first"),
        pytest.param("2024-02-20", date(2024, 2, 20), id="ISO"),
        pytest.param("2024-02-20T10:00:00Z", date(2024, 2, 20), id="ISO with time"),
        pytest.param("2025/4/9", date(2025, 4, 9), id="slashes, single digits"),
        pytest.param("2024-02-30", None, id="no such day"),
        pytest.param("2024-13-01", None, id="no such month"),
        pytest.param("0000-01-01", None, id="no such year"),
        pytest.param("May 2, 20245", None, id="a year of five digits"),
        pytest.param("4.5", None, id="a version"),
        pytest.param("2025", None, id="a year alone"),
        pytest.param("Marching 4 2024", None, id="a word that begins like a month"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates(words: str, day: date | None) -> None:
    assert parse_date(words) == day


@pytest.mark.parametrize("entry", [pytest.param(it, id=it.name) for it in tables().left_out])
def test_left_out_entries_match_their_examples_and_nothing_else(entry: LeftOut) -> None:
    for begin in entry.begins:
        assert begin, "a branch must begin with a literal"
    pattern = re.compile(_unnamed(entry.pattern))
    for example in entry.examples:
        assert pattern.fullmatch(example), example
    for kept in entry.keeps:
        assert not pattern.search(kept), kept


def test_every_layout_and_entry_has_another_name() -> None:
    names = [it.name for it in tables().layout] + [it.name for it in tables().left_out]
    assert len(set(names)) == len(names)


def _read(text: str) -> Transcript:
    return parse_transcript(text.encode(), "folder/talk.md")


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
