"""Asks for another name for a theme, and tells beforehand what that changes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.theme_change import ThemeChange
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.text_field import TextField

_PAUSE_MS = 200
_MOST_CHARACTERS = 200


class RenameThemeDialog(Dialog):
    """The way on opens once it is told what the name that was typed would change."""

    plan_asked = Signal(str)  # the new name
    confirmed = Signal(object)  # ThemeChange

    def __init__(self, look: Look, theme: str, parent: QWidget) -> None:
        """Begin with the name that it has."""
        super().__init__(look, self.tr("Rename a theme"), parent)
        self._theme = theme
        self._plan: ThemeChange | None = None
        self.add_text(
            self.tr(
                "Every reflection that has this theme gets the new name. Its words stay as they "
                "are, and its versions until now stay readable. Type the name of another theme "
                "to join the two."
            )
        )
        self.name_field = TextField(look, self.tr("Name"))
        self.name_field.edit.setMaxLength(_MOST_CHARACTERS)
        self.name_field.set_text(theme)
        self.add_content(self.name_field)
        self.said = self.add_text("", "small", "text_muted")
        self.back = self.add_button(self.tr("Leave it as it is"), "flat")
        self.go_on = self.add_button(self.tr("Rename"), "primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_plan)
        self.back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._confirm)
        self.name_field.text_changed.connect(self._on_name_changed)
        self.name_field.edit.selectAll()
        self._on_name_changed(theme)

    @property
    def name(self) -> str:
        """The name that was typed, on one line."""
        return " ".join(self.name_field.text.split())

    def show_plan(self, plan: ThemeChange) -> None:
        """Say what the name would change, unless another was typed meanwhile."""
        if plan.new != self.name:
            return
        self._plan = plan
        self.said.setText(" ".join(self._told(plan)))
        self.go_on.set_words(self._way_on(plan))
        self.go_on.setEnabled(plan.changing > 0)
        self.show_part(self.said)

    def _on_name_changed(self, _text: str) -> None:
        self._plan = None
        self.go_on.setEnabled(False)
        self._pause.stop()
        if self.name in ("", self._theme):
            self.said.setText(self.tr("Type another name."))
            self.go_on.set_words(self.tr("Rename"))
        else:
            self._pause.start()

    def _ask_plan(self) -> None:
        self.plan_asked.emit(self.name)

    def _confirm(self) -> None:
        if self._plan is not None:
            self.confirmed.emit(self._plan)
            self.accept()

    def _told(self, plan: ThemeChange) -> tuple[str, ...]:
        told = [*self._told_of_changing(plan)]
        if plan.joined:
            words = self.tr(
                "“{theme}” is a theme of other reflections already ({count}): the two become one, "
                "and cannot be told apart again."
            )
            told.append(words.format(theme=plan.new, count=f"{plan.joined:,}"))
        if plan.held == 1:
            told.append(self.tr("1 is on hold and keeps the old name."))
        elif plan.held:
            words = self.tr("{count} are on hold and keep the old name.")
            told.append(words.format(count=f"{plan.held:,}"))
        return tuple(told)

    def _told_of_changing(self, plan: ThemeChange) -> Iterator[str]:
        if plan.changing == 1:
            yield self.tr("1 reflection gets a new version.")
            if plan.binned:
                yield self.tr("It is in the bin.")
        elif plan.changing:
            words = self.tr("{count} reflections get a new version.")
            yield words.format(count=f"{plan.changing:,}")
            if plan.binned == 1:
                yield self.tr("1 of them is in the bin.")
            elif plan.binned:
                words = self.tr("{count} of them are in the bin.")
                yield words.format(count=f"{plan.binned:,}")

    def _way_on(self, plan: ThemeChange) -> str:
        if plan.held and plan.changing:
            return self.tr("Join the others") if plan.is_joining else self.tr("Rename the others")
        return self.tr("Join the two themes") if plan.is_joining else self.tr("Rename")
