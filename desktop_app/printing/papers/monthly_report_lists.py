"""The lists of the monthly report: meetings, members, new and late resolutions, and what waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.documents.monthly_report_document import (
    MonthlyReportDocument,
    ReportMeeting,
    ReportMember,
    ReportResolution,
)
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.months import MonthState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.layout.stack import Whole
from desktop_app.printing.papers.monthly_report_waiting import told_already, waiting_table
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.held_table import held
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.stationery.state_marks import RESOLUTION_SHAPES, MarkedText
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import keys, report_keys
from desktop_app.text.paper import minutes as usual
from desktop_app.text.paper import monthly_report as words

_MEETINGS = tuple(width * MM for width in (13, 23, 42, 24, 18, 14, 36))
_MEMBERS = tuple(width * MM for width in (44, 40, 26, 36, 24))
_ADOPTED = tuple(width * MM for width in (20, 68, 12, 36, 34))
_LATE = tuple(width * MM for width in (20, 56, 34, 22, 14, 24))
_SHOWN_PERCENT = frozenset({ResolutionState.IN_PROGRESS, ResolutionState.BLOCKED})
Cells = list[list[Flowable]]


def _heads(setter: Typesetter, labels: Sequence[str]) -> Cells:
    return [[FaParagraph(setter, label, styles.HEAD)] for label in labels]


def _cell(setter: Typesetter, text: str, place: str = "") -> list[Flowable]:
    return [FaParagraph(setter, text or usual.NOTHING, styles.CELL, place=place)]


def meetings(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """The meetings of the month, and how far their minutes are."""
    yield FaHeading(setter, words.MEETINGS, styles.SECTION)
    if not document.meetings:
        yield FaParagraph(setter, words.NO_MEETING, own.SENTENCE)
        return
    yield held(setter, lambda one: _meetings(one, document))


def _meetings(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.MEETING, words.DAY, words.PLACE, words.STATE, words.PRESENT, words.RESOLUTIONS, words.MINUTES)
    rows = [_heads(setter, labels), *(_meeting(setter, one) for one in document.meetings)]
    return RuledTable(rows, _MEETINGS, elastic=2)


def _meeting(setter: Typesetter, one: ReportMeeting) -> Cells:
    state = "inquorate" if one.inquorate else one.state
    minutes = _cell(setter, report_keys.MINUTES_STATES[one.minutes])
    if one.minutes == MinutesState.FINAL:
        signers = digits(one.signers)
        if one.on_each:
            waits = words.signatures_by_original([digits(count) for count in one.on_each], signers)
        else:
            waits = words.signatures(digits(one.signed), signers)
        minutes.append(FaParagraph(setter, waits, styles.CELL_SECOND))
    return [
        _cell(setter, digits(one.number)),
        _cell(setter, day(one.day)),
        _cell(setter, one.place, words.PLACE),
        _cell(setter, report_keys.MEETING_STATES[state]),
        _cell(setter, words.of(digits(one.present), digits(one.filled)) if one.filled else ""),
        _cell(setter, digits(one.resolutions)),
        minutes,
    ]


def members(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """Every seat with its attendance in the month and in the year."""
    yield FaHeading(setter, words.ATTENDANCE, styles.SECTION)
    if not document.members:
        met = any(one.state == MonthState.HELD for one in document.months)
        yield FaParagraph(setter, words.NO_ATTENDANCE if met else words.NO_MEMBERS, own.SENTENCE)
        return
    yield held(setter, lambda one: _members(one, document))


def _members(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.MEMBER, words.POST, words.PARTY, words.THIS_MONTH, words.THIS_YEAR)
    rows = [_heads(setter, labels), *(_member(setter, document, one) for one in document.members)]
    return RuledTable(rows, _MEMBERS, elastic=1)


def _member(setter: Typesetter, document: MonthlyReportDocument, one: ReportMember) -> Cells:
    states = usual.listed([report_keys.ATTENDANCE_SHORT[state] for state in one.states])
    return [
        _cell(setter, one.name, words.MEMBER),
        _cell(setter, one.post, one.name),
        _cell(setter, document.parties[one.party].short_name),
        _cell(setter, states),
        _cell(setter, words.of(digits(one.attended), digits(one.held))),
    ]


def adopted(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """What the committee adopted in the month."""
    yield FaHeading(setter, words.ADOPTED, styles.SECTION)
    if not document.adopted:
        yield FaParagraph(setter, words.NOTHING_ADOPTED, own.SENTENCE)
        return
    yield held(setter, lambda one: _adopted(one, document))


def _adopted(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.NUMBER, words.TEXT, words.AXIS, words.UNIT, words.STATE)
    rows = [_heads(setter, labels), *(_adopted_row(setter, one) for one in document.adopted)]
    return RuledTable(rows, _ADOPTED, elastic=1)


def _adopted_row(setter: Typesetter, one: ReportResolution) -> Cells:
    executor = _cell(setter, one.executor, one.number)
    if one.due:
        executor.append(FaParagraph(setter, usual.labelled(words.DUE, day(one.due)), styles.CELL_SECOND))
    return [
        _cell(setter, one.number, one.number),
        _cell(setter, one.text, one.number),
        _cell(setter, usual.axis(one.axis), one.number),
        executor,
        [state_of(setter, one)],
    ]


def state_of(setter: Typesetter, one: ReportResolution) -> Flowable:
    """Shape and word of a resolution's state, with its progress where that says something."""
    state = ResolutionState(one.state)
    word = keys.RESOLUTION_STATES[one.state]
    if state in _SHOWN_PERCENT and one.percent:
        word = usual.percent_of(word, persian_percent(one.percent))
    return MarkedText(setter, RESOLUTION_SHAPES[state], word, styles.CELL, percent=one.percent, place=one.number)


def late(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    """What is late, the latest first, with its last news."""
    yield FaHeading(setter, words.LATE_LIST, styles.SECTION)
    if not document.late:
        yield FaParagraph(setter, words.NOTHING_LATE, own.SENTENCE)
        return
    yield held(setter, lambda one: _late(one, document))


def _late(setter: Typesetter, document: MonthlyReportDocument) -> RuledTable:
    labels = (words.NUMBER, words.TEXT, words.UNIT, words.DUE, words.DAYS_LATE, words.STATE)
    rows = [_heads(setter, labels), *(_late_row(setter, document, one) for one in document.late)]
    return RuledTable(rows, _LATE, elastic=1)


def _late_row(setter: Typesetter, document: MonthlyReportDocument, one: ReportResolution) -> Cells:
    text = _cell(setter, one.text, one.number)
    if one.note:
        news = usual.labelled(words.LAST_NEWS, one.note)
        text.append(FaParagraph(setter, news, styles.CELL_SECOND, place=one.number))
    unit = _cell(setter, one.executor, one.number)
    if one.party is not None:
        unit.append(FaParagraph(setter, document.parties[one.party].short_name, styles.CELL_SECOND))
    return [
        _cell(setter, one.number, one.number),
        text,
        unit,
        _cell(setter, day(one.due)),
        [FaParagraph(setter, digits(one.late), own.TOTAL_CELL)],
        [state_of(setter, one)],
    ]


def waiting(setter: Typesetter, document: MonthlyReportDocument, shown: int) -> Iterator[Flowable]:
    """Everything that waits for a decision, unless the summary, which shows so many, holds it whole."""
    if told_already(document.waiting, shown):
        return
    table = waiting_table(setter, document.waiting)
    yield Whole([FaHeading(setter, words.WAITING, styles.SECTION), table])
