"""Writes docs/sql.md from the comments in the database and the queries in docs/queries."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from duckdb import DuckDBPyConnection

from leaderboard.database import ROOMS
from reconcile import open_database

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "sql.md"
QUERIES = tuple(sorted((DOCS / "queries").glob("*.sql")))

_INTRODUCTION = """\
# The database as an interface

Made by `make docs` from the comments in the database: change those, not this file.

Everything is in one DuckDB file, `tallycast.duckdb` unless `--db` says otherwise. It may be read
with any DuckDB client from 2.0 on; views and macros live in the file and need nothing of Tallycast:

```
duckdb -readonly tallycast.duckdb "FROM leaderboard"
python -c "import duckdb; duckdb.connect('tallycast.duckdb', read_only=True).sql('FROM models').show()"
tallycast sql "FROM leaderboard"            # read-only, and kept from other files
tallycast sql @docs/queries/04_which_show_is_right.sql --format csv
```

What is called *interface* below keeps its columns from release to release; what is called
*workings* may change with any. Two columns have the names of SQL keywords and are written in
quotes: `"show"` of `episodes`, `"end"` of `claims`.
"""

_INTERFACE = (
    "leaderboard", "models", "entries", "versions", "causes", "facts", "periods", "fact_claims",
    "derivations", "claims", "episodes", "sources", "names", "attributes", "forgotten",
)  # fmt: skip
_TABLE_MACROS = {
    "leaderboard_at": "1",
    "leaderboard_as_of": "DATE '2026-05-03'",
    "leaderboard_diff": "1, 2",
    "models_at": "1",
    "entries_at": "1",
}
_MACROS = (*_TABLE_MACROS, "name_key", "file_name", "part_order")


def reference() -> str:
    """Returns the whole of docs/sql.md."""
    con = open_database(":memory:", migrations=ROOMS)
    try:
        return "\n".join([_INTRODUCTION, *_queries(), *_macros(con), *_relations(con)])
    finally:
        con.close()


def title_and_text(query: Path) -> tuple[str, str]:
    """Returns what a query answers, which its first lines say as comments, and the query."""
    lines = query.read_text(encoding="utf-8").splitlines()
    begin = next(place for place, line in enumerate(lines) if not line.startswith("--"))
    title = " ".join(line.removeprefix("--").strip() for line in lines[:begin])
    return title, "\n".join(lines[begin:])


def _queries() -> Iterator[str]:
    yield "## Ten questions\n"
    for query in QUERIES:
        title, text = title_and_text(query)
        yield f"{title}\n\n```sql\n{text}\n```\n"


def _macros(con: DuckDBPyConnection) -> Iterator[str]:
    rows = con.execute(
        "SELECT function_name, parameters, comment FROM duckdb_functions() WHERE NOT internal"
    ).fetchall()
    told = {name: (parameters, comment) for name, parameters, comment in rows}
    yield "## Macros\n"
    yield from _table(
        ("macro", "what it gives"),
        ((f"`{name}({', '.join(told[name][0])})`", told[name][1]) for name in _MACROS),
    )
    for name, arguments in _TABLE_MACROS.items():
        columns = con.execute(f"DESCRIBE FROM {name}({arguments})").fetchall()
        yield f"Columns of `{name}`: {', '.join(f'`{column}`' for column, *_ in columns)}.\n"


def _relations(con: DuckDBPyConnection) -> Iterator[str]:
    relations = dict(
        con.execute(
            "SELECT table_name, comment FROM duckdb_tables() "
            "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
    )
    workings = sorted(relations.keys() - set(_INTERFACE))
    for heading, names in (("Interface", _INTERFACE), ("Workings", workings)):
        yield f"## {heading}: views and tables\n"
        for name in names:
            yield f"### {name}\n\n{relations[name]}\n"
            yield from _table(("column", "type", "what it holds"), _columns(con, name))


def _columns(con: DuckDBPyConnection, relation: str) -> Iterable[tuple[str, str, str]]:
    rows = con.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns() "
        "WHERE table_name = ? ORDER BY column_index",
        [relation],
    ).fetchall()
    return ((f"`{name}`", kind, comment) for name, kind, comment in rows)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = [headings, ("---",) * len(headings), *rows]
    yield "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
