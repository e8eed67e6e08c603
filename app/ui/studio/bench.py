"""The bench on which one form is made: its outline, the fields of what is chosen, a preview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Section
from app.domain.form_editing import Removed, Spot
from app.services.workshop import Desk
from app.ui.dialogs.confirming import Confirming, Question, tell_error
from app.ui.parts.notice import Notice
from app.ui.studio.bench_head import FIELDS, OUTLINE, PREVIEW, BenchHead
from app.ui.studio.fields_side import FieldsSide
from app.ui.studio.outline import Outline
from app.ui.studio.outline_model import rows_of
from app.ui.studio.preview import Preview
from app.ui.studio.words import prompt_words, section_title_words, title_words
from app.ui.studio.work import FormWork
from app.ui.surroundings import Surroundings

_OUTLINE_PX = 348
_LONGEST_NAME = 40


class Bench(QWidget):
    """Joins the outline, the fields and the preview to the form that is worked on."""

    back_asked = Signal()
    dropped = Signal()
    saved = Signal()

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin without a form."""
        super().__init__()
        self._look = look = surroundings.look
        self.work = FormWork(desk.own_forms, surroundings.lane, self)
        self.head = BenchHead(look)
        self.outline = Outline(look)
        self.fields = FieldsSide(look)
        self.preview = Preview(surroundings, desk)
        self.notice = Notice(look, self)
        self._removed: list[Removed] = []
        self._side = FIELDS
        self._is_kept_well = True
        self._build()
        self._connect()

    def _build(self) -> None:
        self._sides = QStackedWidget()
        self._sides.addWidget(self.fields)
        self._sides.addWidget(self.preview)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.outline)
        beside.addWidget(self._sides, 1)
        for region in (self.head, self.outline, self._sides):
            region.setProperty("region", True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(beside, 1)

    def _connect(self) -> None:
        work, outline = self.work, self.outline
        outline.spot_chosen.connect(self._show_fields)
        outline.entered.connect(self.focus_fields)
        outline.prompt_asked.connect(self._add_prompt)
        outline.section_asked.connect(self._add_section)
        outline.remove_asked.connect(self._remove)
        outline.move_asked.connect(work.move)
        self.fields.form_changed.connect(work.put_form)
        self.fields.section_changed.connect(work.put_section)
        self.fields.prompt_changed.connect(work.put_prompt)
        work.changed.connect(self._on_changed)
        work.arranged.connect(self._on_arranged)
        work.checked.connect(self._show_troubles)
        work.kept.connect(self._on_kept)
        work.not_kept.connect(self._on_not_kept)
        work.saving.connect(self._on_saving)
        work.saved.connect(self._on_saved)
        work.not_saved.connect(self._on_not_saved)
        self.notice.acted.connect(self._bring_back)
        head = self.head
        head.back_asked.connect(self.back_asked)
        head.save_asked.connect(work.save)
        head.drop_asked.connect(self._ask_to_drop)
        head.trouble_asked.connect(self.show_first_trouble)
        head.side_chosen.connect(self.show_side)
        self._look.changed.connect(self._fold)

    # The form

    def open(self, form: FormDefinition, *, has_changes: bool) -> None:
        """Take a form on the bench, its own fields first."""
        self._removed.clear()
        self.notice.dismiss()
        self._is_kept_well = True
        self.work.open(form, has_changes=has_changes)
        self._show_rows(Spot())
        self._show_fields(Spot())
        self.show_side(FIELDS)
        self.focus_fields()

    def close_form(self) -> None:
        """Let the form go with every word in it."""
        self.preview.clear()
        self.work.close()

    def focus_fields(self) -> None:
        """Go to where the writing begins."""
        if self._side != FIELDS:
            self.show_side(FIELDS)
        self.fields.focus_first()

    def show_side(self, side: str) -> None:
        """Show the fields, the preview or, where it is narrow, the outline."""
        self._side = side
        if side == PREVIEW:
            self.preview.show_form(self.work.form, self.outline.spot)
        else:
            self.preview.clear()
        self._sides.setCurrentWidget(self.preview if side == PREVIEW else self.fields)
        self._fold()

    def leave_preview(self) -> None:
        """Let go what was tried out."""
        if self._side == PREVIEW:
            self.show_side(FIELDS)

    def show_first_trouble(self) -> None:
        """Go to the first field in which something is to be put right."""
        rows = [row.spot for row in rows_of(self.work.form, ())]
        troubles = sorted(self.work.troubles, key=lambda each: rows.index(each.spot))
        if not troubles:
            return
        first = troubles[0]
        self._show_rows(first.spot)
        self.focus_fields()
        self.fields.focus_field(first.field)

    # What is chosen

    def _show_rows(self, spot: Spot) -> None:
        troubled = {trouble.spot for trouble in self.work.troubles}
        self.outline.show_rows(tuple(rows_of(self.work.form, troubled)), spot)

    def _show_fields(self, spot: Spot) -> None:
        self.fields.show_part(self.work.form, spot)
        self._show_troubles()
        if self._side == PREVIEW:
            self.preview.show_form(self.work.form, spot)

    def _show_troubles(self) -> None:
        self.fields.show_troubles(self.work.troubles)
        self._show_rows(self.outline.spot)
        self._show_state()

    def _show_state(self) -> None:
        form, work = self.work.form, self.work
        if not self._is_kept_well:
            state = self.tr("Not kept: the journal cannot take it now. It is still here.")
        elif not work.has_changes:
            state = self.tr("Version {number}, saved.").format(number=form.version)
        else:
            state = self.tr("Your changes are kept as you write. Save them to use the form.")
        count = len(work.troubles)
        self.head.show_state(title_words(form.title), state, count, has_changes=work.has_changes)

    # Changes

    def _on_changed(self) -> None:
        self.notice.next_act()
        self.fields.take_form(self.work.form)
        self._show_rows(self.outline.spot)
        self._show_state()

    def _on_arranged(self, spot: Spot) -> None:
        self._show_rows(spot)
        self._show_fields(spot)

    def _add_prompt(self, after: Spot) -> None:
        self.work.add_prompt(after)
        self.focus_fields()

    def _add_section(self, after: Spot) -> None:
        self.work.add_section(after)
        self.focus_fields()

    def _remove(self, spot: Spot) -> None:
        removed = self.work.remove(spot)
        self._removed.append(removed)
        words = self.tr("Removed: {name}.").format(name=_short_name(removed))
        self.notice.show_notice(words, self.tr("Undo"))
        self.outline.view.setFocus()

    def _bring_back(self) -> None:
        if self._removed:
            self.work.bring_back(self._removed.pop())
            self.outline.view.setFocus()

    # Keeping and saving

    def _on_kept(self) -> None:
        self._is_kept_well = True
        self._show_state()

    def _on_not_kept(self, _error: object) -> None:
        self._is_kept_well = False
        self._show_state()

    def _on_saving(self) -> None:
        self.setEnabled(False)

    def _on_saved(self) -> None:
        self.setEnabled(True)
        spot = self.outline.spot
        # Parts that were new have their lasting keys only now.
        at = self.outline.view.currentIndex().row()
        rows = tuple(row.spot for row in rows_of(self.work.form, ()))
        spot = rows[at] if 0 <= at < len(rows) else spot
        self._removed.clear()
        self.notice.dismiss()
        self._show_rows(spot)
        self._show_fields(spot)
        self.head.leave_button.setFocus()
        self.saved.emit()

    def _on_not_saved(self, error: object) -> None:
        self.setEnabled(True)
        self.head.save_button.setFocus()
        tell_error(self._look, error, self)  # type: ignore[arg-type]

    def _ask_to_drop(self) -> None:
        question = Question(
            self.tr("Drop the changes?"),
            (
                self.tr("What was changed since the last saved version goes for good."),
                self.tr("Versions that were saved, and reflections, stay as they are."),
            ),
            self.tr("Keep them"),
            self.tr("Drop the changes"),
            "danger",
        )
        dialog = Confirming(self._look, question, None, self)
        dialog.confirmed.connect(self._drop)
        dialog.open()

    def _drop(self, _subject: object) -> None:
        self.preview.clear()
        self.work.drop()
        self.dropped.emit()

    # How it stands

    def _fold(self) -> None:
        is_narrow = self._look.is_narrow(self, "two_columns_become_one")
        side = FIELDS if self._side == OUTLINE and not is_narrow else self._side
        self.outline.setVisible(not is_narrow or side == OUTLINE)
        self._sides.setVisible(side != OUTLINE)
        wide = round(_OUTLINE_PX * self._look.theme.scale)
        self.outline.setMaximumWidth(16_777_215 if side == OUTLINE else wide)
        self.outline.setMinimumWidth(0 if is_narrow else wide)
        self.head.show_side(side, is_narrow=is_narrow)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put outline and fields side by side, or one in the place of the other."""
        super().resizeEvent(event)
        self._fold()


def _short_name(removed: Removed) -> str:
    part = removed.part
    words = (
        section_title_words(part.title) if isinstance(part, Section) else prompt_words(part.text)
    )
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1].rstrip()}…"
