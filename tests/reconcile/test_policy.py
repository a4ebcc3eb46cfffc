"""The weights: read with care."""

from importlib.resources import files

import pytest

from extract.errors import TallycastError
from reconcile import load_policy, parse_policy

TEXT = (files("reconcile") / "policy.toml").read_text(encoding="utf-8")


def test_comments_do_not_change_the_hash_and_weights_do() -> None:
    assert parse_policy(TEXT + "\n# more\n").hash() == load_policy().hash()
    assert parse_policy(TEXT.replace("doubt = 0.5", "doubt = 0.4")).hash() != load_policy().hash()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param("doubt = 0.5", "doubt = ", "policy.toml", id="no TOML"),
        pytest.param("doubt = 0.5", "", "doubt", id="missing"),
        pytest.param("doubt = 0.5", "doubt = 0", "doubt", id="too small"),
        pytest.param("hedged = 0.8", "hedged = 2", "stance.hedged", id="too great"),
        pytest.param("hedged = 0.8", "hedgy = 0.8", "stance.hedg", id="misspelt"),
        pytest.param("about = 0.8", 'about = "much"', "qualifier.about", id="no number"),
    ],
)
def test_mistakes_are_told_with_their_place(old: str, new: str, words: str) -> None:
    assert old in TEXT
    with pytest.raises(TallycastError) as caught:
        parse_policy(TEXT.replace(old, new))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
