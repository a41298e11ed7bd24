"""The next meeting as the last minutes agreed on it: its day, hour and place, until it is planned."""

from __future__ import annotations

from desktop_app.domain.read_models.meetings_sheet import AgreedMeeting
from desktop_app.domain.rules.meetings import BEGUN, Meeting, MeetingKind, MeetingState
from desktop_app.services.minutes.versions import version_in_force
from desktop_app.services.reading import earlier_than
from desktop_app.storage.store.work import Work


def agreed_next(work: Work, committee_id: int) -> AgreedMeeting | None:
    """What the newest minutes that name a day agreed on; None once that meeting is planned, or another in its place.

    An extraordinary meeting in between takes nothing of the agreement, unless its own minutes name another day.
    """
    known = [one for one in work.meetings.where(committee_id=committee_id) if one.state is not MeetingState.CANCELLED]
    begun = [one for one in known if one.state in BEGUN and one.day is not None]
    for meeting in sorted(begun, key=lambda one: (one.day, one.id), reverse=True):
        agreed = agreed_in(work, meeting)
        if agreed is not None:
            return None if any(fulfils(one, meeting, agreed) for one in known) else agreed
        if meeting.kind is MeetingKind.ORDINARY:
            return None
    return None


def agreed_in(work: Work, meeting: Meeting) -> AgreedMeeting | None:
    """The day and hour that a meeting's own minutes name; they name no place, and it stays that of the meeting."""
    version = version_in_force(work, meeting.id)
    if version is None or version.next_day is None:
        return None
    return AgreedMeeting(
        day=version.next_day,
        starts_at=version.next_starts_at or meeting.starts_at,
        place=meeting.place,
        number=meeting.number,
    )


def fulfils(one: Meeting, meeting: Meeting, agreed: AgreedMeeting) -> bool:
    """Whether a meeting is the one that ``meeting`` agreed on: on that very day, or the next ordinary one."""
    if one.id == meeting.id or not earlier_than(meeting, one):
        return False
    return one.day == agreed.day or one.kind is MeetingKind.ORDINARY
