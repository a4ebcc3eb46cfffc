"""Prints the leaderboard with one row a model."""

from rich.console import Console
from rich.text import Text

from leaderboard.format import figure, plain
from leaderboard.terminal.tables import grid, print_table
from leaderboard.versions.models import Model

# Attribute, heading, unit under that heading.
_SHOWN = (
    ("parameters_total", "params", "parameter"),
    ("parameters_active", "active", "parameter"),
    ("context_window", "context", "token"),
    ("price_input", "in/Mtok", "USD"),
    ("price_output", "out/Mtok", "USD"),
)
_SCORES_SHOWN = 2


def print_models(out: Console, models: list[Model]) -> None:
    """Prints a row a model; of its scores the first few, "?" behind what is in doubt."""
    table = grid(
        ("model", "left"), *((heading, "right") for _, heading, _ in _SHOWN), ("scores", "left")
    )
    for model in models:
        cells = [_cell(model, attribute, unit) for attribute, _, unit in _SHOWN]
        table.add_row(Text(plain(model.subject)), *cells, Text(plain(_scores(model)), style="dim"))
    print_table(out, table)


def _cell(model: Model, attribute: str, unit: str) -> str:
    value = model.figures[attribute]
    if value is None:
        return ""
    words = figure(value, unit).removesuffix(" tokens").removesuffix(" parameters")
    return f"{words}?" if attribute in model.doubtful else words


def _scores(model: Model) -> str:
    some = [f"{name} {value:.4g}" for name, value in model.scores.items()]
    more = len(some) - _SCORES_SHOWN
    return ", ".join(some[:_SCORES_SHOWN]) + (f", +{more}" if more > 0 else "")
