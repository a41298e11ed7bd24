"""Extracts (مستخرج صورت‌جلسه / ابلاغ مصوبه) as PDF: one letter for each resolution and unit.

It has the words of the resolution in full, its facts, and its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.unit_documents import ExtractDocument, ExtractLetter
from desktop_app.domain.rules.tasks import TaskRole
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import letter_blocks, paper_styles
from desktop_app.printing.stationery.letter_blocks import Quoted
from desktop_app.printing.stationery.meeting_facts import facts
from desktop_app.printing.stationery.office_paper import OfficeLetter, RenderContext, render_parts
from desktop_app.printing.words import extract, letter
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words.letter_subjects import of_extract
from desktop_app.printing.words.paper_words import day, digits, with_class

_BELOW: Final = 3 * MM


def body(setter: Typesetter, document: ExtractDocument, one: ExtractLetter) -> Iterator[Flowable]:
    """Yield one letter from its addressee to the list of copies."""
    line = one.resolution
    references = [*_corrected_letter(one), *document.references]
    yield from letter_blocks.opening(setter, one.addressee, of_extract(one), references)
    tells = extract.as_executor if one.role == TaskRole.EXECUTOR else extract.as_cooperator
    told = tells(document.committee, digits(one.source.number), day(one.source.day), letter.THAT[one.addressee.kind])
    yield from letter_blocks.paragraphs(setter, [told], letter.SUBJECT)
    yield FaHeading(setter, extract.TEXT, paper_styles.SECTION)
    yield Quoted(FaParagraph(setter, line.text, letter_blocks.QUOTE, place=line.number))
    yield from facts(setter, one)
    yield Gap(_BELOW)
    last = [*document.note, extract.request(bool(one.due.due))]
    made = letter_blocks.paragraphs(setter, last, letter.SUBJECT)
    yield from made[:-1]
    lists = (document.attachments, document.copies_to)
    yield from letter_blocks.closing(setter, made[-1:], document.signatory, *lists)


def _corrected_letter(one: ExtractLetter) -> list[str]:
    """Return the reference to the letter that this one corrects, if there is one."""
    return [extract.earlier_letter(one.earlier.number, day(one.earlier.day))] if one.earlier else []


def render(document: ExtractDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the letters in order; a missing character raises ``RuleBroken("glyph_missing")``."""
    meeting = digits(document.letters[0].source.number)
    title = extract.file_title(meeting, document.committee)
    parts = [_part(document, one) for one in document.letters]
    return render_parts(document, parts, imprint, render_context, title=title, named="extract")


def _part(document: ExtractDocument, one: ExtractLetter) -> OfficeLetter:
    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document, one)

    title = extract.title(one.resolution.number)
    return OfficeLetter(
        head=one.letterhead,
        header=letter.header(title, one.addressee.name),
        side=with_class(day(one.letterhead.day or one.source.day), one.letterhead.classification),
        story=story,
        foot=(title, frame_words.footer_number(digits(one.source.number))),
    )
