"""Acts on attendance: marks of seats, and guests.

Minutes that are not final bear the holders as they are now known.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.attendance import SeatMark, row_of, with_mark
from desktop_app.domain.rules.meetings import (
    ATTENDANCE_OPEN,
    GUESTS_OPEN,
    SHUT,
    Attendance,
    AttendanceState,
    Guest,
    Meeting,
    MeetingState,
    is_past,
)
from desktop_app.domain.rules.minutes import EDITABLE, MinutesVersion
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import time_of
from desktop_app.services.reading import editable_version, holders_of, newest_version
from desktop_app.services.versions.drafts import draft_of, kept_mark, record_correction
from desktop_app.services.versions.versions import is_correcting
from desktop_app.storage.store.work import Work


def refresh_holders(work: Work, clock: Clock, new_in: Collection[int] = ()) -> None:
    """Update seats, names and letters in all minutes that may still change.

    ``new_in`` are seats that another person holds now: a mark made before the meeting was about the other one and
    goes. Every other mark stays with its seat.
    """
    for meeting in work.meetings.where():
        version = newest_version(work, meeting.id)
        if version is None or version.state not in EDITABLE or meeting.state in SHUT or meeting.day is None:
            continue
        _refresh(work, clock, meeting, version, frozenset(new_in))


def _refresh(work: Work, clock: Clock, meeting: Meeting, version: MinutesVersion, new_in: frozenset[int]) -> None:
    assert meeting.day is not None
    old = {row.seat_id: row for row in work.attendance.where(minutes_version_id=version.id)}
    for ordinal, holder in enumerate(holders_of(work, meeting.committee_id, meeting.day), start=1):
        fresh = replace(row_of(holder, version.id), ordinal=ordinal)
        row = old.pop(holder.seat_id, None)
        if row is None:
            made = work.attendance.add(fresh)
            record_correction(work, clock, version, "attendance", made.id, added=made.name)
            continue
        forgets = not meeting.began_at and holder.seat_id in new_in and row.name != fresh.name
        _put(work, clock, version, row, replace(fresh, id=row.id) if forgets else kept_mark(row, fresh))
    for row in old.values():
        record_correction(work, clock, version, "attendance", row.id, removed=row.name)
        work.attendance.remove(row.id)


def _put(work: Work, clock: Clock, version: MinutesVersion, row: Attendance, fresh: Attendance) -> None:
    if fresh == row:
        return
    work.attendance.update(fresh)
    if replace(fresh, ordinal=row.ordinal) != row:
        record_correction(work, clock, version, "attendance", row.id, **changes(row, fresh))


_CHANGED = Changed.MEETINGS | Changed.MINUTES


def _draft(
    work: Work, clock: Clock, meeting_id: int, free: frozenset[MeetingState] = ATTENDANCE_OPEN
) -> tuple[Meeting, MinutesVersion]:
    meeting = work.meetings.get(meeting_id)
    _require_open(work, meeting, free)
    return meeting, draft_of(work, clock, meeting)


def _require_open(work: Work, meeting: Meeting, free: frozenset[MeetingState]) -> None:
    if meeting.state not in free and not is_correcting(work, newest_version(work, meeting.id)):
        key = "attendance_not_open" if free is ATTENDANCE_OPEN else "guests_not_open"
        raise RuleBroken(key, field="attendance", state=meeting.state)


def require_back(work: Work, version_id: int, free: frozenset[MeetingState] = ATTENDANCE_OPEN) -> None:
    """Raise ``RuleBroken`` unless a seat's mark can be restored; with ``GUESTS_OPEN`` a guest."""
    version = editable_version(work, version_id)
    _require_open(work, work.meetings.get(version.meeting_id), free)


def _checked(paper: PaperCapabilities, mark: SeatMark) -> SeatMark:
    return replace(
        mark,
        substitute_name=clean_text(paper, mark.substitute_name, "substitute_name"),
        letter_number=clean_text(paper, mark.letter_number, "letter_number"),
        arrived_at=time_of(mark.arrived_at, "arrived_at"),
        left_at=time_of(mark.left_at, "left_at"),
    )


