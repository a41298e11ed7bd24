"""Changes of a meeting's facts (kind, day, times, place, chair, note), and the agreed next meeting.

The last minutes agree on day, hour and place of the next meeting; they hold until it is planned.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting
from desktop_app.domain.rules.meetings import BEGUN, FREE_DAY, Meeting, MeetingKind, MeetingState
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import checked, require_live
from desktop_app.services.meetings.office_days import require_no_new_clash
from desktop_app.services.reading import earlier_than, newest_version
from desktop_app.services.versions.drafts import refresh_attendance
from desktop_app.services.versions.versions import is_correcting, save_session, version_in_force
from desktop_app.storage.store.work import Work


def next_agreed_meeting(work: Work, committee_id: int) -> AgreedMeeting | None:
    """The next meeting as agreed in the newest minutes that name a day; None once one is planned.

    An extraordinary meeting in between takes nothing of the agreement, unless its own minutes name another day.
    """
    known = [one for one in work.meetings.where(committee_id=committee_id) if one.state is not MeetingState.CANCELLED]
    begun = [one for one in known if one.state in BEGUN and one.day is not None]
    for meeting in sorted(begun, key=lambda one: (one.day, one.id), reverse=True):
        agreed = meeting_agreed_in(work, meeting)
        if agreed is not None:
            return None if any(is_agreed_meeting(one, meeting, agreed) for one in known) else agreed
        if meeting.kind is MeetingKind.ORDINARY:
            return None
    return None


def meeting_agreed_in(work: Work, meeting: Meeting) -> AgreedMeeting | None:
    """The next meeting as agreed in this meeting's minutes, with this meeting's place."""
    version = version_in_force(work, meeting.id)
    if version is None or version.next_day is None:
        return None
    return AgreedMeeting(
        day=version.next_day,
        starts_at=version.next_starts_at or meeting.starts_at,
        place=meeting.place,
        number=meeting.number,
    )


def coming_meetings(work: Work, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return the later meetings that have not begun and are not cancelled, nearest first."""
    ahead = (MeetingState.DRAFT, MeetingState.SCHEDULED, MeetingState.CONVENED, MeetingState.POSTPONED)
    found = work.meetings.where(committee_id=meeting.committee_id, state=list(ahead))
    later = [one for one in found if not earlier_than(one, meeting) and one.id != meeting.id]
    return tuple(sorted(later, key=lambda one: (one.day or date.max, one.id)))


def is_agreed_meeting(one: Meeting, meeting: Meeting, agreed: AgreedMeeting) -> bool:
    """Whether a meeting is the agreed one: on the agreed day, or the next ordinary meeting."""
    if one.id == meeting.id or not earlier_than(meeting, one):
        return False
    return one.day == agreed.day or one.kind is MeetingKind.ORDINARY


def save_meeting(context: Context, meeting: Meeting) -> Outcome:
    """Save the facts of a meeting: kind, day, times, place, chair, secretary, note.

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
    """Raise ``RuleBroken`` unless the meeting may get these facts, on a change or an undo."""
    require_live(work, stored)
    if changed.day != stored.day:
        _require_day_free(stored, changed, context.clock.today())
    _require_called(stored, changed)
    if (changed.day, changed.kind, changed.starts_at) != (stored.day, stored.kind, stored.starts_at):
        require_no_new_clash(work, context.clock, stored, changed)


def _require_day_free(stored: Meeting, changed: Meeting, today: date) -> None:
    if stored.state not in FREE_DAY:
        raise RuleBroken("day_needs_postponing", field="day", day=stored.day)
    if changed.day is None and stored.state is not MeetingState.DRAFT:
        raise RuleBroken("meeting_without_day", field="day")
    if stored.began_at and changed.day is not None and changed.day > today:
        raise RuleBroken("began_on_a_later_day", field="day")


def _require_called(stored: Meeting, changed: Meeting) -> None:
    """Raise ``RuleBroken`` when a convened meeting would lose its hour or place; other values are allowed."""
    if stored.state is not MeetingState.CONVENED:
        return
    if stored.starts_at and not changed.starts_at:
        raise RuleBroken("meeting_without_hour", field="starts_at")
    if stored.place.strip() and not changed.place.strip():
        raise RuleBroken("meeting_without_place", field="place")
