"""The models as JSON Schema 2020-12, for editors and other validators."""

import json
from typing import Any

from schema.models.files import KINDS, Kind, adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BASE = "https://basutbud.example/schema/"
"""An address that is nobody's: the schemas travel with the tool and are not fetched."""


def schemas() -> dict[str, bytes]:
    """Every schema by file name."""
    return {f"{kind.name}.schema.json": written(schema_of(kind)) for kind in KINDS}


def schema_of(kind: Kind) -> dict[str, Any]:
    return completed(adapter(kind).json_schema(by_alias=True), kind.name, kind.title)


def completed(schema: dict[str, Any], name: str, title: str) -> dict[str, Any]:
    """The schema with what pydantic leaves out, and with the kinds of a case type told apart for editors."""
    _walk(schema)
    return {"$schema": DIALECT, "$id": f"{_BASE}{name}.schema.json", **schema, "title": title}


def written(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _walk(schema: Any) -> None:
    """Give each definition its Swedish title, and take away what only OpenAPI understands."""
    for name, definition in schema.get("$defs", {}).items():
        description = definition.get("description", "")
        if definition.get("title") == name and description:
            definition["title"] = description.split(":")[0].split(".")[0]
    _tidy(schema)


def _tidy(node: Any) -> None:
    """Take away what no author can write, or only OpenAPI understands, and close mappings whose keys have a form."""
    if isinstance(node, dict):
        if isinstance(node.get("discriminator"), dict):
            del node["discriminator"]
        if "default" in node and node["default"] is None:
            del node["default"]
        if "patternProperties" in node:
            node["additionalProperties"] = False
        for child in node.values():
            _tidy(child)
    elif isinstance(node, list):
        for child in node:
            _tidy(child)
