"""Reads the section [reconcile] of the user's tallycast.toml: the one place that knows the file."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from extract.errors import TallycastError
from reconcile import NO_OVERRIDES, Overrides

DEFAULT = "tallycast.toml"


def read_overrides(path: str | None) -> Overrides:
    """Returns what the user decided; nothing where no file is given and none lies here.

    Raises:
        TallycastError: the file cannot be read, or says what is not known.
    """
    if path is None and not Path(DEFAULT).exists():
        return NO_OVERRIDES
    name = path or DEFAULT
    try:
        document = tomllib.loads(Path(name).read_text(encoding="utf-8"))
        return Overrides.model_validate(document.get("reconcile", {}))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TallycastError(f"{name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in ("reconcile", *first["loc"]))
        raise TallycastError(f"{name}: {place}: {first['msg']}") from error
