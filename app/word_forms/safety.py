"""Refuses forms that hold programs, or reach for anything outside of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.errors import WordFormRefused
from app.word_forms.package import FormPackage, Relation
from app.word_xml import Tree, attribute, name_of

_ASK = "Ask for the form without them, or save a copy without them, and add that."
_MACROS = f"This form holds macros, which are programs. {_ASK}"
_EMBEDDED = f"This form holds embedded objects, which can be programs. {_ASK}"
_LINKS = (
    "This form takes something from outside of itself ({what}) when it is opened. "
    "Save a copy without such links, and add that."
)
_SIGNED = "This form is signed digitally, and filling it would break the signature."

_PROGRAMS = {"vbaproject", "wordvbadata", "keymapcustomizations", "attachedtoolbars"}
_OBJECTS = {"oleobject", "control", "activexcontrol", "activexcontrolbinary"}
_FROM_OUTSIDE = {"afchunk": "another document", "subdocument": "another document"}
_HARMLESS_LINK = re.compile(r"(?:https?|mailto|tel):|#", re.IGNORECASE)
_ON_SOMEBODYS_DISK = re.compile(r"(?:file:/{3})?(?:[a-z]:[\\/]|/(?!/))", re.IGNORECASE)
_REACHING_FIELD = re.compile(
    r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|RD)\b", re.IGNORECASE
)
TEMPLATE = "attachedTemplate"


def refuse_unsafe(package: FormPackage) -> None:
    """Look through every part.

    Raises:
        WordFormRefused: the form holds a program, or opens something when it is opened.
    """
    kinds = [(attribute(each, "ContentType") or "").lower() for each in package.kind_elements()]
    names = [name.lower() for name in package.names()]
    if any("macroenabled" in kind for kind in kinds) or any("vbaproject" in each for each in names):
        raise WordFormRefused(_MACROS)
    if any("/activex/" in name or "/oleobject" in name for name in names):
        raise WordFormRefused(_EMBEDDED)
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise WordFormRefused(_SIGNED)
    for relation in package.every_relation():
        _refuse_relation(relation)
    for _, tree in package.stories():
        _refuse_reaching(tree)


def is_template_link(relation: Relation) -> bool:
    """Say whether this names the template that a form was made from, on somebody's own disk.

    Word writes it of itself; it opens nothing elsewhere, and is taken out of what is filled.
    """
    is_template = relation.kind == TEMPLATE and relation.is_outside
    return is_template and bool(_ON_SOMEBODYS_DISK.match(relation.target))


def _refuse_relation(relation: Relation) -> None:
    kind = relation.kind.lower()
    if kind in _PROGRAMS:
        raise WordFormRefused(_MACROS)
    if kind in _OBJECTS:
        raise WordFormRefused(_EMBEDDED)
    if kind in _FROM_OUTSIDE:
        raise WordFormRefused(_LINKS.format(what=_FROM_OUTSIDE[kind]))
    if not relation.is_outside or is_template_link(relation):
        return
    if kind == "hyperlink" and _HARMLESS_LINK.match(relation.target):
        return  # it opens nothing until somebody follows it
    what = {
        "attachedtemplate": "a template",
        "image": "a picture",
        "hyperlink": "a file by a link",
        "frame": "another page",
    }
    raise WordFormRefused(_LINKS.format(what=what.get(kind, "a file")))


def _refuse_reaching(tree: Tree) -> None:
    for code in _field_codes(tree):
        if _REACHING_FIELD.match(code):
            raise WordFormRefused(_LINKS.format(what="a field that fetches"))


def _field_codes(tree: Tree) -> Iterator[str]:
    """Give the code of every field, joined where it is split over runs."""
    codes: list[list[str]] = []
    for element in tree.iter():
        match name_of(element):
            case "w:fldSimple":
                yield attribute(element, "w:instr") or ""
            case "w:altChunk":
                raise WordFormRefused(_LINKS.format(what="another document"))
            case "w:fldChar":
                if attribute(element, "w:fldCharType") == "begin":
                    codes.append([])
                elif codes and attribute(element, "w:fldCharType") == "end":
                    yield "".join(codes.pop())
            case "w:instrText" if codes:
                codes[-1].append(element.text or "")
    yield from ("".join(code) for code in codes)
