"""Prints the papers of the office and reads them back as lines; checks that fit every kind of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from desktop_app.domain.documents.documents import Imprint, LetterDocument
from desktop_app.domain.documents.meeting_documents import (
    AgendaPackDocument,
    AttendanceSheetDocument,
    InvitationDocument,
)
from desktop_app.domain.documents.unit_documents import ExtractDocument, ReminderDocument
from desktop_app.printing.papers import (
    agenda_pack_pdf,
    attendance_sheet_pdf,
    extract_pdf,
    invitation_pdf,
    letter_pdf,
    reminder_pdf,
)
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.oracles import stream
from tests.printing.oracles.content import Page

Office = (
    InvitationDocument
    | AttendanceSheetDocument
    | AgendaPackDocument
    | ExtractDocument
    | ReminderDocument
    | LetterDocument
)
_MM: Final = 72 / 25.4
RIGHT, LEFT = 185 * _MM, 15 * _MM
"""Where the text of an A4 page begins and ends."""


def printed(document: Office, imprint: Imprint = samples.FINAL) -> bytes:
    """The PDF, made anew."""
    render_context = reader.render_context()
    if isinstance(document, InvitationDocument):
        return invitation_pdf.render(document, imprint, render_context)
    if isinstance(document, AttendanceSheetDocument):
        return attendance_sheet_pdf.render(document, imprint, render_context)
    if isinstance(document, AgendaPackDocument):
        return agenda_pack_pdf.render(document, imprint, render_context)
    if isinstance(document, ExtractDocument):
        return extract_pdf.render(document, imprint, render_context)
    if isinstance(document, ReminderDocument):
        return reminder_pdf.render(document, imprint, render_context)
    return letter_pdf.render(document, imprint, render_context)


@lru_cache(maxsize=reader.KEPT)
def paper(document: Office, imprint: Imprint = samples.FINAL) -> bytes:
    """The same, made once."""
    return printed(document, imprint)


@lru_cache(maxsize=reader.KEPT)
def pages(document: Office, imprint: Imprint = samples.FINAL) -> tuple[Page, ...]:
    """What its pages draw."""
    return tuple(stream.read(paper(document, imprint)))


@lru_cache(maxsize=reader.KEPT)
def lines(document: Office, imprint: Imprint = samples.FINAL) -> list[reader.PrintedLine]:
    """Every line from the top of the first page to the foot of the last."""
    return reader.lines_of(pages(document, imprint))


def stands(document: Office, text: str, imprint: Imprint = samples.FINAL) -> list[int]:
    """The pages on which a line is exactly this text."""
    return [line.page for line in reader.where(lines(document, imprint), text)]


def words_of(document: Office, page: int | None = None) -> str:
    """All lines as they are read, right for words without numbers and Latin letters."""
    return " ".join(line.logical for line in lines(document) if page in {None, line.page})


def outside(found: Sequence[Page]) -> list[str]:
    """Glyphs that hang over the edges of the text; marks across the page are left out."""
    return [
        f"page {page.number}: {glyph.text}"
        for page in found
        for glyph in page.glyphs
        if not glyph.rotated and glyph.box is not None and not (glyph.box[0] > LEFT - 1 and glyph.box[2] < RIGHT + 1)
    ]
