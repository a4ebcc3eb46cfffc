"""The leaderboard with one row a model."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection
from rich.console import Console
from rich.text import Text

from extract.errors import TallycastError
from leaderboard.entries import compared, unknown
from leaderboard.format import figure, plain
from leaderboard.releases import version_number
from leaderboard.tables import grid, print_table

# Attribute, heading in the terminal, unit under that heading.
_FIGURES = (
    ("parameters_total", "params", "parameter"),
    ("parameters_active", "active", "parameter"),
    ("context_window", "context", "token"),
    ("max_output", "", "token"),
    ("price_input", "in/Mtok", "USD"),
    ("price_output", "out/Mtok", "USD"),
    ("price_subscription", "", "USD/month"),
    ("training_tokens", "", "token"),
    ("training_compute", "", "FLOP"),
)
MODEL_COLUMNS = ("subject", *(attribute for attribute, _, _ in _FIGURES), "scores", "doubtful")
_SCORES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Model:
    """What one version says of a model.

    Attributes:
        subject: its name.
        figures: by attribute; None where nothing is known.
        scores: by benchmark, in per cent.
        doubtful: attributes whose value is contested or that nobody asserts.
    """

    subject: str
    figures: dict[str, float | None]
    scores: dict[str, float]
    doubtful: tuple[str, ...]

    @property
    def row(self) -> tuple[object, ...]:
        """Returns its values in the order of MODEL_COLUMNS."""
        return (self.subject, *self.figures.values(), self.scores, [*self.doubtful])


def read_models(
    con: DuckDBPyConnection, version: str | int | None = None, subject: str | None = None
) -> list[Model]:
    """Returns the models of a version whose names begin like `subject`.

    Raises:
        TallycastError: there is no such version or subject.
    """
    columns = ", ".join(MODEL_COLUMNS)
    rows = con.execute(
        f"SELECT {columns} FROM models_at(?)",  # noqa: S608  columns are written above
        [version_number(con, version)],
    ).fetchall()
    attributes = MODEL_COLUMNS[1:-2]
    models = [
        Model(
            row[0],
            dict(zip(attributes, row[1:-2], strict=True)),
            row[-2] or {},
            tuple(row[-1] or ()),
        )
        for row in rows
    ]
    found = [m for m in models if compared(m.subject).startswith(compared(subject or ""))]
    if subject and not found:
        raise TallycastError(unknown("subject", subject, {model.subject for model in models}))
    return found


def print_models(out: Console, models: list[Model]) -> None:
    """Prints a row a model; of its scores the first few, "?" behind what is in doubt."""
    shown = [(attribute, heading, unit) for attribute, heading, unit in _FIGURES if heading]
    table = grid(
        ("model", "left"), *((heading, "right") for _, heading, _ in shown), ("scores", "left")
    )
    for model in models:
        cells = [_cell(model, attribute, unit) for attribute, _, unit in shown]
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
