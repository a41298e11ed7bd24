"""The end of the minutes: next meeting, closing sentences, signatures, attachments and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.lists import FaList, ListStyle
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import measure, total_height
from desktop_app.printing.papers.annexes import listed
from desktop_app.printing.papers.minutes_body import resolutions
from desktop_app.printing.stationery import minutes_words as told
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.closing_block import ClosingBlock, SignedEnd
from desktop_app.printing.stationery.frame import page_height, smaller, text_width
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.signature_boxes import CLOSE, CLOSEST, ROOMY, SHARED, SignatureGrid, box_grids
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import minutes as words

_LISTED = ListStyle(width=6 * MM, padding=0.8)
_LEAST = 75
"""Percent of the office's size, and of the design's, below which names and posts are not set."""


def closing(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """From the resolutions to the list of copies."""
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
    """All groups with the signatures before the lists."""
    heading = FaHeading(setter, words.SIGNATURES, styles.SECTION)
    grids = _grids(setter, document, [*groups[-1], heading])
    return ClosingBlock([*groups, [heading, grids[0]], lists], page_height(document.typography), grids)


def _grids(setter: Typesetter, document: MinutesDocument, before: Sequence[Flowable]) -> list[SignatureGrid]:
    """The looks of the boxes that a page holds with what stands ``before`` them, the roomiest first.

    Where it holds none, writing becomes smaller, and only then the lines for reservations are shared. Boxes that no
    page holds at all part over pages in their usual look.
    """
    width, page = text_width(document.typography), page_height(document.typography)
    looks = box_grids(setter, document, (ROOMY, CLOSE))
    held = [grid for grid in looks if total_height(measure([*before, grid], width)) <= page]
    if held:
        return held
    sizes = ((look, one) for look in (CLOSE, SHARED, CLOSEST) for one in _sizes(setter))
    others = chain.from_iterable(box_grids(one, document, [look]) for look, one in sizes)
    return [next((grid for grid in others if total_height(measure([*before, grid], width)) <= page), looks[0])]


def _sizes(setter: Typesetter) -> Iterator[Typesetter]:
    """The office's size, and smaller ones that are still read well beside it."""
    least = max(setter.typography.size * _LEAST // 100, _LEAST)
    return takewhile(lambda one: one is setter or one.typography.size >= least, smaller(setter))


def endings(setter: Typesetter, document: MinutesDocument) -> list[list[Flowable]]:
    """What stands between the resolutions and the signatures: next meeting, closing sentences."""
    return [list(_next_meeting(setter, document)), list(_ending(setter, document))]


def lists_of(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    """What follows the signatures: attachments, copies."""
    yield from _list(setter, words.ATTACHMENTS, listed(document.attachments, document.annexes))
    yield from _list(setter, words.COPIES, document.copies_to)


def _next_meeting(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    sentences = told.next_meeting(document)
    if not sentences:
        return
    yield FaHeading(setter, words.NEXT_MEETING, styles.SECTION)
    for sentence in sentences:
        yield FaParagraph(setter, sentence, styles.BODY, place=words.NEXT_MEETING)


def _ending(setter: Typesetter, document: MinutesDocument) -> Iterator[Flowable]:
    said, about = told.ending(document)
    yield FaParagraph(setter, said, styles.ENDING, place=words.ENDING)
    yield FaParagraph(setter, about, styles.BODY, place=words.ENDING)


def _list(setter: Typesetter, heading: str, items: Sequence[str]) -> Iterator[Flowable]:
    if not items:
        return
    yield FaHeading(setter, heading, styles.LIST_HEAD)
    yield FaList(setter, items, styles.CELL, _number, look=_LISTED, place=heading)


def _number(number: int) -> str:
    return words.list_number(digits(number))
