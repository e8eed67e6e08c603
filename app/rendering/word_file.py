"""Writes a document as a Word file that a supervisor can type into, and reads it back to compare.

The file says who made it and when to nobody: the same document gives the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lxml import etree

from app.domain.errors import ExportError
from app.rendering.document_words import letters_of, without_spaces
from app.rendering.plain_text import clean_line
from app.rendering.word_body import WordBody
from app.rendering.word_elements import COMPATIBILITY, W, as_xml, element, twips
from app.rendering.word_paragraphs import field, paragraph, run
from app.rendering.word_styles import styles_part
from app.rendering.word_tables import TEXT_WIDTH
from app.summary.document import Document

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footer": "footer1"}
_FIRST_DAY_OF_A_ZIP = (1980, 1, 1, 0, 0, 0)
_MARGINS = {"top": 20, "right": 21, "bottom": 24, "left": 21, "header": 10, "footer": 12}
_NOT_WHOLE = (
    "The Word document did not hold every word, so it was not written. "
    "Save it as PDF or as a web page instead."
)


class WordWriter:
    """Writes a document as .docx."""

    def render(self, document: Document) -> bytes:
        """Give the whole file.

        Raises:
            ExportError: read back, the file did not hold every word.
        """
        data = _packed(_members(document))
        if _letters_in(data) != letters_of(document):
            raise ExportError(_NOT_WHOLE)
        return data


def _members(document: Document) -> dict[str, bytes]:
    language = document.language if _LANGUAGE.fullmatch(document.language) else "en-GB"
    body = WordBody(document.print_size)
    pages = element("document", element("body", *body.parts(document), _page()))
    pages.set(f"{{{COMPATIBILITY}}}Ignorable", "w14")
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _about(document.title, language),
        "word/document.xml": as_xml(pages),
        "word/_rels/document.xml.rels": _relations(
            *((name, f"{_OFFICE}/{name}", f"{file}.xml") for name, file in _PARTS.items())
        ),
        "word/styles.xml": styles_part(document, language),
        "word/numbering.xml": body.lists.part(),
        "word/settings.xml": _settings(language),
        "word/footer1.xml": _footer(document.footer),
    }


def _page() -> object:
    footer = element("footerReference", type="default")
    footer.set(f"{{{_OFFICE}}}id", "footer")
    size = element("pgSz", w=twips(210), h=twips(297))
    margins = {side: twips(width) for side, width in _MARGINS.items()}
    return element("sectPr", footer, size, element("pgMar", **margins, gutter=0))


def _footer(words: str) -> bytes:
    stops = element("tabs", element("tab", val="right", pos=TEXT_WIDTH))
    line = paragraph(
        "Footer",
        run(f"{clean_line(words)}\tPage "),
        field("PAGE", "1"),
        run(" of "),
        field("NUMPAGES", "1"),
        marks=(stops,),
    )
    return as_xml(element("ftr", line))


def _settings(language: str) -> bytes:
    newest = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return as_xml(
        element(
            "settings",
            element("zoom", percent=100),
            element("defaultTabStop", val=720),
            element("compat", newest),
            element("themeFontLang", val=language),
        )
    )


def _content_types() -> bytes:
    root = etree.Element("Types", nsmap={None: f"{_PACKAGE}/content-types"})
    etree.SubElement(
        root,
        "Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    kinds = {f"/word/{file}.xml": f"{_KIND}.{name}+xml" for name, file in _PARTS.items()}
    kinds["/word/document.xml"] = f"{_KIND}.document.main+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    for name, kind in kinds.items():
        etree.SubElement(root, "Override", PartName=name, ContentType=kind)
    return as_xml(root)


def _relations(*relations: tuple[str, str, str]) -> bytes:
    root = etree.Element("Relationships", nsmap={None: f"{_PACKAGE}/relationships"})
    for key, kind, target in relations:
        etree.SubElement(root, "Relationship", Id=key, Type=kind, Target=target)
    return as_xml(root)


def _about(title: str, language: str) -> bytes:
    """Give the title and the language: no author, no moment, no program."""
    core, elements = f"{_PACKAGE}/metadata/core-properties", "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": elements})
    etree.SubElement(root, f"{{{elements}}}title").text = clean_line(title)
    etree.SubElement(root, f"{{{elements}}}language").text = language
    return as_xml(root)


def _packed(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_A_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def _letters_in(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        content = archive.read("word/document.xml")
    # Our own file: a long answer may be deeper in text than the parser's guard allows.
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))
    return without_spaces("".join(each.text or "" for each in root.iter(f"{{{W}}}t")))
