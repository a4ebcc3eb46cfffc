"""Episodes that the user wants forgotten."""

from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from extract.errors import TallycastError
from extract.reading.sources import STANDARD_INPUT
from extract.records import Episode
from leaderboard.format import plain
from leaderboard.statements import statement
from reconcile import remove_episode

_NAMED = 5  # of several episodes that are meant, so many are named


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is not to be read again: ids of episodes, and the paths that they were read from."""

    episodes: frozenset[str]
    sources: frozenset[str]

    def __contains__(self, episode: Episode) -> bool:
        """Says whether an episode is one of them, or what became of its transcript."""
        return episode.id in self.episodes or episode.source in self.sources


def forget_episode(con: DuckDBPyConnection, name: str) -> str:
    """Removes an episode and its claims; returns its title, or else its file.

    Args:
        con: a database opened for writing.
        name: id, title, path or file name.

    Raises:
        TallycastError: none is called so, or several are.
    """
    episode, source, title = _only(con, "episodes", name)
    remove_episode(con, episode)
    con.execute("INSERT INTO forgotten VALUES (?, ?, ?)", [episode, source, title])
    return plain(title or source)


def remember_episode(con: DuckDBPyConnection, name: str) -> str:
    """Lets a forgotten episode be read again; returns its title, or else its file.

    Args:
        con: a database opened for writing.
        name: id, title, path or file name.

    Raises:
        TallycastError: none that was forgotten is called so, or several are.
    """
    episode, source, title = _only(con, "forgotten", name)
    con.execute("DELETE FROM forgotten WHERE episode = ?", [episode])
    return plain(title or source)


def forgotten_episodes(con: DuckDBPyConnection) -> Forgotten:
    """Returns what is not to be read again."""
    rows = con.execute("SELECT episode, source FROM forgotten").fetchall()
    sources = frozenset(source for _, source in rows if source != STANDARD_INPUT)
    return Forgotten(frozenset(episode for episode, _ in rows), sources)


def _only(con: DuckDBPyConnection, table: str, name: str) -> tuple[str, str, str | None]:
    """Returns id, source and title of the one episode of a table that is called so."""
    asked = {"name": name, "path": str(Path(name).resolve())}
    found = con.execute(statement(f"{table}_called"), asked).fetchall()
    if not found:
        raise TallycastError(f"no episode {name!r}: 'tallycast sql \"FROM {table}\"' lists them")
    if len(found) > 1:
        ids = ", ".join(row[0] for row in found[:_NAMED])
        raise TallycastError(f"{len(found)} episodes are called {name!r}: name one by id: {ids}")
    episode, source, title = found[0]
    return episode, source, title
