"""Sending of invitations: recorded with each letter as sent, and compared with the present meeting.

A record of sending enters the invitations in the register of outgoing papers; taking it back strikes their rows, which
stay. Invitations that were printed or saved for sending keep their numbers and wait for that record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.meeting_documents import InvitationDocument, numbers_of, without_numbers
from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import (
    Invitee,
    InviteeRow,
    Sending,
    SendingWay,
    SentInvitation,
    changed_since,
    invitation_agenda,
    require_sending,
    valid_sendings,
)
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.domain.rules.registered_papers import OutgoingPaper
from desktop_app.services.context import Context
from desktop_app.services.documents.invitation_document import invitation_in, invitation_of, invitees_of
from desktop_app.services.documents.letter_document import clean_additions, with_days, with_numbers
from desktop_app.services.office.settings import logo_of
from desktop_app.services.paper_links import link_paper
from desktop_app.services.reading import agenda_of
from desktop_app.services.registers.papers import NumbersToCome, enter_outgoing, strike_in
from desktop_app.services.registers.sent_letters import letter_day
from desktop_app.services.versions.frozen_minutes import NO_DOCUMENT
from desktop_app.storage.store.work import Work


def enter_invitation(work: Work, context: Context, sent: SentInvitation, letter: InvitationDocument) -> None:
    """Enter an invitation in the outgoing register, in the act that records its sending."""
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
    """The register row of an invitation; None for one older than the register."""
    uid = work.record_ids.uids("sent_invitation", [sent.id])[sent.id]
    links = work.paper_links.where(record_kind="sent_invitation", record_uid=uid, removed_on=None)
    return work.outgoing_papers.get(links[-1].outgoing_paper_id or 0) if links else None


def strike_invitation(work: Work, context: Context, sent_id: int, reason: str) -> None:
    """Strike the register row of an undone sending."""
    paper = row_of(work, work.sent_invitations.get(sent_id))
    if paper is not None and paper.struck_on is None:
        strike_in(work, context, paper, reason)


def read_invitation(sent: SentInvitation) -> InvitationDocument:
    """Return the letter as sent; raises ``RuleBroken("letter_falsified")`` for an altered one."""
    if content_hash(sent.document) != sent.content_hash:
        raise RuleBroken("letter_falsified")
    try:
        return document_from_json(InvitationDocument, sent.document)
    except NO_DOCUMENT as error:
        raise RuleBroken("letter_falsified") from error


def invitee_rows(work: Work, meeting: Meeting) -> tuple[InviteeRow, ...]:
    """Return all invitees in letter order, then those invited earlier but no longer.

    Once the session has begun it is no longer asked whom a letter would have to go to: only what was sent shows.
    """
    sent = valid_sendings(work.sent_invitations.where(meeting_id=meeting.id))
    told = {key: read_invitation(one) for key, one in sent.items()}
    if meeting.began_at or meeting.state is MeetingState.CANCELLED or meeting.day is None:
        return tuple(InviteeRow(key=key, line=told[key].addressees[0], sent=one) for key, one in sent.items())
    now = invitees_of(work, meeting, meeting.day)
    agenda = invitation_agenda(agenda_of(work, meeting.id))

    def row_of(one: Invitee) -> InviteeRow:
        letter = told.get(one.key)
        changed = changed_since(letter, one.line.name, meeting, agenda) if letter is not None else ()
        return InviteeRow(key=one.key, line=one.line, sent=sent.get(one.key), changed=changed)

    rows = [row_of(one) for one in now]
    keys = {one.key for one in now}
    gone = [
        InviteeRow(key=key, line=told[key].addressees[0], sent=one, gone=True)
        for key, one in sent.items()
        if key not in keys
    ]
    return (*rows, *gone)


def send_invitations(context: Context, meeting_id: int, sending: Sending) -> Outcome:
    """Record that the letters to these invitees were sent, and store each letter."""
    with context.write() as work:
        return work.record(send_in(work, context, meeting_id, sending))


def send_in(work: Work, context: Context, meeting_id: int, sending: Sending) -> Outcome:
    """Record the sending inside another act."""
    words = clean_additions(context.paper, sending.said)
    note = clean_text(context.paper, sending.note, "note").strip()
    meeting = work.meetings.get(meeting_id)
    day = require_sending(meeting, sending, context.clock.today())
    words = replace(words, day=words.day or day)
    chosen = _chosen(invitees_of(work, meeting, meeting.day or day), sending.invitees)
    lines = tuple(one.line for one in chosen)
    letter = invitation_of(work, context.clock, meeting, lines, words, sending.answer_until)
    at, actor, to_come = context.clock.instant(), work.actor(), NumbersToCome(work)
    for one in chosen:
        number = words.number or to_come.printed(day, sending.numbers.get(one.line, ""))
        head = replace(letter.letterhead, number=number)
        document = canonical_json(replace(letter, letterhead=head, addressees=(one.line,)))
        sent = work.sent_invitations.add(
            SentInvitation(
                meeting_id=meeting_id,
                invitee=one.key,
                addressee=one.line.name,
                sent_on=day,
                way=sending.way,
                number=number,
                note=note,
                at=at,
                actor=actor,
                template=letter.template,
                document=document,
                content_hash=content_hash(document),
            )
        )
        enter_invitation(work, context, sent, letter)
    names = [line.name for line in lines]
    work.audit("invitations_sent", "meeting", meeting_id, names=names, way=sending.way.value, day=day)
    return Outcome(changed=Changed.MEETINGS | Changed.REGISTERS, id=meeting_id)


def sent_letter(context: Context, sent_id: int) -> Paper[InvitationDocument]:
    """Return the letter as sent, whatever the meeting is now; its imprint is from the recording."""
    with context.read() as work:
        sent = work.sent_invitations.get(sent_id)
        document = read_invitation(sent)
        logo = logo_of(work, document.letterhead.logo)
        return Paper(document, Imprint(sample=work.settings().sample, made_at=sent.at, logo=logo))


def strike_sending(context: Context, sent_id: int, reason: str) -> Outcome:
    """Undo the record of a sending by a further record that strikes it.

    What it entered in the register of outgoing papers is struck with it, for that ``reason``.
    """
    return strike_sendings(context, (sent_id,), reason)


def strike_sendings(context: Context, sent_ids: Sequence[int], reason: str) -> Outcome:
    """Undo several records of sendings in one act."""
    with context.write() as work:
        meetings = [_strike(work, context, sent_id, reason) for sent_id in sent_ids]
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.REGISTERS, id=meetings[-1]))


def _strike(work: Work, context: Context, sent_id: int, reason: str) -> int:
    """Strike one sending; return its meeting's id."""
    wrong = work.sent_invitations.get(sent_id)
    meeting = work.meetings.get(wrong.meeting_id)
    if meeting.state is not MeetingState.CONVENED:
        raise RuleBroken("sending_not_open", state=meeting.state)
    stands = valid_sendings(work.sent_invitations.where(meeting_id=meeting.id)).get(wrong.invitee)
    if stands is None or stands.id != sent_id:
        raise RuleBroken("sending_struck_already")
    actor = work.actor()
    made = work.sent_invitations.add(replace(wrong, id=0, struck=True, at=context.clock.instant(), actor=actor))
    strike_invitation(work, context, sent_id, reason)
    work.audit("sending_struck", "sent_invitation", made.id, addressee=wrong.addressee, day=wrong.sent_on)
    return meeting.id


