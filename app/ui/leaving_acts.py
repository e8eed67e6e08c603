"""Joins the menu's entries for CPD pieces and for everything out to the journal that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.actions import Actions
from app.ui.people_key_acts import reflection_id_of

if TYPE_CHECKING:
    from app.domain.cpd_piece import CpdPiece
    from app.domain.errors import AppError
    from app.services.cpd import Cpd
    from app.ui.window import Window


class LeavingActs(QObject):
    """A piece is made of the reflection that is read; everything goes out from anywhere."""

    def __init__(self, window: Window, actions: Actions) -> None:
        """Join the entries."""
        super().__init__(window)
        self._window = window
        actions["make_piece"].triggered.connect(self._make_piece)
        actions["export_everything"].triggered.connect(self._export)

    def _export(self) -> None:
        view = self._window.open_view
        if view is not None and view.put_away():
            from app.ui.errands.open_copying import OpenCopying  # here, for a quick start

            OpenCopying(view.surroundings, view, view.desk).begin()

    def _make_piece(self) -> None:
        view = self._window.open_view
        if view is None or not view.put_away():
            return
        uid = reflection_id_of(view)
        if not uid:
            view.go("cpd")
            return
        job = view.surroundings.lane.job()
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        view.surroundings.lane.start(job, partial(_made, view.desk.cpd, uid))

    def _on_made(self, piece: CpdPiece | None) -> None:
        view = self._window.open_view
        if view is None:
            return
        from app.ui.cpd_ways import cpd_ways

        if piece is None:
            view.go("cpd")  # nobody has said yet whose rules are hers
        else:
            cpd_ways(view).show_piece(piece.reflection_id, piece.regulator)

    def _on_failed(self, error: AppError) -> None:
        view = self._window.open_view
        if view is not None:
            from app.ui.dialogs.confirming import tell_error

            tell_error(view.surroundings.look, error, view)


def _made(cpd: Cpd, uid: str) -> CpdPiece | None:
    kept = cpd.registrations.read()
    return cpd.make(uid, kept[0].regulator) if kept else None
