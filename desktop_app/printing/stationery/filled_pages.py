"""Pages that are at least half full, and tables with very long texts.

What begins a page of its own is tried without drawing: where the last of its pages would hold little, pages before it
end earlier, and what was at their foot goes on. A long wording goes below its row, over the width of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.appearance import Typography
from desktop_app.printing.engine.layout.flow import LayoutTrial, PageBreak, Paper, try_layout
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, KeptOnOnePage, KeptTogether, measure_stack, total_height
from desktop_app.printing.engine.layout.table import Cell
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RULED, RuledTable
from desktop_app.printing.words import minutes as words

Row = list[list[Flowable]]


def table_of_wordings(setter: Typesetter, rows: Sequence[Row], widths: Sequence[float], column: int) -> RuledTable:
    """Return a table whose first row is the heading; the wording is in ``column``.

    A row that the wording would make so tall that pages part it says that the words are below; they begin there under
    the head of their column.
    """
    room = widths[column] * frame.text_width(setter.typography) / sum(widths) - 2 * RULED.padding_x
    found: list[list[Cell]] = []
    joined: list[int] = []
    for row in rows:
        wording, *more = row[column]
        cells = [Cell(content) for content in row]
        found.append(cells)
        if wording.wrap(room, 0.0)[1] > RULED.split_above:
            cells[column] = Cell([FaParagraph(setter, words.WORDING_BELOW, styles.CELL_SECOND), *more])
            joined.append(len(found))
            found.append([*[Cell()] * column, Cell(wording, span=len(widths) - column)])
    return RuledTable(found, widths, elastic=column, joined=joined)


MOST_BLANK: Final = 0.48
"""A little less than half, for what is blank below the last line counts, too."""
STEP: Final = 0.04
"""The share of a page by which it ends earlier and earlier."""
_SHORT: Final = 0.44
"""The share of a page that a part may take so as to stand whole: with the blank above it less than half."""


def beginning_a_page(story: Sequence[Flowable], paper: Paper) -> Iterator[Flowable]:
    """Yield the story beginning on a new page, which is not the first of the paper."""
    yield PageBreak(held=_early_page_ends(story, replace(paper, first=paper.later)))
    yield from story


def unsplit_if_short(part: Sequence[Flowable], typography: Typography) -> Iterator[Flowable]:
    """Yield the part unsplit, if it is so short that the page before stays half full."""
    height = total_height(measure_stack(part, frame.text_width(typography)))
    if height <= frame.page_height(typography) * _SHORT:
        yield KeptOnOnePage(part)
    else:
        yield from part


def mostly_blank(story: Sequence[Flowable], paper: Paper) -> bool:
    """Whether the story would leave more than half of a single page blank."""
    left = try_layout(story, replace(paper, first=paper.later)).left
    return len(left) == 1 and left[0] > MOST_BLANK


def alone_on_a_page(story: Sequence[Flowable], paper: Paper) -> bool:
    """Whether the first page of the paper holds the story."""
    return len(try_layout(story, paper).left) == 1


def ends_whole(trial: LayoutTrial, page: int, story: Sequence[Flowable]) -> bool:
    """Whether a page ends between two parts of the story, not within a list, table or paragraph."""
    last = [flowable for number, flowable in trial.placed if number == page][-1:]
    return all(any(members(one)[-1] is part for part in story) for one in last)


def members(flowable: Flowable) -> Sequence[Flowable]:
    """Return the flowables inside a kept block, or the flowable itself."""
    return flowable.flowables if isinstance(flowable, KeptTogether) else [flowable]


def _early_page_ends(story: Sequence[Flowable], paper: Paper) -> Mapping[int, float]:
    """Return which pages end earlier, by how many points; empty if the last page is full enough.

    Of such ways one that parts nothing is taken, and of these the one that moves least.
    """
    usual = try_layout(story, paper).left
    if len(usual) == 1 or max(usual) <= MOST_BLANK:
        return {}
    best, held = (max(usual), True), {}
    for way in _ways(paper, len(usual)):
        trial = try_layout(story, replace(paper, held=way))
        if len(trial.left) > len(usual):
            continue
        judged = (max(*trial.left, MOST_BLANK), not all(ends_whole(trial, page, story) for page in way))
        if judged < best:
            best, held = judged, dict(way)
        if best == (MOST_BLANK, False):
            break
    return held


def _ways(paper: Paper, count: int) -> Iterator[Mapping[int, float]]:
    """Yield pages to end earlier: small amounts first; the page before the last, then two, then all."""
    height = paper.size[1] - paper.later.top - paper.later.bottom
    for pages in sorted({1, min(2, count - 1), count - 1}):
        for step in range(1, int(MOST_BLANK / STEP) + 1):
            yield dict.fromkeys(range(count - pages, count), step * STEP * height)
