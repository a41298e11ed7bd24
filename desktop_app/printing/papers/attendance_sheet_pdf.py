"""Attendance sheet (برگهٔ حضور و غیاب) as PDF: a table for each party, guests, quorum rule, two signatures.

The rows are as tall and as many as the pages bear for a pen: somewhat lower ones or fewer blank ones are used where
they save a whole page, or leave none half empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop_app.domain.documents.documents import Imprint, SignerLine
from desktop_app.domain.documents.meeting_documents import AttendanceSheetDocument
from desktop_app.printing.engine.layout.flow import blank_shares
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap, KeptOnOnePage, KeptTogether, stroke_operator
from desktop_app.printing.engine.layout.table import Cell, TableStyle
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.letter_blocks import EqualColumns
from desktop_app.printing.stationery.meeting_tables import meeting_grid
from desktop_app.printing.stationery.office_paper import RenderContext, render_meeting_paper
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.stationery.signature_boxes import SignerBox, SignerText
from desktop_app.printing.words import attendance_sheet as words
from desktop_app.printing.words import letter
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import digits

SIZES: Final = ((12 * MM, 14.0), (11 * MM, 11.0), (10 * MM, 8.0), (9 * MM, 6.0), (8 * MM, 4.0))
"""Of a row in which somebody signs with a pen, and of the blank above a heading: the usual ones, then lower ones."""
_GENEROUS: Final = 3
"""So many of them are taken before a blank row of guests is missed."""
_HALF: Final = 0.5
"""The share of a page that may stay blank."""
_WIDTHS: Final = tuple(width * MM for width in (11, 44, 30, 24, 25, 36))
_STYLE: Final = TableStyle(padding_x=4.0, padding_y=2.0)
_WRITTEN: Final = 3
"""Columns from this one on are filled in by hand."""

Line = tuple[str, Sequence[str]]
"""Name and, below the post, whom the person stands for."""


class SigningTable(RuledTable):
    """A ruled table with vertical hairlines around the columns to write in."""

    written = _WRITTEN

    def _lines(self, x: float, tops: list[float], rows: list[Any]) -> str:
        top, bottom = tops[self._header_rows], tops[-1]
        edges = [x + self.width - edge for edge in self._edges[self.written : -1]]
        strokes = " ".join(f"{edge:.2f} {top:.2f} m {edge:.2f} {bottom:.2f} l" for edge in edges)
        upright = f"q {stroke_operator(styles.HAIRLINE)} 0.35 w {strokes} S Q"
        return f"{super()._lines(x, tops, rows)} {upright}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrangement:
    """Row height, blank above headings, number of blank guest rows, and whether guests stay with the end."""

    row: float
    above: float
    blank_guests: int
    whole: bool


def body(setter: Typesetter, document: AttendanceSheetDocument) -> Iterator[Flowable]:
    """Yield the sheet from the title to the signatures of chair and secretary."""
    return _arranged(setter, document, _best(setter, document))


def _best(setter: Typesetter, document: AttendanceSheetDocument) -> _Arrangement:
    """Return the most generous arrangement of those with the fewest pages and the fewest half-empty ones."""

    def judged(arrangement: _Arrangement) -> tuple[int, bool, bool]:
        left = blank_shares(_arranged(setter, document, arrangement), frame.sheet(document.typography))
        return len(left), max(left) > _HALF, max(left[:-1], default=0.0) > _HALF

    return min(_arrangements(document), key=judged)


def _arrangements(document: AttendanceSheetDocument) -> Iterator[_Arrangement]:
    """Yield arrangements, the most generous first; one blank row of guests remains."""
    usual = document.blank_guests
    sizes = [(size, usual) for size in SIZES[:_GENEROUS]]
    sizes += [(size, blank) for size in SIZES[_GENEROUS - 1 :] for blank in range(usual, 0, -1)]
    for (row, above), blank in sizes:
        for whole in (True, False):
            yield _Arrangement(row=row, above=above, blank_guests=blank, whole=whole)


def _arranged(setter: Typesetter, document: AttendanceSheetDocument, arrangement: _Arrangement) -> Iterator[Flowable]:
    title = words.title(digits(document.meeting.number or ""))
    yield FaHeading(setter, title, styles.TITLE)
    yield FaParagraph(setter, document.committee, styles.SUBTITLE)
    yield meeting_grid(setter, document.meeting)
    *tables, last = _tables(setter, document, arrangement)
    for heading, table in tables:
        yield from (heading, table)
    yield (KeptOnOnePage if arrangement.whole else KeptTogether)([*last, *_ending(setter, document)])


def _tables(
    setter: Typesetter, document: AttendanceSheetDocument, arrangement: _Arrangement
) -> Iterator[list[Flowable]]:
    """Yield each table with its heading: the parties, then the guests."""
    blank_guests = arrangement.blank_guests
    for place, party in enumerate(document.parties):
        seats = [seat for seat in document.seats if seat.party == place]
        lines = [(seat.name, _post(seat.post, seat.in_place_of)) for seat in seats]
        yield _table(setter, words.party(party.name), lines, document.blank_rows, arrangement)
    if document.guests or blank_guests:
        guests = [(guest.name, [guest.post]) for guest in document.guests]
        yield _table(setter, words.GUESTS, guests, blank_guests, arrangement)


def _post(post: str, in_place_of: str) -> list[str]:
    return [post, minutes_words.in_place_of(in_place_of)] if in_place_of else [post]


def _table(
    setter: Typesetter, heading: str, lines: Sequence[Line], blank: int, arrangement: _Arrangement
) -> list[Flowable]:
    labels = (words.ROW, words.NAME, words.POST, words.ARRIVED, words.LEFT, words.SIGNATURE)
    rows: list[list[Cell]] = [[Cell(FaParagraph(setter, label, styles.HEAD)) for label in labels]]
    for number, (name, posts) in enumerate([*lines, *[("", [])] * blank], 1):
        rows.append(
            [
                Cell(FaParagraph(setter, digits(number), styles.CELL), middle=True),
                Cell(FaParagraph(setter, name, styles.CELL_NAME, place=heading), middle=True),
                Cell(_stacked(setter, posts, name), middle=True),
                Cell(Gap(arrangement.row - 2 * _STYLE.padding_y)),
                Cell(),
                Cell(),
            ]
        )
    section = replace(styles.SECTION, before=arrangement.above)
    return [FaHeading(setter, heading, section), SigningTable(rows, _WIDTHS, elastic=1, style=_STYLE)]


def _stacked(setter: Typesetter, posts: Sequence[str], place: str) -> list[Flowable]:
    kinds = (styles.CELL, styles.CELL_SECOND)
    return [FaParagraph(setter, text, style, place=place) for text, style in zip(posts, kinds, strict=False) if text]


def _ending(setter: Typesetter, document: AttendanceSheetDocument) -> list[Flowable]:
    """Return the quorum with the two signatures, which are never alone on a page."""
    parties = [party.short_name for party in document.parties]
    sentence = words.quorum(digits(document.needed), digits(document.filled), parties)
    officers = ((document.chair, words.CHAIR), (document.secretary, words.SECRETARY))
    signed = [
        SignerBox(SignerText(setter, SignerLine(name=name or letter.DOTS, post=post, party=0)), 0.0)
        for name, post in officers
    ]
    said = [FaParagraph(setter, text, styles.REMARK) for text in (sentence, words.BEGAN_ENDED)]
    return [*said, EqualColumns(signed)]


def render(document: AttendanceSheetDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the sheet; a character that the fonts lack raises ``RuleBroken("glyph_missing")``."""
    title = words.title(digits(document.meeting.number or ""))

    def story(setter: Typesetter) -> Iterator[Flowable]:
        return body(setter, document)

    return render_meeting_paper(document, story, imprint, render_context, title=title, named="attendance-sheet")
