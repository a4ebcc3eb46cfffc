"""Canonical forms from templates.

A template is text with fields: `{version}`, `{variant}`, `{size}`, `{date}`. A part in brackets is
left out when its field is not known: "GPT[-{version}][ {variant}]". A template fits only when all
fields outside brackets are known; `{version>=4}` asks for a version from 4 on besides. The first
template that fits is used.
"""

import re
from collections.abc import Mapping, Sequence

_FIELD = re.compile(r"\{(\w+)(?:>=(\d+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

FIELDS = ("version", "variant", "size", "date")

Fields = Mapping[str, str | None]


def fields_of(template: str) -> list[str]:
    """Returns the names of the fields in a template."""
    return [field[1] for field in _FIELD.finditer(template)]


def write(templates: Sequence[str], fields: Fields) -> str | None:
    """Returns the canonical form of `fields`, or None where no template fits."""
    for template in templates:
        written = _filled(
            _OPTIONAL.sub(lambda part: _filled(part[1], fields) or "", template), fields
        )
        if written is not None:
            return written
    return None


def _filled(text: str, fields: Fields) -> str | None:
    for field, least in _FIELD.findall(text):
        value = fields.get(field)
        if value is None or (least and not _reaches(value, int(least))):
            return None
    return _FIELD.sub(lambda field: fields[field[1]] or "", text)


def _reaches(version: str, least: int) -> bool:
    number = _NUMBER.search(version)
    return number is not None and float(number[0]) >= least
