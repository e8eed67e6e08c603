"""Content controls: what Word itself calls the fields of a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.word_form import FieldKind, Value
from app.word_forms.lines import Line, put_paragraphs, text_in
from app.word_forms.making import made, namespace_of, set_text
from app.word_forms.room import let_grow
from app.word_xml import Element, attribute, child, name_of

# What holds other things than an answer: lists of contents, pictures, sums, parts that repeat.
_OTHERS = {
    "w:picture",
    "w:docPartObj",
    "w:docPartList",
    "w:equation",
    "w:citation",
    "w:bibliography",
    "w:group",
}
_REPEATING = {"repeatingSection", "repeatingSectionItem"}
_OFFERING = ("w:dropDownList", "w:comboBox")
_NO_SUCH_ANSWER = "the form offers only answers of its own here"
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ControlRoom:
    """One content control."""

    label: str
    control: Element
    kind: FieldKind
    offered: tuple[str, ...] = ()

    def put(self, value: Value) -> str:
        """Write into it; give why that cannot be, or nothing."""
        lines = value.lines()
        if self.kind is FieldKind.CHOICE:
            answer = _fitting(" ".join(lines), self.offered)
            if answer is None:
                return _NO_SUCH_ANSWER
            lines = (answer,)
        let_grow(self.control)
        _settle_properties(self.control)
        if len(lines) > 1:
            _allow_several_lines(self.control)
        content = child(self.control, "w:sdtContent")
        _put(content, lines)
        return ""


def _fitting(words: str, offered: tuple[str, ...]) -> str | None:
    """Find the answer that says the same; "Ad hoc" is "Ad-hoc supervision" if no other is."""
    wanted = _letters(words)
    same = [each for each in offered if _letters(each) == wanted]
    alike = same or [each for each in offered if wanted and _letters(each).startswith(wanted)]
    return alike[0] if len(alike) == 1 else None


def _letters(words: str) -> str:
    return "".join(each for each in words.casefold() if each.isalnum())


def is_control(element: Element) -> bool:
    """Say whether an element is a content control that takes an answer."""
    if name_of(element) != "w:sdt" or child(element, "w:sdtContent") is None:
        return False
    names = {name_of(each) for each in _properties(element)}
    is_row = child(element, "w:sdtContent", "w:tr") is not None
    holds_others = any(name_of(each) in {"w:sdt", "w:tbl"} for each in _content(element))
    return not (names & _OTHERS or is_row or holds_others or _is_tick(element))


def control_room(control: Element, beside: str) -> ControlRoom:
    """Give the room that a control is; beside are the words that stand before it."""
    offered = tuple(_offered(control))
    is_choice = child(control, "w:sdtPr", "w:dropDownList") is not None
    kind = FieldKind.CHOICE if is_choice else FieldKind.CONTROL
    return ControlRoom(_label(control, beside), control, kind, offered if is_choice else ())


def _label(control: Element, beside: str) -> str:
    own = (child(control, "w:sdtPr", "w:alias"), child(control, "w:sdtPr", "w:tag"))
    names = [attribute(each, "w:val") or "" for each in own]
    return (
        next((name for name in (names[0], beside, names[1]) if name.strip()), "")
        or text_in(child(control, "w:sdtContent"))[:_MOST_SHOWN]
    )


def _offered(control: Element) -> Iterator[str]:
    for name in _OFFERING:
        for each in _children(child(control, "w:sdtPr", name)):
            words = attribute(each, "w:displayText") or attribute(each, "w:value") or ""
            # The first entry of most lists only says "Choose an item" and stands for nothing.
            if words and attribute(each, "w:value"):
                yield words


def _is_tick(control: Element) -> bool:
    return any(
        isinstance(each.tag, str) and each.tag.rpartition("}")[2] in {"checkbox", *_REPEATING}
        for each in _properties(control)
    )


def _properties(control: Element) -> Iterator[Element]:
    return _children(child(control, "w:sdtPr"))


def _children(element: Element | None) -> Iterator[Element]:
    yield from () if element is None else element


def _content(control: Element) -> Iterator[Element]:
    content = child(control, "w:sdtContent")
    for each in () if content is None else content.iter():
        if each is not content:
            yield each


def _settle_properties(control: Element) -> None:
    """Say that what it holds is no prompt any more, and is bound to no data elsewhere."""
    for each in list(_properties(control)):
        name = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
        if name in {"showingPlcHdr", "dataBinding"}:
            each.getparent().remove(each)
        elif name == "date":
            each.attrib.clear()  # the day that was chosen before, by its number


def _allow_several_lines(control: Element) -> None:
    """A control of plain text is one line to a reader unless it says otherwise."""
    plain = child(control, "w:sdtPr", "w:text")
    if plain is not None:
        plain.set(f"{{{namespace_of(plain)}}}multiLine", "1")


def _put(content: Element, lines: tuple[str, ...]) -> None:
    cell = child(content, "w:tc")
    holder = content if cell is None else cell
    paragraphs = [each for each in holder if name_of(each) == "w:p"]
    if paragraphs:
        for each in paragraphs[1:]:
            holder.remove(each)
        _drop_prompt_look(paragraphs[0])
        put_paragraphs(paragraphs[0], lines)
        return
    _drop_prompt_look(content)
    line = Line.of(content)
    if line.text:
        line.put(0, len(line.text), lines)
        return
    run, text = made(content, "w:r"), made(content, "w:t")
    run.append(text)
    content.append(run)
    set_text(text, lines)


def _drop_prompt_look(holder: Element) -> None:
    """Take off the grey look in which a control shows its prompt."""
    for each in holder.iter():
        style = child(each, "w:rPr", "w:rStyle") if name_of(each) == "w:r" else None
        if style is not None and "laceholder" in (attribute(style, "w:val") or ""):
            style.getparent().remove(style)
