"""Where the parts of the editor stand: side by side, or folded when the window is narrow."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.calendar_words import local_day
from app.ui.editor.draft import Draft
from app.ui.editor.find_bar import FindBar
from app.ui.editor.focus_strip import FocusStrip
from app.ui.editor.header import EditorHeader, FoldedBar
from app.ui.editor.one_prompt import OnePromptFooter
from app.ui.editor.prompt_block import Arrangement
from app.ui.editor.sections_panel import SectionsPanel
from app.ui.editor.side_panel import SidePanel
from app.ui.editor.whole_form import WholeForm
from app.ui.parts.reading_order import controls_in_order, stop_of
from app.ui.surroundings import Surroundings

_LEAST_WIDTH, _LEAST_HEIGHT = 320, 240


class FoldingFrame(QWidget):
    """Builds the parts and gives each its place; what they tell each other is not its business."""

    def __init__(
        self,
        surroundings: Surroundings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look = look = surroundings.look
        self._clock = surroundings.workshop.clock
        self._is_alone = self._is_narrow = self._is_panel_folded = False
        self._is_help_open = True
        self._form: WholeForm | None = None
        self._middle = QWidget(self)
        self.sections = SectionsPanel(look, self._today, self)
        self.header = EditorHeader(look, self._middle)
        self.bar = FoldedBar(look, self._middle)
        self.find_bar = FindBar(look, self._middle)
        self.focus_strip = FocusStrip(look, self._middle)
        self._stack = QStackedWidget(self._middle)
        self.footer = OnePromptFooter(look, self._middle)
        self.side = SidePanel(look, self)
        self._build()
        look.changed.connect(self.fold)

    def _build(self) -> None:
        self._centre = QVBoxLayout(self._middle)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        over = (self.bar, self.header, self.find_bar, self.focus_strip)
        for widget in (*over, self._stack, self.footer):
            self._centre.addWidget(widget)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.sections)
        self._body.addWidget(self._middle, 1)
        self._body.addWidget(self.side)
        for region in (self.sections, self._middle, self.side):
            region.setProperty("region", True)
        self.bar.hide()
        self.footer.hide()

    @property
    def form(self) -> WholeForm:
        """The form that is written on; there is one while a reflection is open."""
        assert self._form is not None
        return self._form

    def take_form(self, draft: Draft) -> None:
        """Make the form of a reflection in its place, with the panels as at the beginning."""
        self._is_help_open = True
        self._form = WholeForm(self._look, draft, self._today, self._stack)
        self._form.resize(self._stack.size())  # its words are laid out once, at this width
        self._stack.insertWidget(0, self._form)
        if self._is_narrow:
            self._form.put_on_top(self.header)
        self.show_form()

    def drop_form(self) -> None:
        """Let the form go with every word in it; the parts around it stay for the next one."""
        form, self._form = self.form, None
        self._centre.insertWidget(1, self.header)  # it may stand on the form
        self._stack.removeWidget(form)
        form.hide()
        form.deleteLater()

    @property
    def is_alone(self) -> bool:
        """Say whether one prompt is shown at a time."""
        return self._is_alone

    @property
    def is_narrow(self) -> bool:
        """Say whether the sections have become a menu."""
        return self._is_narrow

    def set_alone(self, is_alone: bool) -> None:
        """Show one prompt or the whole form; place and words stay."""
        self._is_alone = is_alone
        self.header.set_way(is_alone)
        self.bar.set_way(is_alone)
        self.fold()

    @property
    def is_help_shown(self) -> bool:
        """Say whether the side panel can be seen."""
        if self._is_panel_folded:
            return self._stack.currentWidget() is self.side
        return self._is_help_open

    @property
    def is_panel_folded(self) -> bool:
        """Say whether the side panel takes the form's place when it is shown."""
        return self._is_panel_folded

    def close_panel(self) -> None:
        """Close the panel and go back to the writing."""
        focused = self.focusWidget()
        had_focus = focused is not None and self.side.isAncestorOf(focused)
        self._is_help_open = self._is_help_open and self._is_panel_folded
        self.show_form()
        self.fold()
        if had_focus or self._is_panel_folded:
            self.go_on()

    def close_folded(self) -> bool:
        """Close what covers the form, if anything does; say whether it did."""
        if self._stack.currentWidget() is self.form:
            return False
        self.close_panel()
        return True

    def open_panel(self) -> None:
        """Show the side panel, over the form where there is no room beside it."""
        if self._is_panel_folded:
            self.cover_with(self.side)
            self.side.take_focus()
        else:
            self._is_help_open = True
            self.fold()

    def cover_with(self, panel: QWidget) -> None:
        """Show a panel in the place of the form."""
        self._stack.setCurrentWidget(panel)
        panel.show()
        self.footer.hide()

    def show_form(self) -> None:
        """Show the form again, whatever covered it."""
        self._stack.setCurrentWidget(self.form)
        self.footer.setVisible(self._is_alone)

    def fold(self) -> None:
        """Put the parts side by side, or fold what has no room; the focus stays where it was."""
        if self._form is None:
            return
        focused = self.window().focusWidget()
        self._fold_parts()
        if focused is None or not self.isAncestorOf(focused):
            return
        if self.window().focusWidget() != focused:
            self._bring_back(focused)

    def _fold_parts(self) -> None:
        narrow = self._look.is_narrow(self, "nav_becomes_menu")
        folded = self._look.is_narrow(self, "panel_becomes_dialog")
        if folded != self._is_panel_folded:
            self._is_panel_folded = folded
            self._move(self.side, self._stack if folded else self._body)
        self.side.set_beside(not folded)
        self.side.setVisible(self._is_help_open if not folded else self.is_help_shown)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._move_narrow()
        self.header.setVisible(not (narrow and self._is_alone))
        self.footer.fold(narrow)
        if self._stack.currentWidget() is self.form:
            self.footer.setVisible(self._is_alone)
        self.clear_for_focus()
        beside = self.side.isVisibleTo(self) and not folded and self.side.is_helping
        self.form.arrange(Arrangement(self._is_alone, narrow, beside))
        for region in (self.sections, self._middle, self.side):
            region.raise_()  # F6 goes through them in this order

    def clear_for_focus(self) -> None:
        """Hide what is not wanted now; who knows of more than places says what that is."""

    def _bring_back(self, focused: QWidget) -> None:
        # Whatever moves to another parent or is hidden loses the focus on its way.
        if focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_on()

    def go_on(self) -> None:
        """Put the focus into the current answer."""
        block = self.form.current_block()
        if block is not None:
            block.editor.take_focus()

    def go_on_at_end(self) -> None:
        """Put the focus behind what stands in the current answer."""
        self.go_on()
        block = self.form.current_block()
        if block is not None:
            block.editor.go_to_end()

    def _move_narrow(self) -> None:
        narrow = self._is_narrow
        self.bar.setVisible(narrow)
        self.header.fold(narrow)
        if narrow:
            self._stack.addWidget(self.sections)
            self.form.put_on_top(self.header)
        else:
            self._stack.removeWidget(self.sections)
            self._body.insertWidget(0, self.sections)
            self._centre.insertWidget(1, self.header)
        self.sections.set_beside(not narrow)
        self.sections.setVisible(not narrow)
        self._stack.setCurrentWidget(self.form)

    def _move(self, panel: QWidget, target: QStackedWidget | QHBoxLayout) -> None:
        if isinstance(target, QStackedWidget):
            self._body.removeWidget(panel)
        else:
            self._stack.removeWidget(panel)
        target.addWidget(panel)
        self._stack.setCurrentWidget(self.form)

    def _today(self) -> date:
        return local_day(self._clock.now())

    # Qt overrides

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go on in reading order; where a control that had the focus is gone, to the answer."""
        if not self.isVisible():
            return super().focusNextPrevChild(is_next)
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused) or not focused.isVisible():
            if not self.form.isVisible():
                return super().focusNextPrevChild(is_next)
            self.go_on()
            return True
        self.form.build_for_tab()
        ring = controls_in_order(self)
        stop, step = stop_of(focused), 1 if is_next else -1
        place = ring.index(stop) if stop in ring else -step
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        (ring[(place + step) % len(ring)] if ring else self).setFocus(reason)
        return True

    def minimumSizeHint(self) -> QSize:
        """Ask for little: what stands side by side folds when there is less room."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self.fold()
