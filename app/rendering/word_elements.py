"""The elements of a Word document, made one by one under short names."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Word keeps its tick boxes in a later namespace than the rest.
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMESPACES = {"w": W, "w14": W14, "mc": COMPATIBILITY}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = Any  # lxml tells no types


def element(name: str, /, *children: Element | None, **values: object) -> Element:
    """Make an element with its attributes; a child that is None is left out."""
    return _made(W, name, children, values)


def later_element(name: str, /, *children: Element | None, **values: object) -> Element:
    """Make an element of the later namespace."""
    return _made(W14, name, children, values)


def text_element(text: str) -> Element:
    """Make an element that holds text, spaces at its ends as well."""
    made = element("t")
    made.text = text
    made.set(_XML_SPACE, "preserve")
    return made


def as_xml(root: Element) -> bytes:
    """Give a whole part of the file."""
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole


def twips(millimetres: float) -> int:
    """Give a length in the twentieths of a point that Word counts in."""
    return round(millimetres / 25.4 * 1440)


def _made(
    space: str, name: str, children: tuple[Element | None, ...], values: dict[str, object]
) -> Element:
    made = etree.Element(f"{{{space}}}{name}", nsmap=_NAMESPACES)
    for key, value in values.items():
        made.set(f"{{{space}}}{key}", str(value))
    made.extend(child for child in children if child is not None)
    return made
