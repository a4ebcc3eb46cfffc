"""The SQL of this room, from its files."""

from importlib.resources import files

_FOLDER = files("leaderboard") / "sql"


def statement(name: str) -> str:
    """Returns the statement in sql/`name`.sql."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
