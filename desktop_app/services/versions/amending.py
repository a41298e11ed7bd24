"""A correction (اصلاحیه) of signed minutes: a new version that begins as a copy and lists its changes.

The signed version stays in force until the correction is final; then it is «amended» and the correction is signed in
its turn. Numbers of resolutions stay; what the correction leaves out is rejected, what it adds takes the next number.
Its facts of the session are its own: the meeting takes them over when the correction is final. Until then the draft
may be dropped: everything is as it was before, but for the acts that tell of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.domain.documents.amendment_lines import Amends
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.snapshots import minutes_from_json, paper_code
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Amending, Changed
from desktop_app.domain.rules.amendments import differences, require_can_amend, require_can_drop
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import MINUTES, MinutesActKind, MinutesState, MinutesVersion
from desktop_app.services.context import Context
from desktop_app.services.reading import clean_words, newest_version
from desktop_app.services.versions.drafts import record_act
from desktop_app.services.versions.frozen_minutes import frozen_minutes
from desktop_app.services.versions.versions import amendment_number, base_of, next_version, reason_of
from desktop_app.storage.store.work import Work

_CHANGED = Changed.MINUTES | Changed.MEETINGS


def amend(context: Context, version_id: int, reason: str) -> Amending:
    """Begin the correction of signed minutes: a draft copy with all text and marks.

    Raises ``RuleBroken``: ``amend_not_signed``, ``amend_begun_already``, ``reason_missing``.
    """
    why = clean_words(reason)
    with context.write() as work:
        version = work.versions.get(version_id)
        require_can_amend(version, newest=_newest(work, version))
        MINUTES.require(version.state, MinutesState.AMENDED, why)
        copy = next_version(work, version)
        record_act(work, context.clock, copy.id, MinutesActKind.OPENED, why)
        number = amendment_number(work, copy)
        work.audit("amending", "minutes_version", version_id, by=copy.id, number=number, reason=why)
        return work.record(Amending(changed=_CHANGED, id=copy.id, version=copy.version, number=number))


def can_amend(work: Work, version: MinutesVersion) -> bool:
    """Whether a correction of the version may begin."""
    try:
        require_can_amend(version, newest=_newest(work, version))
    except RuleBroken:
        return False
    return True


def _newest(work: Work, version: MinutesVersion) -> int:
    newest = newest_version(work, version.meeting_id)
    return newest.version if newest is not None else version.version


# ---- its end


def drop_amendment(context: Context, version_id: int, reason: str) -> Amending:
    """Drop the draft of a correction: its text is deleted, the signed version stays in force.

    The answer's ``id`` is the signed version. There is no way back but to begin anew; what only the draft said is
    kept in the audit table. Raises ``RuleBroken``: ``minutes_frozen``, ``drop_not_correction``,
    ``drop_after_final``, ``drop_after_other_end``, ``reason_missing``.
    """
    why = clean_words(reason)
    with context.write() as work:
        version = work.versions.get(version_id)
        base = _droppable(work, version)
        dropped = MINUTES.require(version.state, MinutesState.DROPPED, why)
        number = amendment_number(work, version)
        lost = _only_in(work, version, base)
        _empty(work, version)
        record_act(work, context.clock, version_id, MinutesActKind.DROPPED, why)
        work.versions.update(replace(version, state=dropped, read_aloud=False))
        work.audit("emptied", "minutes_version", version_id, number=number, lost=lost)
        return work.record(
            Amending(changed=_CHANGED | Changed.RESOLUTIONS, id=base.id, version=base.version, number=number)
        )


def can_drop(work: Work, version: MinutesVersion) -> bool:
    """Whether the version is a draft correction that may be dropped."""
    try:
        _droppable(work, version)
    except RuleBroken:
        return False
    return True


def _droppable(work: Work, version: MinutesVersion) -> MinutesVersion:
    """Return the signed version under a droppable correction; raises ``RuleBroken``."""
    base = base_of(work, version)
    require_can_drop(version, base)
    assert base is not None
    state = work.meetings.get(version.meeting_id).state
    signed_end = MeetingState.INQUORATE if minutes_from_json(base.snapshot).inquorate else MeetingState.HELD
    if state is not MeetingState.CLOSED and state is not signed_end:
        raise RuleBroken("drop_after_other_end", state=state)
    return base


def _only_in(work: Work, version: MinutesVersion, base: MinutesVersion) -> list[str]:
    """Texts of the correction that the signed version lacks."""

    def texts(one: MinutesVersion) -> list[str]:
        talk = work.deliberations.where(minutes_version_id=one.id)
        return [clause.text for clause in work.clauses.where(minutes_version_id=one.id)] + [said.text for said in talk]

    signed = set(texts(base))
    return [text for text in texts(version) if text not in signed]


def _empty(work: Work, version: MinutesVersion) -> None:
    """Delete every row of a draft, and resolutions that exist only in it."""
    clauses = work.clauses.where(minutes_version_id=version.id)
    for effect in work.effects.where(clause_id=[clause.id for clause in clauses]):
        work.effects.remove(effect.id)
    for clause in clauses:
        work.clauses.remove(clause.id)
    ids = [clause.resolution_id for clause in clauses if clause.resolution_id is not None]
    for resolution in work.resolutions.where(id=ids):
        if not resolution.number:
            work.resolutions.remove(resolution.id)
    stores = (work.deliberations, work.attendance, work.guests, work.signers, work.dispositions)
    for store in stores:
        for row in store.where(minutes_version_id=version.id):
            store.remove(row.id)


# ---- its document


def with_changes(work: Work, version: MinutesVersion, document: MinutesDocument) -> MinutesDocument:
    """Return a correction's document with its list of changes; another document unchanged.

    The follow-up report stays that of the signed version: it tells of the day of the meeting.
    """
    base = base_of(work, version)
    if base is None:
        return document
    before = frozen_minutes(work, base)
    kept = replace(document, follow_up=before.follow_up)
    amends = Amends(
        number=amendment_number(work, version),
        version=base.version,
        code="" if work.settings().sample else paper_code(base.content_hash),
        reason=reason_of(work, version, base),
        changes=differences(before, kept),
    )
    return replace(kept, amends=amends)


def numbers_so_far(work: Work, version: MinutesVersion) -> Mapping[int, str]:
    """Numbers by resolution id that a correction's resolutions have already; empty for a first draft."""
    if base_of(work, version) is None:
        return {}
    return {one.id: one.number for one in work.resolutions.where(meeting_id=version.meeting_id) if one.number}
