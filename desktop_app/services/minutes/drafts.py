"""The draft of minutes behind several acts: made on first need, in step with the meeting's day, corrected openly."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.attendance import row_of
from desktop_app.domain.rules.meetings import GUESTS_OPEN, Attendance, AttendanceState, Meeting, MeetingState
from desktop_app.domain.rules.minutes import MinutesAct, MinutesActKind, MinutesState, MinutesVersion, require_editable
from desktop_app.services.reading import holders_of, newest_version
from desktop_app.storage.store.work import Work

_WITH_MINUTES = GUESTS_OPEN | {MeetingState.CLOSED}


def record_act(work: Work, clock: Clock, version_id: int, kind: MinutesActKind, reason: str = "") -> None:
    """Append an event of a version and the same to the audit table."""
    actor = work.actor()
    work.minutes_acts.add(
        MinutesAct(minutes_version_id=version_id, kind=kind, at=clock.instant(), actor=actor, reason=reason)
    )
    work.audit(kind.value, "minutes_version", version_id, reason=reason)


def draft_of(work: Work, clock: Clock, meeting: Meeting) -> MinutesVersion:
    """The editable version of a meeting's minutes; the first one is made here with a row for every filled seat."""
    newest = newest_version(work, meeting.id)
    if newest is not None:
        require_editable(newest)
        return newest
    if meeting.state not in _WITH_MINUTES:
        raise RuleBroken("minutes_before_convening", state=meeting.state)
    settings = work.settings()
    version = work.versions.add(
        MinutesVersion(
            meeting_id=meeting.id, originals=settings.originals, kept_at=settings.kept_at, closing=settings.closing
        )
    )
    _fill_attendance(work, meeting, version)
    record_act(work, clock, version.id, MinutesActKind.OPENED)
    return version


def _fill_attendance(work: Work, meeting: Meeting, version: MinutesVersion) -> None:
    if meeting.day is None:
        return
    for ordinal, holder in enumerate(holders_of(work, meeting.committee_id, meeting.day), start=1):
        work.attendance.add(replace(row_of(holder, version.id), ordinal=ordinal))


def refresh_attendance(work: Work, meeting: Meeting) -> None:
    """After a change of day: a row for every seat filled on the new day, and none for the others.

    Marks of a meeting that has begun stay with their seats; marks made beforehand were about the other day.
    """
    version = newest_version(work, meeting.id)
    if version is None or meeting.day is None:
        return
    require_editable(version)
    old = {row.seat_id: row for row in work.attendance.where(minutes_version_id=version.id)}
    begun = meeting.began_at != ""
    for ordinal, holder in enumerate(holders_of(work, meeting.committee_id, meeting.day), start=1):
        fresh = replace(row_of(holder, version.id), ordinal=ordinal)
        row = old.pop(holder.seat_id, None)
        if row is None:
            work.attendance.add(fresh)
        else:
            work.attendance.update(kept_mark(row, fresh) if begun else replace(fresh, id=row.id))
    for row in old.values():
        work.attendance.remove(row.id)


def kept_mark(row: Attendance, fresh: Attendance) -> Attendance:
    """The mark of ``row`` on the names of ``fresh``."""
    own_letter = row.state is AttendanceState.SUBSTITUTE
    return replace(
        fresh,
        id=row.id,
        state=row.state,
        substitute_name=row.substitute_name,
        arrived_at=row.arrived_at,
        left_at=row.left_at,
        letter_number=row.letter_number if own_letter else fresh.letter_number,
        letter_day=row.letter_day if own_letter else fresh.letter_day,
    )


def record_correction(
    work: Work, clock: Clock, version: MinutesVersion, subject: str, subject_id: int, **facts: object
) -> None:
    """Log a change of the text; one made after the reading began is an event of the version besides.

    The event's reason is the kind of record that was corrected; the words before and after are in the audit table.
    """
    if subject_id != version.id or subject != "minutes_version":
        # of a part that is taken away later nothing else tells whose it was
        facts |= {"minutes": version.id}
    work.audit("changed", subject, subject_id, **facts)
    note_correction(work, clock, version, subject)


def note_correction(work: Work, clock: Clock, version: MinutesVersion, subject: str) -> None:
    """An event of the version where the text was changed after the reading began."""
    if version.state is MinutesState.REVIEW:
        record_act(work, clock, version.id, MinutesActKind.CORRECTED, reason=subject)
