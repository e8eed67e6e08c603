"""A field for a day: typed in British ways, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from app.domain.calendar_words import plain_date
from app.ui.look import Look
from app.ui.parts.inside_button import InsideButton
from app.ui.parts.text_field import TextField
from app.ui.parts.typed_date import TypedDay, read_day

# With one of these F4 belongs to the system: Alt+F4 closes a window.
_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


def present_day() -> date:
    """Give today in the person's own zone."""
    return datetime.now().astimezone().date()


class DateField(TextField):
    """Understands “21 October 2026”, “21/10/26”, “yesterday”; keeps what it cannot read."""

    day_changed = Signal(object)

    def __init__(  # noqa: PLR0913 - each is a word in the call and has its default
        self,
        look: Look,
        label: str = "",
        hint: str = "",
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = present_day,
        looks_ahead: bool = False,
    ) -> None:
        super().__init__(look, label, hint, parent=parent)
        self._today = today
        self._looks_ahead = looks_ahead
        self._day: date | None = None
        self._popup: _CalendarPopup | None = None
        if not label:
            self.edit.setAccessibleName(self.tr("Date"))
        self.set_placeholder(self.tr("e.g. Friday") if looks_ahead else self.tr("e.g. yesterday"))
        self._open = InsideButton(look, "", "flat", "calendar", is_small=True)
        self._open.setAccessibleName(self.tr("Open the calendar"))
        self._open.setToolTip(self.tr("Open the calendar (F4)"))
        # Not a stop for Tab: a space meant for the next field would open the calendar.
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edit.add_inside(self._open)
        self._open.clicked.connect(self.open_calendar)
        self.edit.editingFinished.connect(self._on_finished)

    @property
    def day(self) -> date | None:
        """The day; None while the field is empty or cannot be read."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without telling anyone."""
        self._day = day
        self.set_text("" if day is None else plain_date(day))
        self.set_error("")

    @property
    def is_right(self) -> bool:
        """Say whether the field is empty or holds a day that exists."""
        return not self._read().trouble

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        self._popup = _CalendarPopup(self._look, self, self._day or self._today())
        self._popup.picked.connect(self._on_picked)
        self._popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        self._popup.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by F4; Alt+Down goes through the prompts of a form."""
        if event.key() == Qt.Key.Key_F4 and not event.modifiers() & _HELD:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, picked: QDate) -> None:
        self._take(date(picked.year(), picked.month(), picked.day()))
        self.edit.setFocus()

    def _on_finished(self) -> None:
        read = self._read()
        if not read.trouble:
            self._take(read.day)
            return
        self.set_error(read.trouble)
        if self._day is not None:
            self._day = None
            self.day_changed.emit(None)

    def _read(self) -> TypedDay:
        return read_day(self.text, self._today(), looks_ahead=self._looks_ahead)

    def _take(self, day: date | None) -> None:
        before = self._day
        self.set_day(day)
        if day != before:
            self.day_changed.emit(day)


class _CalendarPopup(QFrame):
    """A month to pick from; it goes away by itself."""

    picked = Signal(QDate)

    def __init__(self, look: Look, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self._month = QCalendarWidget(self)
        self._month.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self._month.setVerticalHeaderFormat(header)
        self._draw(look)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.setAccessibleName(self.tr("Calendar"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._month)
        self._month.activated.connect(self._on_picked)
        self._month.clicked.connect(self._on_picked)
        self.setFocusProxy(self._month)

    def _draw(self, look: Look) -> None:
        plain = QTextCharFormat()
        plain.setForeground(look.colour("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(weekday, plain)
        turns = (
            ("qt_calendar_prevmonth", "chevron-left", self.tr("The month before")),
            ("qt_calendar_nextmonth", "chevron-right", self.tr("The month after")),
        )
        for own_name, icon, name in turns:
            button = self._month.findChild(QToolButton, own_name)
            if isinstance(button, QToolButton):
                button.setIcon(look.icon(icon))
                button.setAccessibleName(name)

    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()


def goes_to_unread_day(page: QWidget) -> bool:
    """Go to a field whose day cannot be read, so that what was typed there is not left behind."""
    for field in page.findChildren(DateField):
        if not field.is_right:
            field.edit.setFocus()
            return True
    return False
