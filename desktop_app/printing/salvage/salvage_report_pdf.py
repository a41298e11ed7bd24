"""The report of a salvage as PDF: which rows were not kept, and where they were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.salvage_report_document import ListedRecord, SalvageReportDocument
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.script.isolate import isolated_with_paths
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, ParagraphStyle
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import salvage as words

_LISTED: Final = tuple(width * MM for width in (13, 34, 62, 61))


def render(document: SalvageReportDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the report; equal input, equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography, isolated_with_paths)
    report = Report(document=document, named="salvage-report", title=words.TITLE, imprint=imprint)
    return render_report(setter, _story(setter, document), report, render_context)


def _story(setter: Typesetter, document: SalvageReportDocument) -> Iterator[Flowable]:
    told = document.contents
    yield FaHeading(setter, words.TITLE, styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, styles.SUBTITLE)
    yield FaParagraph(setter, words.as_of(day(document.day), digits(document.time)), own.AS_OF)
    yield FaParagraph(setter, told.summary, own.SENTENCE)
    if told.listed:
        yield FaHeading(setter, words.LISTED, styles.SECTION, level=2)
        yield held(setter, lambda one: _listed(one, told.listed))
        yield FaParagraph(setter, words.NEXT, styles.REMARK)
    yield FaHeading(setter, words.SOURCES, styles.SECTION, level=2)
    for line in told.sources:
        yield FaParagraph(setter, line, own.SENTENCE)


def _listed(setter: Typesetter, records: Sequence[ListedRecord]) -> RuledTable:
    rows = [_cells(setter, own.SMALL_HEAD, words.ROW, words.RECORD, words.NAME, words.REASON)]
    for place, one in enumerate(records, start=1):
        rows.append(_cells(setter, own.SMALL_CELL, digits(place), one.record, one.name, one.reason))
    return RuledTable(rows, _LISTED, elastic=2, style=own.TIGHT)


def _cells(setter: Typesetter, style: ParagraphStyle, *texts: str) -> list[list[Flowable]]:
    return [[FaParagraph(setter, one, style)] for one in texts]
