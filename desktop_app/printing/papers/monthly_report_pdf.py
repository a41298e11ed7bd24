"""Monthly report (گزارش ماهانه) as PDF: a summary on the first page, then figures and lists.

Every bar has its numbers in its row. The lists are meetings, members, new and late resolutions, and what waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.report_documents import (
    MonthlyReportDocument,
    ReportCount,
    ReportMeeting,
    ReportMember,
    ReportResolution,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.months import MonthState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.flow import PageBreak
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, KeptOnOnePage, KeptTogether
from desktop_app.printing.engine.layout.table import Cell
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.monthly_report_summary import (
    fits_a_page,
    is_all_shown,
    legend,
    month_of,
    summary,
    waiting_table,
)
from desktop_app.printing.stationery import paper_styles
from desktop_app.printing.stationery.bars import Bar, BarSegment, Fill
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.stationery.state_marks import RESOLUTION_SHAPES, MarkedText
from desktop_app.printing.words import frame
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words import monthly_report as words
from desktop_app.printing.words.paper_words import day, digits

_COUNTS = tuple(width * MM for width in (66, 38, 19, 17, 15, 15))
_TASKS = tuple(width * MM for width in (40, 37, 15, 18, 19, 15, 26))
Row = list[Flowable | Cell]


def by_axis(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield the table of all axes, including those without a resolution."""
    if not document.total.total:
        return
    most = _most(document.axes)
    yield FaHeading(setter, words.BY_AXIS, paper_styles.SECTION)
    table = _table(setter, words.AXIS, [_count_row(setter, _axis_name(one), one, most) for one in document.axes])
    yield KeptTogether([table, legend(setter), FaParagraph(setter, words.DONE_NOTE, paper_styles.NOTE)])


def _axis_name(one: ReportCount) -> str:
    return words.axis(one.code, one.name) if one.code else words.NO_AXIS


