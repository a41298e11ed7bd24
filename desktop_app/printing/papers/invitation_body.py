"""The body of an invitation: greeting, the meeting at a glance, agenda, requests, signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.invitation_document import InvitationDocument, InvitationItem
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Gap
from desktop_app.printing.stationery import letter_parts as parts
from desktop_app.printing.stationery import letter_styles as styles
from desktop_app.printing.stationery.meeting_grid import meeting_grid, meeting_words
from desktop_app.printing.stationery.paper_styles import SECTION
from desktop_app.printing.stationery.paper_words import day, digits, weekday
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.printing.wording.letter_subjects import of_invitation
from desktop_app.text.paper import invitation, letter

_BELOW_AGENDA: Final = 4 * MM


def body(setter: Typesetter, document: InvitationDocument, addressee: AddresseeLine) -> Iterator[Flowable]:
    """One letter from its addressee to the list of copies."""
    meeting = document.meeting
    yield from parts.opening(setter, addressee, of_invitation(document), document.references)
    invites = _sentence(addressee, meeting_words(meeting, document.committee))
    yield from parts.paragraphs(setter, [invites], letter.SUBJECT)
    yield meeting_grid(setter, meeting)
    yield from _agenda(setter, document)
    yield Gap(_BELOW_AGENDA)
    last = parts.paragraphs(setter, _requests(document, addressee), letter.SUBJECT)
    yield from last[:-1]
    lists = (document.attachments, document.copies_to)
    yield from parts.closing(setter, last[-1:], document.signatory, *lists)


def _sentence(addressee: AddresseeLine, meeting: str) -> str:
    if addressee.guest:
        return invitation.convened_for_guest(meeting)
    if addressee.in_place_of:
        return invitation.convened_in_place_of(meeting, addressee.in_place_of)
    return invitation.convened(meeting)


def _agenda(setter: Typesetter, document: InvitationDocument) -> Iterator[Flowable]:
    yield FaHeading(setter, invitation.AGENDA, SECTION)
    if document.agenda:
        yield parts.ranked(setter, [_item(item) for item in document.agenda])
    else:
        yield FaParagraph(setter, invitation.NO_AGENDA, styles.PLAIN)


def _item(item: InvitationItem) -> str:
    planned = invitation.minutes(digits(item.minutes)) if item.minutes else ""
    return invitation.item(item.title, item.presenter, planned)


def _requests(document: InvitationDocument, addressee: AddresseeLine) -> list[str]:
    """What the reader is asked for: a guest neither reports nor sends a substitute."""
    if addressee.guest:
        return [*document.note, invitation.THANKS]
    found = list(document.note)
    if document.open:
        late = invitation.late_part(document.open, document.late, digits(document.late))
        found.insert(0, invitation.follow_up(document.open, digits(document.open), late))
    until = document.answer_until
    on = letter.weekday_and_day(weekday(until), day(until)) if until else ""
    return [*found, invitation.substitute(on)]
