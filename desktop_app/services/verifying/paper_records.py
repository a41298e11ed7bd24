"""Recorded papers by code or hash: which one it is, and whether it is valid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import NO_SCAN
from desktop_app.domain.read_models.scans import PaperOf
from desktop_app.domain.read_models.verified_paper import (
    VerifiedFile,
    VerifiedLetter,
    VerifiedMinutes,
    VerifiedPaper,
    verdict_of,
)
from desktop_app.domain.rules.in_force import current_version, in_force
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.domain.rules.verifying import IdentifiedBy, InvalidReason, invalid_reason
from desktop_app.services.files.scans_sheet import lacks_scan
from desktop_app.services.reading import only_committee_id, versions_of, was_inquorate
from desktop_app.services.registers.sent_letters import read_letter
from desktop_app.services.scans.scan_tools import RECORDS
from desktop_app.services.versions.frozen_minutes import is_genuine
from desktop_app.services.versions.signing import signing_of
from desktop_app.storage.store.work import Work


def answer(
    work: Work,
    clue: IdentifiedBy,
    *,
    minutes: VerifiedMinutes | None = None,
    letters: Sequence[VerifiedLetter] = (),
    file: VerifiedFile | None = None,
    code: str = "",
) -> VerifiedPaper:
    """Return the result about minutes or letters; with neither, the paper is unknown."""
    sample = work.settings().sample
    papers = (minutes,) if minutes is not None else tuple(letters)
    verdict, lapse = verdict_of(papers, file, sample=sample)
    return VerifiedPaper(
        verdict=verdict,
        lapse=lapse,
        clue=clue,
        code=code,
        sample=sample,
        minutes=minutes,
        letters=tuple(letters),
        file=file,
    )


def of_code(work: Work, code: str, file: VerifiedFile | None = None) -> VerifiedPaper | None:
    """Return the paper with a code: a document code, else a link of the audit chain; None if unknown."""
    for kind, name in RECORDS.items():
        ids = work.record_ids.coded(name, code)
        if not ids:
            continue
        if kind is PaperOf.MINUTES:
            minutes = minutes_of(work, work.versions.get(ids[-1]))
            return answer(work, IdentifiedBy.CODE, minutes=minutes, file=file, code=code)
        letter = _recorded_letter(work, kind, ids[-1])
        return answer(work, IdentifiedBy.CODE, letters=(letter,), file=file, code=code)
    bearer = work.paper_codes.chained(code)
    if bearer is None:
        return None
    shown = minutes_of(work, work.versions.get(bearer)) if bearer else None
    return answer(work, IdentifiedBy.CHAIN, minutes=shown, file=file, code=code)


def version_of_hash(work: Work, digest: str) -> MinutesVersion | None:
    """Return the minutes with this snapshot hash, or None."""
    return next(iter(work.versions.where(content_hash=digest)), None)


def letter_of_hash(work: Work, digest: str) -> VerifiedLetter | None:
    """Return the newest sent letter with this document hash, or None."""
    rows = work.outgoing_papers.where(content_hash=digest)
    if rows:
        return letter_of(work, rows[-1])
    sent = work.sent_invitations.where(content_hash=digest)
    return _invitation(work, sent[-1].id) if sent else None


def minutes_of(work: Work, version: MinutesVersion) -> VerifiedMinutes:
    """Return a version with its meeting, its signatures, and the version in force."""
    meeting = work.meetings.get(version.meeting_id)
    versions, signing = versions_of(work, meeting.id), signing_of(work, version)
    holds, missing = in_force(versions), len(signing.missing)
    taken_over = was_taken_over(version)
    return VerifiedMinutes(
        version_id=version.id,
        number=meeting.number or 0,
        day=meeting.day,
        version=version.version,
        state=NO_SCAN if lacks_scan(work, version) else version.state.value,
        inquorate=was_inquorate(work, meeting),
        signed=len(signing.signers) - missing,
        signers=len(signing.signers),
        signed_on=max((one.signed_on for one in signing.valid_signatures.values()), default=None),
        holds=holds.version if holds is not None else 0,
        holds_id=holds.id if holds is not None else 0,
        lapse=None if taken_over else invalid_reason(version, versions, missing=missing),
        genuine=taken_over or not version.content_hash or is_genuine(work, version),
        taken_over=taken_over,
    )


def minutes_of_meeting(work: Work, number: int) -> VerifiedMinutes | None:
    """Return the minutes of a meeting: those in force, else the newest draft, else None."""
    meetings = work.meetings.where(committee_id=only_committee_id(work), number=number)
    version = current_version(versions_of(work, meetings[0].id)) if meetings else None
    return minutes_of(work, version) if version is not None else None


def letter_of(work: Work, paper: OutgoingPaper) -> VerifiedLetter:
    """Return a letter of the outgoing register."""
    kind, lapse, genuine = "", None, True
    if paper.document:
        try:
            of, document = read_letter(paper.document)
            kind, lapse = of.value, _of_sources(work, of, document)
            genuine = content_hash(paper.document) == paper.content_hash
        except RuleBroken:
            genuine = False
    return VerifiedLetter(
        addressee=paper.addressee,
        number=paper.number,
        day=paper.day,
        subject=paper.subject,
        kind=kind,
        year=paper.year,
        row=paper.row,
        outgoing_id=paper.id,
        lapse=InvalidReason.STRUCK if paper.struck_on is not None else lapse,
        genuine=genuine,
    )


# ---- inside


def _of_sources(work: Work, kind: PaperKind, document: Any) -> InvalidReason | None:  # noqa: ANN401 - a document of any kind
    """Return why an extract is not valid: its minutes are not."""
    if kind is not PaperKind.EXTRACT:
        return None
    for number, version in {(one.source.number, one.source.version) for one in document.letters}:
        minutes = minutes_of_meeting(work, number)
        if minutes is None or minutes.version != version or minutes.lapse is not None:
            return InvalidReason.SOURCE_GONE
    return None


def _recorded_letter(work: Work, kind: PaperOf, record_id: int) -> VerifiedLetter:
    if kind is PaperOf.OUTGOING:
        return letter_of(work, work.outgoing_papers.get(record_id))
    return _invitation(work, record_id)


def _invitation(work: Work, sent_id: int) -> VerifiedLetter:
    sent = work.sent_invitations.get(sent_id)
    return VerifiedLetter(
        addressee=sent.addressee,
        number=sent.number,
        day=sent.sent_on,
        kind=PaperKind.INVITATION.value,
        meeting_id=sent.meeting_id,
        invitation_id=sent.id,
        lapse=InvalidReason.STRUCK if sent.struck else None,
        genuine=content_hash(sent.document) == sent.content_hash,
    )
