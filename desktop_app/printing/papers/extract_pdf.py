"""Extracts (مستخرج صورت‌جلسه / ابلاغ مصوبه) as PDF: one letter for each resolution and unit."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.extract_document import ExtractDocument, ExtractLetter
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.extract_body import body
from desktop_app.printing.stationery.office_paper import OfficeLetter, render_parts
from desktop_app.printing.stationery.paper_words import day, digits, with_class
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import extract as words
from desktop_app.text.paper import frame as around
from desktop_app.text.paper import letter


def render(document: ExtractDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The letters in their order; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    meeting = digits(document.letters[0].source.number)
    title = words.file_title(meeting, document.committee)
    parts = [_part(document, one) for one in document.letters]
    return render_parts(document, parts, imprint, render_context, title=title, named="extract")


def _part(document: ExtractDocument, one: ExtractLetter) -> OfficeLetter:
    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document, one)

    title = words.title(one.resolution.number)
    return OfficeLetter(
        head=one.letterhead,
        header=letter.header(title, one.addressee.name),
        side=with_class(day(one.letterhead.day or one.source.day), one.letterhead.classification),
        story=story,
        foot=(title, around.footer_number(digits(one.source.number))),
    )
