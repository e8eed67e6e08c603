"""The line in which a theme is searched for or typed, with the groups of themes under it."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.theme_groups import ThemeVocabulary
from app.ui.look import Look
from app.ui.models.theme_rows import GROUP_ROLE, ThemeRows
from app.ui.parts.text_field import TextField

_LONGEST_THEME = 60
_ROWS_SHOWN = 12
_SIDE, _ABOVE = 8, 6
_LIST_CHARACTERS = 42
_Index = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected


class ThemeLine(TextField):
    """A theme comes by choosing one or by typing another; Escape gives the line up."""

    theme_given = Signal(str)
    left = Signal(str)  # what stood there when the focus went elsewhere
    given_up = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self._rows = ThemeRows(self)
        self._list = _ThemeList(look)
        self._completer = QCompleter(self._rows, self)
        self._build_list()
        self._to_top = QTimer(self)
        self._to_top.setSingleShot(True)
        self._to_top.setInterval(0)
        self._to_top.timeout.connect(self._list.scrollToTop)
        self.edit.textEdited.connect(self._on_edited)
        self.return_pressed.connect(self._on_return)
        self.editing_finished.connect(self._on_editing_finished)
        self._completer.activated.connect(self.theme_given)

    def _build_list(self) -> None:
        self.edit.setAccessibleName(self.tr("Search the themes, or type one of your own"))
        self.edit.setMaxLength(_LONGEST_THEME)
        self.set_placeholder(self.tr("Search, or your own"))
        # The rows narrow themselves by every word that is typed, not by how a theme begins.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setPopup(self._list)
        self._list.setItemDelegate(_ThemeDelegate(self._look, self._list))
        self._completer.setMaxVisibleItems(_ROWS_SHOWN)
        self.edit.setCompleter(self._completer)

    @property
    def vocabulary(self) -> ThemeVocabulary:
        """What is offered."""
        return self._rows.vocabulary

    @property
    def popup(self) -> QListView:
        """The list under the line."""
        return self._list

    def offer(self, vocabulary: ThemeVocabulary) -> None:
        """Offer these themes."""
        self._rows.offer(vocabulary)

    def leave_out(self, themes: tuple[str, ...]) -> None:
        """Offer no theme that is chosen already."""
        self._rows.leave_out(themes)

    def begin(self) -> None:
        """Take the focus, empty, with every group under the line."""
        self.clear()
        self.show()
        self.edit.setFocus()
        self.show_groups()

    def show_groups(self) -> None:
        """Show the themes that fit what stands here."""
        self._rows.narrow(self.text)
        if self._rows.rowCount():
            self._completer.complete()

    def clear(self) -> None:
        """Empty the line, with no way to bring the words back: the line outlives a reflection."""
        self.set_text("")

    def take_in(self) -> None:
        """Tell what stands here and was not given yet, because the page goes."""
        if not self.isHidden() and self.text.strip():
            self.left.emit(self.text)

    def _on_edited(self, words: str) -> None:
        self._rows.narrow(words)
        # Qt goes to the row that begins so; the best may stand above it, under its group's title.
        self._to_top.start()

    def _on_return(self) -> None:
        if not self._list.isVisible():
            self.theme_given.emit(self.text)

    def _on_editing_finished(self) -> None:
        is_elsewhere = not self.edit.hasFocus() and not self._list.isVisible()
        if not self.isHidden() and is_elsewhere:
            self.left.emit(self.text)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the groups by Down, give up by Escape; Enter must not go on to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.show_groups()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class _ThemeList(QListView):
    """As wide as its themes need, however narrow the line is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setUniformItemSizes(False)
        self.setAccessibleName(self.tr("Themes"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("popup", True)
        look.changed.connect(self._widen)
        self._widen()

    def _widen(self) -> None:
        wanted = round(_LIST_CHARACTERS * self._look.theme.character_px("body"))
        self.setMinimumWidth(min(wanted, self.screen().availableGeometry().width()))

    def sizeHintForRow(self, row: int) -> int:
        """Give the mean height of the rows shown: Qt makes the list so high times their number."""
        shown = min(self.model().rowCount(), _ROWS_SHOWN) if self.model() else 0
        heights = [super(_ThemeList, self).sizeHintForRow(each) for each in range(shown)]
        frame = self.height() - self.viewport().height()
        return math.ceil((sum(heights) + frame) / shown) if shown else super().sizeHintForRow(row)


class _ThemeDelegate(QStyledItemDelegate):
    """Draws a theme, and over the first of a group the group's title."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for one line, or two where a group begins."""
        high = self._line("body") + _ABOVE
        return QSize(1, high + (self._head() if index.data(GROUP_ROLE) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the title of the group, then the theme on the ground of a chosen row."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        rect: QRect = styled.rect
        title = str(index.data(GROUP_ROLE) or "")
        middle = Qt.AlignmentFlag.AlignVCenter
        if title:
            head = QRect(rect.left(), rect.top(), rect.width(), self._head())
            rect = rect.adjusted(0, self._head(), 0, 0)
            painter.setFont(self._look.font("small_strong"))
            painter.setPen(self._look.colour("text_muted"))
            painter.drawText(head.adjusted(_SIDE, _ABOVE, -_SIDE, 0), middle, title)
        self._paint_theme(painter, rect, styled, str(index.data()))

    def _paint_theme(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, theme: str
    ) -> None:
        state = option.state
        is_current = bool(state & _SELECTED)
        if is_current:
            painter.fillRect(rect, self._look.colour("accent_tint"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self._look.colour("accent"))
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("accent" if is_current else "text"))
        words = rect.adjusted(2 * _SIDE, 0, -_SIDE, 0)
        elide = Qt.TextElideMode.ElideRight
        fitting = painter.fontMetrics().elidedText(theme, elide, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _head(self) -> int:
        return self._line("small") + 2 * _ABOVE

    def _line(self, style: str) -> int:
        return round(self._look.theme.line_px(style))
