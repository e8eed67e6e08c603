"""The organisation's forms that the journal keeps: filled in one act, mapped, renamed, removed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QListView, QWidget

from app.domain.calendar_words import plain_date
from app.domain.word_form import WordForm
from app.services.word_form_values import Occasion
from app.services.word_forms import MOST_CHARACTERS
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label
from app.ui.parts.roomy_rows import ROOM, RoomyRows
from app.ui.parts.text_field import TextField

_LEAST_LINES, _LINES = 2, 6


class WordFormsDialog(Dialog):
    """A list of them; the one that stands chosen is filled by Enter."""

    fill_asked = Signal(str, object)  # uid, Occasion
    map_asked = Signal(str, object)  # uid, Occasion
    add_asked = Signal()
    renamed = Signal(str, str)  # uid, name
    remove_asked = Signal(object)  # WordForm

    def __init__(
        self, look: Look, forms: tuple[WordForm, ...], held_on: date | None, parent: QWidget
    ) -> None:
        """Show the forms, one at least; where a session was held, it can be filled for."""
        super().__init__(look, self.tr("My organisation’s form"), parent)
        self._forms = forms
        self._model = QStringListModel([form.name for form in forms], self)
        about = self.tr("The form gets the same words as the summary on this page.")
        self.add_text(about, colour="text_muted")
        self._build_list()
        self.occasion = self._occasion_box(held_on) if held_on else None
        self._build_acts()
        self.leave = self.add_button(self.tr("Close"), "flat")
        self.add = self.add_button(self.tr("Add a form…"), icon="plus")
        self.fill = self.add_button(self.tr("Fill and save…"), "primary")
        self._connect()
        self.list.setCurrentIndex(self._model.index(0))
        self.list.setFocus()

    def _build_list(self) -> None:
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Forms"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(RoomyRows(self.look, self.list))
        most = round(_LINES / self.look.theme.scale)
        lines = max(_LEAST_LINES, min(len(self._forms), most))
        self.list.setFixedHeight(lines * (self.list.fontMetrics().height() + ROOM) + 2)
        self.add_content(self.list)

    def _occasion_box(self, held_on: date) -> QComboBox:
        box = drop_down(self.tr("Fill it for"))
        held = self.tr("The last one held, {day}").format(day=plain_date(held_on))
        box.addItems([self.tr("The next supervision"), held])
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.space("s"))
        line.addWidget(Label(self.look, self.tr("Fill it for"), "small_strong", "text_muted"))
        line.addWidget(box)
        line.addStretch(1)
        self.add_content(row)
        return box

    @property
    def chosen_occasion(self) -> Occasion:
        """Which session the form is filled for."""
        is_held = self.occasion is not None and self.occasion.currentIndex() > 0
        return Occasion.HELD if is_held else Occasion.COMING

    def _build_acts(self) -> None:
        self.name_field = TextField(self.look, self.tr("Name"))
        self.name_field.edit.setMaxLength(MOST_CHARACTERS)
        self.map = Button(self.look, self.tr("What goes where…"))
        self.rename = Button(self.look, self.tr("Rename"))
        self.remove = Button(self.look, self.tr("Remove…"))
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space("s"))
        for button in (self.map, self.rename, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        for part in (self.name_field, acts):
            self.add_content(part)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.doubleClicked.connect(self._on_fill)
        self.name_field.text_changed.connect(self._show_can_rename)
        self.name_field.return_pressed.connect(self._on_rename)
        self.map.clicked.connect(self._on_map)
        self.rename.clicked.connect(self._on_rename)
        self.remove.clicked.connect(self._on_remove)
        self.leave.clicked.connect(self.reject)
        self.add.clicked.connect(self._on_add)
        self.fill.clicked.connect(self._on_fill)

    def choose(self, uid: str) -> None:
        """Stand on this form, and ask first which session it is filled for."""
        for row, form in enumerate(self._forms):
            if form.uid == uid:
                self.list.setCurrentIndex(self._model.index(row))
        if self.occasion is not None:
            self.occasion.setFocus()

    def refuse(self, why: str) -> None:
        """Say why the form was not renamed."""
        self.name_field.set_error(why)
        self.name_field.edit.setFocus()
        self.show_refused()

    def _chosen(self) -> WordForm | None:
        row = self.list.currentIndex().row()
        return self._forms[row] if 0 <= row < len(self._forms) else None

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        chosen = self._chosen()
        self.name_field.set_text(chosen.name if chosen else "")
        self.name_field.set_error("")
        self._show_can_rename("")

    def _show_can_rename(self, _text: str) -> None:
        chosen, name = self._chosen(), self.name_field.text.strip()
        can = chosen is not None and bool(name) and name != chosen.name
        self.rename.setEnabled(can)
        # Enter in the field renames while there is something to rename; it must fill nothing then.
        self.fill.setDefault(not can)

    def _on_fill(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.fill_asked.emit(chosen.uid, self.chosen_occasion)

    def _on_map(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.map_asked.emit(chosen.uid, self.chosen_occasion)

    def _on_add(self) -> None:
        self.accept()
        self.add_asked.emit()

    def _on_rename(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.rename.isEnabled():
            self.renamed.emit(chosen.uid, self.name_field.text)

    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.remove_asked.emit(chosen)
