"""Display data of months, the page's first sentence, and the columns and filters of the list of meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeGuard

from desktop_app.domain.calendar.date_words import month_name, ordinal
from desktop_app.domain.calendar.jalali import (
    JalaliMonth,
    format_date,
    format_month,
    format_short,
    format_words,
    month_of,
    to_jalali,
    weekday_name,
)
from desktop_app.domain.read_models.listing import FilterKey, ListQuery, MeetingRow, MeetingView
from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting, LedgerSheet
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.months import MonthSlot, MonthState
from desktop_app.domain.text.digits import persian_digits, persian_time
from desktop_app.widgets.dates.month_cell import MonthContent
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenMeeting
from desktop_app.window.kit.list_spec import PRINT_LIST, EmptyListTexts, ListSpec, SavedView
from desktop_app.window.kit.state_format import meeting_content, minutes_content
from desktop_app.window.months import words
from desktop_app.words import lists as list_words
from desktop_app.words import states
from desktop_app.words import widgets as widget_words
from desktop_app.words.digits import filled
from desktop_app.words.refusals_meetings import meeting_name

Years = Callable[[], Sequence[int]]


def month_value(year: int, month: int) -> str:
    """Return the filter value of a month."""
    return f"{year:04}-{month:02}"


def month_of_value(value: str) -> tuple[int, int]:
    """Return year and month of a filter value; (0, 0) for an invalid one."""
    year, _, month = value.partition("-")
    sound = all(part.isascii() and part.isdigit() for part in (year, month))
    return (int(year), int(month)) if sound else (0, 0)


def _state(row: MeetingRow) -> CellContent:
    content = meeting_content(row.state)
    return CellContent(content.word, states.MEETING_KIND[row.kind], strong=True, tone=content.tone, shape=content.shape)


def _number(row: MeetingRow) -> str:
    return list_words.ordinal_meeting(ordinal(row.number)) if row.number else list_words.NO_NUMBER


def _minutes(row: MeetingRow) -> CellContent:
    if row.state is MeetingState.CANCELLED:
        return CellContent(list_words.CALLED_OFF, tone=Tone.NEUTRAL)
    if row.minutes_state is None:
        return CellContent(list_words.NOT_BEGUN, tone=Tone.NEUTRAL)
    content = minutes_content(row.minutes_state, lacks_scan=row.lacks_scan)
    return CellContent(content.word, tone=content.tone, shape=content.shape)


def _day_cell(row: MeetingRow) -> CellContent:
    weekday = weekday_name(row.day) if row.day else ""
    second = " ".join(filled(weekday, persian_time(row.starts_at)))
    return CellContent(format_date(row.day) if row.day else list_words.NO_DAY, second)


def _columns() -> tuple[Column[MeetingRow], ...]:
    return (
        Column(list_words.STATE, lambda row: states.MEETING[row.state], sort_key="state", content=_state),
        Column(
            list_words.MEETING,
            _number,
            sort_key="number",
            content=lambda row: CellContent(
                _number(row), list_words.agenda_and_resolutions(row.agenda_count, row.resolution_count), strong=True
            ),
        ),
        Column(
            list_words.PLACE,
            lambda row: row.place,
            content=lambda row: CellContent(row.place),
            tooltip=lambda row: row.place,
        ),
        Column(
            list_words.MINUTES,
            lambda row: _minutes(row).first,
            content=_minutes,
        ),
        Column(
            list_words.DAY,
            lambda row: format_date(row.day) if row.day else list_words.NO_DAY,
            sort_key="day",
            content=_day_cell,
        ),
    )


def meetings_spec(years: Years = tuple, months_of: Years = tuple) -> ListSpec[MeetingRow]:
    """Return the list definition; ``years`` are those with meetings, ``months_of`` those whose months are offered."""
    return ListSpec(
        key="meetings",
        title=list_words.MEETINGS,
        what=list_words.MEETING,
        columns=_columns(),
        widths=(150, 190, None, 155, 125),
        empty=EmptyListTexts(list_words.NO_MEETINGS, words.NO_MEETINGS_WHY, "calendar-plus", words.NEW_MEETING),
        views=(
            SavedView(MeetingView.ALL, words.ALL),
            SavedView(MeetingView.AHEAD, words.AHEAD, empty=words.NOTHING_AHEAD),
            SavedView(MeetingView.OVER, words.OVER, empty=words.NOTHING_OVER),
            SavedView(MeetingView.OFF, words.OFF, empty=words.NOTHING_OFF),
        ),
        whole=MeetingView.ALL,
        filters=(
            FilterSpec(
                FilterKey.STATE,
                list_words.STATE,
                lambda: [FilterOption(one.value, states.MEETING[one]) for one in MeetingState],
            ),
            FilterSpec(
                FilterKey.KIND,
                words.KIND,
                lambda: [FilterOption(one.value, states.MEETING_KIND[one]) for one in MeetingKind],
            ),
            FilterSpec(
                FilterKey.YEAR,
                words.YEAR,
                lambda: [FilterOption(str(year), persian_digits(year)) for year in years()],
            ),
            FilterSpec(
                FilterKey.MONTH,
                words.MONTH,
                lambda: [_month(year, month) for year in months_of() for month in range(1, 13)],
                single=True,
                named=_named_month,
            ),
        ),
        first=ListQuery(view=MeetingView.ALL),
        more=(PRINT_LIST,),
        opens=OpenMeeting,
    )


def _named_month(value: str) -> str:
    """Return the name of the month of a filter value."""
    year, month = month_of_value(value)
    return format_month(JalaliMonth(year, month)) if year and 1 <= month <= 12 else value


def _month(year: int, month: int) -> FilterOption:
    return FilterOption(month_value(year, month), format_month(JalaliMonth(year, month)))


_CONTENTS: Final = {
    MonthState.BEFORE_RECORDS: (None, Tone.NEUTRAL),
    MonthState.EXPECTED: (Shape.DASHED_RING, Tone.NEUTRAL),
    MonthState.PLANNED: (Shape.RING_DOT, Tone.PROGRESS),
    MonthState.HELD: (Shape.DISC_CHECK, Tone.DONE),
    MonthState.MISSED: (Shape.DIAMOND, Tone.DANGER),
    MonthState.EXCUSED: (Shape.DIAMOND, Tone.WARNING),
}


def month_shape(slot: MonthSlot) -> tuple[Shape | None, Tone]:
    """Return icon and tone of a month's state."""
    return _CONTENTS[slot.state] if slot.state is not None else (None, Tone.NEUTRAL)


