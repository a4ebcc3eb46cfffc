"""The kinds of error that this project raises for what a user can mend."""

Keys = tuple[str | int, ...]


class TallycastError(Exception):
    """Says in one line what went wrong and where; the command line prints it as it is."""


class LexiconError(TallycastError):
    """A table of the lexicon is not as it must be.

    Attributes:
        keys: the way to the value in its file: ("attribute", 0, "unit").
        problem: what is wrong with it.
    """

    def __init__(self, keys: Keys, problem: str) -> None:
        super().__init__(f"{named(keys)}: {problem}")
        self.keys = keys
        self.problem = problem


def named(keys: Keys) -> str:
    """Returns keys as people count them: "attribute 1.unit"."""
    return "".join(f" {key + 1}" if isinstance(key, int) else f".{key}" for key in keys)[1:]
