"""Answers as plain data (strings, numbers, lists, tables) and back, for storage and files.

The plain shapes are the ones a person writes in an answers file:
prose, short_text and choice are a string; yes_no is "yes", "no", "not_applicable" or a table
{verdict, evidence}; scale is a number or a table {number, why_not_lower, one_higher}; date is a
date or "YYYY-MM-DD"; actions and topics are lists of tables (app/domain/rows_plain.py); choices and
themes are a list of strings; checklist is a list of {item, verdict, reason}, where a verdict may
also be "partly"; quotation is a string or a table {words, said_by}; evidence is a list of {id,
name, size_bytes, sha256}, which only the journal itself makes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.answer import (
    YES_NO_VERDICTS,
    Actions,
    AnswerValue,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Prose,
    Quotation,
    Scale,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.form import PromptKind
from app.domain.plain_shapes import day_in, table_in, text_in
from app.domain.rows_plain import actions_in, plain_action, plain_topic, topics_in
from app.domain.topic import Topics


def to_plain(value: AnswerValue) -> Any:
    """Give the plain shape of an answer, fit for JSON."""
    return _WRITERS[type(value)](value)


def from_plain(kind: PromptKind, plain: Any) -> AnswerValue:
    """Read an answer of this kind from its plain shape.

    Raises:
        ValueError: the shape does not fit the kind; the message says what would, and never
            repeats what the person wrote.
    """
    return _READERS[kind](plain)


def _plain_yes_no(value: YesNo) -> dict[str, str]:
    return {"verdict": value.verdict.value if value.verdict else "", "evidence": value.evidence}


def _plain_scale(value: Scale) -> dict[str, Any]:
    return {
        "number": value.number,
        "why_not_lower": value.why_not_lower,
        "one_higher": value.one_higher,
    }


def _plain_checked(checked: Checked) -> dict[str, str]:
    verdict = checked.verdict.value if checked.verdict else ""
    return {"item": checked.item, "verdict": verdict, "reason": checked.reason}


def _plain_file(file: EvidenceFile) -> dict[str, Any]:
    return {
        "id": file.id,
        "name": file.name,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256,
    }


def _read_yes_no(plain: Any) -> YesNo:
    table = (
        {"verdict": plain}
        if isinstance(plain, str)
        else table_in(plain, frozenset({"verdict", "evidence"}), "yes/no")
    )
    word = table.get("verdict", "")
    if word not in ("", *(verdict.value for verdict in YES_NO_VERDICTS)):
        raise ValueError("yes/no is “yes”, “no” or “not_applicable”")
    return YesNo(
        Verdict(word) if word else None, text_in(table.get("evidence", ""), "the evidence")
    )


def _read_scale(plain: Any) -> Scale:
    fields = frozenset({"number", "why_not_lower", "one_higher"})
    table = {"number": plain} if isinstance(plain, int) else table_in(plain, fields, "a scale")
    number = table.get("number")
    if number is not None and (isinstance(number, bool) or not isinstance(number, int)):
        raise ValueError("a scale is a whole number from 0 to 10")
    return Scale(
        number,
        text_in(table.get("why_not_lower", ""), "“why not lower”"),
        text_in(table.get("one_higher", ""), "“one higher”"),
    )


def _texts(plain: Any, what: str) -> tuple[str, ...]:
    if not isinstance(plain, list) or not all(isinstance(each, str) for each in plain):
        raise ValueError(f"{what} are a list of texts")
    return tuple(dict.fromkeys(plain))


def _read_checklist(plain: Any) -> Checklist:
    if not isinstance(plain, list):
        raise ValueError("a checklist is a list of tables")  # noqa: TRY004 - one error type at this door
    return Checklist(tuple(_read_checked(each) for each in plain))


def _read_checked(plain: Any) -> Checked:
    table = table_in(plain, frozenset({"item", "verdict", "reason"}), "an item")
    word = table.get("verdict", "")
    if word not in ("", *(verdict.value for verdict in Verdict)):
        raise ValueError("an item is “yes”, “partly”, “no” or “not_applicable”")
    return Checked(
        text_in(table.get("item", ""), "“item”"),
        Verdict(word) if word else None,
        text_in(table.get("reason", ""), "“reason”"),
    )


def _read_quotation(plain: Any) -> Quotation:
    if isinstance(plain, str):
        return Quotation(plain)
    table = table_in(plain, frozenset({"words", "said_by"}), "a quotation")
    words, said_by = (table.get(name, "") for name in ("words", "said_by"))
    return Quotation(text_in(words, "“words”"), text_in(said_by, "“said by”"))


def _read_evidence(plain: Any) -> Evidence:
    if not isinstance(plain, list):
        raise ValueError("evidence is a list of tables")  # noqa: TRY004 - one error type at this door
    return Evidence(tuple(_read_file(each) for each in plain))


def _read_file(plain: Any) -> EvidenceFile:
    fields = frozenset({"id", "name", "size_bytes", "sha256"})
    table = table_in(plain, fields, "a file")
    size = table.get("size_bytes")
    if isinstance(size, bool) or not isinstance(size, int) or size < 0:
        raise ValueError("a file’s size is a whole number of bytes")
    file_id, name = (text_in(table.get(each), f"“{each}”") for each in ("id", "name"))
    return EvidenceFile(file_id, name, size, text_in(table.get("sha256"), "“sha256”"))


_WRITERS: dict[type, Callable[[Any], Any]] = {
    Prose: lambda value: value.text,
    ShortText: lambda value: value.text,
    Choice: lambda value: value.option,
    YesNo: _plain_yes_no,
    Scale: _plain_scale,
    ChosenDate: lambda value: value.day.isoformat() if value.day else "",
    Actions: lambda value: [plain_action(item) for item in value.items],
    Choices: lambda value: list(value.options),
    Checklist: lambda value: [_plain_checked(each) for each in value.items],
    ChosenThemes: lambda value: list(value.names),
    Quotation: lambda value: {"words": value.words, "said_by": value.said_by},
    Evidence: lambda value: [_plain_file(file) for file in value.files],
    Topics: lambda value: [plain_topic(item) for item in value.items],
}

_READERS: dict[PromptKind, Callable[[Any], AnswerValue]] = {
    PromptKind.PROSE: lambda plain: Prose(text_in(plain)),
    PromptKind.SHORT_TEXT: lambda plain: ShortText(text_in(plain)),
    PromptKind.CHOICE: lambda plain: Choice(text_in(plain)),
    PromptKind.YES_NO: _read_yes_no,
    PromptKind.SCALE: _read_scale,
    PromptKind.DATE: lambda plain: ChosenDate(day_in(plain)),
    PromptKind.ACTIONS: actions_in,
    PromptKind.CHOICES: lambda plain: Choices(_texts(plain, "choices")),
    PromptKind.CHECKLIST: _read_checklist,
    PromptKind.THEMES: lambda plain: ChosenThemes(_texts(plain, "themes")),
    PromptKind.QUOTATION: _read_quotation,
    PromptKind.EVIDENCE: _read_evidence,
    PromptKind.TOPICS: topics_in,
}
