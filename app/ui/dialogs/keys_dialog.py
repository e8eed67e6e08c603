"""Every key and what it does, read from the menus themselves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.act import Act
from app.ui.act_table import MENUS
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.label import Label

_Direction = QBoxLayout.Direction
_COLUMN_CHARACTERS = 44


class KeysDialog(Dialog):
    """The keyboard map in two columns, or in one where there is no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("KeysDialog", "Keys")
        super().__init__(look, title, parent)
        self.set_usual_width(860)
        self.add_text(
            self.tr("Tab leaves a box for writing. Alt and an underlined letter open a menu."),
            "body",
            "text_muted",
        )
        self.add_content(_KeyMap(look))
        self.add_button(self.tr("Close")).clicked.connect(self.reject)


class _KeyMap(QWidget):
    """The menus' keys, shared out between two columns of about the same length."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._columns = QBoxLayout(_Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(look.space("xxl"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        groups = [(title, with_keys(acts)) for title, acts in MENUS]
        groups = [(title, acts) for title, acts in groups if acts]
        half = sum(len(acts) + 1 for _, acts in groups) / 2
        lists = (QVBoxLayout(), QVBoxLayout())
        filled = 0
        for title, acts in groups:
            column = lists[0] if filled < half - 1 else lists[1]
            filled += len(acts) + 1
            self._add_group(column, title, acts)
        for column in lists:
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        look.changed.connect(self._fold)

    def _add_group(self, column: QVBoxLayout, title: str, acts: tuple[Act, ...]) -> None:
        heading = Label(self._look, spoken(title), "heading")
        column.setSpacing(self._look.space("xxs"))
        column.addWidget(heading)
        for act in acts:
            column.addWidget(_KeyRow(self._look, act))
        column.addSpacing(self._look.space("m"))

    def _fold(self) -> None:
        needed = 2 * _COLUMN_CHARACTERS * self._look.theme.character_px("body")
        is_wide = self.width() >= needed
        self._columns.setDirection(_Direction.LeftToRight if is_wide else _Direction.TopToBottom)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self._fold()
        super().resizeEvent(event)


class _KeyRow(QWidget):
    """What is done, and its key at the right."""

    def __init__(self, look: Look, act: Act) -> None:
        super().__init__()
        words = spoken(act.words)
        label = Label(look, words)
        label.setWordWrap(True)
        form = QKeySequence.SequenceFormat.NativeText
        keys = (QKeySequence(each).toString(form) for each in (act.keys, act.also) if each)
        native = self.tr(" or ").join(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("m"))
        row.addWidget(label, 1)
        row.addWidget(_KeyCap(look, native), 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(f"{words}: {native}")


class _KeyCap(Label):
    """A key's name on a sunken ground."""

    def __init__(self, look: Look, keys: str) -> None:
        super().__init__(look, keys, "small")
        self.setContentsMargins(8, 2, 8, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("sunken"))
        radius = self._look.theme.radius("checkbox")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()
        super().paintEvent(event)


def with_keys(acts: tuple[Act | None, ...]) -> tuple[Act, ...]:
    """Give the entries of a menu that have a key."""
    return tuple(act for act in acts if act is not None and act.keys)


def spoken(words: str) -> str:
    """Give a menu's words translated and without the sign for its letter."""
    return QCoreApplication.translate("Actions", words).replace("&", "")