def mark_attendance(context: Context, meeting_id: int, seat_id: int, mark: SeatMark) -> Outcome:
    """Mark one seat; the first mark makes the draft minutes with a row for every filled seat."""
    plain = _checked(context.paper, mark)
    with context.write() as work:
        row = mark_in(work, context.clock, meeting_id, seat_id, plain)
        return work.record(Outcome(changed=_CHANGED, id=row.id))


def mark_in(work: Work, clock: Clock, meeting_id: int, seat_id: int, mark: SeatMark) -> Attendance:
    """Mark one seat inside another act; the words of ``mark`` are clean."""
    meeting, version = _draft(work, clock, meeting_id)
    found = work.attendance.where(minutes_version_id=version.id, seat_id=seat_id)
    if not found or meeting.day is None:
        raise RuleBroken("seat_not_filled", field="attendance", seat_id=seat_id)
    holders = {holder.seat_id: holder for holder in holders_of(work, meeting.committee_id, meeting.day)}
    row = with_mark(found[0], mark, holders.get(seat_id))
    work.attendance.update(row)
    record_correction(work, clock, version, "attendance", row.id, **changes(found[0], row))
    return row


def mark_late(context: Context, meeting_id: int, seat_id: int) -> Outcome:
    """Mark the holder of the seat as arriving now, after the beginning."""
    with context.write() as work:
        if is_past(work.meetings.get(meeting_id), context.clock.today()):
            raise RuleBroken("arrival_time_missing", field="arrived_at")
        mark = _checked(context.paper, SeatMark(state=AttendanceState.PRESENT, arrived_at=context.clock.local_time()))
        row = mark_in(work, context.clock, meeting_id, seat_id, mark)
        return work.record(Outcome(changed=_CHANGED, id=row.id))


# ---- guests


def _checked_guest(paper: PaperCapabilities, guest: Guest) -> Guest:
    if not guest.name.strip():
        raise RuleBroken("guest_without_name", field="name")
    return replace(
        guest,
        name=clean_text(paper, guest.name, "name"),
        post=clean_text(paper, guest.post, "post"),
        arrived_at=time_of(guest.arrived_at, "arrived_at"),
        left_at=time_of(guest.left_at, "left_at"),
    )


def add_guest(context: Context, meeting_id: int, *, name: str, post: str = "") -> Outcome:
    """Add a guest (مدعو) at the end of the list, from scheduling on, so that the guest is invited."""
    with context.write() as work:
        _, version = _draft(work, context.clock, meeting_id, GUESTS_OPEN)
        others = work.guests.where(minutes_version_id=version.id)
        ordinal = max((guest.ordinal for guest in others), default=0) + 1
        guest = Guest(minutes_version_id=version.id, ordinal=ordinal, name=name, post=post)
        made = work.guests.add(_checked_guest(context.paper, guest))
        record_correction(work, context.clock, version, "guest", made.id, added=made.name)
        return work.record(Outcome(changed=_CHANGED, id=made.id))


def save_guest(context: Context, guest: Guest) -> Outcome:
    """Save the name, post and times of a guest."""
    with context.write() as work:
        stored = work.guests.get(guest.id)
        version = editable_version(work, stored.minutes_version_id)
        plain = _checked_guest(context.paper, guest)
        kept = replace(plain, minutes_version_id=version.id, ordinal=stored.ordinal)
        work.guests.update(kept)
        record_correction(work, context.clock, version, "guest", guest.id, **changes(stored, kept))
        return work.record(Outcome(changed=_CHANGED, id=guest.id))


def remove_guest(context: Context, guest_id: int) -> Outcome:
    """Remove a guest from the list."""
    with context.write() as work:
        stored = work.guests.get(guest_id)
        version = editable_version(work, stored.minutes_version_id)
        record_correction(work, context.clock, version, "guest", guest_id, removed=stored.name)
        work.guests.remove(guest_id)
        return work.record(Outcome(changed=_CHANGED, id=guest_id))
