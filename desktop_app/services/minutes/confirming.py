"""«تأیید صورت‌جلسهٔ پیشین»: an agenda item of a meeting confirms the minutes of the one before, and both tell of it."""

from __future__ import annotations

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, taken
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.earlier_minutes import ConfirmedBy, EarlierMinutes
from desktop_app.domain.rules.meetings import AgendaKind, Meeting
from desktop_app.domain.rules.minutes import FOR_PEN, Clause, MinutesAct, MinutesActKind, MinutesVersion
from desktop_app.services.context import Context
from desktop_app.services.minutes.drafts import record_correction
from desktop_app.services.minutes.versions import version_in_force
from desktop_app.services.reading import editable_version, previous_of, require_item_of
from desktop_app.services.scans.scans_sheet import lacks_scan
from desktop_app.storage.store.work import Work


def confirm_previous(context: Context, version_id: int, item_id: int, sentence: str) -> Outcome:
    """Confirm the minutes of the meeting before; ``sentence`` is written under the item, for the paper to say it."""
    with context.write() as work:
        version = editable_version(work, version_id)
        meeting = work.meetings.get(version.meeting_id)
        if require_item_of(work, item_id, meeting.id).kind is not AgendaKind.PREVIOUS_MINUTES:
            raise RuleBroken("confirm_wrong_item", item_id=item_id)
        earlier = _confirmable(work, meeting)
        work.minutes_acts.add(
            MinutesAct(
                minutes_version_id=earlier.id,
                kind=MinutesActKind.CONFIRMED,
                at=context.clock.instant(),
                actor=work.actor(),
                meeting_id=meeting.id,
            )
        )
        work.audit("confirmed", "minutes_version", earlier.id, meeting=meeting.id)
        _write(work, context.clock, context.paper, version, item_id, sentence)
        return work.record(Outcome(changed=Changed.MINUTES, id=earlier.id))


def _confirmable(work: Work, meeting: Meeting) -> MinutesVersion:
    """The frozen minutes of the meeting before, not confirmed yet."""
    found = previous_of(work, meeting)
    earlier = version_in_force(work, found.id) if found is not None else None
    if found is None or earlier is None:
        raise RuleBroken("confirm_nothing")
    if earlier.state not in FOR_PEN:
        raise RuleBroken("confirm_not_final", number=found.number, state=earlier.state)
    if _acts(work, earlier):
        raise RuleBroken("confirmed_already", number=found.number)
    return earlier


def _acts(work: Work, version: MinutesVersion) -> tuple[MinutesAct, ...]:
    return work.minutes_acts.where(minutes_version_id=version.id, kind=MinutesActKind.CONFIRMED)


def _write(
    work: Work, clock: Clock, paper: PaperCapabilities, version: MinutesVersion, item_id: int, sentence: str
) -> None:
    written = work.clauses.where(minutes_version_id=version.id, agenda_item_id=item_id)
    note = Clause(
        minutes_version_id=version.id,
        agenda_item_id=item_id,
        ordinal=max((one.ordinal for one in written), default=0) + 1,
        text=taken(paper, sentence, "text", multiline=True),
    )
    made = work.clauses.add(note)
    record_correction(work, clock, version, "clause", made.id, added=made.text, kind=made.kind.value)


# ---- for the sheets


def earlier_minutes(work: Work, meeting: Meeting) -> EarlierMinutes | None:
    """The minutes of the meeting before, or None when nothing was written of it."""
    found = previous_of(work, meeting)
    version = version_in_force(work, found.id) if found is not None else None
    if found is None or version is None:
        return None
    return EarlierMinutes(
        version_id=version.id,
        meeting_number=found.number,
        meeting_day=found.day,
        state=version.state,
        confirmed=bool(_acts(work, version)),
        lacks_scan=lacks_scan(work, version),
    )


def confirmed_by(work: Work, version: MinutesVersion) -> ConfirmedBy | None:
    """The meeting that confirmed these minutes, or None."""
    acts = _acts(work, version)
    if not acts or acts[-1].meeting_id is None:
        return None
    meeting = work.meetings.get(acts[-1].meeting_id)
    return ConfirmedBy(meeting_id=meeting.id, meeting_number=meeting.number, day=meeting.day)
