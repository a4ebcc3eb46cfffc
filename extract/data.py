"""Data that people edit: TOML files beside the code that reads them."""

import tomllib
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict


class Data(BaseModel):
    """A table of a file that people edit: no key that is not known, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Returns the content of the file `name` in `package`, unchecked."""
    return tomllib.loads((files(package) / name).read_text("utf-8"))
