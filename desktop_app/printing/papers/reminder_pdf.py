"""Reminders (یادآوری) as PDF: one letter to each unit with its own open resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.papers import highest
from desktop_app.domain.documents.reminder_document import ReminderDocument, ReminderLetter
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.reminder_body import body
from desktop_app.printing.stationery.office_paper import OfficeLetter, render_parts
from desktop_app.printing.stationery.paper_words import day, with_class
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import letter
from desktop_app.text.paper import reminder as words


def render(document: ReminderDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The letters in their order; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    parts = [_part(document, one) for one in document.letters]
    title = words.file_title(document.committee)
    return render_parts(document, parts, imprint, render_context, title=title, named="reminder")


def _part(document: ReminderDocument, one: ReminderLetter) -> OfficeLetter:
    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document, one)

    guarded = highest([document.letterhead.classification, one.own_class])
    number = one.own_number or document.letterhead.number
    return OfficeLetter(
        head=replace(document.letterhead, number=number, classification=guarded.value),
        header=letter.header(words.TITLE, one.addressee.name),
        side=with_class(day(document.letterhead.day or document.as_of), guarded),
        story=story,
        foot=(words.TITLE,),
    )
