"""New elements of a Word document, in the name space that the document itself uses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from app.word_xml import Element, name_of

Words = Sequence[str]  # lines

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_TABS = re.compile("\t")


def namespace_of(element: Element) -> str:
    """Give the name space of the words of a document: the usual or the strict one."""
    while element is not None:
        if name_of(element).startswith("w:"):
            return str(etree.QName(element).namespace)
        element = element.getparent()
    raise AssertionError("an element of a Word document")


def made(beside: Element, name: str) -> Element:
    """Make an element that belongs beside or into this one: "w:p"."""
    return etree.Element(f"{{{namespace_of(beside)}}}{name.removeprefix('w:')}")


def fit(words: str) -> str:
    """Give a line without characters that no Word document may hold, and without line ends."""
    return _SURROGATES.sub(
        "\N{REPLACEMENT CHARACTER}", _NOT_IN_XML.sub("", _TABS.sub(" ", words))
    ).replace("\n", " ")


# What a person wrote may look like a tag. While a form is worked out, its braces stand as a
# character that is none, which fit() has taken out of everything else.
_BRACE, _STAND_IN = "{", "\ufdd0"


def shielded(words: str) -> str:
    """Give a fit line in which nothing is taken for a tag."""
    return fit(words).replace(_BRACE, _STAND_IN)


def unshield(root: Element) -> None:
    """Give what was put into a document its own braces back."""
    for each in root.iter():
        if name_of(each) == "w:t" and _STAND_IN in (each.text or ""):
            each.text = each.text.replace(_STAND_IN, _BRACE)


def set_text(element: Element, words: Words) -> None:
    """Write lines into a w:t; each but the first goes after a line break of its own."""
    first, *others = words or ("",)
    _write(element, first)
    last = element
    for each in others:
        line_break, text = made(element, "w:br"), made(element, "w:t")
        last.addnext(line_break)
        line_break.addnext(text)
        _write(text, each)
        last = text


def _write(element: Element, words: str) -> None:
    element.text = words
    element.set(_SPACE, "preserve")
