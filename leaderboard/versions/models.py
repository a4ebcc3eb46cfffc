"""Reads the leaderboard with one row a model."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.versions.entries import compared, unknown
from leaderboard.versions.releases import version_number

FIGURES = (
    "parameters_total",
    "parameters_active",
    "context_window",
    "max_output",
    "price_input",
    "price_output",
    "price_subscription",
    "training_tokens",
    "training_compute",
)
MODEL_COLUMNS = ("subject", *FIGURES, "scores", "doubtful")


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
    models = [
        Model(
            row[0],
            dict(zip(FIGURES, row[1:-2], strict=True)),
            row[-2] or {},
            tuple(row[-1] or ()),
        )
        for row in rows
    ]
    found = [m for m in models if compared(m.subject).startswith(compared(subject or ""))]
    if subject and not found:
        raise TallycastError(unknown("subject", subject, {model.subject for model in models}))
    return found
