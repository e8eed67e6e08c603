"""Who the supervision summary says it is between: roles, kept inside the journal."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services.ports import Vault
from app.services.workshop import Desk
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

PREFERENCES = ("prepared_by", "supervisor")
_FIELD_PX = 440


class SupervisionGroup(QWidget):
    """Two fields, saved when one is left."""

    def __init__(self, look: Look, lane: Lane, desk: Desk) -> None:
        super().__init__()
        self._look, self._lane, self._desk = look, lane, desk
        self._saved: dict[str, str] = {}
        self._build()
        look.changed.connect(self._size_fields)

    def _build(self) -> None:
        look = self._look
        meaning = Label(
            look,
            self.tr(
                "The top of the summary says who prepared it and who it is for. Roles are enough: "
                "on paper, no passphrase protects a name."
            ),
            "small",
            "text_muted",
        )
        meaning.setWordWrap(True)
        self.prepared_field = TextField(look, self.tr("Prepared by"))
        self.prepared_field.set_placeholder(self.tr("Social worker, children’s team"))
        self.supervisor_field = TextField(look, self.tr("Supervisor"))
        self.supervisor_field.set_placeholder(self.tr("Team manager"))
        self._fields = dict(
            zip(PREFERENCES, (self.prepared_field, self.supervisor_field), strict=True)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(18)
        column.addWidget(meaning)
        for field in self._fields.values():
            column.addWidget(field)
            field.editing_finished.connect(self.save)
            field.setEnabled(False)
        self._size_fields()

    def _size_fields(self) -> None:
        for field in self._fields.values():
            field.setMaximumWidth(round(_FIELD_PX * self._look.theme.scale))

    def load(self) -> None:
        """Ask the journal for what is stored."""
        job = self._lane.job()
        job.succeeded.connect(self._show)
        self._lane.start(job, partial(_stored, self._desk.vault))

    def save(self) -> None:
        """Store what has been changed."""
        for name, field in self._fields.items():
            text = field.text.strip()
            if field.isEnabled() and text != self._saved.get(name):
                self._saved[name] = text
                job = self._lane.job()
                job.failed.connect(self._on_not_saved)
                self._lane.start(job, partial(self._desk.vault.set_preference, name, text))
                field.set_error("")

    def _show(self, stored: dict[str, str]) -> None:
        self._saved = stored
        for name, field in self._fields.items():
            field.setEnabled(True)
            if not field.edit.hasFocus():
                field.set_text(stored[name])

    def _on_not_saved(self, error: AppError) -> None:
        self._saved = {}
        for field in self._fields.values():
            field.set_error(str(error))


def _stored(vault: Vault) -> dict[str, str]:
    return {name: vault.preference(name) or "" for name in PREFERENCES}
