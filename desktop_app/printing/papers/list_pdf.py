"""A list of the window as PDF, on a landscape sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.register_documents import ListDocument
from desktop_app.printing.engine.layout.links import Signpost
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import letters_register as words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import day, digits


def render(document: ListDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the list; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(document=document, named="list", title=document.title, imprint=imprint, size=frame.A4_WIDE)
    return render_report(setter, _story(setter, document, render_context), report, render_context)


def _story(setter: Typesetter, document: ListDocument, render_context: RenderContext) -> Iterator[Flowable]:
    yield FaHeading(setter, document.title, paper_styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, paper_styles.SUBTITLE)
    if document.asked:
        yield FaParagraph(setter, words.filter_line(document.asked), paper_styles.AS_OF)
    if not document.rows:
        yield FaParagraph(setter, words.EMPTY_LIST, paper_styles.SENTENCE)
        return
    counted = words.list_as_of(day(document.day), digits(len(document.rows)))
    yield FaParagraph(setter, counted, paper_styles.AS_OF)
    margins = frame.later(setter.typography)
    room = frame.A4_WIDE[0] - margins.left - margins.right
    yield table_that_fits(setter, lambda one: _table(one, document, render_context, room), room)


def _table(setter: Typesetter, document: ListDocument, render_context: RenderContext, room: float) -> RuledTable:
    heads = ("", *document.heads)
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, one, paper_styles.SMALL_HEAD)] for one in heads]]
    for number, row in enumerate(document.rows, start=1):
        place = digits(number)
        rows.append([_cell(setter, one, place) for one in (place, *row)])
        if number % BOOKMARKED == 1:
            rows[-1][0].insert(0, Signpost(2, words.list_row(place)))
        render_context.progress(number, len(document.rows))
    widths = _points((ROW_NUMBER, *document.widths), room)
    return RuledTable(rows, widths, elastic=widths.index(max(widths)), style=paper_styles.TIGHT)


BOOKMARKED = 25
"""One row in so many has a bookmark."""
ROW_NUMBER = 40
"""The share of the row numbers."""
REST = 300
"""The least share of a column that takes what is left."""


def _points(shares: Sequence[int], room: float) -> list[float]:
    """Turn shares into points: the columns with 0 share what the others leave of ``room``."""
    whole = sum(share or REST for share in shares)
    return [room * (share or REST) / whole for share in shares]


def _cell(setter: Typesetter, text: str, place: str) -> list[Flowable]:
    lines = text.split("\n") if text else [minutes_words.NOTHING]
    return [FaParagraph(setter, line, paper_styles.SMALL_CELL, place=place) for line in lines]
