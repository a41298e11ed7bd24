"""Register of incoming and outgoing papers as PDF in landscape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.calendar.jalali import day_from_iso, format_month, month_of
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.register_documents import LetterEntry, LettersRegisterDocument
from desktop_app.printing.engine.layout.links import Signpost
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import letters_register as words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words.paper_words import day, digits

WIDE: Final = tuple(width * MM for width in (24, 25, 58, 76, 36, 38))
"""The columns on a sheet that lies: 257 mm."""
_LABELS: Final = (words.ROW, words.DAY, words.PARTY, words.SUBJECT, words.NUMBER, words.RECEIVED)
_ELASTIC: Final = 3


def render(document: LettersRegisterDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the register; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(
        document=document,
        named=f"letters-register-{document.year or 'all'}",
        title=title_of(document),
        imprint=imprint,
        size=frame.A4_WIDE,
    )
    return render_report(setter, _story(setter, document, render_context), report, render_context)


def title_of(document: LettersRegisterDocument) -> str:
    """Return the title: which registers, and which year."""
    return words.title(words.TITLES[document.view], digits(document.year) if document.year else "")


def _story(setter: Typesetter, document: LettersRegisterDocument, render_context: RenderContext) -> Iterator[Flowable]:
    yield FaHeading(setter, title_of(document), paper_styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, paper_styles.SUBTITLE)
    if document.asked:
        yield FaParagraph(setter, words.filter_line(document.asked), paper_styles.AS_OF)
    if not document.entries:
        yield FaParagraph(setter, words.NOTHING, paper_styles.SENTENCE)
        return
    yield FaParagraph(setter, words.as_of(day(document.day), digits(len(document.entries))), paper_styles.AS_OF)
    margins = frame.later(setter.typography)
    room = frame.A4_WIDE[0] - margins.left - margins.right
    yield table_that_fits(setter, lambda one: _table(one, document, render_context), room)


def _table(setter: Typesetter, document: LettersRegisterDocument, render_context: RenderContext) -> RuledTable:
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, paper_styles.SMALL_HEAD)] for label in _LABELS]]
    month = None
    for place, entry in enumerate(document.entries, start=1):
        rows.append(_row(setter, entry))
        its_month = month_of(day_from_iso(entry.day))
        if its_month != month:
            rows[-1][0].insert(0, Signpost(2, format_month(its_month)))
        month = its_month
        render_context.progress(place, len(document.entries))
    return RuledTable(rows, WIDE, elastic=_ELASTIC, style=paper_styles.TIGHT)


def _row(setter: Typesetter, entry: LetterEntry) -> list[list[Flowable]]:
    place = words.register_row(digits(entry.row), digits(entry.year))

    def cell(first: str, *seconds: str) -> list[Flowable]:
        told = [FaParagraph(setter, first or minutes_words.NOTHING, paper_styles.SMALL_CELL, place=place)]
        return [*told, *(FaParagraph(setter, one, paper_styles.SMALL_SECOND, place=place) for one in seconds if one)]

    struck = (
        [FaParagraph(setter, words.struck(entry.struck), paper_styles.SMALL_LATE, place=place)] if entry.struck else []
    )
    received = words.received(entry.received_by, day(entry.received_on) if entry.received_on else "")
    return [
        cell(place, words.WAY_OUT if entry.outgoing else words.WAY_IN),
        cell(day(entry.day)),
        cell(entry.party),
        [*cell(entry.subject, words.CLASSES[entry.classification]), *struck],
        cell(entry.number, day(entry.paper_day) if entry.paper_day else ""),
        cell(*([one for one in (words.WAYS[entry.way], received) if one] or [""])),
    ]
