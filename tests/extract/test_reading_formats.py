"""Formats: each is known by what it holds, keeps times and speakers, and gives the same claims."""

import importlib.util
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from extract import extract_claims, extract_files, find_transcripts
from extract.errors import TallycastError
from extract.reading import Known, parse_transcript, parse_transcripts, read_transcript
from extract.reading.formats import FORMATS, NAMES, format_of
from extract.reading.layouts import read_head, recognise
from extract.reading.speech import to_speech
from extract.records import Claim, Extraction, Failure, Transcript

FOLDER = Path(__file__).parents[2] / "fixtures" / "formats"
SOURCES = find_transcripts([str(FOLDER)])

# What depends on the format and not on what was said.
PLACES = {"id", "episode", "start", "end", "line", "timestamp", "speaker"}


def said(claim: Claim) -> dict[str, object]:
    return {name: value for name, value in asdict(claim).items() if name not in PLACES}


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    found = [one for one in extract_files(SOURCES) if isinstance(one, Extraction)]
    return {Path(one.episode.source).name: one for one in found if one.episode.title != "Nothing"}


def test_every_fixture_makes_the_same_claims(extractions: dict[str, Extraction]) -> None:
    assert len(extractions) == len(SOURCES) >= 39
    expected = [said(claim) for claim in extractions["one-block.txt"].claims]
    assert [(claim["subject"], claim["attribute"], claim["value"]) for claim in expected] == [
        ("Llama 4 Maverick", "parameters_total", 400e9),
        ("Llama 4 Maverick", "parameters_active", 17e9),
        ("Llama 4 Scout", "context_window", 10e6),
        ("GPT-4o mini", "price_input", 0.15),
        ("GPT-4o mini", "price_output", 0.6),
        ("Claude Opus 4.5", "price_input", 5),
        ("Claude Opus 4.5", "price_output", 25),
        ("Claude Opus 4.5", "score", 80.9),
        ("DeepSeek-V3", "accelerator_hours", 2.788e6),
        ("GPT-4", "training_tokens", 13e12),
        ("GPT-4", "training_compute", 2.1e25),
        ("H100", "memory", 80e9),
    ]
    assert {name: [said(claim) for claim in one.claims] for name, one in extractions.items()} == (
        dict.fromkeys(extractions, expected)
    )


def test_the_words_are_the_same_in_every_fixture(extractions: dict[str, Extraction]) -> None:
    assert len({one.episode.words_hash for one in extractions.values()}) == 1


def test_the_fixtures_are_what_their_script_writes() -> None:
    spec = importlib.util.spec_from_file_location("make", FOLDER / "make.py")
    assert spec
    assert spec.loader
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    written = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.is_file()}
    assert {name: content for name, content in written.items() if name != "make.py"} == make.files()


@pytest.mark.parametrize(
    ("name", "times"),
    [
        pytest.param("voices.vtt", [4.5, 9.25, 14.0], id="WebVTT"),
        pytest.param("captions.srt", [4.5, 9.25, 14.0], id="SubRip"),
        pytest.param("rolling.vtt", [4.5, 9.25, 14.0], id="rolling captions"),
        pytest.param("whisperx.json", [4.5, 9.25, 14.0], id="WhisperX"),
        pytest.param("youtube.json3", [4.5, 9.25, 14.0], id="json3"),
        pytest.param("timed-text.srv3", [4.5, 9.25, 14.0], id="timed text"),
        pytest.param("deepgram.json", [4.5, 4.5, 14.0], id="Deepgram: by sentences"),
        pytest.param("assemblyai.json", [0.0, 0.0, 14.0], id="AssemblyAI: by turns"),
        pytest.param("podcasting.html", [0.0, 0.0, 14.0], id="HTML: by turns"),
        pytest.param("names-and-times.txt", [0.0, 0.0, 14.0], id="names and times"),
        pytest.param("timed-lines.txt", [4.0, 9.0, 14.0], id="times on lines of their own"),
        pytest.param("names.txt", [None, None, None], id="no times"),
    ],
)
def test_times_reach_the_claims(
    name: str, times: list[float | None], extractions: dict[str, Extraction]
) -> None:
    assert [claim.timestamp for claim in extractions[name].claims[:3]] == times


