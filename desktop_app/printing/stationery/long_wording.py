"""Tables in which a wording may be very long: it stands below its row then, over the width of the table."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.table import Cell
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RULED, RuledTable
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import minutes as words

Row = list[list[Flowable]]


def table_of_wordings(setter: Typesetter, rows: Sequence[Row], widths: Sequence[float], column: int) -> RuledTable:
    """The first row heads the others; the first flowable of a cell in ``column`` is the wording.

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
