"""The year book (دفتر صورت‌جلسات سال) as PDF: drawn meeting by meeting, each from its own snapshot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.documents.year_book_document import BookMinutes, YearBookDocument
from desktop_app.domain.documents.year_book_index import BookIndex, in_force, minutes_anchor
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.printing.layout.flow import Page, PageBreak
from desktop_app.printing.layout.flow import render as render_story
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.papers.year_book_front import CONTENTS, front
from desktop_app.printing.papers.year_book_index import attendance, indexes, register
from desktop_app.printing.papers.year_book_minutes import minutes
from desktop_app.printing.pdf import finish
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.stationery.paper_words import digits, with_class
from desktop_app.printing.stationery.record_numbers import with_shown_numbers
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import frame as around
from desktop_app.text.paper import minutes as usual
from desktop_app.text.paper import year_book as words

_NOTES: Final = {MinutesState.WITHDRAWN: words.WITHDRAWN, MinutesState.AMENDED: words.AMENDED}


def render(document: YearBookDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the book; equal input, equal bytes.

    ``render_context.told`` hears of every meeting that is drawn, and what it raises ends the book; a meeting that is
    drawn is let go of.
    """
    setter = Typesetter(render_context.fonts, document.typography)
    title = words.title(digits(document.year))
    pages_of: dict[str, int] = {}
    parts = _Parts(document, imprint, pages_of)
    author = usual.parties([party.name for party in document.parties])
    paper = frame.paper(document.typography, parts.decorate, imprint, title=title, author=author)
    paper = replace(paper, pages_of=pages_of, watermark_of=parts.mark)
    pages = render_story(setter, _story(setter, document, render_context, pages_of), paper)
    named = f"year-book-{document.year}"
    return finish.finish(
        pages,
        title=title,
        made_at=imprint.made_at,
        document=render_context.frozen or document,
        named=named,
        profile=render_context.profile,
    )


def _story(
    setter: Typesetter,
    document: YearBookDocument,
    render_context: RenderContext,
    pages_of: Mapping[str, int],
) -> Iterator[Flowable]:
    total = len(document.minutes) + 1
    standing = in_force(document.minutes)
    index = BookIndex()
    yield from front(setter, document)
    for done, book in enumerate(document.minutes, start=1):
        frozen = with_shown_numbers(minutes_from_json(book.snapshot))
        if standing.get(book.number) is book:
            index.add(book, frozen)
        told = minutes(setter, book, frozen, standing.get(book.number))
        yield PageBreak()
        yield from told
        del frozen, told
        render_context.told(done, total)
    yield PageBreak()
    yield from register(setter, document)
    yield from attendance(setter, document, index)
    yield from indexes(setter, document, index, pages_of)
    render_context.told(total, total)


@dataclass(slots=True)
class _Parts:
    """What stands round the text of each page: it depends on the minutes that the page belongs to."""

    document: YearBookDocument
    imprint: Imprint
    pages_of: Mapping[str, int]
    starts: list[int] = field(default_factory=list)

    def decorate(self, page: Page) -> None:
        """Letterhead on the cover, then the book's name at the right and the part at the left."""
        title = words.title(digits(self.document.year))
        book = self._at(page.number)
        if page.number == 1:
            draw_letterhead(page, self.document.letterhead, self.imprint.logo, dotted=False)
        else:
            side = _name(book) if book is not None else ""
            frame.draw_running_header(page, title, with_class(side, self.document.letterhead.classification))
        marks = frame.footer_marks(self.imprint)
        frame.draw_footer(page, [*(_footer(book) or [title]), *marks])

    def mark(self, page: int) -> str:
        """The word across the pages of a version that was withdrawn, as across its own paper."""
        book = self._at(page)
        return around.VOID if book is not None and book.state == MinutesState.WITHDRAWN else ""

    def _at(self, page: int) -> BookMinutes | None:
        """The minutes that a page belongs to; none on the pages before and after all of them."""
        every = self.document.minutes
        if not self.starts:
            self.starts += [self.pages_of[minutes_anchor(one)] for one in every]
        if page >= self.pages_of[CONTENTS.register]:
            return None
        place = bisect_right(self.starts, page)
        return every[place - 1] if place else None


def _name(book: BookMinutes) -> str:
    return around.footer_number(digits(book.number))


def _footer(book: BookMinutes | None) -> list[str]:
    """Number, version and code of the minutes, and what became of them."""
    if book is None:
        return []
    parts = [words.footer_minutes(digits(book.number), digits(book.version))]
    if book.code:
        parts.append(around.footer_code(book.code))
    note = _NOTES.get(MinutesState(book.state))
    return [*parts, note] if note else parts
