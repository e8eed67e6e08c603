"""The settings: groups at the left, one row for each setting at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.workshop import Desk
from app.ui.look import Look
from app.ui.page import Page
from app.ui.pages.settings_appearance import AppearanceGroup, WritingGroup
from app.ui.pages.settings_identifiers import IdentifiersGroup
from app.ui.pages.settings_security import SecurityGroup
from app.ui.pages.settings_spelling import SpellingGroup
from app.ui.pages.settings_supervision import SupervisionGroup
from app.ui.parts.group_list import GroupList
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.surroundings import Surroundings

_GROUPS_PX, _CONTENT_PX = 188, 780
_NO_LIMIT = 16_777_215
_NARROW_LEFT, _TITLE_LEFT = 28, 15
_Direction = QBoxLayout.Direction


class SettingsPage(Page):
    """Everything takes effect at once; danger is explained in the dialog it opens."""

    lock_time_changed = Signal(int)  # minutes
    new_key_asked = Signal(object)  # NewKeyWish
    mending_asked = Signal()
    folder_asked = Signal(object)  # Path of another journal to open

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Show the settings of this computer, and of the open journal."""
        super().__init__(surroundings)
        self._desk = desk
        self._build()
        self._connect()
        self._fold()

    def _build(self) -> None:
        look, lane, settings = self.look, self.surroundings.lane, self.surroundings.settings
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.appearance = AppearanceGroup(look, settings)
        self.writing = WritingGroup(look, settings)
        self.identifiers = IdentifiersGroup(look, settings)
        self.spelling = SpellingGroup(look, lane, settings, self._desk.spelling)
        self.security = SecurityGroup(self.surroundings, self._desk, self)
        self.supervision = SupervisionGroup(look, lane, self._desk)
        self.groups = GroupList(look, self.tr("Groups of settings"))
        self.stack = QStackedWidget()
        for key, words, groups in (
            ("appearance", self.tr("Appearance"), (self.appearance,)),
            ("writing", self.tr("Writing"), (self.writing, self.identifiers, self.spelling)),
            ("security", self.tr("Security"), (self.security,)),
            ("supervision", self.tr("Supervision"), (self.supervision,)),
        ):
            self.groups.add_group(key, words)
            self.stack.addWidget(_GroupPage(look, key, words, groups))
        self._side = _Side(look, self.tr("Settings"), self.groups)
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._side)
        self._row.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.groups.group_chosen.connect(self.show_group)
        self.security.lock_time_changed.connect(self.lock_time_changed)
        self.security.keys.new_key_asked.connect(self.new_key_asked)
        self.security.checking.mending_asked.connect(self.mending_asked)
        self.security.checking.folder_asked.connect(self.folder_asked)
        self.security.checking.status_changed.connect(self.status_changed)
        self.security.backups.folder_asked.connect(self.folder_asked)
        self.look.changed.connect(self._fold)

    def show_group(self, key: str) -> None:
        """Show a group: appearance, writing, security or supervision."""
        self.supervision.save()
        self.groups.set_current(key)
        for index in range(self.stack.count()):
            page = self.stack.widget(index)
            if page is not None and page.objectName() == key:
                self.stack.setCurrentWidget(page)

    def enter(self) -> None:
        """Bring everything up to date; put the focus on the current group."""
        self.appearance.show_settings()
        self.writing.show_settings()
        self.identifiers.show_settings()
        self.spelling.show_settings()
        self.spelling.load()
        self.supervision.load()
        self.security.backups.load()
        self.security.checking.enter()
        self.groups.focus_current()

    def leave(self) -> bool:
        """Store what was typed last."""
        self.supervision.save()
        return True

    def _fold(self) -> None:
        is_narrow = self.look.is_narrow(self, "two_columns_become_one")
        self._row.setDirection(_Direction.TopToBottom if is_narrow else _Direction.LeftToRight)
        self._side.set_narrow(is_narrow)
        for index in range(self.stack.count()):
            page = self.stack.widget(index)
            if isinstance(page, _GroupPage):
                page.set_narrow(is_narrow)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)


class _Side(QWidget):
    """The title and the groups, with a line towards the settings."""

    def __init__(self, look: Look, title: str, groups: GroupList) -> None:
        super().__init__()
        self._look, self._groups, self._is_narrow = look, groups, False
        self._title = Label(look, title, "display")
        self._title.setContentsMargins(_TITLE_LEFT, 0, 0, 0)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(look.space("s"))
        column.addWidget(self._title)
        column.addWidget(groups)
        column.addStretch(1)

    def set_narrow(self, is_narrow: bool) -> None:
        """Stand above the settings, or at their left."""
        self._is_narrow = is_narrow
        # In line the groups have room for their ring, and begin where the settings do.
        left = _NARROW_LEFT - _TITLE_LEFT if is_narrow else 0
        self._column.setContentsMargins(left, self._look.space("xl"), 1, 0)
        grown = round(_GROUPS_PX * self._look.theme.scale)
        self.setMinimumWidth(0 if is_narrow else grown)
        self.setMaximumWidth(_NO_LIMIT if is_narrow else grown)
        self._groups.set_in_line(is_narrow)
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter, colour = QPainter(self), self._look.colour("line")
        if self._is_narrow:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colour)
        else:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), colour)


class _GroupPage(ScrollPage):
    """What belongs together under its title."""

    def __init__(self, look: Look, key: str, title: str, groups: Iterable[QWidget]) -> None:
        super().__init__(look, _CONTENT_PX)
        self.setObjectName(key)
        self.column.setSpacing(0)
        self.column.addWidget(Label(look, title, "title"))
        for group in groups:
            self.column.addWidget(group)

    def set_narrow(self, is_narrow: bool) -> None:
        """Let the column be as wide as the text makes it."""
        self.set_max_width(round(_CONTENT_PX * self._look.theme.scale))
        left = _NARROW_LEFT if is_narrow else 40
        margins = self.margins.contentsMargins()
        self.margins.setContentsMargins(left, margins.top(), margins.right(), margins.bottom())
