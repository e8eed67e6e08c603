"""The rules of a form file that no single value can tell: what must agree with what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from app.domain.answer import YES_NO_VERDICTS
from app.domain.form import PromptKind
from app.domain.sharing import sharing_from_words
from app.formspec.file_shape import FormShape, PromptShape, WhenShape

MOST_PROMPTS = 2_000
TOO_MANY_PROMPTS = ("sections", f"a form has at most {MOST_PROMPTS:,} prompts")
_FEWEST_OPTIONS = 2
# An answers file has its table of sharing beside the answers, so no prompt may take the word.
_RESERVED_KEYS = frozenset({"sharing"})

_KINDS_WITH_OPTIONS = (PromptKind.CHOICE, PromptKind.CHOICES, PromptKind.CHECKLIST)

# Everything below the space, delete and its kin, line separators, and marks that turn the
# direction of writing around and so hide what a line says, and halves of letters; a line break
# is the only exception.
_CONTROL = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_MAY_BREAK_LINES = frozenset({"intro", "help", "nudge", "source"})
_MAY_BE_EMPTY = _MAY_BREAK_LINES - {"source"}

Broken = tuple[str, str]
_PlacedPrompt = tuple[str, PromptShape]


def broken_rules(shape: FormShape, stem: str | None) -> Iterator[Broken]:
    """Give the place and the reason of each broken rule; nothing when the form is right.

    A form that lies in no file of its own has no stem to agree with.
    """
    if stem is not None and shape.id != stem:
        yield "id", "this must be the file's name without “.toml”"
    placed = placed_prompts(shape)
    if len(placed) > MOST_PROMPTS:
        yield TOO_MANY_PROMPTS
        return
    yield from _bad_texts("", shape)
    yield from _repeated_keys(shape, placed)
    for place, prompt in placed:
        for rule in _PROMPT_RULES:
            yield from rule(place, prompt)
    yield from _bad_conditions(placed)
    yield from _bad_records(shape)


def placed_prompts(shape: FormShape) -> list[_PlacedPrompt]:
    """Give every prompt with its place, in reading order."""
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
    if prompt.kind not in _KINDS_WITH_OPTIONS:
        if prompt.options is not None:
            yield f"{place}.options", "only choice, choices and checklist have options"
        return
    options = prompt.options or []
    if len(options) < _FEWEST_OPTIONS:
        yield f"{place}.options", f"a {prompt.kind.value} prompt needs at least two options"
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
    circle = _keys_in_circles(placed)
    everywhere = {prompt.key for _, prompt in placed}
    for place, prompt in placed:
        when = prompt.when
        if when is not None and when.prompt in earlier:
            yield from _bad_condition(f"{place}.when", when, earlier[when.prompt])
        elif when is not None:
            yield f"{place}.when.prompt", _why_not_earlier(prompt, when, circle, everywhere)
        earlier[prompt.key] = prompt


def _why_not_earlier(
    prompt: PromptShape, when: WhenShape, circle: set[str], everywhere: set[str]
) -> str:
    if when.prompt == prompt.key:
        return "a prompt cannot wait for its own answer"
    if prompt.key in circle:
        return "these prompts wait for each other in a circle, so none would ever be asked"
    if when.prompt in everywhere:
        return "this prompt comes later; only an earlier one can be waited for"
    return "no earlier prompt has this key"


def _keys_in_circles(placed: list[_PlacedPrompt]) -> set[str]:
    """Find the prompts that wait, by way of others or at once, for themselves."""
    waits = {prompt.key: prompt.when.prompt for _, prompt in placed if prompt.when}
    in_circles: set[str] = set()
    seen: set[str] = set()
    for start in waits:
        path: dict[str, int] = {}
        key = start
        while key in waits and key not in seen and key not in path:
            path[key] = len(path)
            key = waits[key]
        if key in path:
            in_circles.update(each for each, at in path.items() if at >= path[key])
        seen.update(path)
    return in_circles


def _bad_condition(place: str, when: WhenShape, asked: PromptShape) -> Iterator[Broken]:
    if asked.kind not in (PromptKind.YES_NO, PromptKind.CHOICE):
        yield f"{place}.prompt", "only a yes_no or choice prompt can be waited for"
    elif when.answer not in _possible_answers(asked):
        yield f"{place}.answer", "the earlier prompt has no such answer"


def _bad_records(shape: FormShape) -> Iterator[Broken]:
    """A record's answers are no single answer: nothing outside its section can wait for one."""
    home = {
        prompt.key: section.key
        for section in shape.sections
        if section.repeat
        for prompt in section.prompts
    }
    for row, section in enumerate(shape.sections):
        for column, prompt in enumerate(section.prompts):
            asked = prompt.when.prompt if prompt.when else ""
            if home.get(asked, section.key) != section.key:
                place = f"sections[{row}].prompts[{column}].when.prompt"
                yield place, "a prompt of a repeated section can only be waited for inside it"


def _possible_answers(prompt: PromptShape) -> list[str]:
    if prompt.kind is PromptKind.YES_NO:
        return [verdict.value for verdict in YES_NO_VERDICTS]
    return prompt.options or []
