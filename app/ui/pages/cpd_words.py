"""What the page of the registration year says about pieces."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.calendar_words import short_date
from app.domain.cpd_year import PieceStanding, PieceTrouble
from app.services.cpd import CpdYearView
from app.services.cpd_near import NearPiece
from app.ui.pages.cpd_grid import GridRow

_NOBODY = "–"


def _tr(words: str) -> str:
    return QCoreApplication.translate("CpdWords", words)


def row_of_piece(standing: PieceStanding) -> GridRow:
    """Give what the grid says of a piece."""
    return GridRow(
        standing.piece.reflection_id,
        standing.title,
        standing.form_title,
        _peer(standing),
        _tr("said") if standing.says_impact else _tr("to say"),
        standing.says_impact,
        standing.tags,
        state_of(standing),
    )


def row_of_near(near: NearPiece) -> GridRow:
    """Give what the grid says of a reflection that is no piece yet."""
    standing = near.standing
    return GridRow(
        standing.piece.reflection_id,
        standing.title,
        _tr("{form} · not yet a piece").format(form=standing.form_title),
        _peer(standing),
        _tr("said") if standing.says_impact else _tr("to say"),
        standing.says_impact,
        standing.tags,
        _tr("make a piece"),
        is_offer=True,
    )


def state_of(standing: PieceStanding) -> str:
    """Say how a piece stands: submitted, ready, or what is to be filled in."""
    if standing.trouble is PieceTrouble.NOT_AS_SAVED:
        return _tr("cannot be read")
    submitted = standing.piece.submitted
    if submitted is not None:
        return _tr("submitted {day}").format(day=short_date(submitted.day))
    if standing.piece.is_open_again:
        return _tr("open again")
    if standing.trouble is PieceTrouble.DRAFT_AGAIN:
        return _tr("a draft again")
    count = len(standing.missing)
    if not count:
        return _tr("ready")
    return (
        _tr("1 field to fill") if count == 1 else _tr("{count} fields to fill").format(count=count)
    )


def _peer(standing: PieceStanding) -> str:
    if standing.peer_is_outside:
        return _tr("not in the year")
    if not standing.has_peer:
        return _NOBODY
    day = standing.piece.peer.day if standing.piece.peer else None
    return short_date(day) if day else _tr("yes")


def nearest_words(view: CpdYearView) -> tuple[str, str]:
    """Name a part that no piece touches and what comes nearest to it; nothing where all are."""
    framework, standing = view.framework, view.standing
    if framework is None or not standing.pieces:
        return "", ""
    for tag in framework.tags:
        key = f"{framework.id}/{tag.key}"
        if not standing.touched((key,))[key]:
            break
    else:
        return "", ""
    lead = _tr("No piece touches {key}, {label}, yet.").format(key=tag.key, label=tag.label)
    near = next((each for each in view.near if key in each.new_tags), None)
    if near is None:
        return lead, _tr("It is a suggestion to touch every part over the year, and no rule.")
    nearest = _tr("Nearest to it, by your own words: “{title}”.")
    return lead, nearest.format(title=near.standing.title)
