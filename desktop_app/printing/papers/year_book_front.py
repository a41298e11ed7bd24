"""Cover and contents of the year book; short contents are printed on the cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.domain.documents.register_documents import (
    BookMinutes,
    YearBookDocument,
    counted_lines,
    in_force,
    minutes_anchor,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.printing.engine.layout.links import PageOf
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap, measure_stack, total_height
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.filled_pages import alone_on_a_page, beginning_a_page, mostly_blank
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words import year_book as words
from desktop_app.printing.words.paper_words import day, digits, month


class CONTENTS:
    """Anchors of the parts other than minutes."""

    register: Final = "register"
    attendance: Final = "attendance"
    axes: Final = "index-axes"
    units: Final = "index-units"
    people: Final = "index-people"


_BLANKS: Final = (42 * MM, 8 * MM, 22 * MM, 10 * MM)
"""Above the title of the cover, the committee, the figures and the day, where the page has so much."""
_ABOVE_CONTENTS: Final = 16 * MM
_COVER: Final = ParagraphStyle(TextStyle(Weight.BOLD, 26.0), Align.CENTER, pitch=1.5, keep_with_next=True)
_COVER_LINE: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 14.0), Align.CENTER, pitch=1.7)
_COVER_NOTE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.0, paper_styles.QUIET), Align.CENTER, pitch=1.6)
_TILES: Final = TableStyle(padding_x=2.0, padding_y=4.0)
_WIDTHS: Final = (118 * MM, 32 * MM, 20 * MM)
_EARLIER_WIDTHS: Final = (50 * MM, 60 * MM, 60 * MM)
_PAGE: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 11.0), Align.LEFT, pitch=1.45)
_PAGE_HEAD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), Align.LEFT, pitch=1.4)


def front(setter: Typesetter, document: YearBookDocument) -> Iterator[Flowable]:
    """Yield the cover and the contents, on the cover page if there is room, else on pages of their own."""
    listed = list(contents(setter, document))
    sheet = frame.sheet(document.typography)
    if mostly_blank(listed, sheet):
        told = list(cover(setter, document, [Gap(_ABOVE_CONTENTS), *listed]))
        if alone_on_a_page(told, sheet):
            yield from told
            return
    yield from cover(setter, document)
    yield from beginning_a_page(listed, sheet)


def cover(setter: Typesetter, document: YearBookDocument, below_all: Sequence[Flowable] = ()) -> Iterator[Flowable]:
    """Yield title, committee, parties and extent of the book, on one page if possible."""
    above, between, figures, below = blanks = [Gap(height) for height in _BLANKS]
    between.keep_with_next = True
    story: list[Flowable] = [
        above,
        FaHeading(setter, words.title(digits(document.year)), _COVER, level=1),
        between,
        FaParagraph(setter, document.committee, _COVER_LINE),
        FaParagraph(setter, minutes_words.parties([party.name for party in document.parties]), _COVER_LINE),
        figures,
        _figures(setter, document),
        below,
        FaParagraph(setter, words.as_of(day(document.day)), _COVER_NOTE),
        *below_all,
    ]
    _fit(story, blanks, setter.typography)
    yield from story


def _figures(setter: Typesetter, document: YearBookDocument) -> Flowable:
    standing = in_force(document.minutes)
    figures = (
        (len(standing), words.COVER_MINUTES),
        (len(counted_lines(document.lines)), words.COVER_RESOLUTIONS),
        (len(document.minutes) - len(standing), words.COVER_MEMBERS),
    )
    cells = [
        [FaParagraph(setter, digits(figure), paper_styles.TILE), FaParagraph(setter, label, paper_styles.TILE_LABEL)]
        for figure, label in figures
    ]
    return RuledTable([cells], [170 * MM / len(cells)] * len(cells), header_rows=0, style=_TILES)


def _fit(story: Sequence[Flowable], blanks: Sequence[Gap], typography: Typography) -> None:
    """Shrink the blanks in proportion if the first page is too short.

    They are greater on a greater sheet, so that the words stand in the middle of that, too.
    """
    for blank in blanks:
        blank.height *= max(frame.first_height(typography) / frame.first_height(USUAL), 1.0)
    wished = sum(blank.height for blank in blanks)
    said = total_height(measure_stack(story, frame.text_width(typography))) - wished
    share = min(max((frame.first_height(typography) - said) / wished, 0.0), 1.0)
    for blank in blanks:
        blank.height *= share


def contents(setter: Typesetter, document: YearBookDocument) -> Iterator[Flowable]:
    """Yield all minutes and the parts after them, each with its first page."""
    yield FaHeading(setter, words.CONTENTS, paper_styles.TITLE, level=1)
    yield Gap(4 * MM)
    rows: list[list[Flowable]] = [
        [
            FaParagraph(setter, words.MINUTES, paper_styles.HEAD),
            FaParagraph(setter, words.DAY, paper_styles.HEAD),
            FaParagraph(setter, words.PAGE, _PAGE_HEAD),
        ]
    ]
    rows += [_row(setter, entry_of(one), day(one.day), minutes_anchor(one)) for one in document.minutes]
    rows += [
        _row(setter, label, "", key)
        for label, key in (
            (words.REGISTER, CONTENTS.register),
            (words.ATTENDANCE, CONTENTS.attendance),
            (words.BY_AXIS, CONTENTS.axes),
            (words.BY_UNIT, CONTENTS.units),
            (words.BY_PERSON, CONTENTS.people),
        )
    ]
    yield RuledTable(rows, _WIDTHS, style=paper_styles.TIGHT)
    if document.earlier:
        yield from _earlier(setter, document)


def _earlier(setter: Typesetter, document: YearBookDocument) -> Iterator[Flowable]:
    """Yield the meetings of the year whose minutes are not in the records."""
    yield FaHeading(setter, words.EARLIER, paper_styles.SECTION)
    if document.begins:
        yield FaParagraph(setter, words.first_month_note(month(document.begins)), paper_styles.SENTENCE)
    rows: list[list[Flowable]] = [
        [
            FaParagraph(setter, words.earlier(digits(one.number)), paper_styles.CELL),
            FaParagraph(setter, day(one.day), paper_styles.CELL),
            FaParagraph(
                setter, words.resolutions(digits(one.resolutions)) if one.resolutions else "", paper_styles.CELL
            ),
        ]
        for one in document.earlier
    ]
    yield RuledTable(rows, _EARLIER_WIDTHS, header_rows=0, style=paper_styles.TIGHT)


def _row(setter: Typesetter, label: str, on: str, key: str) -> list[Flowable]:
    return [
        FaParagraph(setter, [Span(label, link=key)], paper_styles.CELL),
        FaParagraph(setter, on, paper_styles.CELL),
        PageOf(setter, key, _PAGE),
    ]


def entry_of(book: BookMinutes) -> str:
    """Return the entry of minutes in the contents, with a note if superseded or withdrawn."""
    entry = words.entry(digits(book.number), digits(book.version) if book.version > 1 else "")
    notes = [words.INQUORATE] if book.inquorate else []
    if book.state == MinutesState.WITHDRAWN:
        notes.append(words.WITHDRAWN)
    elif book.state == MinutesState.AMENDED:
        notes.append(words.AMENDED)
    return words.with_note(entry, minutes_words.listed(notes)) if notes else entry
