"""Year book (دفتر صورت‌جلسات سال) as PDF: each meeting's minutes from its own snapshot.

A version is drawn as it was frozen, under a band that names what became of it. Register, attendance of the members and
three indexes follow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.domain.documents.register_documents import (
    BookIndex,
    BookMinutes,
    MemberYear,
    Place,
    YearBookDocument,
    in_force,
    minutes_anchor,
    resolution_anchor,
)
from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.progress import no_progress
from desktop_app.domain.rules.amendments import EVERY_UNIT
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.flow import Page, PageBreak
from desktop_app.printing.engine.layout.flow import render as render_story
from desktop_app.printing.engine.layout.links import Anchor
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Columns, Flowable, KeptTogether
from desktop_app.printing.engine.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.engine.pdf import finish
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.minutes_body import deliberations, endings, follow_up, lists_of, opening, resolutions
from desktop_app.printing.papers.register_pdf import UPRIGHT, register_table
from desktop_app.printing.papers.year_book_front import CONTENTS, front
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.filled_pages import unsplit_if_short
from desktop_app.printing.stationery.letterhead import draw_letterhead
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words import year_book as words
from desktop_app.printing.words.paper_words import day, digits, with_class, with_shown_numbers

_BAND: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.5), Align.CENTER, pitch=1.5)
_BAND_BOX: Final = TableStyle(grid=0.6, colour=paper_styles.STRONG_LINE, padding_x=6.0, padding_y=5.0, after=12.0)
_BAND_FILL: Final = "#E6E6E6"
_SIGNERS: Final = tuple(width * MM for width in (52, 48, 40, 30))


def minutes(
    setter: Typesetter, book: BookMinutes, document: MinutesDocument, standing: BookMinutes | None
) -> Iterator[Flowable]:
    """Yield the whole of one version; a table lists who signed and when.

    No page ends between the closing sentences.
    """

    def anchor(number: str) -> str:
        return resolution_anchor(book, number)

    yield Anchor(minutes_anchor(book))
    yield from _band(setter, book, standing)
    yield from opening(setter, document)
    yield from follow_up(setter, document)
    yield from deliberations(setter, document)
    yield from resolutions(setter, document, anchor)
    yield from (KeptTogether(group) for group in endings(setter, document) if group)
    yield from _signers(setter, book, document)
    yield from lists_of(setter, document)


def _band(setter: Typesetter, book: BookMinutes, standing: BookMinutes | None) -> Iterator[Flowable]:
    if book.state == MinutesState.WITHDRAWN:
        said = words.withdrawn(book.reason)
    elif book.state == MinutesState.AMENDED:
        newer = standing is not None and standing.version > book.version
        said = words.amended(digits(standing.version)) if standing and newer else words.AMENDED_ELSEWHERE
    else:
        return
    cell = Cell(FaParagraph(setter, said, _BAND, place=words.WITHDRAWN), fill=_BAND_FILL)
    yield FaTable([[cell]], [None], header_rows=0, style=_BAND_BOX)


def _signers(setter: Typesetter, book: BookMinutes, document: MinutesDocument) -> Iterator[Flowable]:
    if book.signers:
        yield FaHeading(setter, words.SIGNERS, replace(paper_styles.SECTION, before=16.0))
        yield table_that_fits(setter, lambda one: _signer_table(one, book, document))


def _signer_table(setter: Typesetter, book: BookMinutes, document: MinutesDocument) -> RuledTable:
    labels = (words.NAME, words.POST, words.PARTY, words.SIGNED_ON)
    rows: list[list[Flowable]] = [[FaParagraph(setter, label, paper_styles.HEAD) for label in labels]]
    for one in book.signers:
        texts = (
            one.name,
            one.post or minutes_words.NOTHING,
            document.parties[one.party].short_name,
            day(one.signed_on) or words.NOT_SIGNED,
        )
        rows.append([FaParagraph(setter, text, paper_styles.CELL, place=one.name) for text in texts])
    return RuledTable(rows, _SIGNERS, elastic=1)


_MEMBERS: Final = tuple(width * MM for width in (36, 20, 13, 14, 25, 19, 18, 12, 13))
_TITLE: Final = ParagraphStyle(
    TextStyle(Weight.BOLD, 16.0), Align.CENTER, pitch=1.5, before=22.0, after=8.0, keep_with_next=True
)
_WORD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.5, before=7.0, keep_with_next=True)
_NARROWEST: Final = 72 * MM
_COLUMN_GAP: Final = 9 * MM
"""The least width of a column in the size of the design, and the blank between two."""
_PERSON_NOTE: Final = replace(paper_styles.NOTE, after=4.0, keep_with_next=True)
_PLACES: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.5), pitch=1.55, start=6 * MM)


def register(setter: Typesetter, document: YearBookDocument) -> Iterator[Flowable]:
    """Yield the register of the year as it was when the book was made."""
    yield FaHeading(setter, words.REGISTER, _TITLE, level=1, anchor=CONTENTS.register)
    if document.lines:
        # the book tells of its meetings, not of the rows of its register
        yield table_that_fits(setter, lambda one: register_table(one, document.lines, no_progress, UPRIGHT))
    else:
        yield FaParagraph(setter, words.NOTHING, paper_styles.SENTENCE)


def attendance(setter: Typesetter, document: YearBookDocument, index: BookIndex) -> Iterator[Flowable]:
    """Yield every member's attendance in the year, by party."""
    part = [
        FaHeading(setter, words.ATTENDANCE, _TITLE, level=1, anchor=CONTENTS.attendance),
        table_that_fits(setter, lambda one: _members(one, document, index)),
    ]
    yield from unsplit_if_short(part, setter.typography)


