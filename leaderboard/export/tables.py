"""Which tables are exported, and what their columns are."""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from duckdb import DuckDBPyConnection

_FOLDER = files("leaderboard") / "export" / "tables"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its DuckDB type, what it means, and its unit where that is always one."""

    name: str
    type: str
    description: str
    unit: str | None


@dataclass(frozen=True)
class Table:
    """A table of the export.

    Attributes:
        name: also of its .sql file and of the files that it is written to.
        key: the columns that together no two rows share.
        described_by: relations of the database whose comments describe its columns; the first
            describes the table.
        about: what it is, where the database says it of the newest version alone.
    """

    name: str
    key: tuple[str, ...]
    described_by: tuple[str, ...]
    about: str | None = None

    @cached_property
    def select(self) -> str:
        """Returns the query for its rows, in a fixed order."""
        return (_FOLDER / f"{self.name}.sql").read_text(encoding="utf-8")


# What a version itself keeps, for ever.
PUBLISHED = (
    Table(
        "leaderboard",
        ("fact",),
        ("leaderboard", "entries"),
        "The entries, ranked within attribute, benchmark, setting and unit; ties share a rank.",
    ),
    Table("models", ("subject",), ("models",), "The best-known figures, one row a model."),
)

# What the newest version rests on.
EVIDENCE = (
    Table("facts", ("id",), ("facts",)),
    Table("periods", ("fact", "period"), ("periods",)),
    Table("claims", ("episode", "id"), ("claims",)),
    Table("fact_claims", ("episode", "claim"), ("fact_claims",)),
    Table("derivations", ("episode", "claim"), ("derivations",)),
    Table("episodes", ("id",), ("episodes",)),
    Table("sources", ("source",), ("sources",)),
)

_OF_NO_TABLE = {"file": "Name of the transcript's file."}

_COMMENTS = """
SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal
UNION ALL SELECT table_name, NULL, comment FROM duckdb_tables() WHERE NOT internal
UNION ALL SELECT view_name, NULL, comment FROM duckdb_views() WHERE NOT internal
"""


def read_fields(con: DuckDBPyConnection, table: Table) -> list[Field]:
    """Returns the columns of a table in their order, described by the database's comments."""
    columns = con.execute(f"DESCRIBE {table.select}").fetchall()
    comments = _comments(con)
    units = dict(con.execute("SELECT name, unit FROM attributes").fetchall())
    return [
        Field(
            name,
            kind,
            next(
                comments[relation, name]
                for relation in table.described_by
                if (relation, name) in comments
            ),
            units.get(name),
        )
        for name, kind, *_ in columns
    ]


def read_description(con: DuckDBPyConnection, table: Table) -> str:
    """Returns what the table is."""
    return table.about or _comments(con)[table.described_by[0], None]


def _comments(con: DuckDBPyConnection) -> dict[tuple[str, str | None], str]:
    """Returns what the database says of relations and, by column, of what is in them."""
    told = {
        (relation, column): comment
        for relation, column, comment in con.execute(_COMMENTS).fetchall()
    }
    return told | {("episodes", name): comment for name, comment in _OF_NO_TABLE.items()}
