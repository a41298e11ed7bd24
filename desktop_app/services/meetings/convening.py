"""Acts on the convening of a meeting: it is taken back until something of it was printed, saved or sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.meetings import Meeting, MeetingAct, MeetingState
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import record_move
from desktop_app.storage.store.work import Work


def record_issued(context: Context, meeting_id: int) -> Outcome:
    """Record once for each convening that a paper of the meeting was printed or saved.

    Nothing is recorded of a meeting that is not convened.
    """
    with context.read() as work:
        meeting = work.meetings.get(meeting_id)
        if meeting.state is not MeetingState.CONVENED or _is_issued(work, meeting, _convened_at(work, meeting_id)):
            return Outcome(changed=Changed.NOTHING, id=meeting_id)
    with context.write() as work:
        work.audit("issued", "meeting", meeting_id, at=context.clock.instant())
        return work.record(Outcome(changed=Changed.NOTHING, id=meeting_id))


def take_back_convening(context: Context, meeting_id: int) -> Outcome:
    """Move a convened meeting back to scheduled; its number is free again if this gave it and it is the last one.

    Raises ``RuleBroken``: ``meeting_not_convened``; ``convening_known`` when an invitation was recorded as sent, or a
    paper was printed or saved, since it was convened.
    """
    with context.write() as work:
        meeting = work.meetings.get(meeting_id)
        if meeting.state is not MeetingState.CONVENED:
            raise RuleBroken("meeting_not_convened")
        convened = _convened_at(work, meeting_id)
        sent = work.sent_invitations.where(meeting_id=meeting_id)
        if _is_issued(work, meeting, convened) or any(one.at >= convened[-1] for one in sent):
            raise RuleBroken("convening_known")
        free = len(convened) == 1 and not sent and _is_last(work, meeting)
        work.meetings.update(replace(meeting, state=MeetingState.SCHEDULED, number=None if free else meeting.number))
        record_move(work, context.clock, meeting, MeetingState.SCHEDULED)
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.MINUTES, id=meeting_id))


def _convened_at(work: Work, meeting_id: int) -> Sequence[str]:
    """Return the instants at which the meeting was convened, without those that were taken back, oldest first."""
    found: list[str] = []
    for act in work.meeting_acts.where(meeting_id=meeting_id):
        if act.target is MeetingState.CONVENED:
            found.append(act.at)
        elif _takes_back(act):
            found.pop()
    return found


def _takes_back(act: MeetingAct) -> bool:
    return act.source is MeetingState.CONVENED and act.target is MeetingState.SCHEDULED


def _is_issued(work: Work, meeting: Meeting, convened: Sequence[str]) -> bool:
    return any(str(facts["at"]) >= convened[-1] for facts in work.entries("issued", "meeting", meeting.id))


def _is_last(work: Work, meeting: Meeting) -> bool:
    every = work.meetings.where(committee_id=meeting.committee_id)
    return all((one.number or 0) <= (meeting.number or 0) for one in every)
