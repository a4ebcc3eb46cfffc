"""The attribute rules as data: every example is read by its rule, no negative is."""

import pytest

from extract.attributes.book import NOT_A_CLAIM, Attribute, Rule, load_attributes, load_book
from extract.attributes.entries import NAME_GROUPS
from extract.examples import winners
from extract.lexicon import load_lexicon
from extract.numbers.units import factor

RULES = [(attribute, rule) for attribute in load_book().attributes for rule in attribute.rule]


@pytest.mark.parametrize(
    ("attribute", "rule", "example"),
    [
        pytest.param(attribute, rule, example, id=f"{attribute.name}-{rule.name}-{example}")
        for attribute, rule in RULES
        for example in rule.examples
    ],
)
def test_example_is_read_by_its_rule(attribute: Attribute, rule: Rule, example: str) -> None:
    assert (attribute.name, rule.name) in winners(example, load_lexicon())


@pytest.mark.parametrize(
    ("attribute", "negative"),
    [
        pytest.param(attribute, negative, id=f"{attribute.name}-{negative}")
        for attribute, rule in RULES
        for negative in rule.negatives
    ],
)
def test_negative_is_not_of_the_attribute(attribute: Attribute, negative: str) -> None:
    assert attribute.name not in {name for name, _ in winners(negative, load_lexicon())}


def test_cue_groups_that_rules_speak_of_exist() -> None:
    groups = set().union(*load_book().groups) | NAME_GROUPS
    spoken = {
        group
        for _, rule in RULES
        for group in (*rule.cues, *rule.needs, *rule.against, *rule.lately, *rule.never_lately)
    }
    assert spoken <= groups


def test_every_cue_group_is_used() -> None:
    spoken = {
        group
        for _, rule in RULES
        for group in (*rule.cues, *rule.needs, *rule.against, *rule.lately, *rule.never_lately)
    }
    assert set().union(*load_book().groups) <= spoken


@pytest.mark.parametrize(
    "attribute", load_attributes().values(), ids=lambda attribute: attribute.name
)
def test_units_of_rules_convert_to_the_attribute(attribute: Attribute) -> None:
    for rule in attribute.rule:
        for unit in rule.units:
            keeps_rate = attribute.any_per or rule.unit_of_bare or not rule.per
            said = unit if keeps_rate else f"{unit}/{rule.per[0]}"
            if unit and unit not in attribute.any_unit and "/" not in attribute.unit:
                assert factor(said, rule.unit_of_bare or attribute.unit) > 0


def test_attributes_are_those_of_the_guidelines() -> None:
    assert set(load_attributes()) == {
        "parameters_total", "parameters_active", "context_window", "max_output", "price_input", "price_output",
        "price_blended", "price_subscription", "price_other", "score", "training_compute", "training_tokens",
        "training_cost", "training_time", "accelerators", "accelerator_hours", "throughput", "utilization",
        "memory", "power", "speed",
    }  # fmt: skip
    assert not any(name.startswith(NOT_A_CLAIM) for name in load_attributes())
