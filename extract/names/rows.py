"""Names in a row, of which only the first says the family: "Llama 2 7B, 13B and 70B"."""

from dataclasses import replace

import regex

from extract.names.evidence import Evidence
from extract.names.grammar import Form, Grammar
from extract.names.numerals import NO_QUANTITY, NUMBER, SIZE, written_size

_AND = r"(?:,?\ (?:and|or|versus|vs\.?)\ |/)"
_SIZE = regex.compile(rf"(?:{_AND}|,\ )({SIZE})")
_VERSION = regex.compile(rf"{_AND}({NUMBER})(?![\w%]|[.,]\d){NO_QUANTITY}")
_JOINT = regex.compile(r"(?:,? (?:and|or|versus|vs\.?)|,)(?= )")


def next_in_row(
    form: Form, grammar: Grammar, lower: str, evidence: Evidence
) -> tuple[int, Form] | None:
    """Returns start and form of the name that follows a form in a row, or None."""
    if form.size is not None:
        return _next_size(form, lower)
    if form.version is None:
        return None
    return _next_version(form, grammar, lower) or _next_variant(form, grammar, lower, evidence)


def _next_size(form: Form, lower: str) -> tuple[int, Form] | None:
    more = _SIZE.match(lower, form.end)
    if more is None:
        return None
    return more.start(1), replace(form, end=more.end(1), size=written_size(more[1]))


def _next_version(form: Form, grammar: Grammar, lower: str) -> tuple[int, Form] | None:
    """Reads a further version: "Opus 4.6 and 7", "GPT-3.5 and 4"."""
    more = _VERSION.match(lower, form.end)
    version = more and _version_after(form.version or "", grammar.number(more[1]))
    if not (more and version):
        return None
    said = replace(form, end=more.end(1), version=version, variants=(), size=None, date=None)
    said = grammar.read(lower, said)
    return more.start(1), said if said.variants else replace(said, variants=form.variants)


def _next_variant(
    form: Form, grammar: Grammar, lower: str, evidence: Evidence
) -> tuple[int, Form] | None:
    """Reads a further variant of the version: "DeepSeek V4 Pro and Flash".

    Only those that several families have; the others ("Opus") have versions of their own.
    """
    joint = _JOINT.match(lower, form.end) if form.variants else None
    if joint is None:
        return None
    said = grammar.read(lower, Form(joint.end(), form.version))
    both = {*form.variants[:1], *said.variants[:1]}
    apart = len(both) == 2 and both.issubset(grammar.entry.shared)
    return (joint.end() + 1, said) if apart and evidence.capital(joint.end() + 1) else None


def _version_after(earlier: str, said: str) -> str | None:
    """Returns which version `said` is after `earlier`, or None where it may be something else.

    "4.6 and 4.7" and "3.5 and 4" say the version itself, "4.6 and 7" its last digit.
    """
    if "." in said:
        return said
    major, _, minor = earlier.partition(".")
    if not (major.isdigit() and (minor.isdigit() or not minor)):
        return None
    if int(said) == int(major) + 1:
        return said
    return f"{major}.{said}" if minor and int(said) > int(minor) else None
