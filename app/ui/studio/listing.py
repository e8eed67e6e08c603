"""The list of own forms: made, taken in, changed, given out, retired and brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.own_forms import FormRow
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage
from app.ui.studio.words import title_words

_WIDTH = 760


class OwnFormRow(QWidget):
    """One form with what can be done with it."""

    change_asked = Signal(str)
    copy_asked = Signal(str)
    export_asked = Signal(str)
    retire_asked = Signal(str)
    bring_back_asked = Signal(str)

    def __init__(self, look: Look, row: FormRow) -> None:
        """Show a form."""
        super().__init__()
        self._look, self._id = look, row.form.id
        self._title = title_words(row.form.title)
        self._tools = FlowLayout(gap=look.space("s"), line_gap=look.space("xs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.space("m"), 0, look.space("m"))
        column.setSpacing(4)
        for words, style, colour in (
            (self._title, "body_strong", "text"),
            (row.form.purpose, "body", "text"),
            (self._state(row), "small", "text_muted"),
        ):
            if words:
                label = Label(look, words, style, colour)
                label.setWordWrap(True)
                column.addWidget(label)
        column.addSpacing(look.space("xs"))
        column.addLayout(self._tools)
        self.buttons: list[Button] = []
        self._fill(row)

    @property
    def form_id(self) -> str:
        """The id of the form."""
        return self._id

    def _fill(self, row: FormRow) -> None:
        is_begun = row.is_unfinished and not row.has_versions
        if row.is_own:
            going_on = self.tr("Go on") if row.is_unfinished else self.tr("Change")
            self._add(going_on, "pencil", self._on_change)
        if row.is_retired:
            self._add(self.tr("Offer it again"), "undo-2", self._on_bring_back)
        if not is_begun:
            self._add(self.tr("Copy"), "copy", self._on_copy)
            self._add(self.tr("Save as a file…"), "download", self._on_export)
        if not row.is_retired and not is_begun:
            self._add(self.tr("Retire"), "archive", self._on_retire)

    def _add(self, words: str, icon: str, slot: object) -> None:
        button = Button(self._look, words, "plain", icon, is_small=True)
        button.setAccessibleName(self.tr("{act}: {form}").format(act=words, form=self._title))
        button.clicked.connect(slot)
        self._tools.addWidget(button)
        self.buttons.append(button)

    def _state(self, row: FormRow) -> str:
        words = []
        if row.has_versions:
            words.append(self.tr("Version {number}").format(number=row.form.version))
        if not row.is_own:
            words = [self.tr("One of Afterword’s own forms")]
        if row.is_retired:
            words.append(self.tr("retired: not offered any more"))
        if row.is_unfinished:
            words.append(self.tr("changes that are not saved yet"))
        told = " · ".join(words)
        return told[:1].upper() + told[1:]

    def _on_change(self) -> None:
        self.change_asked.emit(self._id)

    def _on_copy(self) -> None:
        self.copy_asked.emit(self._id)

    def _on_export(self) -> None:
        self.export_asked.emit(self._id)

    def _on_retire(self) -> None:
        self.retire_asked.emit(self._id)

    def _on_bring_back(self) -> None:
        self.bring_back_asked.emit(self._id)


class OwnFormListing(QWidget):
    """Every own form, and the ways to get one."""

    back_asked = Signal()
    new_asked = Signal()
    library_asked = Signal()
    import_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__()
        self._look = look
        self.rows: tuple[OwnFormRow, ...] = ()
        self._scroll = ScrollPage(look)
        self.leave_button = Button(look, self.tr("Forms"), icon="arrow-left", is_small=True)
        self.new_button = Button(look, self.tr("Make a form"), "primary", "plus")
        self.copy_button = Button(look, self.tr("Copy one of the forms…"), icon="copy")
        self.import_button = Button(look, self.tr("Take in a file…"), icon="upload")
        self._said = Label(look, "", "body", "text_muted")
        self._said.setWordWrap(True)
        self._build()
        self.leave_button.clicked.connect(self.back_asked)
        self.new_button.clicked.connect(self.new_asked)
        self.copy_button.clicked.connect(self.library_asked)
        self.import_button.clicked.connect(self.import_asked)
        look.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        look = self._look
        back = QHBoxLayout()
        back.addWidget(self.leave_button)
        back.addStretch(1)
        ways = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        for button in (self.new_button, self.copy_button, self.import_button):
            ways.addWidget(button)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        column = self._scroll.column
        column.addLayout(back)
        column.addSpacing(look.space("m"))
        column.addWidget(Label(look, self.tr("Form studio"), "display"))
        column.addWidget(self._said)
        column.addSpacing(look.space("m"))
        column.addLayout(ways)
        column.addSpacing(look.space("l"))
        column.addLayout(self._holder)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def show_rows(self, rows: tuple[FormRow, ...]) -> tuple[OwnFormRow, ...]:
        """Show these forms; give their rows, to be joined."""
        while (item := self._holder.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = tuple(OwnFormRow(self._look, row) for row in rows)
        for row in self.rows:
            self._holder.addWidget(Divider(self._look))
            self._holder.addWidget(row)
        with_forms = self.tr(
            "Forms of your own are kept in your journal only. A reflection keeps the version of "
            "the form on which it was written, whatever you change later."
        )
        without = self.tr(
            "You have no form of your own yet. Make one, or copy one of Afterword’s forms and "
            "change it. Your forms are kept in your journal only."
        )
        self._said.setText(with_forms if any(row.is_own for row in rows) else without)
        return self.rows

    def focus_on(self, form_id: str) -> None:
        """Go to a form's first button, or to the first way."""
        row = next((each for each in self.rows if each.form_id == form_id), None)
        target = row.buttons[0] if row is not None else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._scroll.set_max_width(round(_WIDTH * self._look.theme.scale))
