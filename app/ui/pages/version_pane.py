"""One earlier version: what it changed, or all of it, and the way to bring it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.history import Comparison, VersionOutline
from app.ui.look import Look
from app.ui.models.version_list import made_words
from app.ui.pages.reading_column import ReadingColumn
from app.ui.pages.version_lookups import Shown, Wanted
from app.ui.parts.button import Button
from app.ui.parts.compared_text import ComparedPartView
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.parts.segmented import Segmented
from app.ui.parts.unchanged_parts import UnchangedParts

_PART_GAP = 20
_PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class VersionPane(QWidget):
    """Shows what the page brings; it asks for another way, another partner, or the way back."""

    way_chosen = Signal(str)  # "changes" or "whole"
    against_chosen = Signal(int)
    bringing_back_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__()
        self._look = look
        self._content: QWidget | None = None
        self._is_folded = False
        self.heading = Label(look, "", "title")
        self.heading.setWordWrap(True)
        ways = (("changes", self.tr("What changed")), ("whole", self.tr("All of it")))
        self.ways = Segmented(look, ways, self.tr("What is shown of the version"))
        self.against_button = Button(look, "", is_small=True)
        self.against_button.set_trailing_icon("chevron-down")
        self._menu = QMenu(self.against_button)
        self._menu.setAccessibleName(self.tr("Compared with"))
        self.against_button.setMenu(self._menu)
        self._group: QActionGroup | None = None
        self.back_button = Button(
            look, self.tr("Bring this version back…"), icon="rotate-ccw", is_small=True
        )
        self.scroll_page = ScrollPage(look)
        self._lay_out()
        self.ways.chosen_changed.connect(self.way_chosen)
        self.back_button.clicked.connect(self.bringing_back_asked)
        look.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        look = self._look
        tools = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        for widget in (self.ways, self.against_button, self.back_button):
            tools.addWidget(widget)
        # The tools scroll with the words: in large type they would leave no room for them.
        self.scroll_page.column.addWidget(self.heading)
        self.scroll_page.column.addLayout(tools)
        self.scroll_page.column.addSpacing(look.space("s"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.addWidget(self.scroll_page)
        margins = (look.space("xl"), look.space("l"), look.space("xxl"), look.space("xl"))
        self.scroll_page.margins.setContentsMargins(*margins)

    @property
    def content(self) -> QWidget | None:
        """What is shown under the tools."""
        return self._content

    def show_choices(
        self, outline: VersionOutline, others: tuple[VersionOutline, ...], wanted: Wanted
    ) -> None:
        """Fit the tools to a version, and to what it can be compared with."""
        name = version_name(outline.number)
        self.heading.setText(f"{name} · {made_words(outline.made_at)}")
        can_compare = self.ways.chosen == "changes" and bool(others) and not outline.is_purged
        self.against_button.setVisible(can_compare)
        words = self.tr("Compared with…")
        if wanted.against is not None:
            words = self.tr("Compared with {version}").format(
                version=version_name(wanted.against).lower()
            )
        self.against_button.set_words(words)
        self._offer(others, wanted.against)
        self.back_button.setVisible(not outline.is_newest and not outline.is_purged)

    def show_shown(self, shown: Shown, note: str) -> None:
        """Show what the lane brought; a note says why it is not what one may expect."""
        if shown.comparison is not None:
            older, newer = sorted((shown.wanted.number, shown.wanted.against or 0))
            self._show(ComparedColumn(self._look, shown.comparison, older, newer))
        elif shown.reading is not None:
            self._show(_NotedColumn(self._look, note, ReadingColumn(self._look, shown.reading)))

    def show_words(self, words: str) -> None:
        """Say why there is nothing to show."""
        label = Label(self._look, words, "body", "text_muted")
        label.setWordWrap(True)
        self._show(label)

    def take_focus(self) -> None:
        """Go to what is shown."""
        if self._content is not None:
            inside = (self._content, *self._content.findChildren(QWidget))
            taking = (each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
            next((each for each in taking if each.isVisible()), self.ways).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _offer(self, others: tuple[VersionOutline, ...], against: int | None) -> None:
        self._menu.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self._menu)
        self._group.triggered.connect(self._on_against)
        for each in others:
            words = f"{version_name(each.number)} · {made_words(each.made_at)}"
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(each.number == against)
            action.setData(each.number)
            self._group.addAction(action)

    def _on_against(self, action: QAction) -> None:
        self.against_chosen.emit(int(action.data()))

    def _show(self, content: QWidget) -> None:
        if self._content is not None:
            self.scroll_page.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.scroll_page.column.addWidget(content)
        self.scroll_page.scroll_to_top()

    def _restyle(self) -> None:
        self.scroll_page.set_max_width(self._look.theme.measure_px())

    def set_folded(self, is_folded: bool) -> None:
        """Stand under the list instead of beside it."""
        self._is_folded = is_folded
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line towards the list."""
        rect = self.rect()
        rect.setSize(QSize(rect.width(), 1) if self._is_folded else QSize(1, rect.height()))
        QPainter(self).fillRect(rect, self._look.colour("line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages of what is longer than the window."""
        if event.key() in _PAGE_KEYS:
            bar = self.scroll_page.verticalScrollBar()
            bar.setValue(bar.value() + _PAGE_KEYS[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)


class ComparedColumn(QWidget):
    """Every part that changed, and those that did not folded away between them."""

    def __init__(self, look: Look, comparison: Comparison, older: int, newer: int) -> None:
        """Show a comparison of two versions, by their numbers."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_PART_GAP)
        self.legend = Label(look, _legend(comparison, older, newer), "small", "text_muted")
        self.legend.setWordWrap(True)
        column.addWidget(self.legend)
        folded = UnchangedParts(look)
        for part in comparison.parts:
            if part.is_changed:
                folded = self._add_folded(look, folded)
                column.addWidget(ComparedPartView(look, part))
            else:
                folded.add(part)
        self._add_folded(look, folded)

    def _add_folded(self, look: Look, folded: UnchangedParts) -> UnchangedParts:
        layout = self.layout()
        if not folded.count or layout is None:
            return folded
        layout.addWidget(folded)
        return UnchangedParts(look)


class _NotedColumn(QWidget):
    """A version to read, under a note."""

    def __init__(self, look: Look, note: str, reading: ReadingColumn) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("l"))
        if note:
            label = Label(look, note, "small", "text_muted")
            label.setWordWrap(True)
            column.addWidget(label)
        for chip in reading.themes:
            # Here a theme is only told: there is no list beside it to narrow.
            chip.setEnabled(False)
        column.addWidget(reading)


def version_name(number: int) -> str:
    """Name a version by its number."""
    return _tr("Version {number}").format(number=number)


def _legend(comparison: Comparison, older: int, newer: int) -> str:
    names = {"older": version_name(older).lower(), "newer": version_name(newer).lower()}
    if not comparison.changed:
        return _tr("From {older} to {newer} no word was added or removed.").format(**names)
    return _tr(
        "From {older} to {newer}. Added words are underlined, removed words are struck through."
    ).format(**names)


def _tr(words: str) -> str:
    return QCoreApplication.translate("VersionPane", words)
