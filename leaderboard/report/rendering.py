"""Pages from templates: all that others wrote stays text."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from leaderboard.format import figure, many, percent, plain


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written.

    Attributes:
        path: from the root of the report, with slashes.
        template: name of the template.
        content: what the template speaks of.
    """

    path: str
    template: str
    content: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """Returns the way back to the root of the report: "" or "../"."""
        return "../" * self.path.count("/")


def render(page: Page) -> str:
    """Returns the text of a page."""
    template = environment().get_template(page.template)
    return template.render(page.content, root=page.root, path=page.path)


@cache
def environment() -> Environment:
    """Returns what templates are read with; undefined names are errors."""
    made = Environment(
        loader=PackageLoader("leaderboard.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"figure": figure, "percent": percent, "many": many, "words": _words}
    return made


def _shown(value: object) -> object:
    """Returns a value as it may stand in a page: no controls, no turned directions, no None."""
    if isinstance(value, str):
        # Most texts are printable, which is told much faster than what is not is found.
        return value if isinstance(value, Markup) or value.isprintable() else plain(value)
    return "" if value is None else value


def _words(name: str) -> str:
    """Returns the name of an attribute as words."""
    return name.replace("_", " ")
