"""Invitations that were printed or saved for sending: whom they wait for, and the record that they went out."""

from __future__ import annotations

from desktop_app.domain.documents.invitation_document import InvitationDocument
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.invitations import Sending, SendingWay
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.context import Context
from desktop_app.services.documents.invitation_document import invitation_paper
from desktop_app.services.meetings.invitations import invitee_rows, send_invitations
from desktop_app.services.outcome import Outcome


def waiting_invitees(context: Context, order: PaperOrder, document: InvitationDocument) -> tuple[str, ...]:
    """The keys of those whose letter was made and whose sending may be recorded and is not."""
    with context.read() as work:
        meeting = work.meetings.get(_meeting(order))
        if meeting.state is not MeetingState.CONVENED:
            return ()
        rows = invitee_rows(work, meeting)
        return tuple(row.key for row in rows if row.waits and row.line in document.addressees)


def record_printed(context: Context, order: PaperOrder, document: InvitationDocument) -> Outcome:
    """Record that these letters went out today, in a way that is told later, as far as that is not recorded.

    Raises ``RuleBroken("invitation_changed_since_made")`` unless they still say what a new print would say.
    """
    now = invitation_paper(context, _meeting(order), order.said, only=order.only, answer_until=order.answer_until)
    if now.document != document:
        raise RuleBroken("invitation_changed_since_made")
    sending = Sending(
        invitees=waiting_invitees(context, order, document),
        day=context.clock.today(),
        way=SendingWay.OTHER,
        said=order.said,
        answer_until=order.answer_until,
    )
    return send_invitations(context, _meeting(order), sending)


def _meeting(order: PaperOrder) -> int:
    assert order.meeting_id is not None, "invitations are made of a meeting"
    return order.meeting_id
