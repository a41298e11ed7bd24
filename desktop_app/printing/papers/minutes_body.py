"""The body of the minutes: follow-up of earlier resolutions, deliberations, and the resolutions themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import AgendaLine, MinutesDocument
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.links import Anchor
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.stationery import minutes_words as told
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.follow_up_table import follow_up_table
from desktop_app.printing.stationery.frame import text_width
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM, Span
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import minutes as words

_COLUMNS: Final = tuple(
    [width * MM for width in (20, text, executor, 25)] for text, executor in ((85, 40), (75, 50), (65, 60))
)
"""Text and executor share the width as they need it: the columns with which the table is lowest are taken."""
_ELASTIC: Final = 1


def follow_up(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """The report on earlier resolutions; nothing where there are none."""
    if not document.follow_up:
        return
    yield FaHeading(setter, words.FOLLOW_UP, styles.SECTION)
    yield follow_up_table(setter, document.follow_up)


def _cell(setter: Typesetter, text: str, place: str) -> Flowable:
    return FaParagraph(setter, text or words.NOTHING, styles.CELL, place=place)


def deliberations(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """What was said, item by item; items without talk or notes are left out."""
    spoken = told.spoken(document)
    if not spoken:
        return
    yield FaHeading(setter, words.DELIBERATIONS, styles.SECTION)
    for number, item in spoken:
        yield FaHeading(setter, words.agenda_heading(ordinal(number), item.title), styles.ITEM, level=3)
        yield from _talk(setter, item)


def _talk(setter: Typesetter, item: AgendaLine) -> Iterator[Flowable]:
    for name, said in item.talk:
        yield FaParagraph(setter, [Span(words.speaker(name), styles.NAME), Span(said)], styles.TALK, place=item.title)
    for note in item.notes:
        spans = [Span(words.labelled(words.CLAUSE, ""), styles.NAME), Span(note)]
        yield FaParagraph(setter, spans, styles.TALK, place=item.title)


def resolutions(
    setter: Typesetter, document: MinutesDocument, anchor: Callable[[str], str] | None = None
) -> list[Flowable]:
    """Heading and table of the resolutions; an inquorate meeting has none.

    ``anchor`` names the place of a resolution by its number, for an index that leads to it.
    """
    if document.inquorate or not document.resolutions:
        return []

    @cache
    def table(one: Typesetter) -> RuledTable:
        return _resolutions(one, document, anchor)

    def way(widths: Sequence[float]) -> RuledTable:
        return held(setter, lambda one: table(one).with_columns(widths))

    width = text_width(setter.typography)
    lowest = min(map(way, _COLUMNS), key=lambda one: one.tried_height(width))
    return [FaHeading(setter, words.RESOLUTIONS, styles.SECTION), lowest]


def _resolutions(setter: Typesetter, document: MinutesDocument, anchor: Callable[[str], str] | None) -> RuledTable:
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, styles.HEAD)] for label in told.RESOLUTIONS]]
    for number, line in enumerate(document.resolutions, 1):
        row = digits(number)
        rows.append(_resolution_row(setter, line.number or row, told.resolution_cells(row, line)))
    if anchor is not None:
        for cells, line in zip(rows[1:], document.resolutions, strict=True):
            cells[0].insert(0, Anchor(anchor(line.number)))
    return RuledTable(rows, _COLUMNS[0], elastic=_ELASTIC)


def _resolution_row(setter: Typesetter, place: str, cells: Sequence[told.Told]) -> list[list[Flowable]]:
    return [
        [
            _cell(setter, text, place),
            *(FaParagraph(setter, more, styles.CELL_SECOND, place=place) for more in seconds if more),
        ]
        for text, seconds in cells
    ]
