"""The JSON Schema of a portfolio's data, made from the shapes that are written.

A test compares it with resources/schema/portfolio/pieces.json and says how to write that anew.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from app.summary.portfolio_data import PortfolioData

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> bytes:
    """Give the whole file."""
    schema = {"$schema": _DIALECT, "title": "data/pieces.json of a CPD portfolio"}
    made = _closed(msgspec.json.schema(PortfolioData))
    return (json.dumps({**schema, **made}, ensure_ascii=False, indent=2) + "\n").encode()


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
