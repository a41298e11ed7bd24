"""Correcting the day of a past meeting: while it has no resolutions, nothing else was told of that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.reading import the_committee
from desktop_app.services.taking_over.earlier import taken_over_meetings
from desktop_app.storage.store.work import Work


def other_day(context: Context, number: int, day: date) -> date | None:
    """The recorded day of a past meeting that may become ``day``; None where there is nothing to correct."""
    with context.read() as work:
        stored = _past(work, number)
        if stored is None or stored.day == day or work.resolutions.where(meeting_id=stored.id):
            return None
        return stored.day


def correct_day(context: Context, number: int, day: date) -> Outcome:
    """Give a past meeting another day; raises ``RuleBroken`` where resolutions were adopted on the one that stands."""
    with context.write() as work:
        stored = _past(work, number)
        if stored is None:
            raise RuleBroken("record_unknown", kind="meeting", id=number)
        if work.resolutions.where(meeting_id=stored.id):
            raise RuleBroken("past_day_has_resolutions", field="day", number=number)
        if day > context.clock.today():
            raise RuleBroken("past_meeting_ahead", field="day", day=format_words(day))
        corrected = replace(stored, day=day)
        work.meetings.update(corrected)
        work.audit("changed", "meeting", stored.id, at=context.clock.instant(), **changes(stored, corrected))
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.MINUTES, id=stored.id))


def _past(work: Work, number: int) -> Meeting | None:
    """The meeting of this number, where it is one from before the records."""
    past = taken_over_meetings(work)
    found = work.meetings.where(committee_id=the_committee(work), number=number)
    return next((one for one in found if one.id in past), None)