@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        pytest.param("voices.vtt", ("Ada Finch", "Jun Park"), id="voices"),
        pytest.param("names.vtt", ("SPEAKER_00", "SPEAKER_01"), id="names in cues"),
        pytest.param("captions.srt", ("Ada Finch", "Jun Park"), id="SubRip"),
        pytest.param("podcasting.json", ("Ada Finch", "Jun Park"), id="Podcasting 2.0"),
        pytest.param("deepgram.json", ("Speaker 0", "Speaker 1"), id="numbered"),
        pytest.param("assemblyai.json", ("A", "J"), id="lettered"),
        pytest.param("captions.ttml", ("Ada Finch", "Jun Park"), id="TTML"),
        pytest.param("podcasting.html", ("Ada Finch", "Jun Park"), id="cited"),
        pytest.param("page.html", ("Ada Finch", "Jun Park"), id="strong"),
        pytest.param("times-and-names.txt", ("Ada Finch", "Jun Park"), id="after stamps"),
        pytest.param("timed-blocks.txt", ("Ada Finch", "Jun Park"), id="above their words"),
        pytest.param("one-block.txt", (), id="none"),
    ],
)
def test_speakers_reach_the_claims(
    name: str, speakers: tuple[str, ...], extractions: dict[str, Extraction]
) -> None:
    assert extractions[name].episode.speakers == speakers
    first, _, third = [claim.speaker for claim in extractions[name].claims[:3]]
    assert (first, third) == (speakers or (None, None))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: Path(source).name)
def test_spans_count_in_the_text(source: str) -> None:
    for read in parse_all(source):
        label = read_head(read.text, recognise(read.text)).label
        for claim in extract_claims(read):
            words = to_speech(read.text[claim.start : claim.end], 0, label).text
            assert words == claim.value_text
            assert claim.line == read.text.count("\n", 0, claim.start) + 1


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: Path(source).name)
def test_the_text_of_any_format_reads_back_the_same(source: str) -> None:
    for read in parse_all(source):
        again = parse_transcript(read.text.encode(), "again.md")
        assert again.speech == read.speech


def parse_all(source: str) -> list[Transcript]:
    results = [one for one in extract_files([source]) if isinstance(one, Extraction)]
    return [read_transcript(one.episode.source) for one in results]


SEGMENT = {"start": 1.5, "text": " Hello."}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("WEBVTT\n", "vtt", id="vtt"),
        pytest.param("\ufeffWEBVTT - Title\r\n\r\n", "vtt", id="vtt with a mark"),
        pytest.param("WEBVTTS are files\n", "text", id="a word that begins so"),
        pytest.param("1\n00:00:01,000 --> 00:00:02,000\nHi\n", "srt", id="srt"),
        pytest.param("1\n2\n3\n", "text", id="numbers on lines"),
        pytest.param('{"segments": []}', "json", id="object"),
        pytest.param('[\n {"start": 1}]', "json", id="list of objects"),
        pytest.param('{"segme', "json", id="cut JSON"),
        pytest.param("[00:00:04] Hello.", "text", id="stamps are no JSON"),
        pytest.param("[[00:01:46](https://x.org)]", "text", id="nor are linked ones"),
        pytest.param("[Music] Hello.", "text", id="nor are asides"),
        pytest.param("<?xml version='1.0'?>\n<transcript></transcript>", "xml", id="timed text"),
        pytest.param("<!-- a --><rss></rss>", "xml", id="feed"),
        pytest.param("<!DOCTYPE html><html>", "html", id="html"),
        pytest.param('<?xml version="1.0"?><!DOCTYPE html PUBLIC ""><html>', "html", id="xhtml"),
        pytest.param("<cite>Ann:</cite>", "html", id="Podcasting 2.0 html"),
        pytest.param("<3 you all", "text", id="a heart"),
        pytest.param("", "text", id="nothing"),
    ],
)
def test_a_format_is_known_by_what_it_holds(text: str, form: str) -> None:
    assert format_of(text).name == form


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        pytest.param(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One</v> <v.loud Bo Lee>two &amp; <i>three</i>\nfour\n",
            "One\ntwo & three four", id="two voices in a cue",
        ),
        pytest.param(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n- One.\n\n00:02.000 --> 00:03.000\n>> BO: Two.\n",
            "One.\nTwo.", id="dashes and arrows",
        ),
        pytest.param(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nSo: one.\n", "So: one.", id="no speaker is called So",
        ),
        pytest.param(
            '{"segments": [{"text": " GPT-4", "words": [{"word": " GPT"}, {"word": "-4"}]}]}', "GPT-4",
            id="words in pieces",
        ),
        pytest.param('[{"start": 1, "text": "One"}]', "One", id="a list of segments"),
        pytest.param('{"segments": [{"start": NaN, "text": "One"}]}', "One", id="NaN as time"),
        pytest.param('{"text": "One\\ud800"}', "One\ufffd", id="half a character"),
        pytest.param("<transcript><text start='x'>it&amp;#39;s</text></transcript>", "it's", id="escaped twice"),
        pytest.param("<?xml version='1.0' encoding='utf-0'?><transcript><text>One</text></transcript>", "One", id="an encoding that is none"),
        pytest.param("<p>2.1 x 10<sup>25</sup> FLOPs</p>", "2.1 x 10^25 FLOPs", id="powers in HTML"),
        pytest.param("<p>ten<sup>1</sup> million</p>", "ten1 million", id="footnotes in HTML"),
        pytest.param("<p>One <script>two</script></p><nav>three</nav>four", "One four", id="no scripts and menus"),
        pytest.param("<p><b>Ann</b>: One</p><p><b>Bo: </b>two</p>", "One\ntwo", id="names in bold"),
        pytest.param("<p>One</p><div>two<br>three</div>", "One two three", id="blocks part words"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, speech: str) -> None:
    assert parse_transcript(text.encode(), "talk.x").speech.text == speech


