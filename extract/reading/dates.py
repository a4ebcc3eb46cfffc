"""Days of publication as people and programs write them."""

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NAMES = "|".join(("sept", *(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)))
_NAME = rf"(?P<name>{_NAMES})\b\.?"
_WEEKDAY = r"(?:[a-z]{3,9}, )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        rf"{_WEEKDAY}{_NAME} {_DAY},? {_YEAR}",
        rf"{_WEEKDAY}{_DAY} {_NAME},? {_YEAR}",
    )
)


def parse_date(words: str) -> date | None:
    """Returns the day that `words` begin with.

    Args:
        words: "February 20, 2024", "20 Feb 2024", "Tuesday, February 20th, 2024", "2024-02-20",
            "2024-02-20T08:00:00Z", "2025/4/9".

    Returns:
        The day; None where there is none, or one that no calendar holds ("2024-02-30").
    """
    for form in _FORMS:
        if found := form.match(words.strip()):
            return _day(found.groupdict())
    return None


def _day(parts: dict[str, str | None]) -> date | None:
    shorts = [name[:3] for name in _MONTHS]
    name, number = parts.get("name"), parts.get("month")
    month = shorts.index(name[:3].lower()) + 1 if name else int(number or 0)
    try:
        return date(int(parts["year"] or 0), month, int(parts["day"] or 0))
    except ValueError:
        return None
