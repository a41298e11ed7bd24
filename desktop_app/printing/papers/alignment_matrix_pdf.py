"""Alignment matrix (ماتریس هم‌راستایی) as PDF: on one wide sheet, or in several parts.

It is on A4, which every printer takes; on A3 where the office prints on A3 and A4 does not hold all units. Units that
no sheet holds together are in parts. A strong line separates the units of the two parties. The legend explains the
shapes that occur, and the frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any, Final

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.report_documents import AlignmentMatrixDocument, MatrixCell, MatrixRow
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskRole, TaskState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.canvas import FaCanvas
from desktop_app.printing.engine.layout.flow import PageBreak
from desktop_app.printing.engine.layout.links import Signpost
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, stroke_operator
from desktop_app.printing.engine.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.state_marks import LATE_SHAPE, RESOLUTION_SHAPES, TASK_SHAPES, MarkedText
from desktop_app.printing.words import alignment_matrix as words
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words.paper_words import day, digits

LABEL: Final = 74 * MM
"""The column of the resolutions."""
RECORDED: Final = 16 * MM
"""The column that counts what is recorded."""
MOST_LINES: Final = 3
_BOOKMARK: Final = 60
"""Letters of a wording among the bookmarks."""
_HEAD_SIZES: Final = (9.0, 8.0, 7.5)
_HEAD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 9.0), Align.CENTER, pitch=1.3)
_PARTY: Final = ParagraphStyle(TextStyle(Weight.BOLD, 10.5), Align.CENTER, pitch=1.4)
_STATE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5), pitch=1.35)
_FACTS: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.0, paper_styles.SECOND), pitch=1.35)
_LATE: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 8.0), pitch=1.35)
_ROLE: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 8.0), pitch=1.35)
_EMPTY: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, paper_styles.SECOND), Align.CENTER, pitch=1.35)
_COUNT: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 9.5), Align.CENTER, pitch=1.35)
_TABLE_STYLE: Final = TableStyle(grid=0.4, padding_x=3.2, padding_y=3.0, before=4.0, split_above=420.0)
_INSET: Final = 1.8
_PROGRESSING: Final = frozenset({TaskState.DOING, TaskState.BLOCKED, TaskState.RETURNED, TaskState.REPORTED})


@dataclass(frozen=True, slots=True)
class EmptyCell(Cell):
    """Cell of a related unit without a report, drawn as a dashed frame."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading of a column; ``whole`` is false if the name was shortened."""

    number: int
    name: str
    content: Flowable
    whole: bool


class MatrixTable(FaTable):
    """Table with hairlines between all cells, a strong line at each party's group, dashed empty cells."""

    def __init__(
        self,
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        *,
        strong: Sequence[int] = (),
        header_rows: int = 2,
        style: TableStyle = _TABLE_STYLE,
    ) -> None:
        columns = 1 if header_rows else 0
        super().__init__(
            [list(row) for row in rows], list(widths), header_rows=header_rows, head_columns=columns, style=style
        )
        self._strong = frozenset(strong)

    def _draw_fills(self, page: FaCanvas, x: float, bottom: float, row: Any, usual: str) -> None:  # noqa: ANN401
        super()._draw_fills(page, x, bottom, row, usual)
        for item in row.cells:
            if isinstance(item.cell, EmptyCell):
                left, right = self.sides(x, item)
                box = (
                    f"{left + _INSET:.2f} {bottom + _INSET:.2f} {right - left - 2 * _INSET:.2f}"
                    f" {row.height - 2 * _INSET:.2f} re"
                )
                page.add_lines(f"0.35 G 0.6 w [2.2 1.8] 0 d {box} S")

    def _lines(self, x: float, tops: list[float], rows: list[Any]) -> str:
        right = x + self.width
        parts = []
        for number, top in enumerate(tops):
            strong = number in {0, self._header_rows, len(rows)}
            parts.append(f"{_pen(strong=strong)} {x:.2f} {top:.2f} m {right:.2f} {top:.2f} l S")
        for number, row in enumerate(rows):
            for item in row.cells[:-1]:
                edge = self.sides(x, item)[0]
                pen = _pen(strong=item.end in self._strong)
                parts.append(f"{pen} {edge:.2f} {tops[number]:.2f} m {edge:.2f} {tops[number + 1]:.2f} l S")
        return " ".join(parts)


