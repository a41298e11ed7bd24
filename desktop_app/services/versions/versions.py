"""Versions of a meeting's minutes: the next one begins as a copy, a correction knows its signed base.

Facts of the session are corrected in the draft and reach the meeting when it is final. «یکدست‌سازی ارقام» gives the
free texts of a draft Persian digits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.sheets import EarlierMinutes
from desktop_app.domain.rules.clauses import for_new_version
from desktop_app.domain.rules.in_force import current_version, newest, newest_first, signed_before
from desktop_app.domain.rules.in_force import wordings as wordings_of
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import (
    EDITABLE,
    MINUTES,
    Clause,
    MinutesAct,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    was_taken_over,
)
from desktop_app.domain.rules.resolutions import Resolution, ResolutionAct
from desktop_app.domain.rules.session_facts import require_kept, require_session_only, session_of, with_session_facts
from desktop_app.domain.rules.typed_text import with_uniform_digits
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.files.scans_sheet import lacks_scan
from desktop_app.services.reading import agenda_of, editable_version, previous_of
from desktop_app.services.versions.drafts import record_correction
from desktop_app.services.versions.signing import rule_signers
from desktop_app.storage.store.work import Work

_S = MinutesState


def next_version(work: Work, version: MinutesVersion) -> MinutesVersion:
    """Add the next version as a draft copy with all text and marks."""
    fresh = replace(
        version,
        id=0,
        version=version.version + 1,
        state=_S.DRAFT,
        read_aloud=False,
        snapshot="",
        content_hash="",
        finalised_at="",
    )
    made = _stored(work, fresh)
    for row in work.attendance.where(minutes_version_id=version.id):
        work.attendance.add(replace(row, id=0, minutes_version_id=made.id))
    for guest in work.guests.where(minutes_version_id=version.id):
        work.guests.add(replace(guest, id=0, minutes_version_id=made.id))
    for said in work.deliberations.where(minutes_version_id=version.id):
        work.deliberations.add(replace(said, id=0, minutes_version_id=made.id))
    copies = {
        clause.id: work.clauses.add(for_new_version(clause, made.id)).id
        for clause in work.clauses.where(minutes_version_id=version.id)
    }
    for effect in work.effects.where(clause_id=list(copies)):
        work.effects.add(replace(effect, id=0, clause_id=copies[effect.clause_id]))
    for disposition in work.dispositions.where(minutes_version_id=version.id):
        work.dispositions.add(replace(disposition, id=0, minutes_version_id=made.id))
    signers = work.signers.where(minutes_version_id=version.id)
    by_rule = [replace(signer, id=0) for signer in signers] == list(rule_signers(work, version))
    for signer in () if by_rule else signers:
        work.signers.add(replace(signer, id=0, minutes_version_id=made.id))
    return made


def _stored(work: Work, fresh: MinutesVersion) -> MinutesVersion:
    """Store a new version, reusing the row of a dropped draft, whose number was never printed."""
    dropped = work.versions.where(meeting_id=fresh.meeting_id, version=fresh.version, state=_S.DROPPED)
    if not dropped:
        return work.versions.add(fresh)
    # in two steps: nothing but the state of a dropped draft may change
    work.versions.update(replace(dropped[0], state=MINUTES.require(_S.DROPPED, _S.DRAFT)))
    again = replace(fresh, id=dropped[0].id)
    work.versions.update(again)
    return again


def version_in_force(work: Work, meeting_id: int) -> MinutesVersion | None:
    """The version in force of a meeting's minutes, or a draft before any is final, or None.

    While a correction is written the signed version is the one in force.
    """
    return current_version(work.versions.where(meeting_id=meeting_id))


def wordings(work: Work, ids: Sequence[int]) -> Mapping[int, Clause]:
    """Return the clause with the present wording of each resolution."""
    clauses = work.clauses.where(resolution_id=ids)
    versions = {one.id: one for one in work.versions.where(id=list({one.minutes_version_id for one in clauses}))}
    return wordings_of(clauses, versions)


def wording(work: Work, resolution: Resolution) -> Clause:
    """Return the clause with the present wording of a resolution."""
    return wordings(work, [resolution.id])[resolution.id]


def base_of(work: Work, version: MinutesVersion) -> MinutesVersion | None:
    """The signed version that this one corrects; None for a first version or after a withdrawal."""
    return next(iter(_signed_before(work, version)), None)


def amendment_number(work: Work, version: MinutesVersion) -> int:
    """The number of a correction, from 1; 0 for a version that is none."""
    return len(_signed_before(work, version))


def _signed_before(work: Work, version: MinutesVersion) -> list[MinutesVersion]:
    return signed_before(version, work.versions.where(meeting_id=version.meeting_id))


def is_correcting(work: Work, version: MinutesVersion | None) -> bool:
    """Whether a version is the draft of a correction, also of a closed meeting."""
    return version is not None and version.state in EDITABLE and base_of(work, version) is not None


def shown_version(work: Work, version_id: int) -> MinutesVersion:
    """Return the version with an id; for a dropped correction the signed version."""
    version = work.versions.get(version_id)
    if version.state is _S.AMENDED and was_taken_over(version):
        # more resolutions of that meeting came, and with them the version that stands for it
        return newest(work.versions.where(meeting_id=version.meeting_id)) or version
    base = base_of(work, version) if version.state is _S.DROPPED else None
    return base or version


def meeting_of(work: Work, version: MinutesVersion) -> Meeting:
    """Return the meeting with the version's own session facts, when corrected or frozen."""
    meeting = work.meetings.get(version.meeting_id)
    own = version.state not in EDITABLE or is_correcting(work, version)
    return with_session_facts(meeting, version.session) if own else meeting


