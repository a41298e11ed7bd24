"""On which day each deadline of one meeting falls, before anything was notified."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.deadlines import Deadline, due_day, next_after
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class DueDays:
    """What the deadlines of a meeting are counted from."""

    meeting_day: date
    next_meeting: date | None
    calendar: WorkCalendar

    def of(self, deadline: Deadline, notified_on: date | None = None) -> date | None:
        """The day, or None while its event has not happened."""
        return due_day(
            deadline,
            meeting_day=self.meeting_day,
            notified_on=notified_on,
            next_meeting=self.next_meeting,
            calendar=self.calendar,
        )


def due_days(work: Work, meeting: Meeting, version: MinutesVersion) -> DueDays:
    """The next meeting is the one that the minutes name, else the next planned one."""
    day = meeting.day or date.max
    ahead = next_after(day, planned_days(work.meetings.where(committee_id=meeting.committee_id)))
    return DueDays(day, version.next_day or ahead, work.calendar())


def planned_days(meetings: Iterable[Meeting]) -> tuple[date, ...]:
    """The days of all meetings that were not called off, in order."""
    return tuple(sorted(one.day for one in meetings if one.day is not None and one.state is not MeetingState.CANCELLED))
