"""A free letter for Word: letterhead, and one paragraph a line."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.documents import Imprint, LetterDocument
from desktop_app.printing.papers import docx_file, frame
from desktop_app.printing.papers.docx_frame import write_foot, write_letterhead, write_running_head
from desktop_app.printing.papers.docx_sheet import DocxSheet, Line
from desktop_app.printing.papers.making import Making
from desktop_app.printing.papers.paper_words import day
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_frame as around

_BELOW_HEAD: Final = 18.0
"""Points between the letterhead and the first line."""


def render(document: LetterDocument, imprint: Imprint, making: Making) -> bytes:
    """The Word file; equal input gives equal bytes."""
    sheet = DocxSheet(document.typography, making.fonts)
    title = around.letter_title(document.letterhead.number)
    write_letterhead(sheet, document.letterhead, imprint.logo)
    write_running_head(sheet, title, day(document.letterhead.day))
    write_foot(sheet, [around.SAMPLE] if imprint.sample else [], initials=False)
    sheet.mark(frame.watermark(imprint))
    sheet.add(
        Line(text, "LetterText", before=0.0 if number else _BELOW_HEAD)
        for number, text in enumerate(document.paragraphs)
    )
    author = words.parties(document.letterhead.parties)
    docx_file.describe(sheet.document, title=title, author=author, made_at=imprint.made_at)
    return docx_file.to_bytes(sheet.document)
