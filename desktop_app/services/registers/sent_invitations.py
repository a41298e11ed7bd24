"""Invitations in the register of outgoing papers: they enter it with the record of their sending, and leave it so."""

from __future__ import annotations

from desktop_app.domain.documents.meeting_documents import InvitationDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SentInvitation
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.services.context import Context
from desktop_app.services.paper_links import link_paper
from desktop_app.services.registers.papers import enter_outgoing, strike_in
from desktop_app.storage.store.work import Work


def enter_invitation(work: Work, context: Context, sent: SentInvitation, letter: InvitationDocument) -> None:
    """An invitation that was recorded as sent enters the register in the same act."""
    meeting = work.meetings.get(sent.meeting_id)
    entered = enter_outgoing(
        work,
        context,
        OutgoingPaper(
            number=sent.number,
            day=sent.sent_on,
            addressee=sent.addressee,
            subject=context.paper.subject(PaperKind.INVITATION, letter),
            way=sent.way,
            classification=Classification(letter.letterhead.classification),
            urgency=Urgency(letter.letterhead.urgency),
            template=sent.template,
            document=sent.document,
            content_hash=sent.content_hash,
            note=sent.note,
        ),
    )
    link_paper(work, entered, "meeting", meeting.id)
    link_paper(work, entered, "sent_invitation", sent.id)


def row_of(work: Work, sent: SentInvitation) -> OutgoingPaper | None:
    """The row of an invitation in the register; None for one from before the register."""
    uid = work.record_ids.uids("sent_invitation", [sent.id])[sent.id]
    links = work.paper_links.where(record_kind="sent_invitation", record_uid=uid, removed_on=None)
    return work.outgoing_papers.get(links[-1].outgoing_paper_id or 0) if links else None


def strike_invitation(work: Work, context: Context, sent_id: int, reason: str) -> None:
    """The record of a sending was taken back: what it entered is struck."""
    paper = row_of(work, work.sent_invitations.get(sent_id))
    if paper is not None and paper.struck_on is None:
        strike_in(work, context, paper, reason)
