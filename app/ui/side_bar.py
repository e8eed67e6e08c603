"""The way between the pages of an open journal: a column at the side, or a bar on top."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.label import Label
from app.ui.parts.navigation import SideNavigation

# key, icon, words; the keys are the pages of the open view
_PLACES = (
    ("home", "house", "Home"),
    ("journal", "book-open-text", "Journal"),
    ("supervision", "users", "Supervision"),
    ("actions", "list-checks", "Actions"),
    ("cpd", "graduation-cap", "CPD year"),
    ("forms", "library", "Forms"),
)


# Pages that one comes back to and that stand in no bar.
_OTHERS = {"bin": "Bin", "versions": "Earlier versions", "settings": "Settings"}


def place_words(key: str) -> str:
    """Give what a page is called that one comes back to."""
    words = {place: word for place, _, word in _PLACES} | _OTHERS
    return QCoreApplication.translate("SideBar", words.get(key, words["home"]))


class SideBar(SideNavigation):
    """The journal's name, a new reflection, the places, settings and lock."""

    new_asked = Signal()

    def __init__(self, look: Look, journal_name: str) -> None:
        """Build the column."""
        super().__init__(look)
        self._add_name(look, journal_name)
        self.new_button = Button(look, self.tr("New reflection"), icon="square-pen")
        self.new_button.setObjectName("new_reflection_button")
        self.new_button.clicked.connect(self.new_asked)
        self.add_widget(self.new_button)
        self.add_space(12)
        for key, icon, word in _PLACES:
            self.add_row(key, icon, self.tr(word))
        self.add_stretch()
        self.add_row("settings", "settings", self.tr("Settings"))
        self.add_row("lock", "lock", self.tr("Lock"), "Ctrl+L")

    def _add_name(self, look: Look, journal_name: str) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(10, 2, 0, 8)
        column.setSpacing(0)
        name = Label(look, journal_name, "prose_strong")
        name.setWordWrap(True)
        column.addWidget(name)
        where = Label(look, self.tr("Encrypted on this computer"), "small", "text_muted")
        where.setWordWrap(True)
        column.addWidget(where)
        self.add_widget(holder)


class TopBar(QWidget):
    """The same in one line, for a narrow window or large text."""

    place_chosen = Signal(str)
    new_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Build the line."""
        super().__init__()
        self._look = look
        self.places = Button(look, self.tr("Home"), icon="house")
        self.places.set_trailing_icon("chevron-down")
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        for key, icon, word in (*_PLACES, ("settings", "settings", "Settings")):
            action = self._menu.addAction(look.icon(icon), self.tr(word))
            action.setData(key)
            action.setCheckable(True)
            self._group.addAction(action)
        self._menu.triggered.connect(self._on_chosen)
        self.places.clicked.connect(self._open_menu)
        new = Button(look, self.tr("New reflection"), icon="square-pen")
        new.clicked.connect(self.new_asked)
        lock = Button(look, self.tr("Lock"), icon="lock")
        lock.clicked.connect(self._on_lock)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 11)
        row.setSpacing(12)
        row.addWidget(self.places)
        row.addWidget(new)
        row.addStretch(1)
        row.addWidget(lock)

    def set_count(self, key: str, words: str) -> None:
        """Say beside a place how much waits there: “4 due”."""
        for action in self._group.actions():
            if action.data() == key:
                word = next(self.tr(word) for place, _, word in _PLACES if place == key)
                action.setText(f"{word} ({words})" if words else word)

    def set_current(self, key: str) -> None:
        """Say which page is shown."""
        for place, icon, word in (*_PLACES, ("settings", "settings", "Settings")):
            if place == key:
                self.places.set_words(self.tr(word))
                self.places.set_icon(icon)
        for action in self._group.actions():
            action.setChecked(action.data() == key)

    def _open_menu(self) -> None:
        self._menu.popup(self.places.mapToGlobal(self.places.rect().bottomLeft()))

    def _on_chosen(self) -> None:
        chosen = self._group.checkedAction()
        if chosen is not None:
            self.place_chosen.emit(chosen.data())

    def _on_lock(self) -> None:
        self.place_chosen.emit("lock")

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the line under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
