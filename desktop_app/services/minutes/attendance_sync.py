"""Attendance sync: minutes that are not final bear the holders as they are now known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.attendance import row_of
from desktop_app.domain.rules.meetings import SHUT, Attendance, Meeting
from desktop_app.domain.rules.minutes import EDITABLE, MinutesVersion
from desktop_app.services.audit_diff import changes
from desktop_app.services.minutes.drafts import kept_mark, record_correction
from desktop_app.services.reading import holders_of, newest_version
from desktop_app.storage.store.work import Work


def refresh_holders(work: Work, clock: Clock, new_in: Collection[int] = ()) -> None:
    """Give every meeting whose minutes may still change the seats, names and letters of its day.

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
