"""The fields that tags make: one for each name, wherever and however often it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.word_form import FieldKind, Value, WordField
from app.word_forms.blocks import work_out
from app.word_forms.lines import Line, lines_in, put_words
from app.word_forms.reach import tags_in
from app.word_forms.tags import Tag, TagKind, refuse_unclosed
from app.word_xml import Element

_KEY = "tag:"


@dataclass(slots=True)
class _Asked:
    is_list: bool = False
    is_whole: bool = False  # its words are asked for, not only single cells or whether it is there
    columns: dict[str, None] = field(default_factory=dict)

    def take(self, tag: Tag, *, is_row: bool) -> None:
        """Note what one tag asks of it."""
        if tag.kind is TagKind.VALUE and not (is_row and tag.column):
            self.is_whole = True
        elif tag.kind is TagKind.VALUE and tag.column:
            self.columns[tag.column.value] = None


def tag_fields(stories: list[Element]) -> Iterator[WordField]:
    """Give a field for every name that tags ask for, in reading order.

    Raises:
        WordFormRefused: a tag asks for too much, or is not closed.
    """
    asked: dict[str, _Asked] = {}
    for story in stories:
        variables: dict[str, str] = {}  # the list that a row's name belongs to
        for found in tags_in(story):
            tag = found.tag
            if tag.kind is TagKind.FOR:
                variables[tag.variable] = tag.name
                asked.setdefault(tag.name, _Asked()).is_list = True
            elif tag.kind in {TagKind.VALUE, TagKind.IF}:
                name = variables.get(tag.name, tag.name)
                asked.setdefault(name, _Asked()).take(tag, is_row=tag.name in variables)
    for name, each in asked.items():
        kind = FieldKind.REPEATED if each.is_list else FieldKind.TAG
        columns = () if each.is_whole else tuple(each.columns)
        yield WordField(f"{_KEY}{name}", kind, name, columns=columns)


def refuse_unfinished(story: Element) -> None:
    """Refuse a story whose tags do not fit together; the story is worked out by that.

    Raises:
        WordFormRefused: they do not.
    """
    for line in lines_in(story):
        refuse_unclosed(line.text)
    work_out(story, lambda _name: Value.of_lines(("a",)))


def fill_tags(story: Element, values: Mapping[str, Value]) -> None:
    """Fill every tag of a story; a name without a value leaves nothing behind."""

    def value_of(name: str) -> Value:
        return values.get(f"{_KEY}{name}", Value(()))

    work_out(story, value_of)
    for found in reversed(list(tags_in(story))):
        words = value_of(found.tag.name).lines() if found.tag.kind is TagKind.VALUE else ()
        line = Line.of(found.line.paragraph)
        put_words(line, found.start, found.end, words)
