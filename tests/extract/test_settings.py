"""Settings as data: every example holds its setting."""

import pytest

from extract.linking.settings import SettingRule, read_setting, setting_rules


@pytest.mark.parametrize("rule", setting_rules(), ids=lambda rule: rule.name)
def test_examples_are_read(rule: SettingRule) -> None:
    for example in rule.examples:
        lower = example.lower()
        assert read_setting(lower, rule.attributes[0], (0, len(lower)), (0, 1)) is not None


@pytest.mark.parametrize(
    ("text", "attribute", "setting"),
    [
        pytest.param("88 percent five-shot", "score", "5-shot", id="shots"),
        pytest.param(
            "50 percent pass at 10, with tools", "score", "pass@10, with tools", id="two settings"
        ),
        pytest.param("1,000 teraflops for FP8", "throughput", "FP8", id="precision"),
        pytest.param(
            "35 cents for under 128k tokens", "price_input", "under 128K tokens", id="prompt length"
        ),
        pytest.param("88 percent five-shot", "price_input", None, id="not of this attribute"),
    ],
)
def test_settings(text: str, attribute: str, setting: str | None) -> None:
    lower = text.lower()
    assert read_setting(lower, attribute, (0, len(lower)), (0, 2)) == setting
