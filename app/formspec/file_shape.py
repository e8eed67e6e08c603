"""The shape of a form file: which words it may hold, of which type and how long.

The structs mirror forms/README.md word for word; an unknown word is an error, so that a slip of
the pen is noticed. What one value cannot tell by itself stands in rules.py.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from app.domain.form import CpdField, FormGroup, PromptKind, SummaryRole

MOST_MEBIBYTES = 1  # of a form file
MOST_BYTES = MOST_MEBIBYTES * 1024 * 1024

Key = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_]{0,63}\Z")]
Heading = Annotated[str, Meta(max_length=120)]
Line = Annotated[str, Meta(max_length=400)]
Paragraph = Annotated[str, Meta(max_length=1_500)]
Minutes = Annotated[int, Meta(ge=1, le=240)]
Count = Annotated[int, Meta(ge=1, le=1_000_000)]
Format = Annotated[int, Meta(ge=1)]


class EndsShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What 0 and 10 mean."""

    zero: Heading
    ten: Heading


class WhenShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The answer of an earlier prompt that a prompt waits for."""

    prompt: Key
    answer: Heading


class PromptShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One prompt as it stands in the file."""

    key: Key
    kind: PromptKind
    text: Line
    help: Paragraph = ""
    nudge: Paragraph = ""
    source: Paragraph = ""
    sharing: Heading | Annotated[list[Heading], Meta(max_length=2)] = "private"
    summary_role: SummaryRole | None = None
    cpd_field: CpdField | None = None
    options: Annotated[list[Heading], Meta(max_length=40)] | None = None
    ends: EndsShape | None = None
    when: WhenShape | None = None


class RepeatShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What one record of a repeated section is called, and how many there may be."""

    one: Heading
    most: Annotated[int, Meta(ge=2, le=100)]


class SectionShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One section as it stands in the file."""

    key: Key
    title: Heading
    prompts: Annotated[list[PromptShape], Meta(min_length=1)]
    intro: Paragraph = ""
    repeat: RepeatShape | None = None


class FormShape(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole form file."""

    format: Format
    id: Key
    version: Count
    title: Heading
    purpose: Line
    when_to_use: Line
    minutes: Minutes
    order: Count
    source: Paragraph
    sections: Annotated[list[SectionShape], Meta(min_length=1)]
    group: FormGroup = FormGroup.REFLECT