def _pen(*, strong: bool) -> str:
    return (
        f"{stroke_operator(paper_styles.STRONG_LINE)} 1 w"
        if strong
        else f"{stroke_operator(paper_styles.HAIRLINE)} 0.35 w"
    )


def headings(
    setter: Typesetter, document: AlignmentMatrixDocument, columns: Sequence[int], width: float
) -> list[Heading]:
    """Return the names of the units as column headings, in three lines at most."""
    room = width - 2 * _TABLE_STYLE.padding_x
    return [_heading(setter, document, column, room) for column in columns]


def _heading(setter: Typesetter, document: AlignmentMatrixDocument, column: int, room: float) -> Heading:
    unit = document.units[column]
    shown = unit.short_name or unit.name
    number = column + 1
    for size in _HEAD_SIZES:
        style = replace(_HEAD, text=replace(_HEAD.text, size=size))
        content = FaParagraph(setter, shown, style, place=unit.name)
        if content.minWidth() <= room and _lines_of(content, room) <= MOST_LINES:
            return Heading(number, unit.name, content, whole=True)
    return Heading(number, unit.name, _cut(setter, shown, number, room), whole=False)


def _lines_of(content: FaParagraph, room: float) -> int:
    content.wrap(room, 0)
    return content.line_count


def _cut(setter: Typesetter, name: str, number: int, room: float) -> Flowable:
    """Return the words that three lines hold; a number refers to the full name."""
    style = replace(_HEAD, text=replace(_HEAD.text, size=_HEAD_SIZES[-1]))
    parts = name.split()
    while True:
        text = words.numbered(digits(number), " ".join(parts) + words.CUT)
        content = FaParagraph(setter, text, style, place=name)
        if len(parts) == 1 or _lines_of(content, room) <= MOST_LINES:
            return content
        parts.pop()


def matrix_table(
    setter: Typesetter,
    document: AlignmentMatrixDocument,
    columns: Sequence[int],
    heads: Sequence[Heading],
    width: float,
) -> Flowable:
    """Return the table of these columns, with two heading rows on every page."""
    groups = list(_groups(document, columns))
    top = [Cell(), *(Cell(FaParagraph(setter, name, _PARTY), span=count) for name, count in groups), Cell()]
    second = [
        Cell(FaParagraph(setter, words.RESOLUTION, paper_styles.SMALL_HEAD)),
        *(Cell(one.content, middle=True) for one in heads),
        Cell(FaParagraph(setter, words.RECORDED, replace(paper_styles.SMALL_HEAD, align=Align.CENTER))),
    ]
    below = 2 if len(columns) == len(document.units) else 3
    rows = [top, second, *(_row(setter, row, columns, below) for row in document.rows)]
    share = (width - LABEL - RECORDED) / len(columns)
    strong = [1, 1 + groups[0][1], 1 + len(columns)]
    return MatrixTable(rows, [LABEL, *[share] * len(columns), RECORDED], strong=strong)


