"""Minutes (صورت‌جلسه) for Word: the words and tables of the paper, right to left, for offices that ask for it.

The PDF is the paper that is signed. This is its text for whoever has to go on writing with it, hence without the code
as a QR mark: a file that anybody can change must not look as if it proved something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.minutes_words import title_of
from desktop_app.printing.stationery.paper_words import day, digits, weekday
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.word import docx_file
from desktop_app.printing.word.docx_frame import write_foot, write_letterhead, write_running_head
from desktop_app.printing.word.docx_sheet import DocxSheet, WordParagraph
from desktop_app.printing.word.minutes_docx_body import body
from desktop_app.printing.word.minutes_docx_changes import changes
from desktop_app.printing.word.minutes_docx_opening import opening
from desktop_app.text.paper import amendment, keys
from desktop_app.text.paper import frame as around
from desktop_app.text.paper import minutes as words

_BELOW_HEAD: Final = 8.0
"""Points between the letterhead and the title."""


def render(document: MinutesDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The Word file; equal input gives equal bytes."""
    sheet = DocxSheet(document.typography, render_context.fonts)
    title = title_of(document)
    parts: tuple[Callable[[], None], ...] = (
        lambda: _frame(sheet, document, imprint),
        lambda: _beginning(sheet, document, title),
        lambda: body(sheet, document),
    )
    for number, write in enumerate(parts):
        render_context.told(number, len(parts))
        write()
    render_context.told(len(parts), len(parts))
    author = words.parties([party.name for party in document.parties])
    docx_file.describe(sheet.document, title=title, author=author, made_at=imprint.made_at)
    return docx_file.to_bytes(sheet.document)


def _frame(sheet: DocxSheet, document: MinutesDocument, imprint: Imprint) -> None:
    """What stands around the text on every page."""
    meeting = document.meeting
    write_letterhead(sheet, document.letterhead, imprint.logo)
    on = words.weekday_and_day(weekday(meeting.day), day(meeting.day))
    write_running_head(sheet, words.title(digits(meeting.number), document.committee), on)
    write_foot(sheet, list(_foot(document, imprint)), initials=True)
    sheet.mark(frame.watermark(imprint))


def _beginning(sheet: DocxSheet, document: MinutesDocument, title: str) -> None:
    """From the title to the agenda."""
    sheet.add(_title(document, title))
    if document.amends is not None:
        changes(sheet, document.amends)
    opening(sheet, document)


def _title(document: MinutesDocument, title: str) -> Iterator[WordParagraph]:
    yield WordParagraph(title, "Title", before=_BELOW_HEAD)
    if document.inquorate:
        yield WordParagraph(words.inquorate_subtitle(digits(document.meeting.number), document.committee), "Subtitle")
    yield WordParagraph(words.parties([party.name for party in document.parties]), "Subtitle")


def _foot(document: MinutesDocument, imprint: Imprint) -> Iterator[str]:
    """Number, version and code, and what the paper is not."""
    yield around.footer_number(digits(document.meeting.number))
    if not imprint.draft:
        yield around.footer_version(digits(document.version))
    if document.amends is not None:
        yield amendment.footer(digits(document.amends.number))
    yield words.labelled(around.CLASSIFICATION, keys.CLASSIFICATIONS[document.letterhead.classification])
    code = frame.shown_code(imprint)
    if code:
        yield around.footer_code(code)
    for is_so, mark in ((imprint.draft, around.DRAFT), (imprint.sample, around.SAMPLE), (imprint.void, around.VOID)):
        if is_so:
            yield mark