def month_word(slot: MonthSlot) -> str:
    """Return the name of a month's state."""
    return words.STATES[slot.state] if slot.state is not None else words.BEFORE


def month_content(slot: MonthSlot, agreed: AgreedMeeting | None = None) -> MonthContent:
    """Return one cell of the month table; ``agreed`` is the next meeting if it is not planned yet."""
    shape, tone = month_shape(slot)
    name, note = month_name(slot.month.month), month_note(slot)
    if slot.meeting is None and slot.state is MonthState.EXPECTED and _is_in(agreed, slot):
        note = words.agreed_note(persian_digits(to_jalali(agreed.day).day))
    return MonthContent(
        name=name,
        word=month_word(slot) if slot.state is not None else "",
        note=note,
        shape=shape,
        tone=tone,
        current=slot.current,
        alarm=slot.alarm,
        spoken=words.spoken(
            format_month(slot.month), month_word(slot), note or slot.reason, current=slot.current, count=slot.count
        ),
    )


def _is_in(agreed: AgreedMeeting | None, slot: MonthSlot) -> TypeGuard[AgreedMeeting]:
    return agreed is not None and month_of(agreed.day) == slot.month


def month_note(slot: MonthSlot) -> str:
    """Return date and meeting of a month, or what is missing."""
    meeting = slot.meeting
    if slot.state is MonthState.MISSED:
        return words.NO_REASON
    if slot.state is MonthState.EXCUSED:
        return ""
    if meeting is None or meeting.day is None:
        return words.NOT_INVITED if slot.alarm else ""
    day = persian_digits(to_jalali(meeting.day).day)
    if meeting.state is MeetingState.DRAFT:
        return words.draft_note(day)
    kind = states.MEETING_KIND[meeting.kind] if meeting.kind is MeetingKind.EXTRAORDINARY else ""
    return words.meeting_note(day, meeting.number, kind)


