"""Free letter (نامه) as PDF: letterhead, one paragraph for each line, and the other parts of a letter."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.documents.documents import Imprint, LetterDocument
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import letter_blocks
from desktop_app.printing.stationery.office_paper import OfficeLetter, RenderContext, render_parts
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import letter
from desktop_app.printing.words.paper_words import day


def render(document: LetterDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the letter; a missing character raises ``RuleBroken("glyph_missing")``."""
    title = frame_words.letter_title(document.letterhead.number)

    def story(setter: Typesetter) -> Iterator[Flowable]:
        return _body(setter, document, title)

    header = letter.header(title, document.subject)
    part = OfficeLetter(head=document.letterhead, header=header, side=day(document.letterhead.day), story=story)
    return render_parts(document, [part], imprint, render_context, title=header, named="letter")


def _body(setter: Typesetter, document: LetterDocument, title: str) -> Iterator[Flowable]:
    greeting, body = letter.greeting_of(document.paragraphs, to_somebody=document.addressee is not None)
    yield from letter_blocks.opening(
        setter, document.addressee, document.subject, document.references, greeting=greeting
    )
    *texts, last = body
    for text in texts:  # one by one: what is drawn is let go of
        yield from letter_blocks.paragraphs(setter, [text], title)
    ended = letter_blocks.paragraphs(setter, [last], title)
    lists = (document.attachments, document.copies_to)
    yield from letter_blocks.closing(setter, ended, document.signatory, *lists)
