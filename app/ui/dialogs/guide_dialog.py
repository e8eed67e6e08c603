"""The user's guide: its pages' names at the left, one of them to read at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app import assets
from app.services.guide import GuidePage, guide_pages
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.prose_view import ProseView
from app.ui.parts.row_button import RowButton

_WIDTH = 960
_NAMES_CHARACTERS = 26
_TEXT_CHARACTERS = 46
_Direction = QBoxLayout.Direction

# The keys of pages that the program leads to.
PROTECTS = "what-afterword-protects"
KEYS = "passphrase-and-recovery-words"
MENDING = "backups-and-mending"
KEEPING = "versions-hold-and-bin"


class GuideDialog(Dialog):
    """Shows one page of the guide at a time."""

    def __init__(
        self, look: Look, pages: tuple[GuidePage, ...], first: str, parent: QWidget | None = None
    ) -> None:
        """Begin with the page of this key."""
        super().__init__(look, QCoreApplication.translate("GuideDialog", "Guide"), parent)
        self.set_usual_width(_WIDTH)
        self._pages = {page.key: page for page in pages}
        self.guide = _Guide(look, pages)
        self.guide.names.chosen.connect(self.show_page)
        self.add_content(self.guide)
        self.add_button(self.tr("Close")).clicked.connect(self.reject)
        self.show_page(first)

    def show_page(self, key: str) -> None:
        """Show a page of the guide from its beginning."""
        page = self._pages[key]
        self.title_label.setText(page.title)
        self.guide.show_page(page)
        self.scroll_to_top()


def show_guide(look: Look, first: str, parent: QWidget) -> None:
    """Open the guide over its window, at the page of this key."""
    GuideDialog(look, guide_pages(assets.resource("help")), first, parent).open()


class _Guide(QWidget):
    """Names and text beside each other, or one under the other where there is no room."""

    def __init__(self, look: Look, pages: tuple[GuidePage, ...]) -> None:
        super().__init__()
        self._look = look
        self.names = _Names(look, pages)
        self.text = ProseView(look)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space("xl"))
        self._row.addWidget(self.names, 0)
        self._row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._fold)

    def show_page(self, page: GuidePage) -> None:
        """Write the page and mark its name."""
        self.names.mark(page.key)
        self.text.setAccessibleName(page.title)
        self.text.set_markdown(page.markdown)

    def _fold(self) -> None:
        character = self._look.theme.character_px("body")
        is_wide = self.width() >= (_NAMES_CHARACTERS + _TEXT_CHARACTERS) * character
        self._row.setDirection(_Direction.LeftToRight if is_wide else _Direction.TopToBottom)
        widest = _NAMES_CHARACTERS * character if is_wide else self.width()
        self.names.setMaximumWidth(int(widest))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)


class _Names(QWidget):
    """The names of the pages; the one that is shown stands out."""

    chosen = Signal(str)

    def __init__(self, look: Look, pages: tuple[GuidePage, ...]) -> None:
        super().__init__()
        self._labels: dict[str, Label] = {}
        self.rows: dict[str, RowButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for page in pages:
            column.addWidget(self._row(look, page))
        column.addStretch(1)

    def mark(self, key: str) -> None:
        """Let the name of this page stand out."""
        for each, label in self._labels.items():
            is_shown = each == key
            label.set_style("body_strong" if is_shown else "body")
            label.set_colour("text" if is_shown else "accent")
            words = self.tr("This page is shown") if is_shown else ""
            self.rows[each].setAccessibleDescription(words)

    def _row(self, look: Look, page: GuidePage) -> RowButton:
        row = RowButton(look, page.key, page.title)
        label = Label(look, page.title)
        label.setWordWrap(True)
        row.add(label, 1)
        row.pressed_as.connect(self.chosen)
        self._labels[page.key], self.rows[page.key] = label, row
        return row