def test_a_long_segment_is_parted_where_words_have_times() -> None:
    words = [{"word": f" w{n}" + "." * (n == 5), "start": float(n)} for n in range(60)]
    segment = {"start": 0.0, "text": "".join(word["word"] for word in words), "words": words}  # type: ignore[misc]
    read = parse_transcript(json.dumps({"segments": [segment]}).encode(), "-")
    assert [seconds for _, seconds in read.speech.stamps] == [0.0, 6.0, 46.0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param('{"segments": [{"text": "cut', "no whole JSON: Unterminated string", id="cut"),
        pytest.param('{"segments": [{"text": 4}]}', "segments.0.text: input should be a valid string", id="a number for words"),
        pytest.param('{"segments": 4}', "segments: input should be a valid tuple", id="a number for segments"),
        pytest.param('{"name": "x", "version": "1"}', r"no known transcript format \(its keys: name, version\)", id="another JSON"),
        pytest.param('{"a":' * 100_000, "nested too deeply", id="deep"),
        pytest.param('{"segments": [{"text": "x", "start": ' + "9" * 5000 + "}]}", "too long a number", id="long number"),
        pytest.param("<rss><channel/></rss>", "tallycast fetch", id="a feed"),
        pytest.param("<transcript><text>cut", "no XML that can be read", id="cut XML"),
        pytest.param('<!DOCTYPE x [<!ENTITY a "b">]><transcript>&a;</transcript>', "entities are declared", id="entities"),
        pytest.param("<div>" * 1000, "nested too deeply", id="nested HTML"),
        pytest.param("WEBVTT\n\nbad --> worse\nHello\n", "without one whole cue", id="no cue"),
        pytest.param("WEBVTT\n\n" + "-->" * 200_001, "too many cues", id="cues"),
    ],
)  # fmt: skip
def test_what_is_no_transcript_is_said_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(TallycastError, match=reason) as told:
        parse_transcript(text.encode(), "talk.x")
    assert str(told.value).startswith("talk.x: ")
    assert "\n" not in str(told.value)


def test_a_cue_that_cannot_be_read_is_counted() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:05.000 --> soon\nTwo\n"
    read = parse_transcript(text.encode(), "-")
    assert (read.speech.text, read.episode.unread) == ("One", 1)


def test_json_lines_are_an_episode_each() -> None:
    lines = '{"title": "A", "date": "2024-01-02", "text": "One"}\n\n{bad\n{"text": "Two"}\n'
    first, bad, last = parse_transcripts(lines.encode(), "talks.jsonl")
    assert isinstance(first, Transcript)
    assert isinstance(bad, Failure)
    assert isinstance(last, Transcript)
    assert (first.episode.source, first.episode.published) == ("talks.jsonl#1", date(2024, 1, 2))
    assert bad.reason.startswith("talks.jsonl#3: no whole JSON")
    assert (last.episode.source, last.episode.title) == ("talks.jsonl#4", "talks")


@pytest.mark.parametrize("name", NAMES)
def test_a_format_can_be_named(name: str) -> None:
    assert format_of("WEBVTT\n", name) is next(it for it in FORMATS if it.name == name)


def test_a_format_that_is_named_wins_over_what_the_file_holds() -> None:
    read = parse_transcript(b'{"text": "One"}', "-", input_format="text")
    assert (read.layout, read.text) == ("plain", '{"text": "One"}')
    with pytest.raises(TallycastError, match="no format is called mp3; there are vtt, srt, "):
        parse_transcript(b"", "-", input_format="mp3")


def test_several_transcripts_are_not_taken_for_one() -> None:
    with pytest.raises(TallycastError, match=r"several transcripts; name one, such as .*#2"):
        read_transcript(str(FOLDER / "records.jsonl"))
    read = read_transcript(f"{FOLDER}/records.jsonl#2", known=Known(show="Mine"))
    assert (read.episode.title, read.episode.show) == ("Everything in One Sitting", "Mine")
    assert read_transcript(f"{FOLDER}/archive.zip/talks/ferry.srt").layout == "srt, turns"