# ---- the first line


@dataclass(frozen=True, slots=True)
class UrgentTask:
    """The most urgent task: a sentence, its reason, its tone, its button, and its record."""

    title: str
    detail: str
    tone: Tone
    action: str = ""
    month: JalaliMonth | None = None
    meeting_id: int = 0
    act: str = ""
    months: tuple[JalaliMonth, ...] = ()
    """Where the same could be done with several at once: which; ``second`` says so."""
    second: str = ""


def most_urgent_task(sheet: LedgerSheet) -> UrgentTask | None:
    """Return the most urgent task, or the next meeting if there is none."""
    return _overdue(sheet) or _current(sheet) or _unexplained(sheet) or _upcoming(sheet)


def _overdue(sheet: LedgerSheet) -> UrgentTask | None:
    if not sheet.overdue:
        return None
    meeting = sheet.overdue[0]
    return UrgentTask(
        words.day_passed(meeting_name(meeting.number), _day(meeting)),
        words.DAY_PASSED_WHY,
        Tone.WARNING,
        words.OPEN_MEETING,
        meeting_id=meeting.id,
        act="open",
    )


def _current(sheet: LedgerSheet) -> UrgentTask | None:
    slot = sheet.current
    if slot is None or slot.state not in {MonthState.EXPECTED, MonthState.PLANNED}:
        return None
    left = words.days_left((slot.month.last_day - sheet.today).days)
    tone = Tone.DANGER if slot.alarm else Tone.WARNING
    month, meeting = month_name(slot.month.month), slot.meeting
    if meeting is None:
        if _is_in(sheet.agreed, slot):
            left = words.agreed_for(format_words(sheet.agreed.day), sheet.agreed.starts_at, left)
        return UrgentTask(words.nobody_invited(month), left, tone, words.SCHEDULE, month=slot.month, act="schedule")
    if meeting.state in {MeetingState.DRAFT, MeetingState.SCHEDULED} or slot.state is MonthState.EXPECTED:
        title = words.not_invited_yet(month, _day(meeting))
        return UrgentTask(title, left, tone, words.OPEN_MEETING, meeting_id=meeting.id, act="open")
    return None


def _unexplained(sheet: LedgerSheet) -> UrgentTask | None:
    if not sheet.unexplained:
        return None
    named = [format_month(slot.month) for slot in sheet.unexplained]
    return UrgentTask(
        words.without_reason(named),
        words.without_reason_detail(named),
        Tone.WARNING,
        words.EXCUSE,
        month=sheet.unexplained[0].month,
        act="excuse",
        months=tuple(slot.month for slot in sheet.unexplained),
        second=words.EXCUSE_SEVERAL if len(named) > 1 else "",
    )


def _upcoming(sheet: LedgerSheet) -> UrgentTask | None:
    meeting = sheet.upcoming
    if meeting is None or meeting.day is None:
        return None
    away = widget_words.days_away((meeting.day - sheet.today).days)
    title = words.upcoming(meeting_name(meeting.number), format_words(meeting.day), away)
    return UrgentTask(title, "", Tone.PROGRESS, words.OPEN_MEETING, meeting_id=meeting.id, act="open")


def _day(meeting: Meeting) -> str:
    return format_short(meeting.day) if meeting.day is not None else ""
