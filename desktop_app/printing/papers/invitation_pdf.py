"""Invitations (دعوت‌نامه) as PDF: one letter to each addressee, each beginning on a page of its own.

A letter has greeting, the meeting at a glance, agenda, requests, signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.domain.documents.meeting_documents import InvitationDocument, InvitationItem
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import letter_blocks
from desktop_app.printing.stationery.meeting_tables import meeting_grid, meeting_words
from desktop_app.printing.stationery.office_paper import OfficeLetter, RenderContext, render_parts
from desktop_app.printing.stationery.paper_styles import SECTION
from desktop_app.printing.words import letter, meeting_papers
from desktop_app.printing.words.letter_subjects import of_invitation
from desktop_app.printing.words.paper_words import day, digits, weekday

_BELOW_AGENDA: Final = 4 * MM


def body(setter: Typesetter, document: InvitationDocument, addressee: AddresseeLine) -> Iterator[Flowable]:
    """Yield one letter from its addressee to the list of copies."""
    meeting = document.meeting
    yield from letter_blocks.opening(setter, addressee, of_invitation(document), document.references)
    invites = _sentence(addressee, meeting_words(meeting, document.committee))
    yield from letter_blocks.paragraphs(setter, [invites], letter.SUBJECT)
    yield meeting_grid(setter, meeting)
    yield from _agenda(setter, document)
    yield Gap(_BELOW_AGENDA)
    last = letter_blocks.paragraphs(setter, _requests(document, addressee), letter.SUBJECT)
    yield from last[:-1]
    lists = (document.attachments, document.copies_to)
    yield from letter_blocks.closing(setter, last[-1:], document.signatory, *lists)


def _sentence(addressee: AddresseeLine, meeting: str) -> str:
    if addressee.guest:
        return meeting_papers.convened_for_guest(meeting)
    if addressee.in_place_of:
        return meeting_papers.convened_in_place_of(meeting, addressee.in_place_of)
    return meeting_papers.convened(meeting)


def _agenda(setter: Typesetter, document: InvitationDocument) -> Iterator[Flowable]:
    yield FaHeading(setter, meeting_papers.AGENDA, SECTION)
    if document.agenda:
        yield letter_blocks.ranked_lines(setter, [_item(item) for item in document.agenda])
    else:
        yield FaParagraph(setter, meeting_papers.NO_AGENDA, letter_blocks.PLAIN)


def _item(item: InvitationItem) -> str:
    planned = meeting_papers.planned_minutes(digits(item.minutes)) if item.minutes else ""
    return meeting_papers.item(item.title, item.presenter, planned)


def _requests(document: InvitationDocument, addressee: AddresseeLine) -> list[str]:
    """Return the requests to the addressee; a guest neither reports nor sends a substitute."""
    if addressee.guest:
        return [*document.note, meeting_papers.THANKS]
    found = list(document.note)
    if document.open:
        late = meeting_papers.late_part(document.open, document.late, digits(document.late))
        found.insert(0, meeting_papers.follow_up(document.open, digits(document.open), late))
    until = document.answer_until
    on = letter.weekday_and_day(weekday(until), day(until)) if until else ""
    return [*found, meeting_papers.substitute(on)]


def render(document: InvitationDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the letters in the order of their addressees.

    A character that the fonts lack raises ``RuleBroken("glyph_missing")``.
    """
    number = digits(document.meeting.number or "")
    parts = [_part(document, number, addressee) for addressee in document.addressees]
    title = meeting_papers.file_title(number, document.committee)
    return render_parts(document, parts, imprint, render_context, title=title, named="invitation")


def _part(document: InvitationDocument, number: str, addressee: AddresseeLine) -> OfficeLetter:
    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document, addressee)

    return OfficeLetter(
        head=replace(document.letterhead, number=addressee.own_number or document.letterhead.number),
        header=letter.header(meeting_papers.title(number), addressee.name),
        side=day(document.letterhead.day or document.meeting.day),
        story=story,
        foot=(meeting_papers.title(number),),
    )
