"""Import of a committee that met before its records: past meetings and resolutions, and where numbers continue.

Past records are entered shortly, without their course. A day before the signing of the memorandum, or out of the order
of the numbers, is doubted. A doubt refuses nothing: a committee may have met before the signing, and numbers may have
been given later. It shows before the meeting is recorded, because the day of a past meeting stays once it has
resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, format_words, month_of
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.calendar.written_dates import read_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.deadlines import Deadline
from desktop_app.domain.rules.minutes import ACTION_KINDS, ClauseKind
from desktop_app.domain.rules.resolutions import ResolutionActKind
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.domain.text.digits import latin_digits, persian_digits
from desktop_app.domain.text.folding import fold


class PastState(StrEnum):
    """The state of a past resolution; its earlier acts are not recorded."""

    ADOPTED = "adopted"
    NOTIFIED = "notified"
    DOING = "doing"
    BLOCKED = "blocked"
    REPORTED = "reported"
    DONE = "done"
    REVOKED = "revoked"


ENDED: Final = frozenset({PastState.DONE, PastState.REVOKED})
TASK_OF: Final = {
    PastState.ADOPTED: TaskState.ASSIGNED,
    PastState.NOTIFIED: TaskState.NOTIFIED,
    PastState.DOING: TaskState.DOING,
    PastState.BLOCKED: TaskState.BLOCKED,
    PastState.REPORTED: TaskState.ACCEPTED,
    PastState.DONE: TaskState.ACCEPTED,
    PastState.REVOKED: TaskState.CANCELLED,
}
"""In which state the tasks of its units are.

A resolution is «اعلام انجام» only once nobody owes work for it, and then waits for the office to end it.
"""
FINISHED: Final = frozenset({TaskState.ACCEPTED})
"""States of a task whose work is a hundred percent."""
ACTS_OF: Final = {
    PastState.ADOPTED: (),
    PastState.DONE: (ResolutionActKind.NOTIFIED, ResolutionActKind.VERIFIED),
    PastState.REVOKED: (ResolutionActKind.REVOKED,),
}
"""The acts that are recorded of it; of every other state that its units were told."""


def acts_of(state: PastState) -> tuple[ResolutionActKind, ...]:
    """The acts that are recorded for a past resolution in this state."""
    return ACTS_OF.get(state, (ResolutionActKind.NOTIFIED,))


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMeeting:
    """A past meeting: number, day and other known facts; ``sheet`` and ``row`` are empty for a form."""

    number: int
    day: date
    place: str = ""
    subject: str = ""
    sheet: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PastResolution:
    """A past resolution with its old number as typed; ``state_day`` is the day of its state, if known."""

    number: str
    meeting: int
    day: date
    text: str
    kind: ClauseKind = ClauseKind.DECISION
    axis_id: int | None = None
    executor: int | None = None
    cooperating: tuple[int, ...] = ()
    owner: int | None = None
    deadline: Deadline = field(default_factory=Deadline)
    state: PastState = PastState.NOTIFIED
    state_day: date | None = None
    note: str = ""
    sheet: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class RowFault:
    """A fault in one row of a sheet; the refusal's field is the key of the column."""

    sheet: str
    row: int
    broken: RuleBroken


def resolution_faults(one: PastResolution, today: date) -> tuple[RuleBroken, ...]:
    """Faults of a past resolution: missing or impossible values; an open one needs an executing unit."""
    found = []
    if one.state not in ENDED and one.kind in ACTION_KINDS and one.executor is None:
        found.append(RuleBroken("past_executor_missing", field="executor"))
    if one.deadline.day is not None and one.deadline.day < one.day:
        found.append(RuleBroken("past_due_before_meeting", field="due"))
    if one.state_day is not None and not one.day <= one.state_day <= today:
        found.append(RuleBroken("past_state_day_wrong", field="state_day"))
    return tuple(found)


def day_doubts(number: int, day: date, signed_on: date | None, days: Mapping[int, date]) -> tuple[RuleBroken, ...]:
    """Doubts about the day of one past meeting; ``days`` are the days of other meetings by number."""
    found = []
    if signed_on is not None and day < signed_on:
        found.append(RuleBroken("past_day_before_signing", field="day", day=format_words(signed_on)))
    before = max((one for one in days if one < number), default=0)
    after = min((one for one in days if one > number), default=0)
    if before and days[before] > day:
        found.append(RuleBroken("past_day_before_earlier", field="day", number=before, day=format_words(days[before])))
    if after and days[after] < day:
        found.append(RuleBroken("past_day_after_later", field="day", number=after, day=format_words(days[after])))
    return tuple(found)


def doubts_of_all(
    fresh: Sequence[PastMeeting], signed_on: date | None, recorded: Mapping[int, date]
) -> tuple[tuple[PastMeeting, RuleBroken], ...]:
    """Doubts about the days of new past meetings; of two contradictory ones the later number is listed."""
    days = {**recorded, **{one.number: one.day for one in fresh}}
    coming = {one.number for one in fresh}
    return tuple(
        (one, doubt)
        for one in fresh
        for doubt in day_doubts(one.number, one.day, signed_on, days)
        if doubt.key != "past_day_after_later" or doubt.facts["number"] not in coming
    )


