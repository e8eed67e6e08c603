"""The fields of a piece as one changes them, in the order of the regulator's form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cpd_piece import CpdPiece, PeerReflection
from app.domain.cpd_year import PieceStanding
from app.domain.regulator import FieldSource, RegulatorField
from app.services.cpd import OpenPiece
from app.ui.look import Look
from app.ui.pages.cpd_tags import TagLines
from app.ui.pages.cpd_wording import WordingField
from app.ui.parts.check_line import CheckLine
from app.ui.parts.date_field import DateField
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_PROSE = (FieldSource.ACTIVITY, FieldSource.LEARNING, FieldSource.IMPACT, FieldSource.OWN)
_MOST_HOURS = 1000.0


class PieceForm(QWidget):
    """Gives the piece as it stands in its fields."""

    changed = Signal()

    def __init__(self, look: Look, opened: OpenPiece) -> None:
        super().__init__()
        self._look, self._opened = look, opened
        self.boxes: dict[str, WordingField] = {}
        self.kinds: dict[str, CheckLine] = {}
        self.title: TextField | None = None
        self.hours: TextField | None = None
        self.day: DateField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("m"))
        self.role = TextField(look, self.tr("With whom"), self.tr("their role only, not a name"))
        self.role.set_placeholder(self.tr("another social worker, my manager, a teacher"))
        self.peer_day = DateField(look, self.tr("When you talked it over"))
        for field in opened.rules.fields:
            self._add(field)
        self.tags = TagLines(look, opened.framework, opened.others, opened.standing)
        self._column.addWidget(self.tags)
        self.tags.changed.connect(self.changed)

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        first = self.title or self.day
        if first is not None:
            first.setFocus()

    def piece(self) -> CpdPiece:
        """Give the piece with what stands in the fields now."""
        piece = self._opened.standing.piece
        for key, box in self.boxes.items():
            piece = piece.worded(key, box.own_words())
        if self.title is not None:
            words = self.title.text.strip()
            own = words if words != self._opened.standing.title else None
            piece = piece.worded(self._key(FieldSource.TITLE), own or None)
        if self.day is not None and self.day.day is not None:
            piece = replace(piece, day=self.day.day)
        return replace(
            piece,
            kinds=tuple(kind for kind, line in self.kinds.items() if line.isChecked()),
            peer=self._peer(),
            hours=self._hours(),
            tags=self.tags.chosen(),
        )

    def tell(self, standing: PieceStanding) -> None:
        """Say what a piece that was kept lacks."""
        lacks = set(standing.missing)
        for field in self._opened.rules.fields:
            if field.key in self.boxes:
                self.boxes[field.key].tell_lack(is_lacking=field.label in lacks)

    def _peer(self) -> PeerReflection | None:
        role, day = self.role.text.strip(), self.peer_day.day
        return PeerReflection(role, day) if role or day else None

    def _hours(self) -> float | None:
        if self.hours is None:
            return self._opened.standing.piece.hours
        words = self.hours.text.strip().replace(",", "")
        try:
            hours = float(words) if words else None
        except ValueError:
            hours = -1.0
        is_right = hours is None or 0 <= hours <= _MOST_HOURS
        trouble = "" if is_right else self.tr("A number of hours, such as 2.5.")
        self.hours.set_error(trouble)
        return hours if is_right else self._opened.standing.piece.hours

    def _key(self, source: FieldSource) -> str:
        field = self._opened.rules.field_from(source)
        return field.key if field else ""

    def _add(self, field: RegulatorField) -> None:
        standing, piece = self._opened.standing, self._opened.standing.piece
        match field.source:
            case FieldSource.TITLE:
                self.title = TextField(self._look, field.label)
                self.title.set_text(standing.words.get(field.key, ""))
                self._put(self.title)
                self.title.text_changed.connect(self._on_changed)
            case FieldSource.DAY:
                self.day = DateField(self._look, field.label)
                self.day.set_day(piece.day)
                self._put(self.day)
                self.day.day_changed.connect(self._on_changed)
            case FieldSource.HOURS:
                self.hours = TextField(self._look, field.label)
                self.hours.set_text("" if piece.hours is None else f"{piece.hours:g}")
                self._put(self.hours)
                self.hours.text_changed.connect(self._on_changed)
            case FieldSource.KINDS:
                self._add_kinds(field)
            case FieldSource.PEER:
                self._add_peer(field)
            case _:
                self._add_box(field)

    def _add_kinds(self, field: RegulatorField) -> None:
        self._put(Label(self._look, field.label, "small_strong", "text_muted"))
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for kind in dict.fromkeys((*self._opened.rules.kinds, *self._opened.standing.piece.kinds)):
            line = CheckLine(self._look, kind)
            line.setChecked(kind in self._opened.standing.piece.kinds)
            line.toggled.connect(self._on_changed)
            self.kinds[kind] = line
            lines.addWidget(line)
        self._put(holder)

    def _add_peer(self, field: RegulatorField) -> None:
        self._add_box(field)
        peer = self._opened.standing.piece.peer
        self.role.set_text(peer.role if peer else "")
        self.peer_day.set_day(peer.day if peer else None)
        self._put(self.role)
        self._put(self.peer_day)
        self.role.text_changed.connect(self._on_changed)
        self.peer_day.day_changed.connect(self._on_changed)

    def _add_box(self, field: RegulatorField) -> None:
        standing = self._opened.standing
        box = WordingField(
            self._look,
            field,
            standing.from_answers.get(field.key, ""),
            standing.piece.wording.get(field.key),
        )
        box.tell_lack(is_lacking=field.label in standing.missing)
        box.changed.connect(self.changed)
        self.boxes[field.key] = box
        self._put(box)

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _on_changed(self, _value: object) -> None:
        self.changed.emit()