def reason_of(work: Work, version: MinutesVersion, base: MinutesVersion | None = None) -> str:
    """Why a version was begun; for a correction with ``base`` the first reason."""
    first = version
    if base is not None:
        later = [one for one in work.versions.where(meeting_id=version.meeting_id) if one.version > base.version]
        first = newest_first(later)[-1]
    acts = work.minutes_acts.where(minutes_version_id=first.id, kind=MinutesActKind.OPENED)
    return acts[-1].reason if acts else ""


def clauses_of(work: Work, version: MinutesVersion) -> Mapping[int, Clause]:
    """Return the resolution clauses of a version by resolution id."""
    every = work.clauses.where(minutes_version_id=version.id)
    return {one.resolution_id: one for one in every if one.is_resolution and one.resolution_id is not None}


def mark_amended(work: Work, clock: Clock, base: MinutesVersion, version: MinutesVersion) -> None:
    """Mark the corrected version as amended, unless that is done."""
    if base.state is _S.AMENDED:
        return
    reason = reason_of(work, version, base)
    amended = MinutesActKind.AMENDED
    work.minutes_acts.add(
        MinutesAct(minutes_version_id=base.id, kind=amended, at=clock.instant(), actor=work.actor(), reason=reason)
    )
    work.versions.update(replace(base, state=MINUTES.require(base.state, _S.AMENDED, reason)))
    work.audit("amended", "minutes_version", base.id, by=version.id, reason=reason)


def save_session(work: Work, clock: Clock, version: MinutesVersion, edited: Meeting) -> None:
    """Save session facts in the draft of a correction; other meeting facts must not differ.

    Raises ``RuleBroken``: ``fact_not_corrected``, ``fact_emptied``.
    """
    stored = meeting_of(work, version)
    require_session_only(stored, edited)
    require_kept(stored, edited)
    if edited != stored:
        work.versions.update(replace(version, session=session_of(edited)))
        record_correction(work, clock, version, "meeting", edited.id, **changes(stored, edited))


def apply_session_facts(work: Work, version: MinutesVersion) -> None:
    """Copy the session facts of a final correction to the meeting."""
    stored = work.meetings.get(version.meeting_id)
    told = with_session_facts(stored, version.session)
    if told != stored:
        work.meetings.update(told)
        work.audit("changed", "meeting", stored.id, by=version.id, **changes(stored, told))


_CHANGED = Changed.MINUTES | Changed.MEETINGS | Changed.RESOLUTIONS


def make_digits_uniform(context: Context, version_id: int) -> Outcome:
    """Replace digits by Persian ones in clauses, contributions, closing part, titles and place.

    Agenda and place of a meeting whose minutes are being corrected stay. Raises ``RuleBroken`` for a frozen version.
    """
    with context.write() as work:
        version = editable_version(work, version_id)
        of_version = {"minutes_version_id": version_id}
        correcting = is_correcting(work, version)
        meetings = () if correcting else (work.meetings.get(version.meeting_id),)
        agenda = () if correcting else agenda_of(work, version.meeting_id)
        parts: tuple[tuple[str, Any, Sequence[Any]], ...] = (
            ("meeting", work.meetings, meetings),
            ("agenda_item", work.agenda, agenda),
            ("clause", work.clauses, work.clauses.where(**of_version)),
            ("deliberation", work.deliberations, work.deliberations.where(**of_version)),
            ("minutes_version", work.versions, (version,)),
        )
        for subject, store, records in parts:
            for record in records:
                uniform = with_uniform_digits(record)
                if uniform != record:
                    store.update(uniform)
                    record_correction(work, context.clock, version, subject, record.id, **changes(record, uniform))
        return work.record(Outcome(changed=_CHANGED, id=version_id))


def confirmations(work: Work, version: MinutesVersion) -> tuple[MinutesAct, ...]:
    """Acts of later meetings that confirmed these minutes."""
    return work.minutes_acts.where(minutes_version_id=version.id, kind=MinutesActKind.CONFIRMED)


def earlier_minutes(work: Work, meeting: Meeting) -> EarlierMinutes | None:
    """The minutes of the previous meeting, or None when there are none."""
    found = previous_of(work, meeting)
    version = version_in_force(work, found.id) if found is not None else None
    if found is None or version is None:
        return None
    return EarlierMinutes(
        version_id=version.id,
        meeting_number=found.number,
        meeting_day=found.day,
        state=version.state,
        confirmed=bool(confirmations(work, version)),
        lacks_scan=lacks_scan(work, version),
    )


def meeting_numbers(work: Work, acts: Sequence[ResolutionAct]) -> Mapping[int, int | None]:
    """Return the number of the meeting of each clause that acted on a resolution, by clause id.

    Reads nothing where no clause acted.
    """
    ids = sorted({act.clause_id for act in acts if act.clause_id is not None})
    if not ids:
        return {}
    clauses = work.clauses.where(id=ids)
    versions = work.versions.where(id=sorted({one.minutes_version_id for one in clauses}))
    meetings = {one.id: one.number for one in work.meetings.where(id=sorted({one.meeting_id for one in versions}))}
    of_versions = {one.id: meetings[one.meeting_id] for one in versions}
    return {one.id: of_versions[one.minutes_version_id] for one in clauses}
