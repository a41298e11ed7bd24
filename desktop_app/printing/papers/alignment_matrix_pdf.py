"""The alignment matrix (ماتریس هم‌راستایی) as PDF: on one wide sheet, or in parts with the same labels.

It is on A4, which every printer takes; on A3 where the office prints on A3 and A4 does not hold all units. Units that
no sheet holds together stand in parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.documents.alignment_matrix_document import AlignmentMatrixDocument
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.typography import Sheet, Typography
from desktop_app.printing.layout.flow import PageBreak
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.papers.alignment_matrix_legend import legend
from desktop_app.printing.papers.alignment_matrix_table import LABEL, RECORDED, Heading, headings, matrix_table
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.render_context import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import alignment_matrix as words

_NARROWEST: Final = 20 * MM
"""A column below this could not hold a state in two lines."""
_LARGE: Final = 1.25
"""The size of writing up to which it holds the longest word of a state."""
_LEAST: Final = 1.0
_LEAST_IN_TABLE: Final = 1.07
"""The least size of writing in it: that of the smallest heading of a column is 8 points."""
Size = tuple[float, float]


def render(document: AlignmentMatrixDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """The paper of the matrix; equal input, equal bytes."""
    setter = _at_least(Typesetter(render_context.fonts, document.typography), _LEAST)
    margins = frame.later(document.typography)
    sides = margins.left + margins.right
    size = _sheet(document, _at_least(setter, _LEAST_IN_TABLE).typography, sides)
    report = Report(document=document, named="alignment-matrix", title=words.TITLE, imprint=imprint, size=size)
    return render_report(setter, _story(setter, document, size[0] - sides), report, render_context)


def _at_least(setter: Typesetter, scale: float) -> Typesetter:
    """The office's writing, no smaller than that, for the sheet is not smaller, either."""
    wanted = setter.typography
    return setter if wanted.scale >= scale else setter.scaled(wanted.size_for(scale), wanted.pitch)


def _columns(width: float, scale: float) -> int:
    """How many units one sheet holds beside the labels, in so much text width."""
    return int((width - LABEL - RECORDED) // (_NARROWEST * max(scale / _LARGE, 1)))


def _sheet(document: AlignmentMatrixDocument, wanted: Typography, sides: float) -> Size:
    """A4 where it holds every unit in the writing that is ``wanted``, or the office has nothing larger."""
    whole = len(document.units) <= _columns(frame.A4_WIDE[0] - sides, wanted.scale)
    return frame.A3_WIDE if wanted.sheet is Sheet.A3 and not whole else frame.A4_WIDE


def _story(setter: Typesetter, document: AlignmentMatrixDocument, width: float) -> Iterator[Flowable]:
    yield FaHeading(setter, words.TITLE, styles.TITLE, level=1)
    yield FaParagraph(setter, words.subtitle(document.committee, every=document.every), styles.SUBTITLE)
    if not document.rows:
        yield FaParagraph(setter, words.NOTHING, own.SENTENCE)
        return
    recorded = words.recorded_sentence(digits(document.aligned), digits(document.wanted))
    yield FaParagraph(setter, f"{words.as_of(day(document.day))}. {recorded}", own.AS_OF)
    table = _at_least(setter, _LEAST_IN_TABLE)
    yield legend(table, document, width)
    parts = _parts(len(document.units), max(_columns(width, table.typography.scale), 1))
    found: list[Heading] = []
    for place, columns in enumerate(parts):
        heads = headings(table, document, columns, (width - LABEL - RECORDED) / len(columns))
        found += heads
        if place:
            yield PageBreak()
        if len(parts) > 1:
            yield FaHeading(setter, words.part(digits(place + 1), digits(len(parts))), styles.LIST_HEAD)
        yield matrix_table(table, document, columns, heads, width)
    yield from _full_names(table, found)


def _parts(units: int, most: int) -> Sequence[range]:
    """Columns of each part: as few parts as it takes, as equal as they can be."""
    count = -(-units // most)
    edges = [units * part // count for part in range(count + 1)]
    return [range(edges[part], edges[part + 1]) for part in range(count)]


def _full_names(setter: Typesetter, found: Sequence[Heading]) -> Iterator[Flowable]:
    cut = [one for one in found if not one.whole]
    if not cut:
        return
    yield FaHeading(setter, words.FULL_NAMES, styles.LIST_HEAD)
    for one in cut:
        yield FaParagraph(setter, words.numbered(digits(one.number), one.name), own.SMALL_CELL, place=one.name)
