"""Stands over the open journal when a lock could not save the last words, and so did not lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.centred_page import CentredPage
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label

_WIDTH_PX = 440
_AGAIN_MS = 3_000


class NotLockedPage(QWidget):
    """Covers the words, says why the journal is not locked, and asks for another try."""

    tried_again = Signal()
    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Cover the dialogs too; they come back with the words."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = Label(look, self.tr("The journal is not locked yet"), "display")
        words = self.tr(
            "Your last words could not be saved, so they are only here, behind this page. Saving "
            "is tried again every few seconds; the journal locks as soon as it works. Make room "
            "on the disk, or connect it again. To see your words, the passphrase is asked for."
        )
        self.reason = Label(look, words)
        self.back_button = Button(look, self.tr("Go back to my words…"), "primary")
        self.back_button.clicked.connect(self.back_asked)
        self._lay_out(look, title)
        self._hidden = _put_dialogs_away()
        self._again = QTimer(self)
        self._again.timeout.connect(self.tried_again)
        self._again.start(_AGAIN_MS)

    def _lay_out(self, look: Look, title: Label) -> None:
        scroll = CentredPage(look, _WIDTH_PX)
        mark = IconLabel(look, "triangle-alert", "warning", "mark")
        scroll.middle.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for gap, label in ((10, title), (14, self.reason)):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            scroll.middle.addSpacing(gap)
            scroll.middle.addWidget(label)
        scroll.middle.addSpacing(20)
        scroll.middle.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def uncover(self) -> None:
        """Bring the dialogs back; the window shows the words again."""
        self._again.stop()
        for dialog in self._hidden:
            dialog.show()
        self._hidden = []


def _put_dialogs_away() -> list[QDialog]:
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    shown = [each for each in shown if each.isVisible()]
    for dialog in shown:
        dialog.hide()
    return shown
