"""Reader of a version's print page, and the act «تأیید صورت‌جلسهٔ پیشین».

An agenda item of a meeting confirms the minutes of the one before, and both show it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.paper_sheet import PaperSheet, SignerRow
from desktop_app.domain.read_models.sheets import ConfirmedBy, VersionRow
from desktop_app.domain.rules.in_force import newest_first
from desktop_app.domain.rules.meetings import MEETINGS, AgendaKind, Meeting, MeetingState
from desktop_app.domain.rules.minutes import (
    ALL_SIGNED,
    FOR_PEN,
    Clause,
    MinutesAct,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    was_taken_over,
)
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import code_of
from desktop_app.services.follow_up.notifying import notification_state
from desktop_app.services.minutes.finalising import can_withdraw
from desktop_app.services.reading import (
    editable_version,
    newest_version,
    parties_of,
    previous_of,
    require_item_of,
    versions_of,
    was_inquorate,
)
from desktop_app.services.versions.amending import can_amend
from desktop_app.services.versions.drafts import record_correction
from desktop_app.services.versions.signing import signers_of, signing_of
from desktop_app.services.versions.versions import confirmations, reason_of, shown_version, version_in_force
from desktop_app.storage.store.work import Work


def confirm_previous(context: Context, version_id: int, item_id: int, sentence: str) -> Outcome:
    """Confirm the previous minutes; ``sentence`` is added under the item for the paper."""
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
    """The frozen, unconfirmed minutes of the previous meeting; raises ``RuleBroken``."""
    found = previous_of(work, meeting)
    earlier = version_in_force(work, found.id) if found is not None else None
    if found is None or earlier is None:
        raise RuleBroken("confirm_nothing")
    if earlier.state not in FOR_PEN:
        raise RuleBroken("confirm_not_final", number=found.number, state=earlier.state)
    if confirmations(work, earlier):
        raise RuleBroken("confirmed_already", number=found.number)
    return earlier


def _write(
    work: Work, clock: Clock, paper: PaperCapabilities, version: MinutesVersion, item_id: int, sentence: str
) -> None:
    written = work.clauses.where(minutes_version_id=version.id, agenda_item_id=item_id)
    note = Clause(
        minutes_version_id=version.id,
        agenda_item_id=item_id,
        ordinal=max((one.ordinal for one in written), default=0) + 1,
        text=clean_text(paper, sentence, "text", multiline=True),
    )
    made = work.clauses.add(note)
    record_correction(work, clock, version, "clause", made.id, added=made.text, kind=made.kind.value)


# ---- for the sheets


def confirmed_by(work: Work, version: MinutesVersion) -> ConfirmedBy | None:
    """The meeting that confirmed these minutes, or None."""
    acts = confirmations(work, version)
    if not acts or acts[-1].meeting_id is None:
        return None
    meeting = work.meetings.get(acts[-1].meeting_id)
    return ConfirmedBy(meeting_id=meeting.id, meeting_number=meeting.number, day=meeting.day)


def paper_sheet(context: Context, version_id: int) -> PaperSheet:
    """Read the print page of a version."""
    with context.read() as work:
        version = shown_version(work, version_id)
        meeting = work.meetings.get(version.meeting_id)
        sample = work.settings().sample
        notice = notification_state(work, version)
        sheet = PaperSheet(
            version=version,
            meeting=meeting,
            code=code_of(version, sample=sample),
            sample=sample,
            printings=work.printings.where(minutes_version_id=version.id),
            signers=_signers(work, version),
            versions=version_rows(work, meeting.id),
            acts=work.minutes_acts.where(minutes_version_id=version.id),
            can_print_for_pen=version.state in FOR_PEN and not was_taken_over(version),
            can_withdraw=can_withdraw(work, version),
            can_amend=can_amend(work, version),
            dropped=_dropped(work, version),
            inquorate=was_inquorate(work, meeting),
            finalised_on=local_moment(version.finalised_at)[0] if version.finalised_at else None,
            can_sign=version.state is MinutesState.FINAL,
            can_write_reservation=version.state in FOR_PEN,
            notice=notice,
            can_notify=version.state in FOR_PEN and notice.waiting > 0,
            can_close=_can_close(work, meeting, version),
            closed_on=_closed_on(work, meeting),
            confirmed_by=confirmed_by(work, version),
        )
    return sheet if context.writable else _only_read(sheet)


def _only_read(sheet: PaperSheet) -> PaperSheet:
    """Return the sheet without any allowed action, for a folder open for reading only."""
    return replace(
        sheet,
        can_print_for_pen=False,
        can_withdraw=False,
        can_amend=False,
        can_sign=False,
        can_write_reservation=False,
        can_notify=False,
        can_close=False,
        read_only=True,
    )


def _dropped(work: Work, version: MinutesVersion) -> MinutesAct | None:
    """The last act that dropped a correction of this version; None while another correction is begun."""
    following = work.versions.where(meeting_id=version.meeting_id, version=version.version + 1)
    if not following or following[0].state is not MinutesState.DROPPED:
        return None
    return work.minutes_acts.where(minutes_version_id=following[0].id, kind=MinutesActKind.DROPPED)[-1]


def _can_close(work: Work, meeting: Meeting, version: MinutesVersion) -> bool:
    newest = newest_version(work, meeting.id)
    signed = newest is not None and newest.id == version.id and version.state in ALL_SIGNED
    return signed and MEETINGS.allows(meeting.state, MeetingState.CLOSED)


def _closed_on(work: Work, meeting: Meeting) -> date | None:
    acts = work.meeting_acts.where(meeting_id=meeting.id, target=MeetingState.CLOSED)
    return acts[-1].day if acts else None


def _signers(work: Work, version: MinutesVersion) -> tuple[SignerRow, ...]:
    parties = {party.id: party for party in parties_of(work, work.meetings.get(version.meeting_id).committee_id)}
    seen = signing_of(work, version).valid_signatures
    return tuple(
        SignerRow(
            signer=signer,
            party=parties[signer.party_id],
            seen=tuple(one for (signer_id, _), one in sorted(seen.items()) if signer_id == signer.id),
        )
        for signer in signers_of(work, version)
    )


def _why_amended(versions: Sequence[MinutesVersion], version: MinutesVersion, work: Work) -> str:
    """The reason of the correction that replaced the version; ``versions`` are newest first."""
    return reason_of(work, versions[0], version)


def version_rows(work: Work, meeting_id: int) -> tuple[VersionRow, ...]:
    """Return all versions of a meeting's minutes, newest first, with the reason each ended."""
    sample = work.settings().sample
    versions = newest_first(versions_of(work, meeting_id))
    ids = [one.id for one in versions]
    acts = work.minutes_acts.where(minutes_version_id=ids, kind=MinutesActKind.WITHDRAWN)
    amended = {one.id: _why_amended(versions, one, work) for one in versions if one.state is MinutesState.AMENDED}
    printings = work.printings.where(minutes_version_id=ids)
    reasons = {act.minutes_version_id: act.reason for act in acts} | amended
    return tuple(
        VersionRow(
            id=one.id,
            version=one.version,
            state=one.state,
            code=code_of(one, sample=sample),
            finalised_at=one.finalised_at,
            reason=reasons.get(one.id, ""),
            printed_copies=sum(p.copies for p in printings if p.minutes_version_id == one.id),
        )
        for one in versions
    )