def _groups(document: AlignmentMatrixDocument, columns: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Yield the parties of these columns, each with its number of units."""
    for place, party in enumerate(document.parties):
        count = sum(document.units[column].party == place for column in columns)
        if count:
            yield words.units_of(party.short_name), count


def _row(setter: Typesetter, row: MatrixRow, columns: Sequence[int], level: int) -> list[Cell]:
    return [
        Cell([Signpost(level, words.bookmark(row.number, _shortened(row.text))), *_label(setter, row)]),
        *(_cell(setter, row.cells[column], row.number) for column in columns),
        Cell(FaParagraph(setter, words.recorded(digits(row.aligned), digits(row.wanted)), _COUNT), middle=True),
    ]


def _label(setter: Typesetter, row: MatrixRow) -> list[Flowable]:
    number = TextStyle(Weight.SEMIBOLD, paper_styles.SMALL_CELL.text.size)
    facts = [words.axis(row.axis)] if row.axis else []
    if row.due:
        facts.append(words.due(day(row.due)))
    found: list[Flowable] = [
        FaParagraph(
            setter, [Span(f"{row.number}  ", number), Span(row.text)], paper_styles.SMALL_CELL, place=row.number
        )
    ]
    if facts:
        found.append(FaParagraph(setter, words.facts(facts), _FACTS, place=row.number))
    state = ResolutionState(row.state)
    word = words.with_percent(frame_words.RESOLUTION_STATES[state], persian_percent(row.percent))
    found.append(MarkedText(setter, RESOLUTION_SHAPES[state], word, _STATE, percent=row.percent, place=row.number))
    if row.late:
        found.append(MarkedText(setter, LATE_SHAPE, words.late(digits(row.late)), _LATE))
    return found


def _shortened(text: str) -> str:
    """Return whole words up to the width of a list of bookmarks."""
    return shorten(text, _BOOKMARK, placeholder=f" {words.CUT}")


def _cell(setter: Typesetter, cell: MatrixCell | None, place: str) -> Cell:
    if cell is None:
        return Cell()
    if cell.empty:
        return EmptyCell([*_role(setter, cell, Align.CENTER), FaParagraph(setter, words.EMPTY, _EMPTY)], middle=True)
    state, word = TaskState(cell.state), frame_words.TASK_STATES[cell.state]
    content: list[Flowable] = [
        *_role(setter, cell),
        MarkedText(setter, TASK_SHAPES[state], word, _STATE, percent=cell.percent, place=place),
    ]
    facts = list(_facts(cell, state))
    if facts:
        content.append(FaParagraph(setter, words.facts(facts), _FACTS))
    if not cell.aligned:
        content.append(FaParagraph(setter, words.UNPLANNED, _FACTS))
    if cell.late:
        content.append(MarkedText(setter, LATE_SHAPE, words.late(digits(cell.late)), _LATE))
    return Cell(content)


def _role(setter: Typesetter, cell: MatrixCell, align: Align = _ROLE.align) -> list[Flowable]:
    """Return the label of the unit that carries out the resolution; other units have none."""
    if cell.role != TaskRole.EXECUTOR:
        return []
    return [FaParagraph(setter, words.EXECUTOR, replace(_ROLE, align=align))]


def _facts(cell: MatrixCell, state: TaskState) -> Iterator[str]:
    if state in _PROGRESSING and cell.percent:
        yield persian_percent(cell.percent)
    if cell.due and state is not TaskState.ACCEPTED:
        yield day(cell.due)


_IN_A_ROW = 7
_WIDTH = 31 * MM
_LEGEND_STYLE = TableStyle(grid=0.0, padding_x=3.0, padding_y=2.0, after=6.0)
_SAMPLE_PERCENT = 40


def legend(setter: Typesetter, document: AlignmentMatrixDocument, width: float) -> Flowable:
    """Return the legend over the whole width: shapes with words, and the meaning of empty cells."""
    used = {cell.state for row in document.rows for cell in row.cells if cell is not None and not cell.empty}
    shown = [state for state in TaskState if state in used]
    marks = [
        Cell(
            MarkedText(
                setter,
                TASK_SHAPES[one],
                frame_words.TASK_STATES[one],
                paper_styles.SMALL_CELL,
                percent=_SAMPLE_PERCENT,
            )
        )
        for one in shown
    ]
    if _late(document):
        marks.append(Cell(MarkedText(setter, LATE_SHAPE, words.LATE_LEGEND, paper_styles.SMALL_CELL)))
    rows: list[list[Cell]] = []
    for start in range(0, len(marks), _IN_A_ROW):
        line = marks[start : start + _IN_A_ROW]
        rows.append([*line, *([Cell()] * (_IN_A_ROW - len(line)))])
    rows.append(
        [
            EmptyCell(FaParagraph(setter, words.EMPTY, paper_styles.SMALL_NUMBER), middle=True),
            Cell(FaParagraph(setter, words.EMPTY_LEGEND, paper_styles.SMALL_CELL), span=2),
            Cell(FaParagraph(setter, words.BLANK_LEGEND, paper_styles.SMALL_CELL), span=_IN_A_ROW - 3),
        ]
    )
    one = min(_WIDTH * setter.typography.scale, width / _IN_A_ROW)
    last = width - one * (_IN_A_ROW - 1)
    return MatrixTable(rows, [*[one] * (_IN_A_ROW - 1), last], header_rows=0, style=_LEGEND_STYLE)


def _late(document: AlignmentMatrixDocument) -> bool:
    """Whether any cell has the mark for late."""
    return any(row.late or any(cell is not None and cell.late for cell in row.cells) for row in document.rows)


_NARROWEST: Final = 20 * MM
"""A column below this could not hold a state in two lines."""
_LARGE: Final = 1.25
"""The size of writing up to which it holds the longest word of a state."""
_LEAST: Final = 1.0
_LEAST_IN_TABLE: Final = 1.07
"""The least size of writing in it: that of the smallest heading of a column is 8 points."""
Size = tuple[float, float]


def render(document: AlignmentMatrixDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the matrix; equal input gives equal bytes."""
    setter = _at_least(Typesetter(render_context.fonts, document.typography), _LEAST)
    margins = frame.later(document.typography)
    sides = margins.left + margins.right
    size = _sheet(document, _at_least(setter, _LEAST_IN_TABLE).typography, sides)
    report = Report(document=document, named="alignment-matrix", title=words.TITLE, imprint=imprint, size=size)
    return render_report(setter, _story(setter, document, size[0] - sides), report, render_context)


def _at_least(setter: Typesetter, scale: float) -> Typesetter:
    """Return the office's typesetter with at least this scale."""
    wanted = setter.typography
    return setter if wanted.scale >= scale else setter.scaled(wanted.size_for(scale), wanted.pitch)


def _columns(width: float, scale: float) -> int:
    """Return how many units one sheet holds next to the labels."""
    return int((width - LABEL - RECORDED) // (_NARROWEST * max(scale / _LARGE, 1)))


def _sheet(document: AlignmentMatrixDocument, wanted: Typography, sides: float) -> Size:
    """Return A3 if the office has it and A4 cannot hold every unit at the ``wanted`` size; else A4."""
    whole = len(document.units) <= _columns(frame.A4_WIDE[0] - sides, wanted.scale)
    return frame.A3_WIDE if wanted.sheet is Sheet.A3 and not whole else frame.A4_WIDE


def _story(setter: Typesetter, document: AlignmentMatrixDocument, width: float) -> Iterator[Flowable]:
    yield FaHeading(setter, words.TITLE, paper_styles.TITLE, level=1)
    yield FaParagraph(setter, words.subtitle(document.committee, every=document.every), paper_styles.SUBTITLE)
    if not document.rows:
        yield FaParagraph(setter, words.NOTHING, paper_styles.SENTENCE)
        return
    recorded = words.recorded_sentence(digits(document.aligned), digits(document.wanted))
    yield FaParagraph(setter, f"{words.as_of(day(document.day))}. {recorded}", paper_styles.AS_OF)
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
            yield FaHeading(setter, words.part(digits(place + 1), digits(len(parts))), paper_styles.LIST_HEAD)
        yield matrix_table(table, document, columns, heads, width)
    yield from _full_names(table, found)


def _parts(units: int, most: int) -> Sequence[range]:
    """Return the columns of each part: as few parts as possible, of similar size."""
    count = -(-units // most)
    edges = [units * part // count for part in range(count + 1)]
    return [range(edges[part], edges[part + 1]) for part in range(count)]


def _full_names(setter: Typesetter, found: Sequence[Heading]) -> Iterator[Flowable]:
    cut = [one for one in found if not one.whole]
    if not cut:
        return
    yield FaHeading(setter, words.FULL_NAMES, paper_styles.LIST_HEAD)
    for one in cut:
        yield FaParagraph(setter, words.numbered(digits(one.number), one.name), paper_styles.SMALL_CELL, place=one.name)
