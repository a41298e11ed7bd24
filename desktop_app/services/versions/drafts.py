"""Draft minutes, shared by several acts, and the acts on deliberations «نام — خلاصه».

The draft is made on first need, stays in step with the meeting's day, and is corrected openly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.attendance import row_of
from desktop_app.domain.rules.meetings import GUESTS_OPEN, Attendance, AttendanceState, Meeting, MeetingState
from desktop_app.domain.rules.minutes import (
    Deliberation,
    MinutesAct,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    require_editable,
)
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.reading import editable_version, holders_of, newest_version, require_item_of
from desktop_app.storage.store.work import Work

_WITH_MINUTES = GUESTS_OPEN | {MeetingState.CLOSED}


def record_act(work: Work, clock: Clock, version_id: int, kind: MinutesActKind, reason: str = "") -> None:
    """Record an event of a version, also in the audit table."""
    actor = work.actor()
    work.minutes_acts.add(
        MinutesAct(minutes_version_id=version_id, kind=kind, at=clock.instant(), actor=actor, reason=reason)
    )
    work.audit(kind.value, "minutes_version", version_id, reason=reason)


def draft_of(work: Work, clock: Clock, meeting: Meeting) -> MinutesVersion:
    """Return the editable version of a meeting's minutes; the first is made with a row for every filled seat."""
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
    """After a change of day, make the attendance rows match the seats filled on the new day.

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
    """Return ``fresh`` with the mark of ``row``."""
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
    """Record a text change in the audit table; after the reading also as an event of the version.

    The event's reason is the kind of record that was corrected; the words before and after are in the audit table.
    """
    if subject_id != version.id or subject != "minutes_version":
        # of a part that is taken away later nothing else tells whose it was
        facts |= {"minutes": version.id}
    work.audit("changed", subject, subject_id, **facts)
    note_correction(work, clock, version, subject)


def note_correction(work: Work, clock: Clock, version: MinutesVersion, subject: str) -> None:
    """Record an event of the version when its text changed after the reading."""
    if version.state is MinutesState.REVIEW:
        record_act(work, clock, version.id, MinutesActKind.CORRECTED, reason=subject)


def _checked(paper: PaperCapabilities, said: Deliberation) -> Deliberation:
    if not said.text.strip():
        raise RuleBroken("deliberation_without_text", field="text")
    return replace(
        said,
        speaker=clean_text(paper, said.speaker, "speaker"),
        text=clean_text(paper, said.text, "text", multiline=True),
    )


def _siblings(work: Work, said: Deliberation) -> tuple[Deliberation, ...]:
    return work.deliberations.where(minutes_version_id=said.minutes_version_id, agenda_item_id=said.agenda_item_id)


def add_deliberation(context: Context, said: Deliberation) -> Outcome:
    """Add a contribution at the end of its agenda item; the speaker may be empty."""
    with context.write() as work:
        version = editable_version(work, said.minutes_version_id)
        require_item_of(work, said.agenda_item_id, version.meeting_id)
        ordinal = max((other.ordinal for other in _siblings(work, said)), default=0) + 1
        made = work.deliberations.add(_checked(context.paper, replace(said, id=0, ordinal=ordinal)))
        record_correction(work, context.clock, version, "deliberation", made.id, added=made.text)
        return work.record(Outcome(changed=Changed.MINUTES, id=made.id))


def save_deliberation(context: Context, said: Deliberation) -> Outcome:
    """Save the speaker and text of a contribution."""
    with context.write() as work:
        stored = work.deliberations.get(said.id)
        version = editable_version(work, stored.minutes_version_id)
        changed = _checked(context.paper, replace(stored, speaker=said.speaker, text=said.text))
        if changed != stored:
            work.deliberations.update(changed)
            record_correction(work, context.clock, version, "deliberation", said.id, **changes(stored, changed))
        return work.record(Outcome(changed=Changed.MINUTES, id=said.id))


def remove_deliberation(context: Context, deliberation_id: int) -> Outcome:
    """Remove a contribution."""
    with context.write() as work:
        stored = work.deliberations.get(deliberation_id)
        version = editable_version(work, stored.minutes_version_id)
        record_correction(work, context.clock, version, "deliberation", deliberation_id, removed=stored.text)
        work.deliberations.remove(deliberation_id)
        _renumber(work, _siblings(work, stored))
        return work.record(Outcome(changed=Changed.MINUTES, id=deliberation_id))


def move_deliberation(context: Context, deliberation_id: int, step: int) -> Outcome:
    """Move a contribution up (negative) or down in its agenda item; at either end it stays."""
    with context.write() as work:
        stored = work.deliberations.get(deliberation_id)
        version = editable_version(work, stored.minutes_version_id)
        order = [said for said in _siblings(work, stored) if said.id != deliberation_id]
        place = _siblings(work, stored).index(stored) + step
        order.insert(max(0, min(len(order), place)), stored)
        _renumber(work, order)
        record_correction(work, context.clock, version, "deliberation", deliberation_id, moved=step)
        return work.record(Outcome(changed=Changed.MINUTES, id=deliberation_id))


def require_back(work: Work, now: Deliberation | None, back: Deliberation | None) -> None:
    """Raise ``RuleBroken`` unless a contribution can be restored; None means that the row is absent."""
    for said in (now, back):
        if said is not None:
            version = editable_version(work, said.minutes_version_id)
    if back is not None:
        require_item_of(work, back.agenda_item_id, version.meeting_id)


def _renumber(work: Work, order: Sequence[Deliberation]) -> None:
    for ordinal, said in enumerate(order, start=1):
        if said.ordinal != ordinal:
            work.deliberations.update(replace(said, ordinal=ordinal))