def _members(setter: Typesetter, document: YearBookDocument, index: BookIndex) -> RuledTable:
    labels = (words.NAME, words.PARTY, words.MEETINGS, *words.COLUMNS.values())
    rows: list[list[Flowable]] = [
        [
            FaParagraph(setter, label, paper_styles.HEAD if place < 2 else paper_styles.NUMBER_HEAD)
            for place, label in enumerate(labels)
        ]
    ]
    rows[0].append(FaParagraph(setter, words.SHARE, paper_styles.NUMBER_HEAD))
    ordered = sorted(index.members.values(), key=lambda one: one.party)
    rows += [_member(setter, document, one) for one in ordered]
    return RuledTable(rows, _MEMBERS, elastic=0, style=paper_styles.TIGHT)


def _member(setter: Typesetter, document: YearBookDocument, one: MemberYear) -> list[Flowable]:
    counts = [one.meetings, *(one.states.get(state, 0) for state in words.COLUMNS)]
    return [
        FaParagraph(setter, one.name, paper_styles.CELL, place=one.name),
        FaParagraph(setter, document.parties[one.party].short_name, paper_styles.CELL),
        *(FaParagraph(setter, digits(count), paper_styles.NUMBER_CELL) for count in counts),
        FaParagraph(setter, persian_percent(one.percent), paper_styles.TOTAL_NUMBER),
    ]


def indexes(
    setter: Typesetter, document: YearBookDocument, index: BookIndex, pages_of: Mapping[str, int]
) -> Iterator[Flowable]:
    """Yield the indexes of axes, units and people.

    What concerns all units comes before the single ones: each of them has to read it.
    """
    titles = {axis.code: words.axis(axis.code, axis.title) for axis in document.axes}
    axes = {titles.get(code, code or words.NO_AXIS): index.axes[code] for code in _ordered(titles, index.axes)}
    order = _ordered((EVERY_UNIT, *document.units), index.units)
    units = {minutes_words.ALL_UNITS if unit == EVERY_UNIT else unit: index.units[unit] for unit in order if unit}
    people = index.people_without(document.units)
    for label, key, note, found in (
        (words.BY_AXIS, CONTENTS.axes, "", axes),
        (words.BY_UNIT, CONTENTS.units, "", units),
        (words.BY_PERSON, CONTENTS.people, words.PERSON_NOTE, people),
    ):
        part: list[Flowable] = [FaHeading(setter, label, _TITLE, level=1, anchor=key)]
        part += [FaParagraph(setter, note, _PERSON_NOTE)] if note else []
        part += _index(setter, found, pages_of)
        yield from unsplit_if_short(part, setter.typography)


