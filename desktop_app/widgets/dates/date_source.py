"""Calendar interface of date fields: functions that read and describe days; and a widget with a list of dates.

A course lists days that follow from one another, from the first down: mark, what it is, and when.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.calendar.jalali import (
    FIRST_DAY,
    LAST_DAY,
    JalaliMonth,
    format_date,
    format_month,
    format_short,
    format_words,
    month_of,
    weekday_name,
)
from desktop_app.domain.calendar.workdays import Closed, ClosedKind, WorkCalendar
from desktop_app.domain.calendar.written_dates import read_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_digits
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import ICON_ROW, TextRole, Tokens, Tone
from desktop_app.widgets.style.writing import LEFT
from desktop_app.words import widgets as words

BETWEEN = 12
_LEFT_END = int(LEFT | Qt.AlignmentFlag.AlignVCenter) | FORCE_RTL


@dataclass(frozen=True, slots=True)
class CourseDay:
    """One date of the list: label, day (a dash if unknown), and whether it is settled."""

    label: str
    day: str
    known: bool = True


class DateCourse(QWidget):
    """List of dates along a line; the first has a dot in a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[CourseDay, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[CourseDay]) -> None:
        """Show the dates."""
        self._days = tuple(days)
        self.setAccessibleName("\n".join(f"{one.label}: {one.day}" for one in days))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of one line per date."""
        return QSize(tokens_of(self).px(240), self._row() * len(self._days))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the day below its label if both do not fit on one line."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks at the right and the days at the left."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        row, side = self._row(), tokens.px(ICON_ROW)
        middle = self.width() - side / 2
        painter.setPen(QPen(tokens.colour("hairline"), 1.5))
        if len(self._days) > 1:
            painter.drawLine(QPointF(middle, row / 2), QPointF(middle, row * (len(self._days) - 0.5)))
        for place, one in enumerate(self._days):
            self._paint_stop(painter, tokens, place, one)

    def _paint_stop(self, painter: QPainter, tokens: Tokens, place: int, one: CourseDay) -> None:
        row, side = self._row(), tokens.px(ICON_ROW)
        top = place * row
        mark = QRectF(self.width() - side, top + (row - side) / 2, side, side)
        painter.fillRect(mark.adjusted(-1, -3, 1, 3), tokens.colour("surface"))
        first = place == 0 and one.known
        shape = Shape.RING_DOT if first else Shape.PLAIN_RING if one.known else Shape.DASHED_RING
        tone = Tone.ACTION if first else Tone.NEUTRAL
        paint_mark(painter, mark, shape, tokens.ink(tone), tokens.colour("surface"))
        line = QRectF(0, top, mark.left() - BETWEEN, row)
        under = self._stacked()
        half = row / 2 - 3
        painter.setFont(tokens.font(TextRole.SECOND))
        painter.setPen(tokens.colour("second"))
        painter.drawText(line.adjusted(0, 3, 0, -half) if under else line, RIGHT | FORCE_RTL, one.label)
        painter.setFont(self._day_font(one))
        painter.setPen(tokens.colour("text" if one.known else "quiet"))
        if under:
            painter.drawText(line.adjusted(0, half, 0, -3), RIGHT | FORCE_RTL, one.day)
        else:
            painter.drawText(line, _LEFT_END, one.day)

    def _day_font(self, one: CourseDay) -> QFont:
        font = tokens_of(self).font(TextRole.SECOND)
        font.setWeight(QFont.Weight.DemiBold if one.known else QFont.Weight.Normal)
        return font

    def _stacked(self) -> bool:
        label = QFontMetrics(tokens_of(self).font(TextRole.SECOND))
        room = self.width() - tokens_of(self).px(ICON_ROW) - 2 * BETWEEN
        return any(
            label.horizontalAdvance(one.label) + QFontMetrics(self._day_font(one)).horizontalAdvance(one.day) > room
            for one in self._days
        )

    def _row(self) -> int:
        line = QFontMetrics(tokens_of(self).font(TextRole.SECOND)).height()
        return (2 * line + 14) if self._stacked() else line + 18


@dataclass(frozen=True, slots=True)
class DateReading:
    """How a typed text was read as a day."""

    day: date | None
    error: str = ""
    note: str = ""
    """Read aloud beneath the field: date, working or closed, days from now."""
    weekday: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One cell of a month."""

    day: date
    number: str
    spoken: str
    weekend: bool = False
    holiday: str = ""
    closed: str = ""
    """Why no office works on it."""


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """One month for the popup, with its holidays in words."""

    title: str
    days: tuple[MonthDay, ...]
    holidays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateSource:
    """Everything a date field needs from the calendar."""

    parse: Callable[[str], DateReading]
    month: Callable[[date], MonthSheet]
    write: Callable[[date], str]
    today: Callable[[], date]
    quick: tuple[str, ...] = field(default=words.QUICK_DAYS)
    """Texts of the popup's buttons, each understood by `parse`."""


