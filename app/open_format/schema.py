"""The JSON Schema of an open copy, made from the shapes that are written and read.

`python packaging/make_open_copy_schema.py` writes it to resources/schema, and a test compares the
two. Every object has all its names and no others.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from app.domain.open_copy import FORMAT_VERSION, SHAPES
from app.open_format.manifest import CopiedJournal, Manifest
from app.open_format.schema_answers import ANSWER_VALUES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> dict[str, bytes]:
    """Give every file of the schema by its name."""
    files: dict[str, Any] = {
        f"{kind.value}.json": _array_of(shape, kind.path) for kind, shape in SHAPES.items()
    }
    files["manifest.json"] = _schema_of(Manifest, "manifest.json")
    files["journal.json"] = _schema_of(CopiedJournal, "journal.json")
    files["answer_values.json"] = {
        "$schema": _DIALECT,
        "title": "The value of an answer, by the answer's kind",
        "$defs": ANSWER_VALUES,
    }
    return {name: _text(schema) for name, schema in files.items()}


def _array_of(shape: type, path: str) -> dict[str, Any]:
    schema = _schema_of(shape, path)
    one = {name: schema.pop(name) for name in tuple(schema) if name not in _OF_THE_FILE}
    return {**schema, "type": "array", "items": one}


_OF_THE_FILE = ("$schema", "$id", "title", "$defs")


def _schema_of(shape: type, path: str) -> dict[str, Any]:
    made = msgspec.json.schema(shape)
    definitions = made.pop("$defs", {})
    own = definitions.pop(shape.__name__)
    schema = {
        "$schema": _DIALECT,
        "title": f"{path} of an open copy of an Afterword journal, version {FORMAT_VERSION}",
        **{name: value for name, value in own.items() if name != "title"},
    }
    if definitions:
        schema["$defs"] = definitions
    closed: dict[str, Any] = _closed(schema)
    return closed


def _closed(schema: Any) -> Any:
    """Say of every object that it holds nothing but what is told."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _closed(value) for name, value in schema.items()}
    if "properties" in told and told.get("type") == "object":
        told["additionalProperties"] = False
    if isinstance(told.get("description"), str):
        told["description"] = " ".join(told["description"].split())
    return told


def _text(schema: Any) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
