"""What a value holds for: shots, tools, effort, precision, by patterns in settings.toml."""

from dataclasses import dataclass
from functools import cache

import regex
from pydantic import BaseModel, ConfigDict, Field

from extract.data import read_toml
from extract.numbers.vocabulary import number_words


class SettingRule(BaseModel):
    """One entry of settings.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    attributes: tuple[str, ...]
    reach: int = Field(gt=0)
    pattern: str
    setting: str
    upper: bool = False
    examples: tuple[str, ...] = Field(min_length=1)


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    setting: tuple[SettingRule, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: SettingRule
    pattern: regex.Pattern[str]


def setting_rules() -> tuple[SettingRule, ...]:
    """Returns the checked rules of settings.toml."""
    return _Settings.model_validate(read_toml(__package__, "settings.toml")).setting


@cache
def _compiled(attribute: str) -> tuple[_Compiled, ...]:
    rules = (rule for rule in setting_rules() if attribute in rule.attributes)
    return tuple(_Compiled(rule, regex.compile(rule.pattern)) for rule in rules)


def read_setting(
    lower: str, attribute: str, sentence: tuple[int, int], quantity: tuple[int, int]
) -> str | None:
    """Returns the settings said around the quantity, joined by commas; None where none is."""
    found = []
    for compiled in _compiled(attribute):
        begin = max(sentence[0], quantity[0] - compiled.rule.reach)
        end = min(sentence[1], quantity[1] + compiled.rule.reach)
        if match := compiled.pattern.search(lower, begin, end):
            said = {name: _in_digits(words) for name, words in match.groupdict().items()}
            setting = compiled.rule.setting.format(**said)
            found.append(setting.upper() if compiled.rule.upper else setting)
    return ", ".join(found) or None


def _in_digits(words: str) -> str:
    """Returns "5" for "five", so that "five-shot" and "5-shot" are one setting."""
    table = number_words()
    worth = table.units.get(words, table.teens.get(words))
    return words if worth is None else str(worth)
