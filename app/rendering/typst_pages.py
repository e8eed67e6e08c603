"""Sets a document's pages with Typst: as a PDF, and as one SVG per page for the printer.

Both come from one template and one set of data, so what is looked at is the paper. Typst sees no
file but the template, the bundled fonts and the data, which is a file in memory only, and no
package: nothing outside can reach a page.

What Typst has laid out once it takes again where nothing of it changed; so a page follows an edit
in a fifth of the time. That holds only while no function of the template has the whole data in it.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from app.assets import resource
from app.domain.errors import ExportError
from app.rendering.typst_data import typst_data
from app.rendering.typst_lengths import page_lengths
from app.summary.document import Document
from app.summary.lengths import MeasuredPages

if TYPE_CHECKING:
    import typst

_Standard = Literal["ua-1", "a-2a"]
_ACCESSIBLE: tuple[_Standard, ...] = ("ua-1",)
_ARCHIVE: tuple[_Standard, ...] = ("a-2a",)
_NOT_SET = "The pages could not be laid out. The words are safe; try the web page instead."

_NO_ARCHIVE = (
    "The standard for archives (PDF/A) refuses a mark in this document. Save it as PDF instead."
)


class PageSetter:
    """Holds the template and the fonts, read once, and sets one document at a time."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._template = b""
        self._fonts: typst.Fonts | None = None

    def pdf(self, document: Document) -> bytes:
        """Give a tagged PDF, to the accessibility standard whenever Typst can vouch for it."""
        import typst

        data = _json(document)
        try:
            return self._compile(data, "pdf", _ACCESSIBLE)[0]
        except typst.TypstError:
            # The standard refuses a rare mark that the fonts cannot place; the page does not.
            return self._loosely(data, "pdf")[0]

    def archive_pdf(self, document: Document, made_on: date) -> bytes:
        """Give a tagged PDF for an archive, which has to say on which day it was made.

        Raises:
            ExportError: the archive's standard refuses this document.
        """
        import typst

        try:
            return self._compile(_json(document, made_on), "pdf", (*_ARCHIVE, *_ACCESSIBLE))[0]
        except typst.TypstError:
            raise ExportError(_NO_ARCHIVE) from None

    def svg_pages(self, document: Document) -> tuple[bytes, ...]:
        """Give one SVG per page."""
        return self._loosely(_json(document), "svg")

    def measured(self, document: Document) -> MeasuredPages:
        """Give a PDF to be looked at, and how many lines each section takes."""
        data = _json(document)
        with self._lock:
            # Typst writes it in a fifth of the time of SVG; tags would take as long again.
            pdf = self._loosely(data, "pdf", is_tagged=False)[0]
            # Typst still holds these pages, so the question costs next to nothing.
            found = self._compiler(data).query("<lengths>", field="value", one=True)
        return MeasuredPages(pdf, page_lengths(json.loads(found)))

    def _loosely(
        self, data: str, kind: Literal["pdf", "svg"], *, is_tagged: bool = True
    ) -> tuple[bytes, ...]:
        import typst

        try:
            return self._compile(data, kind, is_tagged=is_tagged)
        except typst.TypstError:
            # Typst quotes the text it failed on, so the cause stays behind.
            raise ExportError(_NOT_SET) from None

    def _compile(
        self,
        data: str,
        kind: Literal["pdf", "svg"],
        standards: tuple[_Standard, ...] = (),
        *,
        is_tagged: bool = True,
    ) -> tuple[bytes, ...]:
        with self._lock:
            result = self._compiler(data).compile(
                format=kind, pdf_standards=list(standards), pdf_tags=is_tagged
            )
        if result is None:
            raise ExportError(_NOT_SET)
        return (result,) if isinstance(result, bytes) else tuple(result)

    def _compiler(self, data: str) -> typst.Compiler:
        import typst

        templates = resource("templates")
        if self._fonts is None:
            self._template = (templates / "document.typ").read_bytes()
            self._fonts = typst.Fonts(
                include_system_fonts=False,
                include_embedded_fonts=False,
                font_paths=[resource("fonts")],
            )
        # No folder is there, so a package can neither be found nor be kept.
        no_packages = templates / "no-packages"
        files: Any = {"main.typ": self._template, "data.json": data.encode()}
        return typst.Compiler(
            input=files,
            root=templates,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            package_path=no_packages,
            package_cache_path=no_packages,
        )


class PdfWriter:
    """Writes a document as PDF."""

    def __init__(self, setter: PageSetter | None = None) -> None:
        self._setter = setter or PageSetter()

    def render(self, document: Document) -> bytes:
        """Give the whole file.

        Raises:
            ExportError: the pages cannot be laid out.
        """
        return self._setter.pdf(document)


class ArchivePdfWriter:
    """Writes a document as PDF/A-2a, which promises to look the same in years."""

    def __init__(self, today: Callable[[], date], setter: PageSetter | None = None) -> None:
        self._today = today
        self._setter = setter or PageSetter()

    def render(self, document: Document) -> bytes:
        """Give the whole file; it names the day, for the standard asks for one.

        Raises:
            ExportError: the standard refuses this document.
        """
        return self._setter.archive_pdf(document, self._today())


class PageSvgMaker:
    """Makes the pages: to be looked at, and for the printer."""

    def __init__(self, setter: PageSetter | None = None) -> None:
        self._setter = setter or PageSetter()

    def pages(self, document: Document) -> tuple[bytes, ...]:
        """Give one SVG per A4 page, for the printer.

        Raises:
            ExportError: the pages cannot be laid out.
        """
        return self._setter.svg_pages(document)

    def measured(self, document: Document) -> MeasuredPages:
        """Give the same pages as a PDF, and how many lines each section takes.

        Raises:
            ExportError: the pages cannot be laid out.
        """
        return self._setter.measured(document)


def _json(document: Document, made_on: date | None = None) -> str:
    data = typst_data(document)
    if made_on is not None:
        data["made-on"] = [made_on.year, made_on.month, made_on.day]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
