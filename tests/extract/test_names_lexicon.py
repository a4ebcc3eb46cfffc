"""The lexicon files: their own examples, what a user may add, and what is refused."""

import tomllib

import pytest

from extract import OwnLexicon
from extract.errors import LexiconError
from extract.names import NameBook, load_names
from tests.extract.names_scanner import Scanner

BOOK = load_names()


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(BOOK)


def _shown() -> list[tuple[str, str, str, str | None]]:
    """Returns (kind, family, phrase, name to be read or None) of all examples and negatives."""
    entries = [(e.kind, e.name, e.examples, e.negatives) for e in BOOK.lexicon.entries]
    heard = [(m.kind, m.family, m.examples, m.negatives) for m in BOOK.lexicon.mishearings]
    cases: list[tuple[str, str, str, str | None]] = []
    for kind, family, examples, negatives in (*entries, *heard):
        cases.extend((kind, family, phrase, name) for phrase, name in examples.items())
        cases.extend((kind, family, phrase, None) for phrase in negatives)
    return cases


def test_every_example_is_read_and_every_negative_is_not(scanner: Scanner) -> None:
    wrong = []
    for kind, family, phrase, expected in _shown():
        names = scanner.names(phrase)
        if expected is None:
            ok = all((name.kind, name.family) != (kind, family) for name in names)
        else:
            ok = expected in {name.canonical for name in names}
        if not ok:
            wrong.append((family, phrase, expected, [name.canonical for name in names]))
    assert wrong == []


def test_literals_are_lower_case_and_each_stands_once() -> None:
    assert len(set(BOOK.literals)) == len(BOOK.literals)
    assert all(literal == literal.lower() != "" for literal in BOOK.literals)


def _own(text: str) -> OwnLexicon:
    return OwnLexicon.of(tomllib.loads(text))


def _read(text: str, book: NameBook) -> list[tuple[str, str | None]]:
    return [(name.canonical, name.maker) for name in Scanner(book).names(text)]


def test_a_user_adds_a_family() -> None:
    book = load_names(_own('[model.Kestrel]\nmaker = "Aviary"\n'))
    assert _read("their Kestrel 2 70B beat GPT-4", book) == [
        ("Kestrel 2 70B", "Aviary"),
        ("GPT-4", "OpenAI"),
    ]


def test_a_user_extends_and_overrides_an_entry() -> None:
    own = '[model.Claude]\nmaker = "Anthropic PBC"\nvariants = ["Rondo"]\nalone = ["Rondo"]\n'
    book = load_names(_own(own))
    assert _read("Claude Rondo 5.1 and Opus 4.6", book) == [
        ("Claude Rondo 5.1", "Anthropic PBC"),
        ("Claude Opus 4.6", "Anthropic PBC"),
    ]


def test_a_user_adds_a_mishearing() -> None:
    own = (
        '[[mishearing]]\nfamily = "Claude"\nwords = ["clogged"]\nneeds = "form"\n'
        'examples = { "clogged 3 opus" = "Claude 3 Opus" }\nnegatives = ["a clogged sink"]\n'
    )
    book = load_names(_own(own))
    assert _read("clogged 3 opus in a clogged sink", book) == [("Claude 3 Opus", "Anthropic")]


REFUSED = [
    pytest.param("[model.X]\ncolour = 1\n", "model.X.colour: unknown key", id="unknown key"),
    pytest.param('[model.X]\nneeds = "cue"\n', "model.X: ", id="cue without examples"),
    pytest.param('[model.X]\nalone = ["Pro"]\n', "'Pro' is not among", id="undeclared variant"),
    pytest.param('[model.X]\nloose = ["#"]\n', "loose: '#' is no version", id="loose number"),
    pytest.param('[model.X]\nwrite = ["X {colour}"]\n', "unknown field 'colour'", id="template"),
    pytest.param('[model.X]\nbecomes = "Y"\n', "no entry 'Y'", id="unknown entry"),
    pytest.param(
        '[[mishearing]]\nfamily = "Zz"\nwords = ["z"]\nexamples = { z = "Z" }\nnegatives = ["q"]\n',
        "mishearing 1.family: no entry model.Zz",
        id="mishearing of nothing",
    ),
    pytest.param("[[mishearing]]\nwords = []\n", "mishearing 1.family: missing", id="missing key"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_not_valid_is_refused_with_its_entry(text: str, reason: str) -> None:
    with pytest.raises(LexiconError) as error:
        load_names(_own(text))
    assert reason in str(error.value)
    assert "\n" not in str(error.value)
