"""The course of a resolution's deadline as papers tell it: first agreed, standing now, how often extended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.rules.deadlines import DeadlineKind, next_after, standing_due
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.resolution_actions import is_extension
from desktop_app.domain.rules.resolutions import DeadlineEvent, standing_deadlines
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.follow_up.due_days import planned_days
from desktop_app.services.ports import Work


def next_day_after(work: Work, meeting: Meeting) -> date | None:
    """The day of the meeting after this one, held or planned, or None."""
    if meeting.day is None:
        return None
    return next_after(meeting.day, planned_days(work.meetings.where(committee_id=meeting.committee_id)))


def standing_day(kind: DeadlineKind, events: Sequence[DeadlineEvent], ahead: date | None) -> date | None:
    """The day that holds now; ``ahead`` is the day of the next meeting, for a deadline that waits for it."""
    kept = standing_deadlines(events)
    return standing_due(kind, kept[-1].due if kept else None, ahead)


def due_line(kind: DeadlineKind, events: Sequence[DeadlineEvent], ahead: date | None) -> DueLine:
    """The same as a line of a paper, with the day that was agreed first."""
    due = standing_day(kind, events, ahead)
    dated = [event for event in standing_deadlines(events) if event.due is not None]
    agreed = [event.due for event in dated if not is_extension(event)]
    return DueLine(
        first=iso(agreed[-1] if agreed else due),
        due=iso(due),
        extensions=sum(is_extension(event) for event in dated),
    )
