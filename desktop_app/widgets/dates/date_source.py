"""Interface of a date field to the calendar: callables, so that the field itself knows no rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

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
from desktop_app.text.shared import widgets as words


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a typed text was understood as."""

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
    """One month as the popup shows it, and its holidays in words."""

    title: str
    days: tuple[MonthDay, ...]
    holidays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateSource:
    """All that the field asks for."""

    parse: Callable[[str], DateReading]
    month: Callable[[date], MonthSheet]
    write: Callable[[date], str]
    today: Callable[[], date]
    quick: tuple[str, ...] = field(default=words.QUICK_DAYS)
    """Texts of the popup's buttons, each understood by `parse`."""


def no_calendar() -> DateSource:
    """A field before it is wired: it understands nothing and says so."""
    return DateSource(
        parse=lambda _text: DateReading(None, error=words.NO_CALENDAR),
        month=lambda _day: MonthSheet("", ()),
        write=lambda _day: "",
        today=lambda: date(2000, 1, 1),
        quick=(),
    )


def of_the_past(source: DateSource) -> DateSource:
    """The same for a day that is long over: whether offices worked on it, and how far it is, helps nobody."""

    def parse(text: str) -> DateReading:
        reading = source.parse(text)
        return replace(reading, note=format_words(reading.day), closed=False) if reading.day is not None else reading

    return replace(source, parse=parse, quick=())


def date_source(calendar: WorkCalendar, today: Callable[[], date], refusal: Callable[[RuleBroken], str]) -> DateSource:
    """The field's calendar from the office's working days, the injected clock and the sentences of refusals."""

    def parse(text: str) -> DateReading:
        try:
            day = read_date(text, today=today(), calendar=calendar).day
        except RuleBroken as problem:
            return DateReading(None, error=refusal(problem))
        return reading_of(day, calendar, today())

    return DateSource(parse, lambda day: month_sheet(month_of(day), calendar), format_date, today)


def reading_of(day: date, calendar: WorkCalendar, today: date) -> DateReading:
    """A day read aloud."""
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
    """The days of a month, its weekends and its named holidays."""
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
    """The name of a holiday with what is open about it, or that the office never works on such a day."""
    official = closed.kind == ClosedKind.HOLIDAY
    kind = words.closed_day(official=official, estimated=closed.estimated)
    return words.SPOKEN_BREAK.join([closed.name, kind] if closed.name else [kind])


def within(day: date) -> date:
    """A day kept inside the years that the calendar knows."""
    return max(FIRST_DAY, min(LAST_DAY, day))
