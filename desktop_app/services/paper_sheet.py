"""The sheet of the print page: one version, what was printed of it, and who has signed; and the history of versions."""

from __future__ import annotations

from desktop_app.domain.minutes import FOR_PEN, MinutesActKind, MinutesVersion
from desktop_app.domain.sheets import PaperSheet, SignerRow, VersionRow
from desktop_app.services.documents import code_of
from desktop_app.services.finalising import can_withdraw
from desktop_app.services.ports import OpenWork, Work
from desktop_app.services.reading import parties_of
from desktop_app.services.signers import signers_of


def paper_sheet(open_work: OpenWork, version_id: int) -> PaperSheet:
    """Read the print page of a version."""
    with open_work() as work:
        version = work.versions.get(version_id)
        meeting = work.meetings.get(version.meeting_id)
        sample = work.settings().sample
        return PaperSheet(
            version=version,
            meeting=meeting,
            code=code_of(version, sample=sample),
            sample=sample,
            printings=work.printings.where(minutes_version_id=version_id),
            signers=_signers(work, version),
            versions=version_rows(work, meeting.id),
            acts=work.minutes_acts.where(minutes_version_id=version_id),
            can_print_for_pen=version.state in FOR_PEN,
            can_withdraw=can_withdraw(work, version),
        )


def _signers(work: Work, version: MinutesVersion) -> tuple[SignerRow, ...]:
    parties = {party.id: party for party in parties_of(work, work.meetings.get(version.meeting_id).committee_id)}
    signers = signers_of(work, version)
    seen = [one.signer_id for one in work.signatures.where(signer_id=[s.id for s in signers if s.id])]
    return tuple(
        SignerRow(signer=signer, party=parties[signer.party_id], signatures=seen.count(signer.id)) for signer in signers
    )


def version_rows(work: Work, meeting_id: int) -> tuple[VersionRow, ...]:
    """All versions of a meeting's minutes, the newest first, each with the reason for which it was withdrawn."""
    sample = work.settings().sample
    versions = sorted(work.versions.where(meeting_id=meeting_id), key=lambda one: one.version, reverse=True)
    ids = [one.id for one in versions]
    acts = work.minutes_acts.where(minutes_version_id=ids, kind=MinutesActKind.WITHDRAWN)
    printings = work.printings.where(minutes_version_id=ids)
    reasons = {act.minutes_version_id: act.reason for act in acts}
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