def no_calendar() -> DateSource:
    """Return a source that reads nothing, for a field without a calendar."""
    return DateSource(
        parse=lambda _text: DateReading(None, error=words.NO_CALENDAR),
        month=lambda _day: MonthSheet("", ()),
        write=lambda _day: "",
        today=lambda: date(2000, 1, 1),
        quick=(),
    )


def for_past_days(source: DateSource) -> DateSource:
    """Return a source without notes on holidays and distance, for days long over."""

    def parse(text: str) -> DateReading:
        reading = source.parse(text)
        return replace(reading, note=format_words(reading.day), closed=False) if reading.day is not None else reading

    return replace(source, parse=parse, quick=())


def date_source(calendar: WorkCalendar, today: Callable[[], date], refusal: Callable[[RuleBroken], str]) -> DateSource:
    """Return the source for the office's working days, the clock and the error texts."""

    def parse(text: str) -> DateReading:
        try:
            day = read_date(text, today=today(), calendar=calendar).day
        except RuleBroken as problem:
            return DateReading(None, error=refusal(problem))
        return day_in_words(day, calendar, today())

    return DateSource(parse, lambda day: month_sheet(month_of(day), calendar), format_date, today)


def day_in_words(day: date, calendar: WorkCalendar, today: date) -> DateReading:
    """Return a day in words."""
    closed = calendar.closed_because(day)
    away = words.days_away((day - today).days)
    if closed is None:
        note = words.SEPARATOR.join((format_words(day), words.WORKING_DAY, away))
        return DateReading(day, note=note, weekday=weekday_name(day))
    following = calendar.next_working_day(day)
    holiday = closed.kind == ClosedKind.HOLIDAY
    why = words.closed_day(official=holiday, estimated=closed.estimated)
    note = words.closed_note(why, f"{weekday_name(following)} {format_short(following)}")
    return DateReading(day, note=note, weekday=weekday_name(day), closed=True)


def month_sheet(month: JalaliMonth, calendar: WorkCalendar) -> MonthSheet:
    """Return the days of a month, its weekends and named holidays."""
    days = []
    holidays = []
    day = month.first_day
    for number in range(1, month.length + 1):
        closed = calendar.closed_because(day)
        name = closed.name if closed is not None else ""
        why = _why(closed) if closed is not None else ""
        spoken = format_words(day) + (words.SPOKEN_BREAK + why if why else "")
        weekend = day.weekday() in calendar.weekend
        days.append(MonthDay(day, persian_digits(number), spoken, weekend, name, why))
        if name:
            holidays.append(words.holiday_line(format_short(day), name))
        day += timedelta(days=1)
    return MonthSheet(format_month(month), tuple(days), tuple(holidays))


def _why(closed: Closed) -> str:
    """Return the name of a holiday, with what is uncertain about it, or the weekend text."""
    official = closed.kind == ClosedKind.HOLIDAY
    kind = words.closed_day(official=official, estimated=closed.estimated)
    return words.SPOKEN_BREAK.join([closed.name, kind] if closed.name else [kind])


def within(day: date) -> date:
    """Return a day limited to the years of the calendar."""
    return max(FIRST_DAY, min(LAST_DAY, day))
