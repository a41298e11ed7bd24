"""Legend of the alignment matrix: the meaning of its shapes and frames, of the shapes only those that stand in it."""

from __future__ import annotations

from desktop_app.domain.documents.alignment_matrix_document import AlignmentMatrixDocument
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.table import Cell, TableStyle
from desktop_app.printing.papers.alignment_matrix_table import EmptyCell, MatrixTable
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.state_marks import LATE_SHAPE, TASK_SHAPES, MarkedText
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import alignment_matrix as words
from desktop_app.text.paper import report_keys as keys

_IN_A_ROW = 7
_WIDTH = 31 * MM
_STYLE = TableStyle(grid=0.0, padding_x=3.0, padding_y=2.0, after=6.0)
_SAMPLE_PERCENT = 40


def legend(setter: Typesetter, document: AlignmentMatrixDocument, width: float) -> Flowable:
    """The whole width: one line of shapes with their words, and below it what an empty and a white cell say."""
    used = {cell.state for row in document.rows for cell in row.cells if cell is not None and not cell.empty}
    shown = [state for state in TaskState if state in used]
    marks = [
        Cell(MarkedText(setter, TASK_SHAPES[one], keys.TASK_STATES[one], own.SMALL_CELL, percent=_SAMPLE_PERCENT))
        for one in shown
    ]
    if _late(document):
        marks.append(Cell(MarkedText(setter, LATE_SHAPE, words.LATE_LEGEND, own.SMALL_CELL)))
    rows: list[list[Cell]] = []
    for start in range(0, len(marks), _IN_A_ROW):
        line = marks[start : start + _IN_A_ROW]
        rows.append([*line, *([Cell()] * (_IN_A_ROW - len(line)))])
    rows.append(
        [
            EmptyCell(FaParagraph(setter, words.EMPTY, own.SMALL_NUMBER), middle=True),
            Cell(FaParagraph(setter, words.EMPTY_LEGEND, own.SMALL_CELL), span=2),
            Cell(FaParagraph(setter, words.BLANK_LEGEND, own.SMALL_CELL), span=_IN_A_ROW - 3),
        ]
    )
    one = min(_WIDTH * setter.typography.scale, width / _IN_A_ROW)
    last = width - one * (_IN_A_ROW - 1)
    return MatrixTable(rows, [*[one] * (_IN_A_ROW - 1), last], header_rows=0, style=_STYLE)


def _late(document: AlignmentMatrixDocument) -> bool:
    """Whether the mark of what is late stands anywhere."""
    return any(row.late or any(cell is not None and cell.late for cell in row.cells) for row in document.rows)
