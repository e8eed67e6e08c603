"""Who may see an answer: a word, an icon and a colour, with a menu of four choices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.sharing import Sharing
from app.ui.look import Look
from app.ui.parts.face_button import Face, FaceButton, Shape

_CHOICES = (
    Sharing.PRIVATE,
    Sharing.SUPERVISION,
    Sharing.CPD,
    Sharing.SUPERVISION | Sharing.CPD,
)
_MARKS = {
    Sharing.PRIVATE: ("lock", "share_private"),
    Sharing.SUPERVISION: ("users", "share_supervision"),
    Sharing.CPD: ("graduation-cap", "share_cpd"),
    Sharing.SUPERVISION | Sharing.CPD: ("users", "share_supervision"),
}


def sharing_word(sharing: Sharing) -> str:
    """Give the word that a person reads: “Private”, “Supervision”, “CPD” or both."""
    words = {
        Sharing.PRIVATE: QCoreApplication.translate("SharingControl", "Private"),
        Sharing.SUPERVISION: QCoreApplication.translate("SharingControl", "Supervision"),
        Sharing.CPD: QCoreApplication.translate("SharingControl", "CPD"),
    }
    both = QCoreApplication.translate("SharingControl", "Supervision and CPD")
    return words.get(sharing, both)


def sharing_mark(sharing: Sharing) -> tuple[str, str]:
    """Give the icon and the colour token of a sharing."""
    return _MARKS[sharing]


class SharingControl(FaceButton):
    """Shows an answer's sharing and changes it."""

    sharing_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._sharing = Sharing.PRIVATE
        super().__init__(look, "", parent)
        self._actions: dict[Sharing, QAction] = {}
        menu = QMenu(self)
        # Most menus are never opened. The button measures its menu as soon as it is pressed.
        self.pressed.connect(self._fill_menu)
        menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(menu)
        self.set_trailing_icon("chevron-down")
        self.set_sharing(Sharing.PRIVATE)

    @property
    def sharing(self) -> Sharing:
        """Who may see the answer."""
        return self._sharing

    def set_sharing(self, sharing: Sharing) -> None:
        """Show another sharing without telling anyone."""
        self._sharing = sharing
        self.set_icon(sharing_mark(sharing)[0])
        self.set_words(sharing_word(sharing))
        if self._actions:
            self._actions[sharing].setChecked(True)
        name = self.tr("Sharing: {word}").format(word=sharing_word(sharing))
        self.setAccessibleName(name)

    def choose(self, sharing: Sharing) -> None:
        """Change the sharing as a person does, and say so."""
        if sharing != self._sharing:
            self.set_sharing(sharing)
            self.sharing_changed.emit(sharing)

    def _on_chosen(self, action: QAction) -> None:
        for sharing, own in self._actions.items():
            if own is action:
                self.choose(sharing)

    def _fill_menu(self) -> None:
        if not self._actions:
            menu = self.menu()
            group = QActionGroup(menu)
            for sharing in _CHOICES:
                action = menu.addAction(sharing_word(sharing))
                action.setCheckable(True)
                group.addAction(action)
                self._actions[sharing] = action
            group.triggered.connect(self._on_chosen)
            self._actions[self._sharing].setChecked(True)
        for sharing, action in self._actions.items():
            action.setIcon(self._look.icon(*sharing_mark(sharing), "s"))
            action.setFont(self._look.font("body_strong" if action.isChecked() else "body"))

    def _shape(self) -> Shape:
        theme = self._look.theme
        height = max(theme.px("chip"), theme.px("button_small") - 2)
        return Shape(height, 8, theme.radius("control"), "s", "xs", 7)

    def _face(self) -> Face:
        if not self.isEnabled():
            return Face("text_disabled", "", "control_border_disabled", style="small")
        over = self.underMouse() or self.isDown()
        colour = sharing_mark(self._sharing)[1]
        return Face(colour, "hover" if over else "raised", "control_border", style="small")
