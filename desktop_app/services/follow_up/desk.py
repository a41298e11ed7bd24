"""Reader of the desk (میز کار): everything that is late, due, or waits for the office, within twenty statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.calendar.jalali import format_month
from desktop_app.domain.read_models.desk import (
    Desk,
    DeskKind,
    DeskLine,
    DeskMeeting,
    DeskMinutes,
    FollowedResolution,
    MinutesStep,
    MinutesUnderWay,
    WaitingItem,
)
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import ListQuery, RegisterView, ResolutionRow, TaskView
from desktop_app.domain.rules.invitations import valid_sendings
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.members import party_clock
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.domain.rules.months import COMING, MonthLedger
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.domain.rules.resolutions import OPEN, OWED, ResolutionState
from desktop_app.services.context import Context
from desktop_app.services.meetings.office_days import ledger_of
from desktop_app.storage.store.work import Work

MOST: Final = 5
"""So many lines of each kind are shown; one more line counts the others."""
BACKUP_DAYS: Final = 7


def desk(context: Context, backup: date | None) -> Desk:
    """Read the desk of today; ``backup`` is the day of the newest sound backup, None for none.

    Without a committee the desk is empty.
    """
    today = context.clock.today()
    with context.read() as work:
        committees = work.committees.where()
        if not committees:
            return Desk(today=today, is_new=True)
        committee = committees[0].id
        ledger = ledger_of(work, context.clock, committee)
        followed, under_way = work.desk.resolutions(), work.desk.minutes(MOST)
        coming = _coming(ledger)
        items = work.desk.items(committee, coming.id if coming is not None else None)
        lines = (
            *_resolutions(work, followed, today),
            *_minutes(under_way, today),
            *_units(work),
            *_letters(work, today),
            *_requests(work, committee, today),
            *_parked(items),
            *_nominations(work, ledger, committee),
            *_months(ledger),
            *_backup(backup, today),
        )
        order = list(DeskKind)
        return Desk(
            today=today,
            lines=tuple(sorted(lines, key=lambda line: order.index(line.kind))),
            next_meeting=_next_meeting(work, ledger, coming, items, followed),
            minutes=_current(under_way, followed),
            is_new=not ledger.meetings,
        )


def _few(lines: Sequence[DeskLine], total: int) -> tuple[DeskLine, ...]:
    """Return the lines, with one that counts the others."""
    rest = total - len(lines)
    return (*lines, DeskLine(kind=lines[0].kind, more=rest)) if rest and lines else tuple(lines)


# ---- follow-up


def _resolutions(work: Work, followed: Sequence[FollowedResolution], today: date) -> Iterator[DeskLine]:
    """Yield the lines of resolutions; of each kind the first ones by deadline."""
    week = work.calendar().end_of_week(today)
    kinds: dict[DeskKind, list[FollowedResolution]] = {}
    for one in followed:
        for kind in _kinds_of(one, today, week):
            kinds.setdefault(kind, []).append(one)
    ids = sorted({one.id for found in kinds.values() for one in found[:MOST]})
    rows = {row.id: row for row in work.resolution_rows.fetch(ids)}
    for kind, found in kinds.items():
        lines = [replace(_line(kind, rows[one.id]), done=one.reported, of=one.tasks) for one in found[:MOST]]
        yield from _few(lines, len(found))


def _kinds_of(one: FollowedResolution, today: date, week: date) -> Iterator[DeskKind]:
    if one.untold:
        yield DeskKind.UNTOLD
    if one.state is ResolutionState.ADOPTED:
        yield DeskKind.UNNOTIFIED
    if one.state is ResolutionState.REPORTED_DONE:
        yield DeskKind.VERIFY
    if one.due is not None and one.state in OWED and one.due <= week:
        yield DeskKind.LATE if one.due < today else DeskKind.DUE


def _line(kind: DeskKind, row: ResolutionRow) -> DeskLine:
    return DeskLine(
        kind=kind,
        record=RecordKey("resolution", row.id),
        number=row.number,
        text=row.text,
        meeting_number=row.meeting_number,
        executor=row.executor,
        day=row.due,
        days=row.days_late,
        guarded=row.guarded,
    )


def _units(work: Work) -> Iterator[DeskLine]:
    """Yield a line for each unit without a plan."""
    found = [one for one in work.task_rows.unit_counts(ListQuery(view=TaskView.NOT_ALIGNED)) if one.count]
    lines = [
        DeskLine(kind=DeskKind.UNPLANNED, record=RecordKey("unit", one.unit_id), text=one.unit, of=one.count)
        for one in found[:MOST]
    ]
    yield from _few(lines, len(found))


# ---- minutes


def _minutes(rows: Sequence[MinutesUnderWay], today: date) -> Iterator[DeskLine]:
    for state, kind in ((MinutesState.FINAL, DeskKind.UNSIGNED), (MinutesState.SIGNED, DeskKind.UNSCANNED)):
        found = [row for row in rows if row.state is state]
        lines = [
            DeskLine(
                kind=kind,
                record=RecordKey("minutes_version", row.version_id),
                meeting_number=row.meeting_number,
                day=row.day,
                days=(today - row.day).days if row.day is not None else 0,
                done=row.signatures,
                of=row.wanted,
            )
            for row in found
        ]
        yield from _few(lines, found[0].every if found else 0)


def _current(rows: Sequence[MinutesUnderWay], followed: Sequence[FollowedResolution]) -> DeskMinutes | None:
    """Return the newest minutes under way, with the steps that are behind."""
    if not rows:
        return None
    row = rows[0]
    done = set()
    if row.state not in EDITABLE:
        done.add(MinutesStep.FINAL)
        if row.printed:
            done.add(MinutesStep.PRINTED)
        if row.state is MinutesState.SIGNED:
            done.add(MinutesStep.SIGNED)
        if not any(one.meeting_id == row.meeting_id and one.state is ResolutionState.ADOPTED for one in followed):
            done.add(MinutesStep.NOTIFIED)
    return DeskMinutes(
        version_id=row.version_id,
        meeting_number=row.meeting_number,
        draft=row.state in EDITABLE,
        signatures=row.signatures,
        wanted=row.wanted,
        done=frozenset(done),
    )


# ---- letters and requests


def _letters(work: Work, today: date) -> tuple[DeskLine, ...]:
    ids = work.register_rows.ids(ListQuery(view=RegisterView.UNLINKED))
    lines = [
        DeskLine(
            kind=DeskKind.LETTER,
            record=RecordKey("register", row.id),
            number=row.number,
            text=row.subject,
            executor=row.party,
            day=row.day,
            days=(today - row.day).days,
        )
        for row in work.register_rows.fetch(list(ids[:MOST]))
    ]
    return _few(lines, len(ids))


def _requests(work: Work, committee_id: int, today: date) -> tuple[DeskLine, ...]:
    found = work.requests.where(committee_id=committee_id, state=sorted(UNANSWERED))
    lines = [
        DeskLine(
            kind=DeskKind.REQUEST,
            record=RecordKey("resolution", one.resolution_id) if one.resolution_id is not None else None,
            text=one.title,
            day=one.asked_on,
            days=(today - one.asked_on).days,
        )
        for one in found[:MOST]
    ]
    return _few(lines, len(found))


# ---- reminders


def _parked(items: Sequence[WaitingItem]) -> tuple[DeskLine, ...]:
    found = [DeskLine(kind=DeskKind.PARKED, text=item.title) for item in items if item.parked]
    return _few(found[:MOST], len(found))


def _nominations(work: Work, ledger: MonthLedger, committee_id: int) -> Iterator[DeskLine]:
    """Yield a line for each party that has named nobody, from the day on which its three weeks are over."""
    clock = party_clock(ledger.signed_on, (), ledger.today, met_before=ledger.begins is not None)
    if clock is not None and clock.is_overdue:
        for name in work.desk.unnamed_parties(committee_id):
            yield DeskLine(kind=DeskKind.NOMINATION, text=name, day=clock.due, days=clock.days_late)


def _months(ledger: MonthLedger) -> Iterator[DeskLine]:
    current = ledger.slot(ledger.current)
    if current.alarm:
        left = (current.month.last_day - ledger.today).days
        yield DeskLine(kind=DeskKind.MONTH_OPEN, text=format_month(current.month), days=left)
    found = [slot for slot in reversed(ledger.past()) if slot.unexplained]
    lines = [DeskLine(kind=DeskKind.MONTH_UNEXPLAINED, text=format_month(slot.month)) for slot in found[:MOST]]
    yield from _few(lines, len(found))


def _backup(newest: date | None, today: date) -> Iterator[DeskLine]:
    if newest is None or today - newest > timedelta(days=BACKUP_DAYS):
        yield DeskLine(kind=DeskKind.BACKUP, day=newest, days=(today - newest).days if newest is not None else 0)


# ---- the next meeting


def _coming(ledger: MonthLedger) -> Meeting | None:
    ahead = [one for one in ledger.meetings if _is_ahead(one, ledger.today)]
    return min(ahead, key=lambda one: (one.day, one.starts_at, one.id), default=None)


def _next_meeting(
    work: Work,
    ledger: MonthLedger,
    meeting: Meeting | None,
    items: Sequence[WaitingItem],
    followed: Sequence[FollowedResolution],
) -> DeskMeeting | None:
    if meeting is None:
        return None
    day = meeting.day or ledger.today
    own = [item for item in items if not item.parked]
    return DeskMeeting(
        meeting_id=meeting.id,
        number=meeting.number,
        day=day,
        starts_at=meeting.starts_at,
        place=meeting.place,
        days=(day - ledger.today).days,
        items=len(own),
        carried=sum(item.carried for item in own),
        open_resolutions=sum(one.state in OPEN for one in followed),
        convened=meeting.state is not MeetingState.SCHEDULED,
        invited=len(valid_sendings(work.sent_invitations.where(meeting_id=meeting.id))),
    )


def _is_ahead(meeting: Meeting, today: date) -> bool:
    return meeting.state in COMING and meeting.day is not None and meeting.day >= today
