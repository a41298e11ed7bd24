"""The body of the minutes: follow-up of earlier resolutions, deliberations, and the resolutions themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import AgendaLine, MinutesDocument, ResolutionLine
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
from desktop_app.text.paper import paper_1 as words
from desktop_app.text.paper import paper_2 as words_2


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of the table of resolutions; ``elastic`` is that of the text."""

    heads: Sequence[str]
    widths: Sequence[float]
    elastic: int
    cells: Callable[[str, ResolutionLine], Sequence[told.Told]]


def _since_3(*widths: float) -> _Columns:
    return _Columns(told.RESOLUTIONS_3, [width * MM for width in widths], 1, told.resolution_cells_3)


_BEFORE: Final = (
    _Columns(told.RESOLUTIONS, [width * MM for width in (9, 19, 51, 11, 37, 22, 21)], 2, told.resolution_cells),
)
_COLUMNS: Final = (_since_3(20, 85, 40, 25), _since_3(20, 75, 50, 25), _since_3(20, 65, 60, 25))
"""Text and executor share the width as they need it: the columns with which the table is lowest are taken."""


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
        yield from _talk(setter, item, words_2.clause(document.template))


def _talk(setter: Typesetter, item: AgendaLine, clause: str) -> Iterator[Flowable]:
    for name, said in item.talk:
        yield FaParagraph(setter, [Span(words.speaker(name), styles.NAME), Span(said)], styles.TALK, place=item.title)
    for note in item.notes:
        spans = [Span(words.labelled(clause, ""), styles.NAME), Span(note)]
        yield FaParagraph(setter, spans, styles.TALK, place=item.title)


def resolutions(
    setter: Typesetter, document: MinutesDocument, anchor: Callable[[str], str] | None = None
) -> list[Flowable]:
    """Heading and table of the resolutions; an inquorate meeting has none.

    ``anchor`` names the place of a resolution by its number, for an index that leads to it.
    """
    if document.inquorate or not document.resolutions:
        return []
    columns = _BEFORE if document.template < 3 else _COLUMNS
    tables = [_held(setter, document, one, anchor) for one in columns]
    width = text_width(setter.typography)
    lowest = min(tables, key=lambda table: table.wrap(width, 0.0)[1])
    return [FaHeading(setter, words.RESOLUTIONS, styles.SECTION), lowest]


def _held(
    setter: Typesetter, document: MinutesDocument, columns: _Columns, anchor: Callable[[str], str] | None
) -> RuledTable:
    return held(setter, lambda one: _resolutions(one, document, columns, anchor))


def _resolutions(
    setter: Typesetter, document: MinutesDocument, columns: _Columns, anchor: Callable[[str], str] | None
) -> RuledTable:
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, styles.HEAD)] for label in columns.heads]]
    for number, line in enumerate(document.resolutions, 1):
        row = digits(number)
        rows.append(_resolution_row(setter, line.number or row, columns.cells(row, line)))
    if anchor is not None:
        for cells, line in zip(rows[1:], document.resolutions, strict=True):
            cells[0].insert(0, Anchor(anchor(line.number)))
    return RuledTable(rows, columns.widths, elastic=columns.elastic)


def _resolution_row(setter: Typesetter, place: str, cells: Sequence[told.Told]) -> list[list[Flowable]]:
    return [
        [
            _cell(setter, text, place),
            *(FaParagraph(setter, more, styles.CELL_SECOND, place=place) for more in seconds if more),
        ]
        for text, seconds in cells
    ]