def _ordered(known: Sequence[str] | Mapping[str, str], found: Mapping[str, list[Place]]) -> list[str]:
    """Return head words in the known order, then the unknown ones."""
    return [*(one for one in known if one in found), *(one for one in found if one not in known)]


def _index(setter: Typesetter, words_: Mapping[str, list[Place]], pages_of: Mapping[str, int]) -> Iterator[Flowable]:
    """Yield head words with page references, in as many columns as the sheet holds."""
    if not words_:
        yield FaParagraph(setter, minutes_words.NOTHING, paper_styles.SENTENCE)
        return
    entries = [_entry(setter, word, _spans(places, pages_of)) for word, places in words_.items()]
    count = columns_of(setter)
    if count > 1:
        yield Columns(entries, count, _COLUMN_GAP)
    else:
        yield from entries


def columns_of(setter: Typesetter) -> int:
    """Return how many columns the office's sheet holds in its text size."""
    width = frame.text_width(setter.typography)
    return max(int((width + _COLUMN_GAP) // (_NARROWEST * setter.typography.scale + _COLUMN_GAP)), 1)


def _entry(setter: Typesetter, word: str, spans: Iterator[Span]) -> KeptTogether:
    head = FaParagraph(setter, word, _WORD, place=word)
    return KeptTogether([head, FaParagraph(setter, list(spans), _PLACES, place=word)])


def _spans(places: Sequence[Place], pages_of: Mapping[str, int]) -> Iterator[Span]:
    """Yield each reference with its page as a link; equal pages without words only once."""
    seen: set[int] = set()
    first = True
    for key, number in places:
        page = pages_of[key]
        if not number and page in seen:
            continue
        seen.add(page)
        if not first:
            yield Span(words.BETWEEN)
        first = False
        if number:
            before, after = words.around_page(number)
            yield from (Span(before), Span(digits(page), link=key), Span(after))
        else:
            yield Span(digits(page), link=key)


_NOTES: Final = {MinutesState.WITHDRAWN: words.WITHDRAWN, MinutesState.AMENDED: words.AMENDED}


def render(document: YearBookDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the book; equal input gives equal bytes.

    ``render_context.told`` hears of every meeting that is drawn, and what it raises ends the book; a meeting that is
    drawn is let go of.
    """
    setter = Typesetter(render_context.fonts, document.typography)
    title = words.title(digits(document.year))
    pages_of: dict[str, int] = {}
    parts = _Parts(document, imprint, pages_of)
    author = minutes_words.parties([party.name for party in document.parties])
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
        render_context.progress(done, total)
    yield PageBreak()
    yield from register(setter, document)
    yield from attendance(setter, document, index)
    yield from indexes(setter, document, index, pages_of)
    render_context.progress(total, total)


@dataclass(slots=True)
class _Parts:
    """Decoration of the pages: header, footer and mark of the minutes that a page belongs to."""

    document: YearBookDocument
    imprint: Imprint
    pages_of: Mapping[str, int]
    starts: list[int] = field(default_factory=list)

    def decorate(self, page: Page) -> None:
        """Draw the letterhead on the cover, and book name and part on later pages."""
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
        """Return the watermark of withdrawn minutes."""
        book = self._at(page)
        return frame_words.VOID if book is not None and book.state == MinutesState.WITHDRAWN else ""

    def _at(self, page: int) -> BookMinutes | None:
        """Return the minutes of a page; None before and after all minutes."""
        every = self.document.minutes
        if not self.starts:
            self.starts += [self.pages_of[minutes_anchor(one)] for one in every]
        if page >= self.pages_of[CONTENTS.register]:
            return None
        place = bisect_right(self.starts, page)
        return every[place - 1] if place else None


def _name(book: BookMinutes) -> str:
    return frame_words.footer_number(digits(book.number))


def _footer(book: BookMinutes | None) -> list[str]:
    """Return number, version and code of the minutes, and a note if superseded or withdrawn."""
    if book is None:
        return []
    parts = [words.footer_minutes(digits(book.number), digits(book.version))]
    if book.code:
        parts.append(frame_words.footer_code(book.code))
    note = _NOTES.get(MinutesState(book.state))
    return [*parts, note] if note else parts
