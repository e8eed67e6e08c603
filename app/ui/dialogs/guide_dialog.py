"""The user's guide: its pages' names in sight, one of them to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from app import assets
from app.services.guide import GuidePage, guide_pages
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.label import Label
from app.ui.parts.prose_view import ProseView
from app.ui.parts.row_button import RowButton

_WIDTH = 960
_NAMES_CHARACTERS = 26
_TEXT_CHARACTERS = 46
_LEAST_LINES, _USUAL_LINES = 3, 26
_RING_ROOM = 4
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
        self.guide.menu.chosen.connect(self.show_page)
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
    """Open the guide over its window, at the page of this key, or at the first."""
    pages = guide_pages(assets.resource("help"))
    GuideDialog(look, pages, first or pages[0].key, parent).open()


class _Guide(QWidget):
    """The pages' names stay in sight, beside the text or as a menu above it; the text scrolls."""

    def __init__(self, look: Look, pages: tuple[GuidePage, ...]) -> None:
        super().__init__()
        self._look = look
        self.names = _Names(look, pages)
        self.menu = _NamesMenu(look, pages)
        self.text = ProseView(look)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text_scroll = _TextScroll(look, self.text)
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignLeft)
        self._names_scroll = _NamesScroll(look, self.names)
        self._row.addWidget(self._names_scroll, 0)
        self._row.addWidget(self.text_scroll, 1)
        look.changed.connect(self._fold)
        self._fold()

    def show_page(self, page: GuidePage) -> None:
        """Write the page and mark its name."""
        self.names.mark(page.key)
        self._names_scroll.ensureWidgetVisible(self.names.rows[page.key], 0, _RING_ROOM)
        self.menu.mark(page.key)
        self.text.setAccessibleName(page.title)
        self.text.set_markdown(page.markdown)
        self.text_scroll.verticalScrollBar().setValue(0)

    def _fold(self) -> None:
        character = self._look.theme.character_px("body")
        is_wide = self.width() >= (_NAMES_CHARACTERS + _TEXT_CHARACTERS) * character
        self._row.setDirection(_Direction.LeftToRight if is_wide else _Direction.TopToBottom)
        self._row.setSpacing(self._look.space("xl" if is_wide else "m"))
        self._names_scroll.setFixedWidth(int(_NAMES_CHARACTERS * character))
        self._names_scroll.setVisible(is_wide)
        self.menu.setVisible(not is_wide)

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Take what height there is: Qt would scroll all of it rather than make the text lower."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)


class _TextScroll(QScrollArea):
    """Scrolls the text alone."""

    def __init__(self, look: Look, text: ProseView) -> None:
        super().__init__()
        self._look, self._text = look, text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._holder = QWidget()
        self._holder.setObjectName("column")
        column = QVBoxLayout(self._holder)
        ring = look.space("xs")
        column.setContentsMargins(ring, ring, look.space("m"), ring)
        column.addWidget(text)
        column.addStretch(1)
        self.setWidget(self._holder)
        text.cursorPositionChanged.connect(self._show_cursor)

    def _show_cursor(self) -> None:
        rect = self._text.cursorRect()
        place = self._text.mapTo(self._holder, rect.center())
        self.ensureVisible(place.x(), place.y(), 0, rect.height())

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for a page to read, as high for each text, so that the dialog stays as it is."""
        line = self._text.fontMetrics().lineSpacing()
        return QSize(self._text.sizeHint().width(), _USUAL_LINES * line)

    def minimumSizeHint(self) -> QSize:
        """Be content with a few lines, so that nothing around it scrolls."""
        line = self._text.fontMetrics().lineSpacing()
        return QSize(self._text.minimumSizeHint().width(), _LEAST_LINES * line)


class _NamesScroll(QScrollArea):
    """Scrolls the names where the window is too low for all of them."""

    def __init__(self, look: Look, names: _Names) -> None:
        super().__init__()
        self._look, self._names = look, names
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        names.setObjectName("column")
        # The ring round a name is cut off at this edge.
        names.setContentsMargins(_RING_ROOM, _RING_ROOM, look.space("s"), _RING_ROOM)
        self.setWidget(names)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for all of them."""
        return self._names.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be content with a few, so that nothing around them scrolls."""
        return QSize(1, _LEAST_LINES * round(self._look.theme.line_px("body")))


class _NamesMenu(Button):
    """The names as a menu, where they have no room beside the text."""

    chosen = Signal(str)

    def __init__(self, look: Look, pages: tuple[GuidePage, ...]) -> None:
        super().__init__(
            look, QCoreApplication.translate("GuideDialog", "All pages"), is_small=True
        )
        self.set_trailing_icon("chevron-down")
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("The pages of the guide"))
        for page in pages:
            entry = menu.addAction(page.title.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setData(page.key)
        menu.triggered.connect(self._choose)
        self.setMenu(menu)

    def mark(self, key: str) -> None:
        """Tick the page that is shown."""
        for entry in self.menu().actions():
            entry.setChecked(entry.data() == key)

    def _choose(self, entry: QAction) -> None:
        self.chosen.emit(str(entry.data()))


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
