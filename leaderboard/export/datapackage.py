"""The description of an export: a Frictionless Data Package (https://datapackage.org, v1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from leaderboard.export.tables import Field, Table

Described: TypeAlias = str | int | Sequence["Described"] | Mapping[str, "Described"]

PACKAGE = "tallycast-leaderboard"
_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}

_FIELD_TYPES = {
    "VARCHAR": "string",
    "DOUBLE": "number",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
}
_DESCRIPTION = (
    "Figures about AI models, said in podcasts. The content hash is that of the entries of this "
    "version. In CSV, lists are joined by '; ', and an apostrophe stands before text that a "
    "spreadsheet would run as a formula (text that begins with =, +, -, @, tab or return)."
)


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of an export: which table in which format, how long, and its SHA-256."""

    table: Table
    description: str
    fields: Sequence[Field]
    suffix: str
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """Returns the name of the file."""
        return f"{self.table.name}.{self.suffix}"


def describe(
    version: int, content_hash: str, provenance: Mapping[str, str], resources: Sequence[Resource]
) -> Mapping[str, Described]:
    """Returns the descriptor, ready to be written as JSON.

    Args:
        version: number of the version.
        content_hash: that of its entries.
        provenance: hashes of what it was made with, by name.
        resources: the files.
    """
    return {
        "profile": "data-package",
        "name": PACKAGE,
        "title": f"Tallycast leaderboard, version {version}",
        "description": _DESCRIPTION,
        "version": str(version),
        "contentHash": f"sha256:{content_hash}",
        "provenance": provenance,
        "resources": [_resource(resource) for resource in resources],
    }


def _resource(resource: Resource) -> Mapping[str, Described]:
    tabular = resource.suffix != "parquet"
    return {
        "name": resource.path,
        "path": resource.path,
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "title": resource.table.name,
        "description": resource.description,
        "format": resource.suffix,
        "mediatype": _MEDIA_TYPES[resource.suffix],
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "schema": {
            "fields": [_field(field, resource.suffix) for field in resource.fields],
            "primaryKey": list(resource.table.key),
        },
    }


def _field(field: Field, suffix: str) -> Mapping[str, Described]:
    described: dict[str, Described] = {
        "name": field.name,
        "type": _type(field.type, suffix),
        "description": field.description,
    }
    return described | ({"unit": field.unit} if field.unit else {})


def _type(kind: str, suffix: str) -> str:
    if kind.endswith("[]"):
        return "string" if suffix == "csv" else "array"
    if kind.startswith(("MAP(", "STRUCT(")):
        return "object"
    return _FIELD_TYPES[kind]
