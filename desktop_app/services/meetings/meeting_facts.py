"""Facts of a meeting, changed by the operator: kind, day, times, place, chair, secretary, note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.meetings import FREE_DAY, Meeting, MeetingState
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import checked, require_live
from desktop_app.services.meetings.office_days import require_day_as_good
from desktop_app.services.minutes.drafts import refresh_attendance
from desktop_app.services.minutes.session_facts import save_session
from desktop_app.services.minutes.versions import is_correcting
from desktop_app.services.reading import newest_version
from desktop_app.storage.store.work import Work


def save_meeting(context: Context, meeting: Meeting) -> Outcome:
    """Take the changed facts of a meeting: kind, day, times, place, chair, secretary, note.

    State and number stay as stored. A new day brings the seats filled on that day. While a correction is written,
    times, place, chair and secretary are those of its draft, and nothing else changes.
    """
    with context.write() as work:
        stored = work.meetings.get(meeting.id)
        newest = newest_version(work, meeting.id)
        if newest is not None and is_correcting(work, newest):
            save_session(work, context.clock, newest, checked(context.paper, meeting))
            return work.record(Outcome(changed=Changed.MEETINGS | Changed.MINUTES, id=meeting.id))
        changed = checked(
            context.paper,
            replace(meeting, state=stored.state, number=stored.number, committee_id=stored.committee_id),
        )
        require_may_change(work, context, stored, changed)
        work.meetings.update(changed)
        if changed.day != stored.day:
            refresh_attendance(work, changed)
        work.audit("changed", "meeting", meeting.id, at=context.clock.instant(), **changes(stored, changed))
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.MINUTES, id=meeting.id))


def require_may_change(work: Work, context: Context, stored: Meeting, changed: Meeting) -> None:
    """The facts of a meeting may become these; judged alike when they are changed and when that is taken back."""
    require_live(work, stored)
    if changed.day != stored.day:
        _require_day_free(stored, changed, context.clock.today())
    _require_called(stored, changed)
    if (changed.day, changed.kind, changed.starts_at) != (stored.day, stored.kind, stored.starts_at):
        require_day_as_good(work, context.clock, stored, changed)


def _require_day_free(stored: Meeting, changed: Meeting, today: date) -> None:
    if stored.state not in FREE_DAY:
        raise RuleBroken("day_needs_postponing", field="day", day=stored.day)
    if changed.day is None and stored.state is not MeetingState.DRAFT:
        raise RuleBroken("meeting_without_day", field="day")
    if stored.began_at and changed.day is not None and changed.day > today:
        raise RuleBroken("began_on_a_later_day", field="day")


def _require_called(stored: Meeting, changed: Meeting) -> None:
    """Who is invited is told hour and place; they may be others, and not be gone."""
    if stored.state is not MeetingState.CONVENED:
        return
    if stored.starts_at and not changed.starts_at:
        raise RuleBroken("meeting_without_hour", field="starts_at")
    if stored.place.strip() and not changed.place.strip():
        raise RuleBroken("meeting_without_place", field="place")
