"""The opening of the minutes: title, identity grid, attendance, guests, quorum, agenda."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.lists import FaList, ListStyle
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.table import TableStyle
from desktop_app.printing.papers.minutes_changes import changes
from desktop_app.printing.stationery import minutes_words as told
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.meeting_grid import QUARTERS
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import amendment
from desktop_app.text.paper import minutes as words

_GRID = TableStyle(padding_x=4.0, padding_y=4.0, after=2.0)
_ATTENDANCE = tuple(width * MM for width in (12, 37, 29, 20, 27, 45))
_RANKED = ListStyle(mark=styles.RANK, width=17 * MM, padding=0.8)


def opening(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Everything from the title to the agenda; a correction tells first what it changes."""
    yield from _title(setter, document)
    if document.amends is not None:
        yield from changes(setter, document.amends)
        yield FaHeading(setter, amendment.FULL_TEXT, styles.FULL_TEXT)
    yield _identity(setter, document)
    yield FaHeading(setter, words.ATTENDANCE, styles.SECTION)
    yield held(setter, lambda one: _attendance(one, document))
    if document.guests:
        yield _guests(setter, document)
    yield FaParagraph(setter, told.quorum_sentence(document), styles.REMARK)
    if document.agenda:
        yield FaHeading(setter, words.AGENDA, styles.SECTION)
        yield _agenda(setter, document)


def _title(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    yield FaHeading(setter, told.title_of(document), styles.TITLE, level=1)
    parties = words.parties([party.name for party in document.parties])
    if document.inquorate:
        number = digits(document.meeting.number)
        parties = f"{words.inquorate_subtitle(number, document.committee)}\n{parties}"
    yield FaParagraph(setter, parties, styles.SUBTITLE)


def _identity(setter: Typesetter, document: MinutesDocument) -> Flowable:
    cells = [
        [
            FaParagraph(setter, label, styles.LABEL),
            FaParagraph(setter, value or words.NOTHING, styles.VALUE, place=label),
        ]
        for label, value in told.identity(document)
    ]
    return RuledTable([cells[:4], cells[4:]], QUARTERS, header_rows=0, style=_GRID)


def _attendance(setter: Typesetter, document: MinutesDocument) -> RuledTable:
    rows = [[FaParagraph(setter, label, styles.HEAD) for label in told.ATTENDANCE]]
    rows += [
        [
            FaParagraph(setter, text or words.NOTHING, styles.CELL, place=label)
            for text, label in zip(texts, told.ATTENDANCE, strict=True)
        ]
        for texts in told.seats(document)
    ]
    return RuledTable(rows, _ATTENDANCE, elastic=1)


def _guests(setter: Typesetter, document: MinutesDocument) -> Flowable:
    spans = [Span(words.labelled(words.GUESTS, ""), styles.REMARK_LEAD), Span(told.guests(document))]
    return FaParagraph(setter, spans, styles.REMARK, place=words.GUESTS)


def _agenda(setter: Typesetter, document: MinutesDocument) -> Flowable:
    """The ranks stand out at the right, the text has an edge of its own."""
    items = [words.agenda_item(item.title, item.presenter) for item in document.agenda]
    return FaList(setter, items, styles.LINE, _rank, look=_RANKED, place=words.AGENDA)


def _rank(number: int) -> str:
    return words.rank(ordinal(number))
