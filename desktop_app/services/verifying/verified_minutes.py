"""Record of one version of minutes, as the answer about its paper tells it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.documents.amendment_lines import ChangeLine
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.verified_paper import VerifiedMinutes, VerifiedSigner
from desktop_app.domain.rules.amendments import differences
from desktop_app.domain.rules.in_force import in_force, newest
from desktop_app.domain.rules.minutes import (
    EDITABLE,
    MinutesActKind,
    MinutesState,
    MinutesVersion,
    Signature,
    Signer,
    was_taken_over,
)
from desktop_app.domain.verifying.verdicts import PaperStanding, standing_of_minutes
from desktop_app.services.documents.documents import code_of
from desktop_app.services.documents.frozen_minutes import frozen_minutes, is_genuine
from desktop_app.services.minutes.signing import signing_of
from desktop_app.services.minutes.versions import amendment_number, reason_of
from desktop_app.services.ports import Work
from desktop_app.services.reading import versions_of, was_inquorate


def standing_of(work: Work, version: MinutesVersion) -> PaperStanding:
    """What a version is worth now; one whose frozen text is no longer what it was is worth nothing."""
    if was_taken_over(version):
        return PaperStanding.TAKEN_OVER
    if not is_genuine(work, version):
        return PaperStanding.FALSIFIED
    missing = len(signing_of(work, version).missing)
    return standing_of_minutes(version, versions_of(work, version.meeting_id), missing=missing)


def verified_minutes(work: Work, version: MinutesVersion) -> VerifiedMinutes:
    """The version with its meeting, its signers, how it ended, and what the version that holds says otherwise."""
    meeting = work.meetings.get(version.meeting_id)
    versions = versions_of(work, meeting.id)
    holds, last = in_force(versions), newest(versions)
    ended_at, ended_by, reason = _end(work, version, versions)
    return VerifiedMinutes(
        version_id=version.id,
        meeting_id=meeting.id,
        number=meeting.number or 0,
        day=meeting.day,
        version=version.version,
        correction=amendment_number(work, version),
        inquorate=was_inquorate(work, meeting),
        state=version.state.value,
        finalised_at=version.finalised_at,
        originals=version.originals,
        signers=_signers(work, version),
        printings=sum(one.copies for one in work.printings.where(minutes_version_id=version.id)),
        holds=holds.version if holds is not None else None,
        holds_id=holds.id if holds is not None else 0,
        holds_code=code_of(holds, sample=work.settings().sample) if holds is not None else "",
        holds_state=holds.state.value if holds is not None else "",
        ended_at=ended_at,
        ended_by=ended_by,
        reason=reason,
        changes=_changes(work, version, holds),
        begun=last.version if last is not None and last.state in EDITABLE and last.id != version.id else 0,
    )


def _changes(work: Work, version: MinutesVersion, holds: MinutesVersion | None) -> tuple[ChangeLine, ...] | None:
    """What holds now in other words; None where one of the two has no text that can be compared."""
    if holds is None or holds.id == version.id:
        return ()
    try:
        return differences(frozen_minutes(work, version), frozen_minutes(work, holds))
    except RuleBroken:
        return None


def _signers(work: Work, version: MinutesVersion) -> tuple[VerifiedSigner, ...]:
    found = signing_of(work, version)
    return tuple(
        _signer(one, [(original, seen) for (of, original), seen in sorted(found.standing.items()) if of == one.id])
        for one in found.signers
    )


def _signer(signer: Signer, standing: Sequence[tuple[int, Signature]]) -> VerifiedSigner:
    """With what was written beside the name by hand, each view once: both originals mostly say the same."""
    return VerifiedSigner(
        name=signer.name,
        post=signer.post,
        signed=tuple((original, seen.signed_on) for original, seen in standing),
        notes=tuple(dict.fromkeys(seen.note for _original, seen in standing if seen.note)),
    )


def _end(work: Work, version: MinutesVersion, versions: Sequence[MinutesVersion]) -> tuple[str, str, str]:
    """When, by whom and why the version ended; empty while it has not."""
    kinds = {MinutesState.WITHDRAWN: MinutesActKind.WITHDRAWN, MinutesState.AMENDED: MinutesActKind.AMENDED}
    kind = kinds.get(version.state)
    acts = work.minutes_acts.where(minutes_version_id=version.id, kind=kind) if kind is not None else ()
    if not acts:
        return "", "", ""
    last = acts[-1]
    later = [one for one in versions if one.version > version.version]
    reason = last.reason or (reason_of(work, later[0], version) if later and kind is MinutesActKind.AMENDED else "")
    return last.at, last.actor, reason
