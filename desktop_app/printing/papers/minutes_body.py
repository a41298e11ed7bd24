"""Parts of the printed minutes: opening, follow-up, deliberations, resolutions, closing.

The opening is title, identity grid, attendance, guests, quorum, agenda; the ending is next meeting, closing sentences,
signatures, attachments and copies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, takewhile
from typing import Final

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.documents.documents import AgendaLine, MinutesDocument
from desktop_app.printing.engine.layout.links import Anchor
from desktop_app.printing.engine.layout.lists import FaList, ListStyle
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, measure_stack, total_height
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM, Span
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.annexes import attachment_list
from desktop_app.printing.papers.minutes_changes import changes
from desktop_app.printing.stationery import minutes_words
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.closing_block import ClosingBlock, SignedEnd
from desktop_app.printing.stationery.frame import page_height, smaller, text_width
from desktop_app.printing.stationery.meeting_tables import QUARTERS, follow_up_table
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.stationery.signature_boxes import CLOSE, CLOSEST, ROOMY, SHARED, SignatureGrid, box_grids
from desktop_app.printing.words import amendment
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import digits

_GRID = TableStyle(padding_x=4.0, padding_y=4.0, after=2.0)
_ATTENDANCE = tuple(width * MM for width in (12, 37, 29, 20, 27, 45))
_RANKED = ListStyle(mark=styles.RANK, width=17 * MM, padding=0.8)


def opening(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Yield everything from the title to the agenda; a correction begins with its changes."""
    yield from _title(setter, document)
    if document.amends is not None:
        yield from changes(setter, document.amends)
        yield FaHeading(setter, amendment.FULL_TEXT, styles.FULL_TEXT)
    yield _identity(setter, document)
    yield FaHeading(setter, words.ATTENDANCE, styles.SECTION)
    yield table_that_fits(setter, lambda one: _attendance(one, document))
    if document.guests:
        yield _guests(setter, document)
    yield FaParagraph(setter, minutes_words.quorum_sentence(document), styles.REMARK)
    if document.agenda:
        yield FaHeading(setter, words.AGENDA, styles.SECTION)
        yield _agenda(setter, document)


def _title(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    yield FaHeading(setter, minutes_words.title_of(document), styles.TITLE, level=1)
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
        for label, value in minutes_words.identity(document)
    ]
    return RuledTable([cells[:4], cells[4:]], QUARTERS, header_rows=0, style=_GRID)


def _attendance(setter: Typesetter, document: MinutesDocument) -> RuledTable:
    rows = [[FaParagraph(setter, label, styles.HEAD) for label in minutes_words.ATTENDANCE]]
    rows += [
        [
            FaParagraph(setter, text or words.NOTHING, styles.CELL, place=label)
            for text, label in zip(texts, minutes_words.ATTENDANCE, strict=True)
        ]
        for texts in minutes_words.seats(document)
    ]
    return RuledTable(rows, _ATTENDANCE, elastic=1)


def _guests(setter: Typesetter, document: MinutesDocument) -> Flowable:
    spans = [Span(words.labelled(words.GUESTS, ""), styles.REMARK_LEAD), Span(minutes_words.guests(document))]
    return FaParagraph(setter, spans, styles.REMARK, place=words.GUESTS)


def _agenda(setter: Typesetter, document: MinutesDocument) -> Flowable:
    """Return the agenda as a list with ranks at the right edge."""
    items = [minutes_words.agenda_item(item) for item in document.agenda]
    return FaList(setter, items, styles.LINE, _rank, look=_RANKED, place=words.AGENDA)


def _rank(number: int) -> str:
    return words.rank(ordinal(number))


_COLUMNS: Final = tuple(
    [width * MM for width in (20, text, executor, 25)] for text, executor in ((85, 40), (75, 50), (65, 60))
)
"""Text and executor share the width as they need it: the columns with which the table is lowest are taken."""
_ELASTIC: Final = 1


