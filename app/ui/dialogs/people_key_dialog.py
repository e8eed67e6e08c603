"""The people key: real names, and the role labels that stand for them on paper."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QListView, QWidget

from app.domain.identifier import KeptPerson
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.check_line import CheckLine
from app.ui.parts.drop_down import drop_down
from app.ui.parts.roomy_rows import ROOM, RoomyRows
from app.ui.parts.text_field import TextField

_LEAST_LINES, _LINES = 3, 7
_BETWEEN = ", "


class PeopleKeyDialog(Dialog):
    """A list of labels; the names behind them are shown on demand only."""

    kept = Signal(object, str)  # tuple of KeptPerson, the id of a reflection or nothing
    scope_asked = Signal(str)  # the id of a reflection, or nothing for the journal

    def __init__(self, look: Look, reflection_id: str, parent: QWidget) -> None:
        """Show nobody yet; with an id, entries can belong to that reflection alone."""
        super().__init__(look, self.tr("People key"), parent)
        self._people: tuple[KeptPerson, ...] = ()
        self._before: tuple[KeptPerson, ...] | None = None
        self._chosen_label = ""
        self._model = QStringListModel(self)
        self.add_text(
            self.tr(
                "Names that you use, and what stands there instead whenever something is printed "
                "or saved. The key stays inside this journal. Earlier reflections are covered too."
            ),
            "body",
            "text_muted",
        )
        self.scope = self._add_scope(reflection_id)
        self.list = self._add_list()
        self.shows_names = CheckLine(look, self.tr("Show the names"))
        self.add_content(self.shows_names)
        self.label = TextField(look, self.tr("What stands there instead"), parent=self)
        self.label.set_placeholder(self.tr("Such as: Child A, the school"))
        names_hint = self.tr("Nicknames and other spellings too, with commas between")
        self.names = TextField(look, self.tr("Names"), names_hint, parent=self)
        self.add_content(self.label)
        self.add_content(self.names)
        self._add_acts()
        self.note = self.add_text("", "body", "text_muted")
        self.undo = self.add_button(self.tr("Put it back"), "flat")
        self.done_button = self.add_button(self.tr("Done"), "primary")
        # Enter in a field keeps the entry; it must not end the dialog as well.
        self.done_button.setDefault(False)
        self.undo.hide()
        self._connect()

    def _add_scope(self, reflection_id: str) -> QComboBox:
        scope = drop_down(self.tr("Where these names are replaced"))
        scope.addItem(self.tr("In the whole journal"), "")
        if reflection_id:
            scope.addItem(self.tr("In this reflection only"), reflection_id)
        self.add_content(scope)
        scope.setVisible(bool(reflection_id))
        return scope

    def _add_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self._model)
        view.setAccessibleName(self.tr("People in the key"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setUniformItemSizes(True)
        view.setItemDelegate(RoomyRows(self.look, view))
        self.add_content(view)
        return view

    def _add_acts(self) -> None:
        look = self.look
        self.keep = Button(look, self.tr("Keep"))
        self.new = Button(look, self.tr("Somebody else"))
        self.remove = Button(look, self.tr("Remove"))
        acts = QWidget(self)
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        for button in (self.keep, self.new, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.add_content(acts)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._on_scope_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.shows_names.toggled.connect(self._show_people)
        self.keep.clicked.connect(self._keep)
        self.new.clicked.connect(self._begin_new)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._put_back)
        self.done_button.clicked.connect(self.accept)
        for field in (self.label, self.names):
            field.text_changed.connect(self._on_typed)
            field.return_pressed.connect(self._keep)

    def show_people(self, people: tuple[KeptPerson, ...]) -> None:
        """Show these; the one that was kept last is chosen."""
        if not self.isVisible():
            lines = max(_LEAST_LINES, min(len(people), round(_LINES / self.look.theme.scale)))
            self.list.setFixedHeight(lines * (self.list.fontMetrics().height() + ROOM) + 2)
        self._people = people
        self._show_people()
        self.undo.setVisible(self._before is not None)

    def refuse(self, why: str) -> None:
        """Say why it was not kept."""
        self._before = None
        self.undo.hide()
        self.names.set_error(why)
        self.names.edit.setFocus()
        self.show_refused()

    def _show_people(self, _is_shown: bool = False) -> None:
        lines = [self._told_line(each) for each in self._people]
        self._model.setStringList(lines)
        labels = [each.label.casefold() for each in self._people]
        wanted = self._chosen_label.casefold()
        row = labels.index(wanted) if wanted in labels else -1
        self.list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self._show_chosen()
        if not self._people and self._before is None:
            self.note.setText(self.tr("Nobody is in the key yet."))
        elif self._before is None:
            self.note.setText("")

    def _told_line(self, person: KeptPerson) -> str:
        if self.shows_names.isChecked():
            return f"{person.label}: {_BETWEEN.join(person.names)}"
        count = len(person.names)
        told = self.tr("1 name") if count == 1 else self.tr("{count} names").format(count=count)
        return f"{person.label} · {told}"

    def _chosen_row(self) -> int:
        return self.list.currentIndex().row()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._chosen_label = self._people[current.row()].label
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self._chosen_row()
        person = self._people[row] if 0 <= row < len(self._people) else None
        is_hidden = person is not None and not self.shows_names.isChecked()
        self.label.set_text(person.label if person else "")
        self.names.set_text(_BETWEEN.join(person.names) if person and not is_hidden else "")
        self.names.set_placeholder(self.tr("Hidden: tick “Show the names”") if is_hidden else "")
        self.names.setEnabled(not is_hidden)
        self.names.set_error("")
        self.remove.setEnabled(person is not None)
        self.new.setEnabled(person is not None)
        self._on_typed("")

    def _on_typed(self, _words: str) -> None:
        is_whole = bool(self.label.text.strip()) and bool(self._typed_names())
        self.keep.setEnabled(is_whole and self._with_typed() != self._people)

    def _typed_names(self) -> tuple[str, ...]:
        if not self.names.isEnabled():
            return self._people[self._chosen_row()].names
        return tuple(
            name for each in self.names.text.split(",") if (name := " ".join(each.split()))
        )

    def _with_typed(self) -> tuple[KeptPerson, ...]:
        typed = KeptPerson(" ".join(self.label.text.split()), self._typed_names())
        row = self._chosen_row()
        if row < 0:
            return (*self._people, typed)
        return (*self._people[:row], typed, *self._people[row + 1 :])

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self._before, self._chosen_label = None, self.label.text
            self.note.setText("")
            self.kept.emit(self._with_typed(), self._scope_id())

    def _begin_new(self) -> None:
        self._chosen_label = ""
        self.list.setCurrentIndex(QModelIndex())
        self._show_chosen()
        self.label.edit.setFocus()

    def _remove(self) -> None:
        row = self._chosen_row()
        if 0 <= row < len(self._people):
            self._before, self._chosen_label = self._people, ""
            gone = self._people[row].label
            self.note.setText(self.tr("“{label}” was removed from the key.").format(label=gone))
            self.kept.emit((*self._people[:row], *self._people[row + 1 :]), self._scope_id())

    def _put_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self.note.setText("")
            self.kept.emit(before, self._scope_id())

    def _scope_id(self) -> str:
        scope: str = self.scope.currentData()
        return scope

    def _on_scope_changed(self, _index: int) -> None:
        self._before, self._chosen_label = None, ""
        self.note.setText("")
        self.scope_asked.emit(self._scope_id())
