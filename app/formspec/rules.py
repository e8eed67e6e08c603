"""The rules of a form file that no single value can tell: what must agree with what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from app.domain.answer import Verdict
from app.domain.form import PromptKind
from app.domain.sharing import sharing_from_words
from app.formspec.file_shape import FormShape, PromptShape, WhenShape

MOST_PROMPTS = 2_000
_FEWEST_OPTIONS = 2
# An answers file has its table of sharing beside the answers, so no prompt may take the word.
_RESERVED_KEYS = frozenset({"sharing"})

# Everything below the space, delete and its kin, line separators, and marks that turn the
# direction of writing around and so hide what a line says; a line break is the only exception.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_MAY_BREAK_LINES = frozenset({"intro", "help", "nudge", "source"})
_MAY_BE_EMPTY = _MAY_BREAK_LINES - {"source"}

Broken = tuple[str, str]
_PlacedPrompt = tuple[str, PromptShape]


def broken_rules(shape: FormShape, stem: str) -> Iterator[Broken]:
    """Give the place and the reason of each broken rule; nothing when the form is right."""
    if shape.id != stem:
        yield "id", "this must be the file's name without “.toml”"
    placed = _placed_prompts(shape)
    if len(placed) > MOST_PROMPTS:
        yield "sections", f"a form has at most {MOST_PROMPTS:,} prompts"
        return
    yield from _bad_texts("", shape)
    yield from _repeated_keys(shape, placed)
    for place, prompt in placed:
        for rule in _PROMPT_RULES:
            yield from rule(place, prompt)
    yield from _bad_conditions(placed)


def _placed_prompts(shape: FormShape) -> list[_PlacedPrompt]:
    return [
        (f"sections[{row}].prompts[{column}]", prompt)
        for row, section in enumerate(shape.sections)
        for column, prompt in enumerate(section.prompts)
    ]


def _bad_texts(place: str, value: object, name: str = "") -> Iterator[Broken]:
    """Walk every text of the file, however deep, with the word it stands under."""
    match value:
        case str():
            yield from _bad_text(place, value, name)
        case list():
            for index, item in enumerate(value):
                yield from _bad_texts(f"{place}[{index}]", item, name)
        case msgspec.Struct():
            for field in value.__struct_fields__:
                inner = f"{place}.{field}" if place else field
                yield from _bad_texts(inner, getattr(value, field), field)


def _bad_text(place: str, text: str, name: str) -> Iterator[Broken]:
    # A prompt's own source is optional; the form's is not.
    may_be_empty = name in _MAY_BE_EMPTY or (name == "source" and place != "source")
    if not text.strip() and not (may_be_empty and not text):
        yield place, "this is empty"
    if _CONTROL.search(text):
        yield place, "this holds a control character"
    elif "\n" in text and name not in _MAY_BREAK_LINES:
        yield place, "this must be a single line"


def _repeated_keys(shape: FormShape, placed: list[_PlacedPrompt]) -> Iterator[Broken]:
    sections = [(f"sections[{row}]", section.key) for row, section in enumerate(shape.sections)]
    prompts = [(place, prompt.key) for place, prompt in placed]
    for word, keys in (("section", sections), ("prompt", prompts)):
        seen: set[str] = set()
        for place, key in keys:
            if key in seen:
                yield f"{place}.key", f"another {word} has this key already"
            seen.add(key)


def _reserved_key(place: str, prompt: PromptShape) -> Iterator[Broken]:
    if prompt.key in _RESERVED_KEYS:
        yield f"{place}.key", "this word is kept for answers files; choose another key"


def _bad_sharing(place: str, prompt: PromptShape) -> Iterator[Broken]:
    words = prompt.sharing
    try:
        sharing_from_words(words)
        is_known = bool(words) and not (isinstance(words, list) and len(set(words)) < len(words))
    except ValueError:
        is_known = False
    if not is_known:
        yield (
            f"{place}.sharing",
            "this is “private”, “supervision”, “cpd” or a list of the last two",
        )


def _bad_options(place: str, prompt: PromptShape) -> Iterator[Broken]:
    if prompt.kind is not PromptKind.CHOICE:
        if prompt.options is not None:
            yield f"{place}.options", "only a choice has options"
        return
    options = prompt.options or []
    if len(options) < _FEWEST_OPTIONS:
        yield f"{place}.options", "a choice needs at least two options"
    elif len({option.strip().casefold() for option in options}) < len(options):
        yield f"{place}.options", "two of these options are the same"


def _bad_ends(place: str, prompt: PromptShape) -> Iterator[Broken]:
    if prompt.kind is PromptKind.SCALE and prompt.ends is None:
        yield f"{place}.ends", "a scale must say what 0 and 10 mean"
    if prompt.kind is not PromptKind.SCALE and prompt.ends is not None:
        yield f"{place}.ends", "only a scale has ends"


_PROMPT_RULES: tuple[Callable[[str, PromptShape], Iterator[Broken]], ...] = (
    _reserved_key,
    _bad_sharing,
    _bad_options,
    _bad_ends,
)


def _bad_conditions(placed: list[_PlacedPrompt]) -> Iterator[Broken]:
    earlier: dict[str, PromptShape] = {}
    for place, prompt in placed:
        if prompt.when is not None:
            yield from _bad_condition(f"{place}.when", prompt.when, earlier)
        earlier[prompt.key] = prompt


def _bad_condition(
    place: str, when: WhenShape, earlier: dict[str, PromptShape]
) -> Iterator[Broken]:
    asked = earlier.get(when.prompt)
    if asked is None:
        yield f"{place}.prompt", "no earlier prompt has this key"
    elif asked.kind not in (PromptKind.YES_NO, PromptKind.CHOICE):
        yield f"{place}.prompt", "only a yes_no or choice prompt can be waited for"
    elif when.answer not in _possible_answers(asked):
        yield f"{place}.answer", "the earlier prompt has no such answer"


def _possible_answers(prompt: PromptShape) -> list[str]:
    if prompt.kind is PromptKind.YES_NO:
        return [verdict.value for verdict in Verdict]
    return prompt.options or []
