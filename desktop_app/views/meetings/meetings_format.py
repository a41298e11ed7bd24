"""Display data of months in words, shapes and colours, and the first sentence of the page of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeGuard

from desktop_app.domain.calendar.date_words import month_name
from desktop_app.domain.calendar.jalali import (
    JalaliMonth,
    format_month,
    format_short,
    format_words,
    month_of,
    to_jalali,
)
from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting, LedgerSheet
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.months import MonthSlot, MonthState
from desktop_app.domain.text.digits import persian_digits
from desktop_app.text.meetings import month_ledger as words
from desktop_app.text.rules.scheduling import meeting_name
from desktop_app.text.shared import states
from desktop_app.text.shared import widgets as widget_words
from desktop_app.widgets.dates.month_cell import MonthContent
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone

_CONTENTS: Final = {
    MonthState.BEFORE_RECORDS: (None, Tone.NEUTRAL),
    MonthState.EXPECTED: (Shape.DASHED_RING, Tone.NEUTRAL),
    MonthState.PLANNED: (Shape.RING_DOT, Tone.PROGRESS),
    MonthState.HELD: (Shape.DISC_CHECK, Tone.DONE),
    MonthState.MISSED: (Shape.DIAMOND, Tone.DANGER),
    MonthState.EXCUSED: (Shape.DIAMOND, Tone.WARNING),
}


def month_shape(slot: MonthSlot) -> tuple[Shape | None, Tone]:
    """Shape and tone of a month."""
    return _CONTENTS[slot.state] if slot.state is not None else (None, Tone.NEUTRAL)


def month_word(slot: MonthSlot) -> str:
    """The state in words."""
    return words.STATES[slot.state] if slot.state is not None else words.BEFORE


def month_content(slot: MonthSlot, agreed: AgreedMeeting | None = None) -> MonthContent:
    """One cell of the ledger; ``agreed`` is the next meeting that is not planned yet, whichever its month."""
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
    """Day and meeting, or what is missing."""
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
class Want:
    """What needs a person first: a sentence, why, its tone, the verb that leads on, and what it is about."""

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


def first_want(sheet: LedgerSheet) -> Want | None:
    """The most urgent of what waits; the next meeting when nothing does."""
    return _overdue(sheet) or _current(sheet) or _unexplained(sheet) or _upcoming(sheet)


def _overdue(sheet: LedgerSheet) -> Want | None:
    if not sheet.overdue:
        return None
    meeting = sheet.overdue[0]
    return Want(
        words.day_passed(meeting_name(meeting.number), _day(meeting)),
        words.DAY_PASSED_WHY,
        Tone.WARNING,
        words.OPEN_MEETING,
        meeting_id=meeting.id,
        act="open",
    )


def _current(sheet: LedgerSheet) -> Want | None:
    slot = sheet.current
    if slot is None or slot.state not in {MonthState.EXPECTED, MonthState.PLANNED}:
        return None
    left = words.days_left((slot.month.last_day - sheet.today).days)
    tone = Tone.DANGER if slot.alarm else Tone.WARNING
    month, meeting = month_name(slot.month.month), slot.meeting
    if meeting is None:
        if _is_in(sheet.agreed, slot):
            left = words.agreed_for(format_words(sheet.agreed.day), sheet.agreed.starts_at, left)
        return Want(words.nobody_invited(month), left, tone, words.SCHEDULE, month=slot.month, act="schedule")
    if meeting.state in {MeetingState.DRAFT, MeetingState.SCHEDULED} or slot.state is MonthState.EXPECTED:
        title = words.not_invited_yet(month, _day(meeting))
        return Want(title, left, tone, words.OPEN_MEETING, meeting_id=meeting.id, act="open")
    return None


def _unexplained(sheet: LedgerSheet) -> Want | None:
    if not sheet.unexplained:
        return None
    named = [format_month(slot.month) for slot in sheet.unexplained]
    return Want(
        words.without_reason(named),
        words.without_reason_detail(named),
        Tone.WARNING,
        words.EXCUSE,
        month=sheet.unexplained[0].month,
        act="excuse",
        months=tuple(slot.month for slot in sheet.unexplained),
        second=words.EXCUSE_SEVERAL if len(named) > 1 else "",
    )


def _upcoming(sheet: LedgerSheet) -> Want | None:
    meeting = sheet.upcoming
    if meeting is None or meeting.day is None:
        return None
    away = widget_words.days_away((meeting.day - sheet.today).days)
    title = words.upcoming(meeting_name(meeting.number), format_words(meeting.day), away)
    return Want(title, "", Tone.PROGRESS, words.OPEN_MEETING, meeting_id=meeting.id, act="open")


def _day(meeting: Meeting) -> str:
    return format_short(meeting.day) if meeting.day is not None else ""
