"""Invitations that were printed or saved for sending: their numbers, whom they wait for, the record that they went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.invitation_document import InvitationDocument, numbers_of, without_numbers
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.invitations import InviteeRow, Sending, SendingWay
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.services.context import Context
from desktop_app.services.documents.invitation_document import invitation_in
from desktop_app.services.documents.single_letters import with_days, with_numbers
from desktop_app.services.meetings.invitations import invitee_rows, send_in
from desktop_app.services.registers.kept_letter import letter_day
from desktop_app.services.registers.papers import NumbersToCome
from desktop_app.services.registers.sent_invitations import row_of
from desktop_app.storage.store.work import Work


def numbered_invitations(
    context: Context, order: PaperOrder, paper: Paper[InvitationDocument]
) -> Paper[InvitationDocument]:
    """The paper, each letter without a number with that of its row, or with the one that it will get by the pattern.

    Where they get their numbers so and the day was left open, they bear that of their rows. Nothing is recorded yet: a
    letter whose sending is not recorded takes no number.
    """
    head, today = paper.document.letterhead, context.clock.today()
    day = date.fromisoformat(head.day) if head.day else today
    if paper.imprint.draft or head.number or day > today or not context.writable:
        return paper
    with context.read() as work:
        meeting = work.meetings.get(_meeting(order))
        sent = {row.line: row for row in invitee_rows(work, meeting)}
        to_come = NumbersToCome(work) if meeting.state is MeetingState.CONVENED else None
        found = [_number_and_day(work, sent.get(one), to_come, day) for one in paper.document.addressees]
    document = with_numbers(PaperKind.INVITATION, paper.document, [number for number, _day in found])
    return replace(paper, document=with_days(PaperKind.INVITATION, document, _shared_day(found)))


def _shared_day(found: Sequence[tuple[str, date]]) -> list[str]:
    """The day for the one letterhead of the letters: of several days none is told, rather than a wrong one."""
    days = {day.isoformat() for number, day in found if number}
    return list(days) if len(days) == 1 else []


def _number_and_day(work: Work, row: InviteeRow | None, to_come: NumbersToCome | None, day: date) -> tuple[str, date]:
    """Those of the letter's row in the register; of a letter that has to go out the next number, and ``day``."""
    if row is None or row.sent is None or row.waits:
        return to_come.next(day) if to_come is not None else "", day
    registered = row_of(work, row.sent)
    if registered is None:
        return "", day
    return registered.number, letter_day(registered) or registered.day


def waiting_invitees(context: Context, order: PaperOrder, document: InvitationDocument) -> tuple[str, ...]:
    """The keys of those whose letter was made and whose sending may be recorded and is not."""
    with context.read() as work:
        return _waiting(work, order, document)


def record_printed(context: Context, order: PaperOrder, document: InvitationDocument, way: SendingWay) -> Outcome:
    """Record that these letters went out today, as far as that is not recorded.

    They may be some of those that were ordered. Raises ``RuleBroken("invitation_changed_since_made")`` unless they
    still say what a new print would say.
    """
    meeting_id = _meeting(order)
    with context.write() as work:
        now = invitation_in(work, context, meeting_id, order.said, only=order.only, answer_until=order.answer_until)
        made, said = without_numbers(document), order.said
        if said.day is None and made.letterhead.day:
            # it came with the numbers, not from whoever ordered the paper
            said = replace(said, day=date.fromisoformat(made.letterhead.day))
            made = replace(made, letterhead=replace(made.letterhead, day=""))
        still = tuple(one for one in now.addressees if one in made.addressees)
        if replace(now, addressees=still) != made:
            raise RuleBroken("invitation_changed_since_made")
        sending = Sending(
            invitees=_waiting(work, order, document),
            day=context.clock.today(),
            way=way,
            said=said,
            answer_until=order.answer_until,
            numbers=numbers_of(document),
        )
        return work.record(send_in(work, context, meeting_id, sending))


def _waiting(work: Work, order: PaperOrder, document: InvitationDocument) -> tuple[str, ...]:
    meeting = work.meetings.get(_meeting(order))
    if meeting.state is not MeetingState.CONVENED:
        return ()
    rows = invitee_rows(work, meeting)
    return tuple(row.key for row in rows if row.waits and row.line in numbers_of(document))


def _meeting(order: PaperOrder) -> int:
    assert order.meeting_id is not None, "invitations are made of a meeting"
    return order.meeting_id
