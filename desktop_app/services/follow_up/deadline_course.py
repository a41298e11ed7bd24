"""History of a resolution's deadline: first agreed, now in force, number of extensions.

:func:`planned_days` gives the day of each deadline of one meeting before anything was notified.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.clock import iso, local_moment
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.read_models.follow_up_sheets import DeadlineStep, StepKind
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, due_day, due_in_force, next_after
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.resolution_actions import agreed_and_granted
from desktop_app.domain.rules.resolutions import DeadlineEvent, valid_deadlines
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class DueDays:
    """The days from which a meeting's deadlines are counted."""

    meeting_day: date
    next_meeting: date | None
    calendar: WorkCalendar

    def of(self, deadline: Deadline, notified_on: date | None = None) -> date | None:
        """Return the day of a deadline, or None until its event has happened."""
        return due_day(
            deadline,
            meeting_day=self.meeting_day,
            notified_on=notified_on,
            next_meeting=self.next_meeting,
            calendar=self.calendar,
        )


def due_days(work: Work, meeting: Meeting, version: MinutesVersion) -> DueDays:
    """Read these days; the next meeting is the one named in the minutes, else the next planned one."""
    day = meeting.day or date.max
    ahead = next_after(day, planned_days(work.meetings.where(committee_id=meeting.committee_id)))
    return DueDays(day, version.next_day or ahead, work.calendar())


def planned_days(meetings: Iterable[Meeting]) -> tuple[date, ...]:
    """The days of all meetings except cancelled ones, in order."""
    return tuple(sorted(one.day for one in meetings if one.day is not None and one.state is not MeetingState.CANCELLED))


def next_day_after(work: Work, meeting: Meeting) -> date | None:
    """The day of the meeting after this one, held or planned, or None."""
    if meeting.day is None:
        return None
    return next_after(meeting.day, planned_days(work.meetings.where(committee_id=meeting.committee_id)))


def deadlines_on(events: Sequence[DeadlineEvent], day: date) -> tuple[DeadlineEvent, ...]:
    """The deadlines known at the end of a day; the first dates from the meeting itself."""
    return valid_deadlines([one for one in events if one.sequence == 0 or local_moment(one.at)[0] <= day])


def deadline_in_force(kind: DeadlineKind, events: Sequence[DeadlineEvent], ahead: date | None) -> date | None:
    """The deadline in force; ``ahead`` is the next meeting's day, for a deadline that waits for it."""
    kept = valid_deadlines(events)
    return due_in_force(kind, kept[-1].due if kept else None, ahead)


def due_line(kind: DeadlineKind, events: Sequence[DeadlineEvent], ahead: date | None) -> DueLine:
    """Return the deadline line of a paper: first agreed day, day in force, number of extensions."""
    due = deadline_in_force(kind, events, ahead)
    agreed, granted = agreed_and_granted(events)
    return DueLine(
        first=iso(agreed.due if agreed is not None and agreed.due is not None else due),
        due=iso(due),
        extensions=len(granted),
    )


def deadline_steps(
    adopted_on: date | None, due: date | None, events: Sequence[DeadlineEvent], meetings: Mapping[int, int | None]
) -> tuple[DeadlineStep, ...]:
    """Return the steps: adoption, first deadline, every extension; undone ones are only in the history.

    The first deadline is that of the minutes in force; ``due`` is the day that holds, and ``meetings`` the numbers of
    those that granted one.
    """
    agreed, granted = agreed_and_granted(events)
    first = agreed.due if agreed is not None else None
    if first is None and not granted:
        first = due
    steps = [DeadlineStep(kind=StepKind.ADOPTED, day=adopted_on)]
    if first is not None:
        steps.append(DeadlineStep(kind=StepKind.FIRST, day=first))
    for number, event in enumerate(granted, start=1):
        steps.append(
            DeadlineStep(
                kind=StepKind.EXTENDED,
                day=event.due,
                number=number,
                meeting_number=meetings.get(event.granted_by_meeting_id or 0),
                reason=event.reason,
            )
        )
    return tuple(steps)
