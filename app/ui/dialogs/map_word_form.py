"""Says what goes where in an organisation's form: each field found in it, and a list beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.word_form import FieldKind, FieldMapping, ValueName, WordField
from app.services.word_forms import FormInHand, OfferedValue
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.drop_down import drop_down
from app.ui.parts.setting_row import SettingRow

_WIDTH = 860
_CHARACTERS = 30  # of the list; longer entries show whole when it is open


class MapWordFormDialog(Dialog):
    """A row for each field; what is left alone in the form is for a pen on the day."""

    mapped = Signal(str, object)  # the form's uid, FieldMapping
    fill_asked = Signal(str, object)  # the same, and the form is wanted filled

    def __init__(self, look: Look, in_hand: FormInHand, parent: QWidget) -> None:
        """Show the fields, each with what it takes now."""
        super().__init__(look, self.tr("What goes where"), parent)
        self.set_usual_width(_WIDTH)
        self._in_hand = in_hand
        self.add_text(self._found(), colour="text_muted")
        self.rows = [
            FieldRow(look, field, in_hand.offered, in_hand.form.mapping.get(field.key))
            for field in in_hand.fields
        ]
        self._add_rows()
        if self.rows:
            self.rows[-1].hide_line()
        self.leave = self.add_button(self.tr("Leave it as it was"), "flat")
        self.keep = self.add_button(self.tr("Keep"))
        self.fill = self.add_button(self.tr("Keep and fill…"), "primary")
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        self.fill.clicked.connect(self._on_fill)

    def _add_rows(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        self.add_content(holder)

    def mapping(self) -> FieldMapping:
        """Give what goes where now."""
        chosen = ((row.field.key, row.value()) for row in self.rows)
        return {key: value for key, value in chosen if value is not None}

    def _found(self) -> str:
        count = len(self._in_hand.fields)
        fields = self.tr("1 field") if count == 1 else self.tr("{count} fields")
        return self.tr(
            "“{name}”: {fields} found. What you choose here is kept with the form; a field that "
            "is left as it is stays empty for a pen."
        ).format(name=self._in_hand.form.name, fields=fields.format(count=count))

    def _on_keep(self) -> None:
        self.accept()
        self.mapped.emit(self._in_hand.form.uid, self.mapping())

    def _on_fill(self) -> None:
        self.accept()
        self.fill_asked.emit(self._in_hand.form.uid, self.mapping())


class FieldRow(SettingRow):
    """One field: its label, how the form asks, and the list of what it can take."""

    def __init__(
        self,
        look: Look,
        field: WordField,
        offered: tuple[OfferedValue, ...],
        chosen: ValueName | None,
    ) -> None:
        self.field = field
        self._offered = offered
        self.box = _list_of(self.tr("What goes into “{label}”").format(label=field.label))
        self.box.addItem(self.tr("Leave it as it is"))
        for each in offered:
            self.box.addItem(each.words)
        names = [each.name for each in offered]
        self.box.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        super().__init__(look, field.label or self.tr("Without a label"), "", self.box)
        self._tell()
        self.box.currentIndexChanged.connect(self._tell)

    def value(self) -> ValueName | None:
        """Give what was chosen, or None to leave the field alone."""
        place = self.box.currentIndex()
        return self._offered[place - 1].name if place > 0 else None

    def _tell(self) -> None:
        asks = self._asks()
        place = self.box.currentIndex()
        if place <= 0:
            self.set_meaning(asks)
        else:
            begins = self._offered[place - 1].begins or self.tr("nothing to put in yet.")
            self.set_meaning(self.tr("{asks} Now: {begins}").format(asks=asks, begins=begins))

    def _asks(self) -> str:
        words = {
            FieldKind.TAG: self.tr("A tag in the form."),
            FieldKind.REPEATED: self.tr("A list between two tags."),
            FieldKind.CELL: self.tr("An empty cell."),
            FieldKind.LINE: self.tr("An empty line."),
            FieldKind.CONTROL: self.tr("A field of Word’s own."),
        }
        if self.field.kind is FieldKind.ROWS:
            columns = ", ".join(each for each in self.field.columns if each)
            return self.tr("Empty rows under {columns}.").format(columns=columns)
        if self.field.kind is FieldKind.CHOICE:
            offered = ", ".join(self.field.offered)
            return self.tr("Only one of these: {offered}.").format(offered=offered)
        return words[self.field.kind]


def _list_of(name: str) -> QComboBox:
    box = drop_down(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_CHARACTERS)
    box.setMaxVisibleItems(16)
    return box
