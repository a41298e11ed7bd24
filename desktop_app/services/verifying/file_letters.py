"""Letters in one file, each by itself: whether it is recorded, and how it stands in the register."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_app.domain.documents.invitation_document import InvitationDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json, paper_code
from desktop_app.domain.read_models.scans import PaperOf
from desktop_app.domain.read_models.verified_paper import FileLetter, KnownCode
from desktop_app.domain.verifying.verdicts import PaperStanding
from desktop_app.services.documents.frozen_minutes import NO_DOCUMENT
from desktop_app.services.documents.single_letters import single_letters
from desktop_app.services.ports import Work
from desktop_app.services.verifying.verify_code import known_text, of_known


def letters_of(work: Work, kind: PaperKind, document: Any) -> tuple[FileLetter, ...]:  # noqa: ANN401
    """Every letter of a document, in its order; none of a paper that is no letter."""
    return tuple(_file_letter(work, kind, one) for one in single_letters(kind, document))


def kept_letter(work: Work, kind: PaperKind, letter: Any) -> KnownCode | None:  # noqa: ANN401
    """The record of one letter; an invitation may have been printed before its number or its day were known."""
    known = known_text(work, content_hash(canonical_json(letter)))
    if known is not None or kind is not PaperKind.INVITATION:
        return known
    head = letter.letterhead
    for sent in reversed(work.sent_invitations.where(addressee=letter.addressees[0].name)):
        if content_hash(sent.document) != sent.content_hash:
            continue
        try:
            kept = document_from_json(InvitationDocument, sent.document)
        except NO_DOCUMENT:
            continue
        own = kept.letterhead
        told = replace(own, number=own.number if head.number else "", day=own.day if head.day else "")
        if replace(kept, letterhead=told) == letter:
            return KnownCode(paper_code(sent.content_hash), PaperOf.INVITATION, sent.id)
    return None


def _file_letter(work: Work, kind: PaperKind, letter: Any) -> FileLetter:  # noqa: ANN401
    known = kept_letter(work, kind, letter)
    standing = of_known(work, known).standing if known is not None else PaperStanding.UNKEPT
    row = work.outgoing_papers.get(known.id) if known is not None and known.kind is PaperOf.OUTGOING else None
    return FileLetter(
        addressee=_addressee(letter),
        number=letter.letterhead.number or (row.number if row is not None else ""),
        standing=standing,
        row=row.row if row is not None else 0,
        year=row.year if row is not None else 0,
    )


def _addressee(letter: Any) -> str:  # noqa: ANN401
    """Of a single letter; one that was written freely has it itself, or has several."""
    lines = getattr(letter, "letters", None)
    if lines:
        return str(lines[0].addressee.name)
    lines = getattr(letter, "addressees", None)
    if lines:
        return "، ".join(str(one.name) for one in lines)
    own = getattr(letter, "addressee", None)
    return str(getattr(own, "name", own or ""))
