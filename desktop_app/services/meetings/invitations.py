"""Sending of invitations: recorded with the letter as it went out, compared with the meeting as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.documents import Imprint, Paper
from desktop_app.domain.documents.invitation_document import InvitationDocument
from desktop_app.domain.documents.paper_capabilities import taken
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, document_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.invitations import (
    Invitee,
    InviteeRow,
    Sending,
    SentInvitation,
    agenda_told,
    changed_since,
    require_sending,
    standing,
)
from desktop_app.domain.rules.meetings import Meeting, MeetingState
from desktop_app.services.context import Context
from desktop_app.services.documents.frozen_minutes import NO_DOCUMENT
from desktop_app.services.documents.invitation_document import invitation_of, invitees_of
from desktop_app.services.documents.letter_parts import said_clean
from desktop_app.services.office.letterhead import logo_of
from desktop_app.services.reading import agenda_of
from desktop_app.services.registers.papers import NumbersToCome
from desktop_app.services.registers.sent_invitations import enter_invitation, strike_invitation
from desktop_app.storage.store.work import Work


def read_invitation(sent: SentInvitation) -> InvitationDocument:
    """The letter as it went out, or ``RuleBroken("letter_falsified")`` where it is no longer that."""
    if content_hash(sent.document) != sent.content_hash:
        raise RuleBroken("letter_falsified")
    try:
        return document_from_json(InvitationDocument, sent.document)
    except NO_DOCUMENT as error:
        raise RuleBroken("letter_falsified") from error


def invitee_rows(work: Work, meeting: Meeting) -> tuple[InviteeRow, ...]:
    """Everybody who is invited, in the order of the letters, then those who were told and are invited no more.

    Once the session has begun it is no longer asked whom a letter would have to go to: only what was sent shows.
    """
    sent = standing(work.sent_invitations.where(meeting_id=meeting.id))
    told = {key: read_invitation(one) for key, one in sent.items()}
    if meeting.began_at or meeting.state is MeetingState.CANCELLED or meeting.day is None:
        return tuple(InviteeRow(key=key, line=told[key].addressees[0], sent=one) for key, one in sent.items())
    now = invitees_of(work, meeting, meeting.day)
    agenda = agenda_told(agenda_of(work, meeting.id))

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
    """Record that the letters to these invitees went out, and keep each as it was."""
    with context.write() as work:
        return work.record(send_in(work, context, meeting_id, sending))


def send_in(work: Work, context: Context, meeting_id: int, sending: Sending) -> Outcome:
    """The same as part of an act."""
    words = said_clean(context.paper, sending.said)
    note = taken(context.paper, sending.note, "note").strip()
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
    """The letter as it went out, of whatever state the meeting is now; its imprint is of the moment of its record."""
    with context.read() as work:
        sent = work.sent_invitations.get(sent_id)
        document = read_invitation(sent)
        logo = logo_of(work, document.letterhead.logo)
        return Paper(document, Imprint(sample=work.settings().sample, made_at=sent.at, logo=logo))


def strike_sending(context: Context, sent_id: int, reason: str) -> Outcome:
    """Take the record of a sending back; the record stays, with one after it that strikes it.

    What it entered in the register of outgoing papers is struck with it, for that ``reason``.
    """
    return strike_sendings(context, (sent_id,), reason)


def strike_sendings(context: Context, sent_ids: Sequence[int], reason: str) -> Outcome:
    """The same of several in one act."""
    with context.write() as work:
        meetings = [_strike(work, context, sent_id, reason) for sent_id in sent_ids]
        return work.record(Outcome(changed=Changed.MEETINGS | Changed.REGISTERS, id=meetings[-1]))


def _strike(work: Work, context: Context, sent_id: int, reason: str) -> int:
    """Strike one; returns its meeting."""
    wrong = work.sent_invitations.get(sent_id)
    meeting = work.meetings.get(wrong.meeting_id)
    if meeting.state is not MeetingState.CONVENED:
        raise RuleBroken("sending_not_open", state=meeting.state)
    stands = standing(work.sent_invitations.where(meeting_id=meeting.id)).get(wrong.invitee)
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
