"""Report of a salvage as PDF: rows that were not kept, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.salvage_report_document import ListedRecord, SalvageReportDocument
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.script.isolate import isolated_with_paths
from desktop_app.printing.engine.typesetting.style import MM, ParagraphStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import salvage as words
from desktop_app.printing.words.paper_words import day, digits

_LISTED: Final = tuple(width * MM for width in (13, 34, 62, 61))


def render(document: SalvageReportDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the report; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography, isolated_with_paths)
    report = Report(document=document, named="salvage-report", title=words.TITLE, imprint=imprint)
    return render_report(setter, _story(setter, document), report, render_context)


def _story(setter: Typesetter, document: SalvageReportDocument) -> Iterator[Flowable]:
    told = document.contents
    yield FaHeading(setter, words.TITLE, paper_styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, paper_styles.SUBTITLE)
    yield FaParagraph(setter, words.as_of(day(document.day), digits(document.time)), paper_styles.AS_OF)
    yield FaParagraph(setter, told.summary, paper_styles.SENTENCE)
    if told.listed:
        yield FaHeading(setter, words.LISTED, paper_styles.SECTION, level=2)
        yield table_that_fits(setter, lambda one: _listed(one, told.listed))
        yield FaParagraph(setter, words.NEXT, paper_styles.REMARK)
    yield FaHeading(setter, words.SOURCES, paper_styles.SECTION, level=2)
    for line in told.sources:
        yield FaParagraph(setter, line, paper_styles.SENTENCE)


def _listed(setter: Typesetter, records: Sequence[ListedRecord]) -> RuledTable:
    rows = [_cells(setter, paper_styles.SMALL_HEAD, words.ROW, words.RECORD, words.NAME, words.REASON)]
    for place, one in enumerate(records, start=1):
        rows.append(_cells(setter, paper_styles.SMALL_CELL, digits(place), one.record, one.name, one.reason))
    return RuledTable(rows, _LISTED, elastic=2, style=paper_styles.TIGHT)


def _cells(setter: Typesetter, style: ParagraphStyle, *texts: str) -> list[list[Flowable]]:
    return [[FaParagraph(setter, one, style)] for one in texts]