def _chosen(invitees: Sequence[Invitee], keys: Sequence[str]) -> tuple[Invitee, ...]:
    wanted = set(keys)
    if wanted - {one.key for one in invitees}:
        raise RuleBroken("invitee_gone", field="invitees")
    return tuple(one for one in invitees if one.key in wanted)


def numbered_invitations(
    context: Context, order: PaperOrder, paper: Paper[InvitationDocument]
) -> Paper[InvitationDocument]:
    """Return the paper with the register or next number in each letter without one.

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
    """Return the one day of all numbered letters for their letterhead; empty when the days differ."""
    days = {day.isoformat() for number, day in found if number}
    return list(days) if len(days) == 1 else []


def _number_and_day(work: Work, row: InviteeRow | None, to_come: NumbersToCome | None, day: date) -> tuple[str, date]:
    """Return the letter's number and day from the register, or the next number for an unsent letter."""
    if row is None or row.sent is None or row.waits:
        return to_come.next(day) if to_come is not None else "", day
    registered = row_of(work, row.sent)
    if registered is None:
        return "", day
    return registered.number, letter_day(registered) or registered.day


def waiting_invitees(context: Context, order: PaperOrder, document: InvitationDocument) -> tuple[str, ...]:
    """Keys of the invitees whose letter was made but not recorded as sent."""
    with context.read() as work:
        return _waiting(work, order, document)


def record_printed(context: Context, order: PaperOrder, document: InvitationDocument, way: SendingWay) -> Outcome:
    """Record these letters as sent today, without those already recorded.

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
