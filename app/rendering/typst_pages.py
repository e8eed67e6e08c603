"""Sets a document's pages with Typst: as a PDF, and as one SVG per page for preview and printer.

Both come from one template and one set of data, so the preview is the paper. Typst sees no file
but the template and the bundled fonts, and no package: nothing outside can reach a page.
"""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Literal

from app.assets import resource
from app.domain.errors import ExportError
from app.rendering.typst_data import typst_data
from app.summary.document import Document

if TYPE_CHECKING:
    import typst

_ACCESSIBLE: Literal["ua-1"] = "ua-1"
_NOT_SET = "The pages could not be laid out. The words are safe; try the web page instead."


class PageSetter:
    """Holds the template and the fonts, read once, and sets one document at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._compiler: typst.Compiler | None = None

    def pdf(self, document: Document) -> bytes:
        """Give a tagged PDF, to the accessibility standard whenever Typst can vouch for it."""
        import typst

        data = _json(document)
        try:
            return self._compile(data, "pdf", is_accessible=True)[0]
        except typst.TypstError:
            # The standard refuses a rare mark that the fonts cannot place; the page does not.
            return self._loosely(data, "pdf")[0]

    def svg_pages(self, document: Document) -> tuple[bytes, ...]:
        """Give one SVG per page."""
        return self._loosely(_json(document), "svg")

    def _loosely(self, data: str, kind: Literal["pdf", "svg"]) -> tuple[bytes, ...]:
        import typst

        try:
            return self._compile(data, kind, is_accessible=False)
        except typst.TypstError:
            # Typst quotes the text it failed on, so the cause stays behind.
            raise ExportError(_NOT_SET) from None

    def _compile(
        self, data: str, kind: Literal["pdf", "svg"], *, is_accessible: bool
    ) -> tuple[bytes, ...]:
        with self._lock:
            result = self._ready().compile(
                format=kind,
                sys_inputs={"document": data},
                pdf_standards=[_ACCESSIBLE] if is_accessible else [],
            )
        if result is None:
            raise ExportError(_NOT_SET)
        return (result,) if isinstance(result, bytes) else tuple(result)

    def _ready(self) -> typst.Compiler:
        if self._compiler is None:
            import typst

            templates = resource("templates")
            # No folder is there, so a package can neither be found nor be kept.
            no_packages = templates / "no-packages"
            fonts = typst.Fonts(
                include_system_fonts=False,
                include_embedded_fonts=False,
                font_paths=[resource("fonts")],
            )
            self._compiler = typst.Compiler(
                input=templates / "document.typ",
                root=templates,
                font_paths=fonts,
                ignore_system_fonts=True,
                package_path=no_packages,
                package_cache_path=no_packages,
            )
        return self._compiler


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


class PageSvgMaker:
    """Makes the pages that the preview and the printer show."""

    def __init__(self, setter: PageSetter | None = None) -> None:
        self._setter = setter or PageSetter()

    def pages(self, document: Document) -> tuple[bytes, ...]:
        """Give one SVG per A4 page, exactly as the PDF shows it.

        Raises:
            ExportError: the pages cannot be laid out.
        """
        return self._setter.svg_pages(document)


def _json(document: Document) -> str:
    return json.dumps(typst_data(document), ensure_ascii=False, separators=(",", ":"))
