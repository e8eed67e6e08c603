"""Asks how a form comes in that meets one which is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.services.form_exchange import Clash, Incoming, Way
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look


class ClashDialog(Dialog):
    """Offers a copy and, of an own form, a newer version; Escape takes nothing in."""

    way_chosen = Signal(object, object)  # Incoming, Way

    def __init__(self, look: Look, incoming: Incoming, parent: QWidget) -> None:
        """Tell what the form meets."""
        title = QCoreApplication.translate("ClashDialog", "There is such a form already")
        super().__init__(look, title, parent)
        self._incoming = incoming
        self.add_text(incoming.form.title, "body_strong")
        self.add_text(self._meaning(incoming.clash))
        self.stay = self.add_button(self.tr("Take nothing in"), "flat")
        self.stay.clicked.connect(self.reject)
        if incoming.clash in (Clash.SHIPPED, Clash.OWN):
            self.copy_button = self.add_button(self.tr("Take it in as a copy"), "plain")
            self.copy_button.clicked.connect(self._on_copy)
        if incoming.clash is Clash.OWN:
            self.newer_button = self.add_button(self.tr("As the newer version"), "plain")
            self.newer_button.clicked.connect(self._on_newer)

    def _meaning(self, clash: Clash) -> str:
        if clash is Clash.SHIPPED:
            return self.tr(
                "It is one of Afterword’s own forms, which are never changed. It can come in as a "
                "copy that is yours."
            )
        if clash is Clash.OWN:
            return self.tr(
                "It is one of your own forms, with other words in it. It can come in beside yours "
                "as a copy, or as the newer version of yours."
            )
        return self.tr("You have just this form, so nothing needs to come in.")

    def _on_copy(self) -> None:
        self.way_chosen.emit(self._incoming, Way.AS_COPY)
        self.accept()

    def _on_newer(self) -> None:
        self.way_chosen.emit(self._incoming, Way.AS_NEWER)
        self.accept()
