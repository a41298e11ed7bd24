"""Invitations (دعوت‌نامه) as PDF: one letter to each addressee, each beginning on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.invitation_document import InvitationDocument
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.invitation_body import body
from desktop_app.printing.stationery.office_paper import OfficeLetter, render_parts
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import invitation as words
from desktop_app.text.paper import letter


def render(document: InvitationDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The letters in the order of their addressees.

    A character that the fonts lack raises ``RuleBroken("glyph_missing")``.
    """
    number = digits(document.meeting.number or "")
    parts = [_part(document, number, addressee) for addressee in document.addressees]
    title = words.file_title(number, document.committee)
    return render_parts(document, parts, imprint, render_context, title=title, named="invitation")


def _part(document: InvitationDocument, number: str, addressee: AddresseeLine) -> OfficeLetter:
    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document, addressee)

    return OfficeLetter(
        head=replace(document.letterhead, number=addressee.own_number or document.letterhead.number),
        header=letter.header(words.title(number), addressee.name),
        side=day(document.letterhead.day or document.meeting.day),
        story=story,
        foot=(words.title(number),),
    )
