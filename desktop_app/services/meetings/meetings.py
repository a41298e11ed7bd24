"""Acts on a meeting: add it, and move it from draft to the closed file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock, seconds_between
from desktop_app.domain.calendar.written_dates import read_time
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.attendance import Quorum, quorum, require_quorum
from desktop_app.domain.rules.meetings import (
    MEETINGS,
    OVER,
    AgendaItem,
    AgendaState,
    Meeting,
    MeetingAct,
    MeetingState,
    is_past,
    next_number,
    require_attendance_complete,
    require_can_begin,
    require_can_convene,
    require_open,
    require_times,
)
from desktop_app.domain.rules.minutes import ALL_SIGNED, require_editable
from desktop_app.services.context import Context
from desktop_app.services.meetings.office_days import require_no_new_clash
from desktop_app.services.reading import agenda_of, holders_of, newest_version, parties_of
from desktop_app.services.taking_over.earlier import taking_over_of
from desktop_app.services.versions.drafts import draft_of
from desktop_app.services.versions.versions import is_correcting
from desktop_app.storage.store.work import Work

_S = MeetingState


def time_of(text: str, field: str) -> str:
    """Return a typed time as ``HH:MM``, or empty; raises ``RuleBroken`` for another text."""
    if not text.strip():
        return ""
    try:
        return read_time(text)
    except RuleBroken as broken:
        raise broken.beside(field) from broken


def add_meeting(context: Context, meeting: Meeting, agenda: Sequence[AgendaItem] = ()) -> Outcome:
    """Add a meeting as a draft, with its first agenda items in the caller's words."""
    with context.write() as work:
        return work.record(add_meeting_in(work, context, meeting, agenda))


def add_meeting_in(work: Work, context: Context, meeting: Meeting, agenda: Sequence[AgendaItem]) -> Outcome:
    """Add a meeting inside another act."""
    plain = checked(context.paper, replace(meeting, id=0, number=None, state=_S.DRAFT, began_at="", ended_at=""))
    made = work.meetings.add(plain)
    for ordinal, item in enumerate(agenda, start=1):
        placed = replace(item, id=0, committee_id=made.committee_id, meeting_id=made.id, ordinal=ordinal)
        title = clean_text(context.paper, item.title, "title")
        background = clean_text(context.paper, item.background, "background", multiline=True)
        work.agenda.add(replace(placed, title=title, background=background))
    work.audit("added", "meeting", made.id, at=context.clock.instant())
    return Outcome(changed=Changed.MEETINGS, id=made.id)


def checked(paper: PaperCapabilities, meeting: Meeting) -> Meeting:
    """Return the meeting with cleaned facts; raises ``RuleBroken`` for bad times or texts."""
    found = replace(
        meeting,
        starts_at=time_of(meeting.starts_at, "starts_at"),
        began_at=time_of(meeting.began_at, "began_at"),
        ended_at=time_of(meeting.ended_at, "ended_at"),
        place=clean_text(paper, meeting.place, "place"),
        chair=clean_text(paper, meeting.chair, "chair"),
        secretary=clean_text(paper, meeting.secretary, "secretary"),
        note=clean_text(paper, meeting.note, "note", multiline=True),
    )
    require_times(found)
    return found


def require_live(work: Work, meeting: Meeting) -> None:
    """Raise ``RuleBroken`` unless the meeting may change: open, with minutes neither frozen nor in correction."""
    require_open(meeting)
    newest = newest_version(work, meeting.id)
    if newest is not None:
        require_editable(newest)
    if is_correcting(work, newest):
        raise RuleBroken("meeting_under_correction", field="agenda")


# ---- the course


def move_meeting(context: Context, meeting_id: int, target: MeetingState, reason: str = "") -> Outcome:
    """Move the meeting to another state; its rules decide (see :data:`MEETINGS`).

    Convening gives the meeting its number, which the letters then bear; postponing and cancelling need a reason.
    """
    return _moved(context, meeting_id, target, reason, "")


def begin_session(context: Context, meeting_id: int, began_at: str = "") -> Outcome:
    """Begin the session at ``began_at``, or now on its day; the draft minutes are made with it."""
    return _moved(context, meeting_id, _S.IN_SESSION, "", began_at)


def end_session(context: Context, meeting_id: int, *, inquorate: bool = False, ended_at: str = "") -> Outcome:
    """End the session at ``ended_at``, or now on its day: held, or without quorum."""
    return _moved(context, meeting_id, _S.INQUORATE if inquorate else _S.HELD, "", ended_at)


def _moved(context: Context, meeting_id: int, target: MeetingState, reason: str, time: str) -> Outcome:
    with context.write() as work:
        meeting = work.meetings.get(meeting_id)
        MEETINGS.require(meeting.state, target, reason)
        step = _STEPS.get(target)
        moved = replace(meeting, state=target)
        if step is not None:
            moved = replace(step(work, context.clock, meeting, time), state=target)
        work.meetings.update(moved)
        if target is _S.IN_SESSION:
            draft_of(work, context.clock, moved)
        record_move(work, context.clock, meeting, target, reason)
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.MINUTES, id=meeting_id))


