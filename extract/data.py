"""Data that people edit: TOML files beside the code that reads them."""

import tomllib
from importlib.resources import files
from typing import Any


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Returns the content of the file `name` in `package`, unchecked."""
    return tomllib.loads((files(package) / name).read_text("utf-8"))
