"""Answers to invitations (پاسخ دعوت‌نامه) from incoming letters, read from audit entries.

No table holds an answer, so the entry in the audit table says who answered what, about which day. It is never changed;
it counts as long as its letter is linked to the meeting. Whoever will not come is marked as excused until he is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, InvitationAnswered, Outcome
from desktop_app.domain.read_models.paper_sheets import InvitedMeeting
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.invitations import Answer, InvitationAnswer, InviteeRow, seat_in
from desktop_app.domain.rules.meetings import Attendance, AttendanceState, Meeting, MeetingState
from desktop_app.domain.rules.registered_papers import PaperLink
from desktop_app.services.context import Context
from desktop_app.services.minutes.attendance import mark_in
from desktop_app.services.paper_links import LINKED, link_paper, unlink_links
from desktop_app.services.reading import holders_of, newest_version
from desktop_app.services.registers.invitations import invitee_rows, row_of
from desktop_app.services.registers.papers import incoming_not_struck
from desktop_app.storage.store.work import Work

_CHANGED = LINKED | Changed.MINUTES
_S = AttendanceState
_MARKS: Final = {
    (Answer.DECLINES, _S.UNMARKED): _S.EXCUSED,
    (Answer.COMES, _S.EXCUSED): _S.UNMARKED,
    (Answer.COMES, _S.ABSENT): _S.UNMARKED,
}
"""The mark that an answer changes, and what it becomes; a substitute who was named stays."""


def invited_meetings(context: Context) -> tuple[InvitedMeeting, ...]:
    """Return the convened meetings that have not begun, nearest first, with their invitees."""
    with context.read() as work:
        convened = work.meetings.where(state=MeetingState.CONVENED)
        found = sorted((one.day, one.id, one) for one in convened if one.day is not None)
        return tuple(InvitedMeeting(meeting=one, invitees=invitee_rows(work, one)) for _day, _id, one in found)


def answer_from_paper(
    context: Context, paper_id: int, meeting_id: int, invitee: str, answer: Answer | None
) -> InvitationAnswered:
    """Record an invitee's answer from a letter, linked to the meeting and the sent invitation."""
    if not meeting_id or not invitee:
        raise RuleBroken("paper_act_without_record", field="record")
    if answer is None:
        raise RuleBroken("invitation_answer_missing", field="answer")
    with context.write() as work:
        paper = incoming_not_struck(work, paper_id)
        meeting = work.meetings.get(meeting_id)
        if meeting.state is not MeetingState.CONVENED or meeting.day is None:
            raise RuleBroken("invitation_answer_not_open", field="record")
        row = _invitee(work, meeting, invitee)
        link_paper(work, paper, "meeting", meeting_id)
        sent = row_of(work, row.sent) if row.sent is not None else None
        if sent is not None:
            link_paper(work, paper, "outgoing_paper", sent.id)
        _mark(work, context, meeting, meeting.day, invitee, answer)
        reply = len(_told(work, meeting_id)) + 1
        work.audit(
            "invitation_answered",
            "meeting",
            meeting_id,
            at=context.clock.instant(),
            reply=reply,
            incoming_paper_id=paper_id,
            invitee=invitee,
            name=row.line.name,
            answer=answer.value,
            day=meeting.day,
        )
        return work.record(InvitationAnswered(changed=_CHANGED, id=paper_id, reply=reply))


def undo_answer(context: Context, meeting_id: int, made: InvitationAnswered) -> Outcome:
    """Undo an answer: its mark, and the links that no other answer of the letter needs."""
    with context.write() as work:
        for before, after in _marks(made):
            if work.attendance.get(after.id) != after:
                raise RuleBroken("act_overtaken", kind="attendance", id=after.id)
            mark_in(work, context.clock, meeting_id, after.seat_id, SeatMark(state=before.state))
        standing = answers_of(work, meeting_id, (made.id,))
        for one in standing:
            if one.reply == made.reply:
                at = context.clock.instant()
                work.audit("invitation_answer_taken_back", "meeting", meeting_id, at=at, reply=one.reply, name=one.name)
        unlink_links(work, context, list(_links(made, standing)))
        return work.record(Outcome(changed=_CHANGED, id=made.id))


def answers_of(work: Work, meeting_id: int, papers: Collection[int]) -> tuple[InvitationAnswer, ...]:
    """The valid answers, newest last; ``papers`` are the letters linked to the meeting."""
    told = _told(work, meeting_id) if papers else ()
    taken_back = work.entries("invitation_answer_taken_back", "meeting", meeting_id) if told else ()
    gone = {int(one["reply"]) for one in taken_back}
    return tuple(
        InvitationAnswer(
            reply=int(one["reply"]),
            paper_id=int(one["incoming_paper_id"]),
            invitee=str(one["invitee"]),
            name=str(one["name"]),
            answer=Answer(one["answer"]),
            day=date.fromisoformat(one["day"]) if one["day"] else None,
        )
        for one in told
        if int(one["reply"]) not in gone and int(one["incoming_paper_id"]) in papers
    )


# ---- inside


def _told(work: Work, meeting_id: int) -> Sequence[Mapping[str, Any]]:
    """All answers to the meeting's invitations, undone ones included."""
    return work.entries("invitation_answered", "meeting", meeting_id)


def _links(made: InvitationAnswered, standing: Sequence[InvitationAnswer]) -> Iterator[PaperLink]:
    """Yield the links that only this answer made; links that another answer needs stay."""
    own = {one.invitee for one in standing if one.reply == made.reply}
    others = {one.invitee for one in standing if one.reply != made.reply}
    needed = {"meeting": bool(others), "outgoing_paper": bool(own & others)}
    for row in made.written:
        if row.before is None and isinstance(row.after, PaperLink) and not needed[row.after.record_kind]:
            yield row.after


def _marks(made: Outcome) -> Iterator[tuple[Attendance, Attendance]]:
    for row in made.written:
        if isinstance(row.before, Attendance) and isinstance(row.after, Attendance):
            yield row.before, row.after


def _invitee(work: Work, meeting: Meeting, key: str) -> InviteeRow:
    found = next((one for one in invitee_rows(work, meeting) if one.key == key), None)
    if found is None:
        raise RuleBroken("invitee_gone", field="record")
    return found


def _mark(work: Work, context: Context, meeting: Meeting, day: date, invitee: str, answer: Answer) -> None:
    """Mark the invitee's seat according to the answer, if the invitee holds one on that day."""
    holders = holders_of(work, meeting.committee_id, day)
    seat_id = next((one.seat_id for one in holders if one.seat_id == seat_in(invitee, one.person_id)), 0)
    if not seat_id:
        return
    version = newest_version(work, meeting.id)
    rows = work.attendance.where(minutes_version_id=version.id, seat_id=seat_id) if version is not None else ()
    state = _MARKS.get((answer, rows[0].state if rows else _S.UNMARKED))
    if state is not None:
        mark_in(work, context.clock, meeting.id, seat_id, SeatMark(state=state))
