"""What the value of an answer looks like in JSON, by the answer's kind.

Source: app/domain/answer_plain.py and app/domain/rows_plain.py, which read and write these shapes;
a test reads values of every kind against them.
"""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_DAY = {"type": "string", "description": "YYYY-MM-DD, or an empty text"}


def _texts(description: str) -> dict[str, Any]:
    return {"type": "array", "items": _TEXT, "description": description}


def _table(needed: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**needed, **(more or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def _list_of(entry: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "array", "items": entry, "description": description}


_ACTION = _table(
    {"what": _TEXT, "who": _TEXT, "by_when": _DAY, "how_known": _TEXT, "done_on": _DAY},
    {
        "came_of_it": _TEXT,
        "dropped_on": _DAY,
        "dropped_because": _TEXT,
        "carried": _COUNT,
        "on_record": {"type": "boolean"},
        "checks": _texts("the SMARTer words that were ticked"),
    },
)
_SOURCE = _table({}, {"reflection": _TEXT, "prompt": _TEXT, "position": _COUNT, "theme": _TEXT})
_TOPIC = _table(
    {"words": _TEXT},
    {
        "help": _TEXT,
        "state": _TEXT,
        "carried": _COUNT,
        "came_of_it": _TEXT,
        "source": _SOURCE,
    },
)
_CHECKED = _table(
    {
        "item": _TEXT,
        "verdict": {"enum": ["", "yes", "partly", "no", "not_applicable"]},
        "reason": _TEXT,
    }
)
_FILE = _table({"id": _TEXT, "name": _TEXT, "size_bytes": _COUNT, "sha256": _TEXT})

ANSWER_VALUES: dict[str, Any] = {
    "prose": {**_TEXT, "description": "Markdown"},
    "short_text": {**_TEXT, "description": "plain text"},
    "choice": {**_TEXT, "description": "the option that was chosen, or an empty text"},
    "yes_no": _table({"verdict": {"enum": ["", "yes", "no", "not_applicable"]}, "evidence": _TEXT}),
    "scale": _table(
        {
            "number": {"type": ["integer", "null"], "minimum": 0, "maximum": 10},
            "why_not_lower": _TEXT,
            "one_higher": _TEXT,
        }
    ),
    "date": _DAY,
    "actions": _list_of(_ACTION, "what is to be done, in the order of writing"),
    "choices": _texts("the options that were chosen"),
    "checklist": _list_of(_CHECKED, "the items that have a verdict or a reason"),
    "themes": _texts("the themes that were chosen; the reflection carries them too"),
    "quotation": _table({"words": _TEXT, "said_by": _TEXT}),
    "evidence": _list_of(_FILE, "the files, which records/files.json tells of"),
    "topics": _list_of(_TOPIC, "the topics of a supervision session"),
}