def follow_up(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Yield the report on earlier resolutions; nothing if there are none."""
    if not document.follow_up:
        return
    yield FaHeading(setter, words.FOLLOW_UP, styles.SECTION)
    yield follow_up_table(setter, document.follow_up)


def _cell(setter: Typesetter, text: str, place: str) -> Flowable:
    return FaParagraph(setter, text or words.NOTHING, styles.CELL, place=place)


def deliberations(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Yield the deliberations by item; items without talk or notes are left out."""
    spoken = minutes_words.spoken(document)
    if not spoken:
        return
    yield FaHeading(setter, words.DELIBERATIONS, styles.SECTION)
    for number, item in spoken:
        yield FaHeading(setter, words.agenda_heading(ordinal(number), item.title), styles.ITEM, level=3)
        yield from _talk(setter, item)


def _talk(setter: Typesetter, item: AgendaLine) -> Iterator[Flowable]:
    for name, said in item.talk:
        yield FaParagraph(setter, [Span(words.speaker(name), styles.NAME), Span(said)], styles.TALK, place=item.title)
    for note, effects in minutes_words.notes(item):
        spans = [Span(words.labelled(words.CLAUSE, ""), styles.NAME), Span(note)]
        yield FaParagraph(setter, spans, styles.TALK, place=item.title)
        for effect in effects:
            yield FaParagraph(setter, effect, styles.EFFECT, place=item.title)


def resolutions(
    setter: Typesetter, document: MinutesDocument, anchor: Callable[[str], str] | None = None
) -> list[Flowable]:
    """Return heading and table of the resolutions; empty for an inquorate meeting.

    ``anchor`` names the place of a resolution by its number, for an index that leads to it.
    """
    if document.inquorate or not document.resolutions:
        return []

    @cache
    def table(one: Typesetter) -> RuledTable:
        return _resolutions(one, document, anchor)

    def way(widths: Sequence[float]) -> RuledTable:
        return table_that_fits(setter, lambda one: table(one).with_columns(widths))

    width = text_width(setter.typography)
    lowest = min(map(way, _COLUMNS), key=lambda one: one.height_at(width))
    return [FaHeading(setter, words.RESOLUTIONS, styles.SECTION), lowest]


def _resolutions(setter: Typesetter, document: MinutesDocument, anchor: Callable[[str], str] | None) -> RuledTable:
    rows: list[list[list[Flowable]]] = [
        [[FaParagraph(setter, label, styles.HEAD)] for label in minutes_words.RESOLUTIONS]
    ]
    for number, line in enumerate(document.resolutions, 1):
        row = digits(number)
        rows.append(_resolution_row(setter, line.number or row, minutes_words.resolution_cells(row, line)))
    if anchor is not None:
        for cells, line in zip(rows[1:], document.resolutions, strict=True):
            cells[0].insert(0, Anchor(anchor(line.number)))
    return RuledTable(rows, _COLUMNS[0], elastic=_ELASTIC)


def _resolution_row(setter: Typesetter, place: str, cells: Sequence[minutes_words.Told]) -> list[list[Flowable]]:
    return [
        [
            _cell(setter, text, place),
            *(FaParagraph(setter, more, styles.CELL_SECOND, place=place) for more in seconds if more),
        ]
        for text, seconds in cells
    ]


_LISTED = ListStyle(width=6 * MM, padding=0.8)
_LEAST = 75
"""Percent of the office's size, and of the design's, below which names and posts are not set."""


def closing(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Yield everything from the resolutions to the list of copies."""
    groups = [resolutions(setter, document), *endings(setter, document)]
    lists = list(lists_of(setter, document))
    if document.signers and lists:
        heading = FaHeading(setter, words.SIGNATURES, styles.SECTION)
        grids = _grids(setter, document, [*groups[-1], heading])
        yield from chain(*groups[:-1])
        yield SignedEnd([groups[-1], [heading, grids[0]], lists], page_height(document.typography), grids)
    elif document.signers:
        yield _block(setter, document, groups, lists)
    else:
        yield from chain(*groups, lists)


def _block(
    setter: Typesetter, document: MinutesDocument, groups: Sequence[list[Flowable]], lists: list[Flowable]
) -> Flowable:
    """Return all groups, with the signatures before the lists."""
    heading = FaHeading(setter, words.SIGNATURES, styles.SECTION)
    grids = _grids(setter, document, [*groups[-1], heading])
    return ClosingBlock([*groups, [heading, grids[0]], lists], page_height(document.typography), grids)


def _grids(setter: Typesetter, document: MinutesDocument, before: Sequence[Flowable]) -> list[SignatureGrid]:
    """Return the signature grids that fit on a page after ``before``, the roomiest first.

    Where it holds none, writing becomes smaller, and only then the lines for reservations are shared. Boxes that no
    page holds at all part over pages in their usual look.
    """
    width, page = text_width(document.typography), page_height(document.typography)
    looks = box_grids(setter, document, (ROOMY, CLOSE))
    held = [grid for grid in looks if total_height(measure_stack([*before, grid], width)) <= page]
    if held:
        return held
    sizes = ((look, one) for look in (CLOSE, SHARED, CLOSEST) for one in _sizes(setter))
    others = chain.from_iterable(box_grids(one, document, [look]) for look, one in sizes)
    return [next((grid for grid in others if total_height(measure_stack([*before, grid], width)) <= page), looks[0])]


def _sizes(setter: Typesetter) -> Iterator[Typesetter]:
    """Yield the office's text size and smaller readable ones."""
    least = max(setter.typography.size * _LEAST // 100, _LEAST)
    return takewhile(lambda one: one is setter or one.typography.size >= least, smaller(setter))


def endings(setter: Typesetter, document: MinutesDocument) -> list[list[Flowable]]:
    """Return the parts between resolutions and signatures: next meeting, closing sentences."""
    return [list(_next_meeting(setter, document)), list(_ending(setter, document))]


def lists_of(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """Yield the lists after the signatures: attachments, copies."""
    yield from _list(setter, words.ATTACHMENTS, attachment_list(document.attachments, document.annexes))
    yield from _list(setter, words.COPIES, document.copies_to)


def _next_meeting(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    sentences = minutes_words.next_meeting(document)
    if not sentences:
        return
    yield FaHeading(setter, words.NEXT_MEETING, styles.SECTION)
    for sentence in sentences:
        yield FaParagraph(setter, sentence, styles.BODY, place=words.NEXT_MEETING)


def _ending(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    said, about = minutes_words.ending(document)
    yield FaParagraph(setter, said, styles.ENDING, place=words.ENDING)
    yield FaParagraph(setter, about, styles.BODY, place=words.ENDING)


def _list(setter: Typesetter, heading: str, items: Sequence[str]) -> Iterator[Flowable]:
    if not items:
        return
    yield FaHeading(setter, heading, styles.LIST_HEAD)
    yield FaList(setter, items, styles.CELL, _number, look=_LISTED, place=heading)


def _number(number: int) -> str:
    return words.list_number(digits(number))
