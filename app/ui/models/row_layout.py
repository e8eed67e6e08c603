"""The words of one row of the journal's list, broken and shortened to its width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from app.domain.calendar_words import local_day, short_date
from app.domain.finding import Piece, ReflectionOutline
from app.ui.look import Look
from app.ui.models.reflection_list import title_of

EXTRACT_STYLE = "small"
_GAP = 12
_TITLE_LINE = 1.3
_MOST_EXTRACT_LINES = 2
_LONGEST_TITLE = 200
_LONGEST_CUT_WORD = 24
_ELLIPSIS = "…"
_BREAKS = dict.fromkeys(map(ord, "\n\r\t\f\v\u2028\u2029\u0085"), " ")


class RowMeasures:
    """What every row's height rests on; made once for a look, since fonts are slow to ask."""

    def __init__(self, look: Look) -> None:
        self.title_px = look.theme.font_px("prose") * _TITLE_LINE
        self.line_px = look.theme.line_px(EXTRACT_STYLE)
        self._plain = QFontMetricsF(look.font(EXTRACT_STYLE))
        self._found = QFontMetricsF(look.font(f"{EXTRACT_STYLE}_strong"))

    def extract_lines(self, outline: ReflectionOutline, width: float) -> int:
        """Count the lines of an extract without breaking them, as a list of many rows needs."""
        wide = sum(
            (self._found if piece.is_found else self._plain).horizontalAdvance(piece.text)
            for piece in in_one_line(outline)
        )
        return 0 if not wide else 1 if wide <= width else _MOST_EXTRACT_LINES


@dataclass(frozen=True)
class RowLayout:
    """What is painted of an outline: lines that fit, and where they stand."""

    title: str
    form: str
    date: str
    extract: QTextLayout


def lay_out_row(
    look: Look, outline: ReflectionOutline, width: float, lines: int, *, is_current: bool
) -> RowLayout:
    """Fit an outline into a width; the form's line must leave room for the sharing marks."""
    date = short_date(local_day(outline.begun_at))
    date_width = QFontMetricsF(look.font("small")).horizontalAdvance(date)
    marks_width = 2 * look.theme.icon_px("xs") + look.space("xs")
    return RowLayout(
        _fitted(
            title_of(outline)[:_LONGEST_TITLE],
            title_font(look, is_current),
            width - date_width - _GAP,
        ),
        _fitted(_form_words(outline), look.font("small"), width - marks_width - _GAP),
        date,
        _extract(look, outline, width, lines),
    )


def _form_words(outline: ReflectionOutline) -> str:
    if outline.is_complete:
        return outline.form_title
    words = QCoreApplication.translate("ReflectionDelegate", "{form} · draft")
    return words.format(form=outline.form_title)


def title_font(look: Look, is_current: bool) -> QFont:
    """Give the font of a title: the current row's is stronger."""
    return look.font("prose_strong" if is_current else "prose")


def _fitted(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 1.0))


def in_one_line(outline: ReflectionOutline) -> tuple[Piece, ...]:
    """Give an extract without line ends."""
    return tuple(Piece(piece.text.translate(_BREAKS), piece.is_found) for piece in outline.extract)


def _extract(look: Look, outline: ReflectionOutline, width: float, most: int) -> QTextLayout:
    """Break an extract into its lines; what is too much ends in an ellipsis."""
    pieces = in_one_line(outline)
    layout = _layout(look, pieces)
    _break(look, layout, width)
    if not most or layout.lineCount() <= most:
        return layout
    last = layout.lineAt(most - 1)
    text = layout.text()
    keep = len(_first_units(text, last.textStart() + last.textLength()))
    while layout.lineCount() > most and keep > 0:
        layout = _layout(look, _cut(pieces, keep))
        _break(look, layout, width)
        space = text.rfind(" ", 0, keep)
        keep = space if space > keep - _LONGEST_CUT_WORD else keep - 2
    return layout


def _cut(pieces: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    """Keep the beginning and end it with an ellipsis."""
    kept: list[Piece] = []
    for piece in pieces:
        if length > 0:
            kept.append(Piece(piece.text[:length], piece.is_found))
        length -= len(piece.text)
    last = kept[-1]
    kept[-1] = Piece(last.text.rstrip(f" ,;:–{_ELLIPSIS}"), last.is_found)
    return (*kept, Piece(_ELLIPSIS))


def _first_units(text: str, units: int) -> str:
    """Give the first characters, counted as Qt counts, in UTF-16."""
    return text.encode("utf-16-le", "replace")[: 2 * units].decode("utf-16-le", "ignore")


def _layout(look: Look, pieces: tuple[Piece, ...]) -> QTextLayout:
    layout = QTextLayout("".join(piece.text for piece in pieces), look.font(EXTRACT_STYLE))
    ranges, start = [], 0
    for piece in pieces:
        length = _units(piece.text)
        if piece.is_found:
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = (
                start,
                length,
                found_format(look, EXTRACT_STYLE),
            )
            ranges.append(found)
        start += length
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def found_format(look: Look, style: str) -> QTextCharFormat:
    """Give the look of a found word: tinted, and semibold as colour alone says nothing."""
    kind = QTextCharFormat()
    kind.setFont(look.font(f"{style}_strong"))
    kind.setBackground(look.colour("search_mark"))
    kind.setForeground(look.colour("search_mark_text"))
    return kind


def _break(look: Look, layout: QTextLayout, width: float) -> None:
    line_px = look.theme.line_px(EXTRACT_STYLE)
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, number * line_px + (line_px - line.height()) / 2))
        number += 1
    layout.endLayout()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