def by_unit(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield the table of executing units, below the sums of their party."""
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
    yield FaHeading(setter, words.BY_UNIT, paper_styles.SECTION)
    yield _table(setter, words.UNIT, rows)


def _most(counts: Sequence[ReportCount]) -> int:
    return max((one.total for one in counts), default=0)


def _table(setter: Typesetter, first: str, rows: Sequence[Row]) -> Flowable:
    labels = (words.DONE, words.OPEN, words.LATE, words.TOTAL)
    head: Row = [FaParagraph(setter, first, paper_styles.HEAD), FaParagraph(setter, words.CHART, paper_styles.HEAD)]
    head += [FaParagraph(setter, label, paper_styles.NUMBER_HEAD) for label in labels]
    return RuledTable([head, *rows], _COUNTS, head_columns=1, elastic=1, style=paper_styles.TIGHT)


def _sum_row(setter: Typesetter, party: str, units: Sequence[ReportCount]) -> Row:
    """Return the sums of a party, without a bar, because bars are scaled to single units."""
    sums = (
        sum(one.done for one in units),
        sum(one.open for one in units),
        sum(one.late for one in units),
        sum(one.total for one in units),
    )
    name = FaParagraph(setter, party, paper_styles.TOTAL_CELL, place=party)
    return [name, Cell(), *(FaParagraph(setter, digits(number), paper_styles.TOTAL_NUMBER) for number in sums)]


def _count_row(setter: Typesetter, name: str, one: ReportCount, most: int) -> Row:
    stretches = [BarSegment(one.done, Fill.DARK), BarSegment(one.open, Fill.PALE), BarSegment(one.late, Fill.STRIPED)]
    numbers = [
        FaParagraph(setter, digits(number), paper_styles.NUMBER_CELL) for number in (one.done, one.open, one.late)
    ]
    return [
        Cell(FaParagraph(setter, name, paper_styles.CELL, place=name), middle=True),
        Cell(Bar(setter, stretches, most), middle=True),
        *(Cell(number, middle=True) for number in numbers),
        Cell(FaParagraph(setter, digits(one.total), paper_styles.TOTAL_NUMBER), middle=True),
    ]


def tasks(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield the tasks of both parties with a bar of their mean progress."""
    if not any(one.count for one in document.tasks):
        return
    yield FaHeading(setter, words.TASKS, paper_styles.SECTION)
    yield table_that_fits(setter, lambda one: _tasks(one, document))


def _tasks(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    head: Row = [
        FaParagraph(setter, words.PARTY, paper_styles.HEAD),
        FaParagraph(setter, words.PROGRESS, paper_styles.HEAD),
    ]
    labels = (words.PROGRESS_SHORT, words.TASK_COUNT, words.ACCEPTED, words.LATE, words.UNALIGNED)
    head += [FaParagraph(setter, label, paper_styles.NUMBER_HEAD) for label in labels]
    rows: list[Row] = [head]
    for one in document.tasks:
        left = [BarSegment(one.percent, Fill.DARK), BarSegment(100 - one.percent, Fill.PALE)]
        figures = (digits(one.count), digits(one.accepted), digits(one.late), digits(one.unaligned))
        rows.append(
            [
                Cell(FaParagraph(setter, document.parties[one.party].name, paper_styles.CELL), middle=True),
                Cell(Bar(setter, left, 100, numbered=False), middle=True),
                Cell(FaParagraph(setter, persian_percent(one.percent), paper_styles.TOTAL_NUMBER), middle=True),
                *(Cell(FaParagraph(setter, figure, paper_styles.NUMBER_CELL), middle=True) for figure in figures),
            ]
        )
    return RuledTable(rows, _TASKS, elastic=1, style=paper_styles.TIGHT)


_MEETINGS = tuple(width * MM for width in (13, 23, 42, 24, 18, 14, 36))
_MEMBERS = tuple(width * MM for width in (44, 40, 26, 36, 24))
_ADOPTED = tuple(width * MM for width in (20, 68, 12, 36, 34))
_LATE = tuple(width * MM for width in (20, 56, 34, 22, 14, 24))
_SHOWN_PERCENT = frozenset({ResolutionState.IN_PROGRESS, ResolutionState.BLOCKED})
Cells = list[list[Flowable]]


def _heads(setter: Typesetter, labels: Sequence[str]) -> Cells:
    return [[FaParagraph(setter, label, paper_styles.HEAD)] for label in labels]


def _cell(setter: Typesetter, text: str, place: str = "") -> list[Flowable]:
    return [FaParagraph(setter, text or minutes_words.NOTHING, paper_styles.CELL, place=place)]


def meetings(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield the meetings of the month with the state of their minutes."""
    yield FaHeading(setter, words.MEETINGS, paper_styles.SECTION)
    if not document.meetings:
        yield FaParagraph(setter, words.NO_MEETING, paper_styles.SENTENCE)
        return
    yield table_that_fits(setter, lambda one: _meetings(one, document))


def _meetings(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.MEETING, words.DAY, words.PLACE, words.STATE, words.PRESENT, words.RESOLUTIONS, words.MINUTES)
    rows = [_heads(setter, labels), *(_meeting(setter, one) for one in document.meetings)]
    return RuledTable(rows, _MEETINGS, elastic=2)


def _meeting(setter: Typesetter, one: ReportMeeting) -> Cells:
    state = "inquorate" if one.inquorate else one.state
    minutes = _cell(setter, frame.MINUTES_STATES[one.minutes])
    if one.minutes == MinutesState.FINAL:
        signers = digits(one.signers)
        if one.on_each:
            waits = words.signatures_by_original([digits(count) for count in one.on_each], signers)
        else:
            waits = words.signatures(digits(one.signed), signers)
        minutes.append(FaParagraph(setter, waits, paper_styles.CELL_SECOND))
    return [
        _cell(setter, digits(one.number)),
        _cell(setter, day(one.day)),
        _cell(setter, one.place, words.PLACE),
        _cell(setter, frame.MEETING_STATES[state]),
        _cell(setter, words.part_of_whole(digits(one.present), digits(one.filled)) if one.filled else ""),
        _cell(setter, digits(one.resolutions)),
        minutes,
    ]


def members(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield every seat with its attendance in the month and in the year."""
    yield FaHeading(setter, words.ATTENDANCE, paper_styles.SECTION)
    if not document.members:
        met = any(one.state == MonthState.HELD for one in document.months)
        yield FaParagraph(setter, words.NO_ATTENDANCE if met else words.NO_MEMBERS, paper_styles.SENTENCE)
        return
    yield table_that_fits(setter, lambda one: _members(one, document))


def _members(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.MEMBER, words.POST, words.PARTY, words.THIS_MONTH, words.THIS_YEAR)
    rows = [_heads(setter, labels), *(_member(setter, document, one) for one in document.members)]
    return RuledTable(rows, _MEMBERS, elastic=1)


def _member(setter: Typesetter, document: MonthlyReportDocument, one: ReportMember) -> Cells:
    states = minutes_words.listed([frame.ATTENDANCE_SHORT[state] for state in one.states])
    return [
        _cell(setter, one.name, words.MEMBER),
        _cell(setter, one.post, one.name),
        _cell(setter, document.parties[one.party].short_name),
        _cell(setter, states),
        _cell(setter, words.part_of_whole(digits(one.attended), digits(one.held))),
    ]


def adopted(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield the resolutions that the committee adopted in the month."""
    yield FaHeading(setter, words.ADOPTED, paper_styles.SECTION)
    if not document.adopted:
        yield FaParagraph(setter, words.NOTHING_ADOPTED, paper_styles.SENTENCE)
        return
    yield table_that_fits(setter, lambda one: _adopted(one, document))


def _adopted(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.NUMBER, words.TEXT, words.AXIS, words.UNIT, words.STATE)
    rows = [_heads(setter, labels), *(_adopted_row(setter, one) for one in document.adopted)]
    return RuledTable(rows, _ADOPTED, elastic=1)


def _adopted_row(setter: Typesetter, one: ReportResolution) -> Cells:
    executor = _cell(setter, one.executor, one.number)
    if one.due:
        executor.append(FaParagraph(setter, minutes_words.labelled(words.DUE, day(one.due)), paper_styles.CELL_SECOND))
    return [
        _cell(setter, one.number, one.number),
        _cell(setter, one.text, one.number),
        _cell(setter, minutes_words.axis(one.axis), one.number),
        executor,
        [state_of(setter, one)],
    ]


def state_of(setter: Typesetter, one: ReportResolution) -> Flowable:
    """Return shape and word of a resolution's state, with its progress if it matters."""
    state = ResolutionState(one.state)
    word = frame.RESOLUTION_STATES[one.state]
    if state in _SHOWN_PERCENT and one.percent:
        word = minutes_words.percent_of(word, persian_percent(one.percent))
    return MarkedText(setter, RESOLUTION_SHAPES[state], word, paper_styles.CELL, percent=one.percent, place=one.number)


def late(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Yield the late resolutions, the latest first, with their last report."""
    yield FaHeading(setter, words.LATE_LIST, paper_styles.SECTION)
    if not document.late:
        yield FaParagraph(setter, words.NOTHING_LATE, paper_styles.SENTENCE)
        return
    yield table_that_fits(setter, lambda one: _late(one, document))


def _late(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.NUMBER, words.TEXT, words.UNIT, words.DUE, words.DAYS_LATE, words.STATE)
    rows = [_heads(setter, labels), *(_late_row(setter, document, one) for one in document.late)]
    return RuledTable(rows, _LATE, elastic=1)


def _late_row(setter: Typesetter, document: MonthlyReportDocument, one: ReportResolution) -> Cells:
    text = _cell(setter, one.text, one.number)
    if one.note:
        news = minutes_words.labelled(words.LAST_NEWS, one.note)
        text.append(FaParagraph(setter, news, paper_styles.CELL_SECOND, place=one.number))
    unit = _cell(setter, one.executor, one.number)
    if one.party is not None:
        unit.append(FaParagraph(setter, document.parties[one.party].short_name, paper_styles.CELL_SECOND))
    return [
        _cell(setter, one.number, one.number),
        text,
        unit,
        _cell(setter, day(one.due)),
        [FaParagraph(setter, digits(one.late), paper_styles.TOTAL_CELL)],
        [state_of(setter, one)],
    ]


def waiting(setter: Typesetter, document: MonthlyReportDocument, shown: int) -> Iterator[Flowable]:
    """Yield everything that waits for a decision, unless the summary holds it all."""
    if is_all_shown(document.waiting, shown):
        return
    table = waiting_table(setter, document.waiting)
    yield KeptOnOnePage([FaHeading(setter, words.WAITING, paper_styles.SECTION), table])


def render(document: MonthlyReportDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the report; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(
        document=document,
        named=f"monthly-report-{document.year}-{document.month:02}",
        title=words.title(month_of(document)),
        imprint=imprint,
    )
    return render_report(setter, _story(setter, document), report, render_context)


def _story(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    first = summary(setter, document)
    rest = list(_in_full(setter, document, first.shown))
    yield from first.story
    # a summary of one page stands alone on it, unless the page holds what follows as well; a longer one is followed
    # where it ends, so that no page stays nearly empty
    if first.one_page and not fits_a_page(setter, [*first.story, *rest]):
        yield PageBreak()
    yield from rest


def _in_full(setter: Typesetter, document: MonthlyReportDocument, shown: int) -> Iterator[Flowable]:
    """Yield the full figures and lists; ``shown`` waiting things are in the summary."""
    yield from meetings(setter, document)
    yield from members(setter, document)
    yield from adopted(setter, document)
    yield from by_axis(setter, document)
    yield from by_unit(setter, document)
    yield from tasks(setter, document)
    yield from late(setter, document)
    yield from waiting(setter, document, shown)
