"""Delivery slip (برگهٔ تحویل) as PDF in landscape: rows high enough to write in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.meeting_documents import DeliveryLine, DeliverySlipDocument
from desktop_app.printing.engine.layout.links import Signpost
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.attendance_sheet_pdf import SigningTable
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.words import letters_register as words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import day, digits

WIDE: Final = tuple(width * MM for width in (20, 62, 36, 24, 57, 58))
"""The columns on a sheet that lies: 257 mm, the last two for the pen."""
_LABELS: Final = (
    words.ROW,
    words.ADDRESSEE,
    words.LETTER_NUMBER,
    words.DAY,
    words.RECEIVED_BY,
    words.SIGNATURE,
)
_STYLE: Final = TableStyle(grid=0.4, padding_x=3.2, padding_y=2.4)
_PEN: Final = 14 * MM
"""Room for a name and a signature."""


class _SlipTable(SigningTable):
    """Table with columns for a handwritten name and signature."""

    written = 4


def render(document: DeliverySlipDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the slip; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(document=document, named="delivery-slip", title=words.SLIP, imprint=imprint, size=frame.A4_WIDE)
    return render_report(setter, _story(setter, document, render_context), report, render_context)


def _story(setter: Typesetter, document: DeliverySlipDocument, render_context: RenderContext) -> Iterator[Flowable]:
    yield FaHeading(setter, words.SLIP, paper_styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, paper_styles.SUBTITLE)
    yield FaParagraph(setter, words.as_of(day(document.day), digits(len(document.lines))), paper_styles.AS_OF)
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, paper_styles.SMALL_HEAD)] for label in _LABELS]]
    for place, line in enumerate(document.lines, start=1):
        rows.append(_row(setter, line))
        if place == 1 or line.day != document.lines[place - 2].day:
            rows[-1][0].insert(0, Signpost(2, day(line.day)))
        render_context.progress(place, len(document.lines))
    yield _SlipTable(rows, WIDE, elastic=1, style=_STYLE)


def _row(setter: Typesetter, line: DeliveryLine) -> list[list[Flowable]]:
    place = words.register_row(digits(line.row), digits(line.year))

    def cell(first: str, second: str = "") -> list[Flowable]:
        told: list[Flowable] = [
            FaParagraph(setter, first or minutes_words.NOTHING, paper_styles.SMALL_CELL, place=place)
        ]
        return [*told, FaParagraph(setter, second, paper_styles.SMALL_SECOND, place=place)] if second else told

    return [
        cell(place),
        cell(line.addressee, line.subject),
        cell(line.number),
        cell(day(line.day)),
        [Gap(_PEN)],
        [Gap(_PEN)],
    ]
