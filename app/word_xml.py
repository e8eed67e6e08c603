"""The XML of a Word document: parsed without entities or files, its names made short.

Word may write every name in two name spaces, the usual and the strict one; here both are "w:p".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxml import etree

Element = Any  # lxml tells no types
Tree = Element

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_MICROSOFT = "http://schemas.microsoft.com/office"
_SPACES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_OFFICE}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_MICROSOFT}/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    f"{_OFFICE}/package/2006/relationships": "rel",
    f"{_OFFICE}/package/2006/content-types": "ct",
    f"{_OFFICE}/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
# A tag takes thirty times as much memory as it takes in the file, and no document has so many.
_MOST_TAGS_AND_ATTRIBUTES = 6_000_000
_OFF = frozenset({"0", "false", "off", "none"})


class NotXml(Exception):
    """The bytes are no XML that is read here."""


def parse(data: bytes) -> Tree:
    """Parse XML; nothing outside of it is ever looked at, and nothing in it multiplies.

    Raises:
        NotXml: it is broken, nested too deeply, overfull, or declares entities.
    """
    # Entities are declared in a document type, which no word processor writes. Zeros: UTF-16.
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise NotXml
    if data.count(b"<") + data.count(b"=") > _MOST_TAGS_AND_ATTRIBUTES:
        raise NotXml
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotXml from None
    if root.getroottree().docinfo.internalDTD is not None:  # in some other encoding
        raise NotXml
    return root


def name_of(element: Element) -> str:
    """Give an element's short name: "w:p"; nothing for what is no element."""
    tag = element.tag
    return _short_name(tag) if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """Give an attribute by its short name."""
    if element is None:
        return None
    for full in _full_names(name):
        value = element.get(full)
        if value is not None:
            return str(value)
    return None


def child(element: Element | None, *way: str) -> Element | None:
    """Give the first child of this name, and on along the way."""
    for name in way:
        if element is None:
            return None
        element = next((each for each in element if name_of(each) == name), None)
    return element


def value_in(element: Element | None, *way: str) -> str | None:
    """Give the w:val of an element along the way, or None."""
    return attribute(child(element, *way), "w:val")


def is_on(element: Element | None) -> bool | None:
    """Give what an on-or-off property says, or None where it is not there."""
    if element is None:
        return None
    return (attribute(element, "w:val") or "1").lower() not in _OFF


def number_from(text: str | None) -> int | None:
    """Read a whole number of at most nine digits."""
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else None


@lru_cache(maxsize=2048)
def _short_name(tag: str) -> str:
    space, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return f"{_SPACES.get(space, '?')}:{name}" if space else name


@lru_cache(maxsize=256)
def _full_names(name: str) -> tuple[str, ...]:
    prefix, _, own = name.rpartition(":")
    if not prefix:
        return (own,)
    return tuple(f"{{{space}}}{own}" for space, short in _SPACES.items() if short == prefix)
