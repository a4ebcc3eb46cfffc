"""What is known of an episode: from which places, and which of them wins."""

from datetime import date
from pathlib import Path

import pytest

from extract.errors import TallycastError
from extract.reading import Known, parse_transcript, read_transcript
from extract.reading.metadata import show_name

FIELDS = "# In the text\n\n**Podcast:** Text Show\n**Published:** 2020-02-02\n\n## Transcript\n\nHello.\n"


def test_the_order_of_trust(tmp_path: Path) -> None:
    bare, full = tmp_path / "2019-01-01-talk.txt", tmp_path / "2019-01-02-talk.md"
    bare.write_text("Hello.\n")
    full.write_text(FIELDS)

    def told(path: Path, known: Known = Known()) -> tuple[str | None, str | None, date | None]:
        episode = read_transcript(str(path), known=known).episode
        return episode.show, episode.title, episode.published

    assert told(bare) == (None, "2019-01-01-talk", date(2019, 1, 1))
    assert told(full) == ("Text Show", "In the text", date(2020, 2, 2))
    (tmp_path / "episode.toml").write_text('show = "Folder Show"\n')
    assert told(full) == ("Folder Show", "In the text", date(2020, 2, 2))
    (tmp_path / "2019-01-02-talk.episode.toml").write_text('title = "Beside"\npublished = 2021-03-03\n')  # fmt: skip
    assert told(full) == ("Text Show", "Beside", date(2021, 3, 3))
    assert told(full, Known(title="Given")) == ("Text Show", "Given", date(2021, 3, 3))
    assert told(bare) == ("Folder Show", "2019-01-01-talk", date(2019, 1, 1))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        pytest.param("2024-05-16-talk.txt", date(2024, 5, 16), id="hyphens"),
        pytest.param("20240516_Show_1234s.md", date(2024, 5, 16), id="no marks"),
        pytest.param("show.2024.05.16.vtt", date(2024, 5, 16), id="points"),
        pytest.param("2024-05-16.vtt.gz", date(2024, 5, 16), id="compressed"),
        pytest.param("talks/2024-05-16.zip/one.vtt", None, id="the name of the archive"),
        pytest.param("gpt-4.5.txt", None, id="a version"),
        pytest.param("2024-13-45.txt", None, id="no day"),
        pytest.param("2024-0516.txt", None, id="marks that differ"),
        pytest.param("120240516.txt", None, id="a longer number"),
        pytest.param("episode-2024.txt", None, id="a year alone"),
    ],
)
def test_a_day_in_the_name_of_the_file(name: str, day: date | None) -> None:
    assert parse_transcript(b"Hello.", name).episode.published == day


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("Cognitive Revolution How AI Changes Everything", "Cognitive Revolution", id="subtitle"),
        pytest.param('Cognitive  Revolution "How AI Changes Everything"', "Cognitive Revolution", id="quotes"),
        pytest.param("the cognitive revolution", "Cognitive Revolution", id="article and case"),
        pytest.param("Kettle & Kernel", "Kettle & Kernel", id="not in the table"),
    ],
)  # fmt: skip
def test_shows_have_one_name(written: str, name: str) -> None:
    assert show_name(written) == name


@pytest.mark.parametrize(
    ("sidecar", "content", "reason"),
    [
        pytest.param("talk.episode.toml", 'show = "A"\ntitel = "B"\n', "line 2: titel: no such key; there are show, title, published, source", id="unknown key"),
        pytest.param("talk.episode.toml", 'show = 4\n', "line 1: show: input should be a valid string", id="wrong type"),
        pytest.param("episode.toml", 'published = "4.5"\n', "line 1: published: a day is needed, such as 2024-05-16", id="no day"),
        pytest.param("episode.toml", 'show = "A\n', r"at line 1, column 10", id="no TOML"),
        pytest.param("talk.episode.json", '{"show": ', "line 1 column 10", id="no JSON"),
        pytest.param("talk.episode.json", '[]', "it: input should be a valid dictionary", id="a list"),
        pytest.param("talk.episode.json", '{"a":' * 10_000, "", id="deep"),
    ],
)  # fmt: skip
def test_a_wrong_sidecar_is_told_with_its_line(
    sidecar: str, content: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "talk.txt").write_text("Hello.")
    (tmp_path / sidecar).write_text(content)
    with pytest.raises(TallycastError, match=r"talk\.txt: ") as told:
        read_transcript(str(tmp_path / "talk.txt"))
    assert reason in str(told.value).replace("\n", "")
    assert sidecar in str(told.value)
    assert "\n" not in str(told.value)
