"""Facts of the committee from before it used this program; they may change until a record contradicts them.

The day can change while the meeting has no resolutions and nothing else was recorded of that day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.numbering import Counters
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesActKind
from desktop_app.domain.rules.taking_over import (
    EarlierValues,
    OwnRecords,
    TakingOver,
    earlier_faults,
    form_values,
    newest_row,
    taking_over,
)
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.reading import only_committee_id, require_same
from desktop_app.storage.store.work import Work


def taking_over_of(work: Work, committee_id: int) -> TakingOver | None:
    """Return the facts from before the committee used this program; None when it had not met."""
    return newest_row(work.takings_over.where(committee_id=committee_id))


def taken_over_meetings(work: Work) -> frozenset[int]:
    """Ids of the imported past meetings."""
    acts = work.minutes_acts.where(kind=MinutesActKind.TAKEN_OVER)
    return frozenset(one.meeting_id for one in work.versions.where(id=[act.minutes_version_id for act in acts]))


def counters_of(work: Work, committee_id: int) -> Counters:
    """The counters from which numbering continues, with a serial for every new number."""
    before, past = taking_over_of(work, committee_id), taken_over_meetings(work)
    own = [one.id for one in work.meetings.where(committee_id=committee_id) if one.id not in past]
    given = sum(1 for one in work.resolutions.where(meeting_id=own) if one.number)
    return Counters(
        meeting=before.last_meeting if before is not None else 0,
        serial=given + (before.last_serial if before is not None else 0),
    )


def own_records(work: Work, committee_id: int) -> OwnRecords:
    """The records that could contradict new facts of the time before."""
    past, before = taken_over_meetings(work), taking_over_of(work, committee_id)
    meetings = work.meetings.where(committee_id=committee_id)
    numbers = {one.id: one.number for one in meetings if one.number is not None}
    own = [one for one in meetings if one.id in numbers and one.id not in past]
    numbered = work.resolutions.where(meeting_id=[one.id for one in own])
    return OwnRecords(
        past=tuple(number for meeting_id, number in numbers.items() if meeting_id in past),
        own=tuple(numbers[one.id] for one in own),
        first_own=min((one.day for one in own if one.day is not None), default=None),
        numbered=any(one.number for one in numbered),
        last_serial=before.last_serial if before is not None else 0,
    )


# ---- the section of the settings


def earlier_values(context: Context) -> EarlierValues:
    """Return the form values about the committee's time before it used this program."""
    with context.read() as work:
        return form_values(taking_over_of(work, only_committee_id(work)))


def earlier_refusals(context: Context, values: EarlierValues) -> tuple[RuleBroken, ...]:
    """Return the refusals to save them."""
    with context.read() as work:
        return earlier_faults(values, context.clock.today(), own_records(work, only_committee_id(work)))


def save_earlier(context: Context, values: EarlierValues, seen: EarlierValues) -> Outcome:
    """Save these facts as a new row; the old row stays, the counters follow the new one."""
    with context.write() as work:
        committee = only_committee_id(work)
        require_same("taking_over", form_values(taking_over_of(work, committee)), seen)
        for fault in earlier_faults(values, context.clock.today(), own_records(work, committee)):
            raise fault
        clean = EarlierValues(
            held=values.held,
            last_meeting=values.last_meeting,
            last_number=clean_text(context.paper, values.last_number, "last_number"),
            begins=values.begins,
        )
        made = put_earlier(work, context.clock, committee, clean)
        return work.record(Outcome(changed=Changed.SETTINGS | Changed.MEETINGS, id=made.id))


def put_earlier(work: Work, clock: Clock, committee_id: int, values: EarlierValues) -> TakingOver:
    """Store valid form values, with the audit entry."""
    row = taking_over(values, committee_id=committee_id, today=clock.today(), at=clock.instant(), actor=work.actor())
    made = work.takings_over.add(row)
    work.audit(
        "told_of_before",
        "taking_over",
        made.id,
        year=row.year,
        month=row.month,
        last_meeting=row.last_meeting,
        last_number=row.last_number,
    )
    return made


def other_day(context: Context, number: int, day: date) -> date | None:
    """The recorded day of a past meeting that can be corrected to ``day``; None when there is none."""
    with context.read() as work:
        stored = _past(work, number)
        if stored is None or stored.day == day or work.resolutions.where(meeting_id=stored.id):
            return None
        return stored.day


def correct_day(context: Context, number: int, day: date) -> Outcome:
    """Correct the day of a past meeting; raises ``RuleBroken`` when it has resolutions."""
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
    """The past meeting with this number, or None."""
    past = taken_over_meetings(work)
    found = work.meetings.where(committee_id=only_committee_id(work), number=number)
    return next((one for one in found if one.id in past), None)
