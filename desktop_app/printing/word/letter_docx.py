"""Free letter for Word: letterhead, addressee, subject, text, signature, attachments and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.documents import Imprint, LetterDocument
from desktop_app.domain.documents.letter_lines import SignatoryLine
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.word import docx_file
from desktop_app.printing.word.docx_frame import write_foot, write_letterhead, write_running_head
from desktop_app.printing.word.docx_sheet import PEN, DocxSheet, WordParagraph, fitted, table
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import letter
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits

_BELOW_HEAD: Final = 18.0
"""Points between the letterhead and the first line."""
_SIGNATURE: Final = (54, 46)


def render(document: LetterDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the Word file; equal input gives equal bytes."""
    render_context.progress(0, 1)
    sheet = DocxSheet(document.typography, render_context.fonts)
    title = frame_words.letter_title(document.letterhead.number)
    write_letterhead(sheet, document.letterhead, imprint.logo)
    write_running_head(sheet, title, day(document.letterhead.day))
    write_foot(sheet, [frame_words.SAMPLE] if imprint.sample else [], initials=False)
    sheet.mark(frame.watermark(imprint))
    greeting, body = letter.greeting_of(document.paragraphs, to_somebody=document.addressee is not None)
    lines = [*_opening(document, greeting), *(WordParagraph(text, "LetterText") for text in body)]
    sheet.add(replace(line, before=0.0 if number else _BELOW_HEAD) for number, line in enumerate(lines))
    if document.signatory is not None:
        cells = [[], list(_signature(document.signatory))]
        sheet.add_table(table([cells], fitted(_SIGNATURE, sheet.width), head=0, ruled=False, whole_rows=True))
    sheet.add(_list(letter.ATTACHMENTS, document.attachments))
    sheet.add(_list(letter.COPIES, document.copies_to))
    render_context.progress(1, 1)
    author = words.parties(document.letterhead.parties)
    docx_file.describe(sheet.document, title=title, author=author, made_at=imprint.made_at)
    return docx_file.to_bytes(sheet.document)


def _opening(document: LetterDocument, greeting: str) -> Iterator[WordParagraph]:
    """Yield addressee, subject, references and greeting; empty parts are left out."""
    to = document.addressee
    if to is not None:
        yield WordParagraph(to.name, "LetterAddressee")
        post = letter.post_and_party([part for part in (to.post, to.party) if part])
        if post:
            yield WordParagraph(post, "LetterAddresseePost")
    if document.subject:
        yield WordParagraph(document.subject, "LetterSubject", lead=words.labelled(letter.SUBJECT, ""))
    for line in document.references:
        yield WordParagraph(line, "LetterReference")
    if greeting:
        yield WordParagraph(greeting, "LetterGreeting")


def _signature(signatory: SignatoryLine) -> Iterator[WordParagraph]:
    """Yield the signatory at the left, below blank space for the signature."""
    yield WordParagraph(signatory.name or letter.DOTS, "LetterSignatory", before=PEN * MM)
    for text in (signatory.post, signatory.body):
        if text:
            yield WordParagraph(text, "LetterSignatoryPost")


def _list(heading: str, items: Sequence[str]) -> Iterator[WordParagraph]:
    if items:
        yield WordParagraph(heading, "Heading3")
    for number, item in enumerate(items, 1):
        yield WordParagraph(item, "ListNumber", lead=f"{words.list_number(digits(number))} ")
