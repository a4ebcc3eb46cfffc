"""Episodes that the user wants forgotten."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from leaderboard.format import plain
from leaderboard.statements import statement
from reconcile import remove_episode

_NAMED = 5  # of several episodes that are meant, so many are named


def forget_episode(con: DuckDBPyConnection, name: str) -> str:
    """Removes an episode and its claims for good; returns its title, or else its file.

    Args:
        con: a database opened for writing.
        name: id, title, path or file name.

    Raises:
        TallycastError: none is called so, or several are.
    """
    resolved = str(Path(name).resolve())
    asked = {"name": name, "path": resolved}
    found = con.execute(statement("episodes_called"), asked).fetchall()
    if not found:
        raise TallycastError(f"no episode {name!r}: 'tallycast sql \"FROM episodes\"' lists them")
    if len(found) > 1:
        ids = ", ".join(row[0] for row in found[:_NAMED])
        raise TallycastError(f"{len(found)} episodes are called {name!r}: name one by id: {ids}")
    episode, source, title = found[0]
    remove_episode(con, episode)
    con.execute("INSERT INTO forgotten VALUES (?, ?, ?)", [episode, source, title])
    return plain(title or source)


def forgotten_episodes(con: DuckDBPyConnection) -> frozenset[str]:
    """Returns the ids of the episodes that are not to be read again."""
    return frozenset(row[0] for row in con.execute("SELECT episode FROM forgotten").fetchall())
