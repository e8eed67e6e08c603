"""The words of one row of the journal's list, broken and shortened to its width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from app.domain.calendar_words import short_date
from app.domain.finding import Days, Piece, ReflectionOutline
from app.ui.look import Look
from app.ui.models.reflection_list import title_of

EXTRACT_STYLE = "small"
_GAP = 12
_TITLE_LINE = 1.3
_MOST_EXTRACT_LINES = 2
# No writing is narrower on average than this.
_NARROW = "illicit it"
_LONGEST_TITLE = 200
_LONGEST_CUT_WORD = 24
_ELLIPSIS = "…"
_BREAKS = dict.fromkeys(map(ord, "\n\r\t\f\v\u2028\u2029\u0085"), " ")


class RowType:
    """The type and measures of the rows; made once for a look, since fonts are slow to ask."""

    def __init__(self, look: Look) -> None:
        self.title_px = look.theme.font_px("prose") * _TITLE_LINE
        self.line_px = look.theme.line_px(EXTRACT_STYLE)
        self.small = look.font(EXTRACT_STYLE)
        self.titles = {is_current: title_font(look, is_current) for is_current in (False, True)}
        self.small_metrics = QFontMetricsF(self.small)
        self.title_metrics = {key: QFontMetricsF(font) for key, font in self.titles.items()}
        self.found_format = found_format(look, EXTRACT_STYLE)
        self._found_metrics = QFontMetricsF(self.found_format.font())
        self._narrow = self.small_metrics.horizontalAdvance(_NARROW) / len(_NARROW)
        self.marks_width = 2 * look.theme.icon_px("xs") + look.space("xs")
        self.wrapping = QTextOption()
        self.wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def extract_lines(self, outline: ReflectionOutline, width: float) -> int:
        """Count the lines of an extract without breaking them, as a list of many rows needs."""
        pieces = outline.extract
        # Most extracts are far too long for one line: those need no measuring.
        if sum(len(piece.text) for piece in pieces) * self._narrow > width:
            return _MOST_EXTRACT_LINES
        wide = sum(
            (self._found_metrics if piece.is_found else self.small_metrics).horizontalAdvance(
                piece.text
            )
            for piece in in_one_line(outline)
        )
        return 0 if not wide else 1 if wide <= width else _MOST_EXTRACT_LINES


@dataclass(frozen=True, slots=True)
class RowState:
    """What changes how an outline's row is written."""

    is_current: bool = False
    is_held: bool = False
    days: Days = Days.OF_WRITING


@dataclass(frozen=True)
class RowLayout:
    """What is painted of an outline: lines that fit, and where they stand."""

    title: str
    form: str
    date: str
    date_width: float
    extract: QTextLayout


def lay_out_row(
    row_type: RowType, outline: ReflectionOutline, width: float, state: RowState
) -> RowLayout:
    """Fit an outline into a width; the form's line must leave room for the sharing marks."""
    date = short_date(outline.day_by(state.days))
    date_width = row_type.small_metrics.horizontalAdvance(date)
    return RowLayout(
        _fitted(
            title_of(outline)[:_LONGEST_TITLE],
            row_type.title_metrics[state.is_current],
            width - date_width - _GAP,
        ),
        _fitted(
            _form_words(outline, state.is_held),
            row_type.small_metrics,
            width - row_type.marks_width - _GAP,
        ),
        date,
        date_width,
        _extract(row_type, outline, width, row_type.extract_lines(outline, width)),
    )


def _form_words(outline: ReflectionOutline, is_held: bool) -> str:
    words = outline.form_title
    if is_held:
        # Before the form's title, which may be cut short.
        held = QCoreApplication.translate("ReflectionDelegate", "On hold · {form}")
        words = held.format(form=words)
    if outline.is_complete:
        return words
    draft = QCoreApplication.translate("ReflectionDelegate", "{form} · draft")
    return draft.format(form=words)


def title_font(look: Look, is_current: bool) -> QFont:
    """Give the font of a title: the current row's is stronger."""
    return look.font("prose_strong" if is_current else "prose")


def _fitted(text: str, metrics: QFontMetricsF, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 1.0))


def in_one_line(outline: ReflectionOutline) -> tuple[Piece, ...]:
    """Give an extract without line ends."""
    return tuple(Piece(piece.text.translate(_BREAKS), piece.is_found) for piece in outline.extract)


def _extract(row_type: RowType, outline: ReflectionOutline, width: float, most: int) -> QTextLayout:
    """Break an extract into its lines; what is too much ends in an ellipsis."""
    pieces = in_one_line(outline)
    layout = _layout(row_type, pieces)
    text = layout.text()
    keep = _broken(row_type, layout, width, most)
    while most and 0 < keep < len(text):
        layout = _layout(row_type, _cut(pieces, keep))
        if _broken(row_type, layout, width, most) >= len(layout.text()):
            break
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


def _layout(row_type: RowType, pieces: tuple[Piece, ...]) -> QTextLayout:
    layout = QTextLayout("".join(piece.text for piece in pieces), row_type.small)
    ranges, start = [], 0
    for piece in pieces:
        length = _units(piece.text)
        if piece.is_found:
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, length, row_type.found_format
            ranges.append(found)
        start += length
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    layout.setTextOption(row_type.wrapping)
    return layout


def found_format(look: Look, style: str) -> QTextCharFormat:
    """Give the look of a found word: tinted, and semibold as colour alone says nothing."""
    kind = QTextCharFormat()
    kind.setFont(look.font(f"{style}_strong"))
    kind.setBackground(look.colour("search_mark"))
    kind.setForeground(look.colour("search_mark_text"))
    return kind


def _broken(row_type: RowType, layout: QTextLayout, width: float, most: int) -> int:
    """Break a layout into so many lines at most; give how many characters they hold."""
    layout.beginLayout()
    end = 0
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        over = (row_type.line_px - line.height()) / 2
        line.setPosition(QPointF(0, number * row_type.line_px + over))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return len(_first_units(layout.text(), end))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
