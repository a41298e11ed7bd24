"""The figures of the monthly report: every bar with its numbers in the same row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.documents.monthly_report_document import MonthlyReportDocument, ReportCount
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Kept
from desktop_app.printing.layout.table import Cell
from desktop_app.printing.papers.monthly_report_summary import legend
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.bars import Bar, BarSegment, Fill
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import monthly_report as words

_COUNTS = tuple(width * MM for width in (66, 38, 19, 17, 15, 15))
_TASKS = tuple(width * MM for width in (40, 37, 15, 18, 19, 15, 26))
Row = list[Flowable | Cell]


def by_axis(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Every axis, those without a resolution too."""
    if not document.total.total:
        return
    most = _most(document.axes)
    yield FaHeading(setter, words.BY_AXIS, styles.SECTION)
    table = _table(setter, words.AXIS, [_count_row(setter, _axis_name(one), one, most) for one in document.axes])
    yield Kept([table, legend(setter), FaParagraph(setter, words.DONE_NOTE, own.NOTE)])


def _axis_name(one: ReportCount) -> str:
    return words.axis(one.code, one.name) if one.code else words.NO_AXIS


def by_unit(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """The executing units below the sums of their party."""
    if not document.units:
        return
    most = _most(document.units)
    rows: list[Row] = []
    for place, party in enumerate(document.parties):
        units = [one for one in document.units if one.party == place]
        if units:
            rows.append(_sum_row(setter, party.name, units))
            rows += [_count_row(setter, one.name, one, most) for one in units]
    bare = [one for one in document.units if one.party is None]
    rows += [_count_row(setter, words.NO_EXECUTOR, one, most) for one in bare]
    yield FaHeading(setter, words.BY_UNIT, styles.SECTION)
    yield _table(setter, words.UNIT, rows)


def _most(counts: Sequence[ReportCount]) -> int:
    return max((one.total for one in counts), default=0)


def _table(setter: Typesetter, first: str, rows: Sequence[Row]) -> Flowable:
    labels = (words.DONE, words.OPEN, words.LATE, words.TOTAL)
    head: Row = [FaParagraph(setter, first, styles.HEAD), FaParagraph(setter, words.CHART, styles.HEAD)]
    head += [FaParagraph(setter, label, own.NUMBER_HEAD) for label in labels]
    return RuledTable([head, *rows], _COUNTS, head_columns=1, elastic=1, style=own.TIGHT)


def _sum_row(setter: Typesetter, party: str, units: Sequence[ReportCount]) -> Row:
    """The sums of a party, without a bar: its scale is that of single units."""
    sums = (
        sum(one.done for one in units),
        sum(one.open for one in units),
        sum(one.late for one in units),
        sum(one.total for one in units),
    )
    name = FaParagraph(setter, party, own.TOTAL_CELL, place=party)
    return [name, Cell(), *(FaParagraph(setter, digits(number), own.TOTAL_NUMBER) for number in sums)]


def _count_row(setter: Typesetter, name: str, one: ReportCount, most: int) -> Row:
    stretches = [BarSegment(one.done, Fill.DARK), BarSegment(one.open, Fill.PALE), BarSegment(one.late, Fill.STRIPED)]
    numbers = [FaParagraph(setter, digits(number), own.NUMBER_CELL) for number in (one.done, one.open, one.late)]
    return [
        Cell(FaParagraph(setter, name, styles.CELL, place=name), middle=True),
        Cell(Bar(setter, stretches, most), middle=True),
        *(Cell(number, middle=True) for number in numbers),
        Cell(FaParagraph(setter, digits(one.total), own.TOTAL_NUMBER), middle=True),
    ]


def tasks(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """The tasks of both parties with their mean progress on a bar of a hundred."""
    if not any(one.count for one in document.tasks):
        return
    yield FaHeading(setter, words.TASKS, styles.SECTION)
    yield held(setter, lambda one: _tasks(one, document))


def _tasks(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    head: Row = [FaParagraph(setter, words.PARTY, styles.HEAD), FaParagraph(setter, words.PROGRESS, styles.HEAD)]
    labels = (words.PROGRESS_SHORT, words.TASK_COUNT, words.ACCEPTED, words.LATE, words.UNALIGNED)
    head += [FaParagraph(setter, label, own.NUMBER_HEAD) for label in labels]
    rows: list[Row] = [head]
    for one in document.tasks:
        left = [BarSegment(one.percent, Fill.DARK), BarSegment(100 - one.percent, Fill.PALE)]
        figures = (digits(one.count), digits(one.accepted), digits(one.late), digits(one.unaligned))
        rows.append(
            [
                Cell(FaParagraph(setter, document.parties[one.party].name, styles.CELL), middle=True),
                Cell(Bar(setter, left, 100, numbered=False), middle=True),
                Cell(FaParagraph(setter, persian_percent(one.percent), own.TOTAL_NUMBER), middle=True),
                *(Cell(FaParagraph(setter, figure, own.NUMBER_CELL), middle=True) for figure in figures),
            ]
        )
    return RuledTable(rows, _TASKS, elastic=1, style=own.TIGHT)