MOST_MEETINGS: Final = 9_999
"""A greater number of a meeting is a slip of the hand."""
MOST_SERIAL: Final = 999_999
_NEGATIVE: Final = re.compile(r"\s*[-\u2212\u2013]\s*\d")
_YEAR_AND_MONTH: Final = re.compile(r"[0-9]{2,4} ?[-/.] ?[0-9]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingOver:
    """Facts from before the committee used this program: never changed or removed; the newest row counts.

    ``year`` and ``month`` (Jalali) are the first month of the records; months before it are «پیش از ثبت».
    ``last_meeting`` is the number of the last meeting before the records; 0 takes an earlier row back.
    ``last_number`` is the number of the last resolution as typed, ``last_serial`` the same where it is a mere number.
    """

    id: int = 0
    committee_id: int
    year: int
    month: int
    last_meeting: int
    last_number: str = ""
    last_serial: int = 0
    at: str
    actor: str

    @property
    def begins(self) -> JalaliMonth:
        """The first month of the records."""
        return JalaliMonth(self.year, self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierValues:
    """Facts from before the program was used, as typed in a form; ignored unless meetings were ``held``."""

    held: bool = False
    last_meeting: str = ""
    last_number: str = ""
    begins: str = ""


@dataclass(frozen=True, slots=True)
class OwnRecords:
    """The records that could contradict new facts from before the program was used.

    ``past`` are the numbers of meetings that were taken over, ``own`` those of meetings recorded here;
    ``first_own`` is the earliest day of the latter, ``numbered`` whether a resolution of theirs has a
    number; ``last_serial`` is what such numbers went on from.
    """

    past: tuple[int, ...] = ()
    own: tuple[int, ...] = ()
    first_own: date | None = None
    numbered: bool = False
    last_serial: int = 0


def newest_row(rows: Iterable[TakingOver]) -> TakingOver | None:
    """The row that counts; None when no meeting was held before."""
    last = max(rows, key=lambda one: one.id, default=None)
    return last if last is not None and last.last_meeting else None


def form_values(row: TakingOver | None) -> EarlierValues:
    """Return the form values of a row."""
    if row is None:
        return EarlierValues()
    return EarlierValues(
        held=True,
        last_meeting=persian_digits(row.last_meeting),
        last_number=row.last_number,
        begins=format_month(row.begins),
    )


def read_month(text: str, today: date) -> JalaliMonth:
    """Parse a typed month: «۱۴۰۲/۷», «مهر ۱۴۰۲»; raises ``RuleBroken`` as for a date."""
    plain = fold(text)
    whole = f"{plain}/1" if _YEAR_AND_MONTH.fullmatch(plain) else f"1 {plain}"
    return month_of(read_date(whole, today=today, calendar=WorkCalendar()).day)


def number_of(text: str, most: int) -> int:
    """Parse a typed whole number; 0 for anything that is not 1 to ``most``."""
    digits = latin_digits(text.strip())
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 and int(digits) <= most else 0


def earlier_faults(values: EarlierValues, today: date, known: OwnRecords | None = None) -> tuple[RuleBroken, ...]:
    """All faults of the form, and contradictions with existing records."""
    if not values.held:
        return _still_needed(known or OwnRecords())
    found: list[RuleBroken] = []
    last = number_of(values.last_meeting, MOST_MEETINGS)
    if not last:
        found.append(RuleBroken("earlier_last_meeting_missing", field="last_meeting", most=MOST_MEETINGS))
    if _NEGATIVE.match(values.last_number):
        found.append(RuleBroken("earlier_last_number_negative", field="last_number"))
    month = _month(values.begins, today, found)
    if known is not None:
        found += _contradicted(last, number_of(values.last_number, MOST_SERIAL), month, known)
    return tuple(found)


def taking_over(values: EarlierValues, *, committee_id: int, today: date, at: str, actor: str) -> TakingOver:
    """Build the row from form values without faults."""
    month = read_month(values.begins, today) if values.held else month_of(today)
    return TakingOver(
        committee_id=committee_id,
        year=month.year,
        month=month.month,
        last_meeting=number_of(values.last_meeting, MOST_MEETINGS) if values.held else 0,
        last_number=values.last_number.strip() if values.held else "",
        last_serial=number_of(values.last_number, MOST_SERIAL) if values.held else 0,
        at=at,
        actor=actor,
    )


def require_past_meeting(number: int, day: date, *, row: TakingOver | None, taken: Sequence[int], today: date) -> None:
    """Raise ``RuleBroken`` for a past meeting with an invalid number or day, or before past ones are announced."""
    if row is None:
        raise RuleBroken("earlier_not_told")
    if not 1 <= number <= row.last_meeting:
        raise RuleBroken("past_meeting_beyond_last", field="number", number=number, last=row.last_meeting)
    if number in taken:
        raise RuleBroken("past_meeting_known", field="number", number=number)
    if day > today:
        raise RuleBroken("past_meeting_ahead", field="day", day=format_words(day))


# ---- inside


def _month(text: str, today: date, found: list[RuleBroken]) -> JalaliMonth | None:
    try:
        month = read_month(text, today)
    except RuleBroken:
        found.append(RuleBroken("earlier_month_missing", field="begins"))
        return None
    if month > month_of(today):
        found.append(RuleBroken("earlier_month_ahead", field="begins", month=format_month(month_of(today))))
    return month


def _still_needed(known: OwnRecords) -> tuple[RuleBroken, ...]:
    return (RuleBroken("earlier_meetings_recorded", count=len(known.past)),) if known.past else ()


def _contradicted(last: int, serial: int, month: JalaliMonth | None, known: OwnRecords) -> list[RuleBroken]:
    found: list[RuleBroken] = []
    past, own = max(known.past, default=0), min(known.own, default=0)
    if last and last < past:
        found.append(RuleBroken("earlier_below_recorded", field="last_meeting", number=past))
    if last and own and last >= own:
        found.append(RuleBroken("earlier_reaches_own", field="last_meeting", number=own))
    if known.numbered and serial != known.last_serial:
        found.append(RuleBroken("earlier_serial_counted", field="last_number"))
    if month is not None and known.first_own is not None and month > month_of(known.first_own):
        found.append(RuleBroken("earlier_month_after_own", field="begins", day=format_words(known.first_own)))
    return found
