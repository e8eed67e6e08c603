"""Makes the editor ready in small pieces while a person looks at home.

What people come for is to write: so the first opening is to be as quick as the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from app.ui.open_view import OpenView

_QUIET_MS = 700  # when home has been painted and read, or after the last key
_BETWEEN_MS = 10
# In this order each one adds little to those before it, so no key that is pressed waits for long.
_PIECES = (
    "app.domain.finishing",
    "app.ui.parts.date_field",
    "app.ui.parts.markdown_marks",
    "app.ui.parts.answer_box",
    "app.ui.parts.actions_field",
    "app.ui.editor.draft",
    "app.ui.parts.scale_field",
    "app.ui.editor.answer_editors",
    "app.ui.parts.sharing_control",
    "app.ui.editor.prompt_block",
    "app.ui.editor.growing_form",
    "app.ui.editor.whole_form",
    "app.ui.editor.about_box",
    "app.ui.editor.sections_panel",
    "app.ui.editor.header",
    "app.ui.editor.side_panel",
    "app.ui.editor.folding_frame",
    "app.ui.editor.frame",
    "app.ui.editor.finish_dialog",
    "app.ui.editor.unsaved",
    "app.ui.editor.page",
)


class MakingReady(QObject):
    """Loads and makes one piece after the other, and waits again as soon as a key is pressed."""

    def __init__(self, view: OpenView) -> None:
        """Begin when the view has been looked at for a moment."""
        super().__init__(view)
        self._view = view
        self._left = list(_PIECES)
        self._watched: QObject | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._next.start(_QUIET_MS)

    def _go_on(self) -> None:
        self._watch()
        if self._left:
            import_module(self._left.pop(0))
            self._next.start(_BETWEEN_MS)
        elif not self._view.has_editor:
            _ = self._view.editor
            self._next.start(_BETWEEN_MS)
        else:
            self._view.editor.ready_frame()
            self._unwatch()

    def _watch(self) -> None:
        handle = self._view.window().windowHandle()
        if self._watched is None and handle is not None:
            self._watched = handle
            handle.installEventFilter(self)

    def _unwatch(self) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wait again: whoever types is not to be held up."""
        if event.type() == QEvent.Type.KeyPress and self._next.isActive():
            self._next.start(_QUIET_MS)
        return False