def record_move(work: Work, clock: Clock, meeting: Meeting, target: MeetingState, reason: str = "") -> None:
    """Record a change of the meeting's state in its history and in the audit table."""
    work.meeting_acts.add(
        MeetingAct(
            meeting_id=meeting.id,
            source=meeting.state,
            target=target,
            day=clock.today(),
            at=clock.instant(),
            actor=work.actor(),
            reason=reason.strip(),
        )
    )
    work.audit("moved", "meeting", meeting.id, source=meeting.state.value, target=target.value, reason=reason)


def _schedule(work: Work, clock: Clock, meeting: Meeting, _time: str) -> Meeting:
    if meeting.day is None:
        raise RuleBroken("meeting_without_day", field="day")
    require_no_new_clash(work, clock, None, meeting)
    return meeting


def _convene(work: Work, _clock: Clock, meeting: Meeting, _time: str) -> Meeting:
    require_can_convene(meeting, agenda_of(work, meeting.id), _unseated(work, meeting))
    if meeting.number is not None:
        return meeting
    every = work.meetings.where(committee_id=meeting.committee_id)
    before = taking_over_of(work, meeting.committee_id)
    last = before.last_meeting if before is not None else 0
    return replace(meeting, number=next_number((one.number for one in every), last))


def _unseated(work: Work, meeting: Meeting) -> tuple[str, ...]:
    """Names of the parties without a filled seat on the meeting's day."""
    if meeting.day is None:
        return ()
    seated = {holder.party_id for holder in holders_of(work, meeting.committee_id, meeting.day)}
    return tuple(party.name for party in parties_of(work, meeting.committee_id) if party.id not in seated)


def _begin(_work: Work, clock: Clock, meeting: Meeting, time: str) -> Meeting:
    require_can_begin(meeting, clock.today())
    return replace(meeting, began_at=time_of(time, "began_at") or _now(clock, meeting, "began_at"))


def _now(clock: Clock, meeting: Meeting, field: str) -> str:
    """Return the present time for today's session; raise ``RuleBroken`` for another day."""
    if is_past(meeting, clock.today()):
        raise RuleBroken("session_time_missing", field=field)
    return clock.local_time()


def _end(work: Work, clock: Clock, meeting: Meeting, time: str) -> tuple[Meeting, Quorum, dict[int, str]]:
    """Return the ended meeting, its quorum, and the names of the parties."""
    rows = work.attendance.where(minutes_version_id=draft_of(work, clock, meeting).id)
    require_attendance_complete(rows)
    # a session that has ended keeps its end when only how it ended is put right
    before = meeting.ended_at if meeting.state in OVER else ""
    ended = replace(meeting, ended_at=time_of(time, "ended_at") or before or _now(clock, meeting, "ended_at"))
    require_times(ended)
    for item in agenda_of(work, meeting.id):
        if item.state is AgendaState.RUNNING:
            work.agenda.update(finished(item, clock))
    parties = {party.id: party.name for party in parties_of(work, meeting.committee_id)}
    return ended, quorum(rows, list(parties), work.settings().quorum), parties


def _end_held(work: Work, clock: Clock, meeting: Meeting, time: str) -> Meeting:
    ended, found, names = _end(work, clock, meeting, time)
    require_quorum(found, names)
    return ended


def _end_inquorate(work: Work, clock: Clock, meeting: Meeting, time: str) -> Meeting:
    ended, found, _ = _end(work, clock, meeting, time)
    if found.met:
        raise RuleBroken("quorum_is_met", field="attendance")
    return ended


def _close(work: Work, _clock: Clock, meeting: Meeting, _time: str) -> Meeting:
    newest = newest_version(work, meeting.id)
    if newest is None or newest.state not in ALL_SIGNED:
        raise RuleBroken("close_without_signed_minutes", state=newest.state if newest else "")
    return meeting


def _cancel(work: Work, clock: Clock, meeting: Meeting, _time: str) -> Meeting:
    """Park the items again that an earlier meeting did not reach: they wait for the next one."""
    parked = work.agenda.where(committee_id=meeting.committee_id, meeting_id=None)
    place = max((item.ordinal for item in parked), default=0)
    carried = [item for item in agenda_of(work, meeting.id) if item.carried_from_id is not None]
    for ordinal, item in enumerate(carried, start=place + 1):
        work.agenda.update(replace(item, meeting_id=None, ordinal=ordinal, state=AgendaState.PARKED))
        work.audit("parked", "agenda_item", item.id, at=clock.instant(), meeting=meeting.id)
    return meeting


_STEPS: dict[MeetingState, Callable[[Work, Clock, Meeting, str], Meeting]] = {
    _S.SCHEDULED: _schedule,
    _S.CONVENED: _convene,
    _S.IN_SESSION: _begin,
    _S.HELD: _end_held,
    _S.INQUORATE: _end_inquorate,
    _S.CLOSED: _close,
    _S.CANCELLED: _cancel,
}


def finished(item: AgendaItem, clock: Clock) -> AgendaItem:
    """Return a running item as finished, with its time added."""
    spent = item.spent_seconds + seconds_between(item.started_at, clock.instant())
    return replace(item, state=AgendaState.DONE, spent_seconds=spent, started_at="")
