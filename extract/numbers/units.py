"""Converts units by pint, from the project's own unit file."""

from functools import cache
from importlib.resources import files

import pint

from extract.errors import TallycastError


@cache
def registry() -> pint.UnitRegistry[float]:
    """Returns the registry of units.txt (parameters, tokens, FLOP, bytes, watts, money, time)."""
    return pint.UnitRegistry(str(files(__package__) / "units.txt"), cache_folder=None)


@cache
def factor(unit: str, to: str) -> float:
    """Returns by what a value in `unit` is multiplied to be in `to`.

    Raises:
        TallycastError: a unit is unknown or the two measure different things.
    """
    if unit == to:
        return 1.0
    try:
        return float(registry().Quantity(1.0, unit).to(to).magnitude)
    except pint.errors.PintError as error:
        raise TallycastError(f"cannot convert {unit!r} to {to!r}: {error}") from error
