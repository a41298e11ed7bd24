"""The report of a recovery as PDF: what is missing first, then what came over, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.recovery_report_document import CameOver, MissingRecord, RecoveryReportDocument
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
from desktop_app.text.paper import minutes as usual
from desktop_app.text.paper import recovery as words

_MISSING: Final = tuple(width * MM for width in (13, 34, 62, 61))
_CAME: Final = tuple(width * MM for width in (100, 35, 35))


def render(document: RecoveryReportDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the report; equal input, equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography, isolated_with_paths)
    report = Report(document=document, named="recovery-report", title=words.TITLE, imprint=imprint)
    return render_report(setter, _story(setter, document), report, render_context)


def _story(setter: Typesetter, document: RecoveryReportDocument) -> Iterator[Flowable]:
    told = document.contents
    yield FaHeading(setter, words.TITLE, styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, styles.SUBTITLE)
    yield FaParagraph(setter, words.as_of(day(document.day), digits(document.time)), own.AS_OF)
    yield FaParagraph(setter, told.summary, own.SENTENCE)
    if told.missing:
        yield FaHeading(setter, words.MISSING, styles.SECTION, level=2)
        yield held(setter, lambda one: _missing(one, told.missing))
        yield FaParagraph(setter, words.NEXT, styles.REMARK)
    if told.left:
        yield FaHeading(setter, words.LEFT, styles.SECTION, level=2)
        for line in told.left:
            yield FaParagraph(setter, line, own.SENTENCE)
    yield FaHeading(setter, words.CAME, styles.SECTION, level=2)
    yield FaParagraph(setter, told.chain, own.ABOVE_TABLE)
    if told.tables:
        yield held(setter, lambda one: _came(one, told.tables))
    yield FaHeading(setter, words.SOURCES, styles.SECTION, level=2)
    for line in told.sources:
        yield FaParagraph(setter, line, own.SENTENCE)


def _missing(setter: Typesetter, records: Sequence[MissingRecord]) -> RuledTable:
    rows = [_cells(setter, own.SMALL_HEAD, words.ROW, words.RECORD, words.NAME, words.FATE)]
    for place, one in enumerate(records, start=1):
        named = one.name or usual.NOTHING
        rows.append(_cells(setter, own.SMALL_CELL, digits(place), one.record, named, one.fate))
    return RuledTable(rows, _MISSING, elastic=2, style=own.TIGHT)


def _came(setter: Typesetter, tables: Sequence[CameOver]) -> RuledTable:
    rows = [_cells(setter, own.SMALL_HEAD, words.RECORD, words.ROWS, words.UNPROVEN)]
    for one in tables:
        unproven = digits(one.unproven) if one.unproven else usual.NOTHING
        rows.append(_cells(setter, own.SMALL_CELL, one.record, digits(one.came), unproven))
    return RuledTable(rows, _CAME, elastic=0, style=own.TIGHT)


def _cells(setter: Typesetter, style: ParagraphStyle, *texts: str) -> list[list[Flowable]]:
    return [[FaParagraph(setter, one, style)] for one in texts]
