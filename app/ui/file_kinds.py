"""What the kinds of file are called where a paper is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.services.file_kind import FileKind, kind_of
from app.ui.act import QT_TRANSLATE_NOOP

_IN_MENU = {
    FileKind.PDF: QT_TRANSLATE_NOOP("FileKinds", "PDF…"),
    FileKind.WORD: QT_TRANSLATE_NOOP("FileKinds", "Word document…"),
    FileKind.WEB_PAGE: QT_TRANSLATE_NOOP("FileKinds", "HTML web page…"),
    FileKind.MARKDOWN: QT_TRANSLATE_NOOP("FileKinds", "Markdown text…"),
    FileKind.TEXT: QT_TRANSLATE_NOOP("FileKinds", "Plain text…"),
    FileKind.ARCHIVE_PDF: QT_TRANSLATE_NOOP("FileKinds", "PDF for an archive (PDF/A)…"),
}
_IN_QUESTION = {
    FileKind.PDF: QT_TRANSLATE_NOOP("FileKinds", "PDF (*.pdf)"),
    FileKind.WORD: QT_TRANSLATE_NOOP("FileKinds", "Word document (*.docx)"),
    FileKind.WEB_PAGE: QT_TRANSLATE_NOOP("FileKinds", "Web page (*.html)"),
    FileKind.MARKDOWN: QT_TRANSLATE_NOOP("FileKinds", "Markdown text (*.md)"),
    FileKind.TEXT: QT_TRANSLATE_NOOP("FileKinds", "Plain text (*.txt)"),
    FileKind.ARCHIVE_PDF: QT_TRANSLATE_NOOP("FileKinds", "PDF for an archive (*.pdf)"),
}


def menu_names() -> tuple[tuple[FileKind, str], ...]:
    """Give the kinds with their names in a menu, the usual ones first."""
    return tuple((kind, _translated(words)) for kind, words in _IN_MENU.items())


def filter_of(kind: FileKind) -> str:
    """Give what the system's question for a path shows."""
    return _translated(_IN_QUESTION[kind])


def with_ending(target: Path, kind: FileKind) -> Path:
    """Give the path with the kind's ending, where the person typed none that we know."""
    if kind_of(target) is not None:
        return target
    return target.with_name(f"{target.name}{kind.ending}")


def _translated(words: str) -> str:
    return QCoreApplication.translate("FileKinds", words)
