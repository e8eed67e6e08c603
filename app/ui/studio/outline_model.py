"""The outline of a form as a list: the form, its sections, their prompts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.domain.form import FormDefinition
from app.domain.form_editing import Spot
from app.ui.studio.words import prompt_words, section_title_words, title_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
FORM, SECTION, PROMPT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row: which part, how deep, its words, and whether something is to be put right."""

    spot: Spot
    depth: int
    words: str
    number: int = 0
    is_conditional: bool = False
    has_trouble: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        kinds = {FORM: _tr("Form"), SECTION: _tr("Section"), PROMPT: _tr("Prompt {number}")}
        words = [kinds[self.depth].format(number=self.number), self.words]
        if self.is_conditional:
            words.append(_tr("asked only after a certain answer"))
        if self.has_trouble:
            words.append(_tr("something is to be put right"))
        return ", ".join(words)


def rows_of(form: FormDefinition, troubled: Collection[Spot]) -> Iterator[OutlineRow]:
    """Give the rows of a form in reading order."""
    yield OutlineRow(Spot(), FORM, title_words(form.title), has_trouble=Spot() in troubled)
    number = 0
    for section in form.sections:
        spot = Spot(section=section.key)
        words = section_title_words(section.title)
        yield OutlineRow(spot, SECTION, words, has_trouble=spot in troubled)
        for prompt in section.prompts:
            number += 1
            spot = Spot(prompt=prompt.key)
            yield OutlineRow(
                spot,
                PROMPT,
                prompt_words(prompt.text),
                number,
                is_conditional=prompt.when is not None,
                has_trouble=spot in troubled,
            )


class OutlineModel(QAbstractListModel):
    """Rows are parts of one form."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()

    def show(self, rows: tuple[OutlineRow, ...]) -> None:
        """Show other rows; where only words have changed, the current row stays."""
        if [row.spot for row in rows] == [row.spot for row in self._rows]:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: _Index) -> OutlineRow | None:
        """Give the row at an index."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, spot: Spot) -> QModelIndex:
        """Give the row of a part, or no row."""
        places = (at for at, row in enumerate(self._rows) if row.spot == spot)
        return self.index(next(places, -1))

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the row, its words, or what is said of it."""
        row = self.row(index) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Outline", words)
