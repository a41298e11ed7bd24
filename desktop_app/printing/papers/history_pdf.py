"""History of a record or of the office as PDF in landscape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.calendar.jalali import day_from_iso, format_month, month_of
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.register_documents import HistoryDocument, HistoryLine
from desktop_app.printing.engine.layout.links import Signpost
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import history as words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import day, digits

WIDE: Final = tuple(width * MM for width in (12, 31, 34, 36, 56, 88))
"""The columns on a sheet that lies: 257 mm."""
_LABELS: Final = (words.ROW, words.WHEN, words.WHO, words.ACT, words.RECORD, words.CHANGES)
_ELASTIC: Final = 5


def render(document: HistoryDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the history; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(
        document=document,
        named=f"history-{document.year or 'all'}",
        title=title_of(document),
        imprint=imprint,
        size=frame.A4_WIDE,
    )
    return render_report(setter, _story(setter, document, render_context), report, render_context)


def title_of(document: HistoryDocument) -> str:
    """Return the title: the record or office, and the year."""
    return words.title(document.record, digits(document.year) if document.year else "")


def _story(setter: Typesetter, document: HistoryDocument, render_context: RenderContext) -> Iterator[Flowable]:
    yield FaHeading(setter, title_of(document), paper_styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, paper_styles.SUBTITLE)
    if document.asked:
        yield FaParagraph(setter, words.filter_line(document.asked), paper_styles.AS_OF)
    if not document.lines:
        yield FaParagraph(setter, words.NOTHING, paper_styles.SENTENCE)
        return
    yield FaParagraph(setter, words.as_of(day(document.day), digits(len(document.lines))), paper_styles.AS_OF)
    margins = frame.later(setter.typography)
    room = frame.A4_WIDE[0] - margins.left - margins.right
    yield table_that_fits(setter, lambda one: _table(one, document, render_context), room)


def _table(setter: Typesetter, document: HistoryDocument, render_context: RenderContext) -> RuledTable:
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, paper_styles.SMALL_HEAD)] for label in _LABELS]]
    month = None
    for place, line in enumerate(document.lines, start=1):
        rows.append(_row(setter, line))
        its_month = month_of(day_from_iso(line.day))
        if its_month != month:
            rows[-1][0].insert(0, Signpost(2, format_month(its_month)))
        month = its_month
        render_context.progress(place, len(document.lines))
    return RuledTable(rows, WIDE, elastic=_ELASTIC, style=paper_styles.TIGHT)


def _row(setter: Typesetter, line: HistoryLine) -> list[list[Flowable]]:
    def cell(*texts: str) -> list[Flowable]:
        told = [one for one in texts if one] or [minutes_words.NOTHING]
        return [FaParagraph(setter, one, paper_styles.SMALL_CELL, place=digits(line.seq)) for one in told]

    return [
        cell(digits(line.seq)),
        cell(words.moment(day(line.day), digits(line.time))),
        cell(line.actor),
        cell(line.act),
        cell(line.record),
        cell(*line.changes),
    ]
