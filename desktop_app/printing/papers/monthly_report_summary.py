"""First page of the monthly report: figures, sentences, months of the year, waiting decisions.

What waits is one line each: what is to be done, then what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.calendar.date_words import month_name
from desktop_app.domain.calendar.jalali import JalaliMonth, format_month
from desktop_app.domain.documents.report_documents import (
    MonthlyReportDocument,
    ReportMeeting,
    ReportMonth,
    ReportRegularity,
    ReportWaiting,
    WaitingKind,
)
from desktop_app.domain.rules.months import MonthState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.marks import draw_artifact
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import (
    Block,
    Flowable,
    Gap,
    KeptOnOnePage,
    KeptTogether,
    measure_stack,
    stroke_operator,
    total_height,
)
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM, ParagraphStyle, Span
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.bars import Bar, BarSegment, Fill, Key
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.stationery.state_marks import MONTH_SHAPES, draw_mark
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words import monthly_report as words
from desktop_app.printing.words.paper_words import day, digits, month

MOST_WORDS: Final = 22
MOST_LINES: Final = 4
LEAST_LINES: Final = 2
"""So many of what waits stand on the first page, and so few where there is no more room."""
_WIDTHS = (36 * MM, 134 * MM)


def waiting_table(setter: Typesetter, lines: Sequence[ReportWaiting], *, brief: bool = False) -> Flowable:
    """Return a table with a row for each waiting thing; ``brief`` shortens texts to about two lines."""
    shown = [replace(one, text=_cut(one.text), note=_cut(one.note)) for one in lines] if brief else lines
    return RuledTable([_row(setter, one) for one in shown], _WIDTHS, header_rows=0, style=paper_styles.TIGHT)


def waiting_on_first_page(lines: Sequence[ReportWaiting], most: int) -> Sequence[ReportWaiting]:
    """Return the waiting things for the first page; one more than ``most`` is still shown."""
    return lines if len(lines) <= most + 1 else lines[:most]


def is_all_shown(lines: Sequence[ReportWaiting], most: int) -> bool:
    """Whether the first page shows all waiting things without shortening."""
    return len(waiting_on_first_page(lines, most)) == len(lines) and all(
        _cut(one.text) == one.text and _cut(one.note) == one.note for one in lines
    )


def _cut(text: str) -> str:
    """Return the first words, with an ellipsis if some are left out."""
    found = text.split()
    return text if len(found) <= MOST_WORDS else " ".join(found[:MOST_WORDS]) + words.CUT


def _row(setter: Typesetter, one: ReportWaiting) -> list[list[Flowable]]:
    lead = FaParagraph(setter, [Span(words.WAITING_LEADS[one.kind], paper_styles.LEAD)], paper_styles.CELL)
    about: list[Flowable] = [FaParagraph(setter, sentence_of(one), paper_styles.CELL, place=one.number)]
    if one.note:
        about.append(FaParagraph(setter, one.note, paper_styles.CELL_SECOND, place=one.number))
    return [[lead], about]


def _unsigned(number: str, one: ReportWaiting) -> str:
    if one.on_each:
        return words.waiting_unsigned_by_original(number, [digits(count) for count in one.on_each], digits(one.of))
    return words.waiting_unsigned(number, digits(one.count), digits(one.of))


_SENTENCES: Final[Mapping[str, Callable[[ReportWaiting], str]]] = {
    WaitingKind.UNSIGNED: lambda one: _unsigned(digits(one.number), one),
    WaitingKind.UNFINISHED: lambda one: words.waiting_unfinished(digits(one.number)),
    WaitingKind.UNEXPLAINED: lambda one: words.waiting_unexplained(one.text),
    WaitingKind.NOT_CONVENED: lambda one: words.waiting_not_convened(one.text),
    WaitingKind.EXTENSION: lambda one: words.waiting_extension(one.number, one.text, day(one.day)),
    WaitingKind.REQUESTS: lambda one: words.waiting_requests(digits(one.count)),
    WaitingKind.PARKED: lambda one: words.waiting_parked(digits(one.count)),
}


def sentence_of(one: ReportWaiting) -> str:
    """Return the sentence for a waiting thing; the resolution if its kind has no sentence."""
    said = _SENTENCES.get(one.kind)
    return said(one) if said is not None else words.waiting_resolution(one.number, one.text)


_HELD = frozenset({"held", "closed", "inquorate"})
_BEFORE = {"draft": words.drafted, "in_session": words.in_session}
_TILES = TableStyle(padding_x=2.0, padding_y=3.0, before=2.0, after=4.0)
_STRIP = TableStyle(padding_x=1.0, padding_y=3.0)


def month_of(document: MonthlyReportDocument) -> str:
    """Return the month and year of the report."""
    return format_month(JalaliMonth(document.year, document.month))


@dataclass(frozen=True, slots=True)
class Summary:
    """Beginning of the report: ``shown`` is its number of waiting things, ``one_page`` whether it fits one page."""

    story: list[Flowable]
    shown: int
    one_page: bool


def summary(setter: Typesetter, document: MonthlyReportDocument) -> Summary:
    """Return the summary for the first page.

    Where the writing is too large for that, fewer of the things that wait stand on it; where even two of them have no
    room, the summary takes what it needs.
    """
    for most in range(MOST_LINES, LEAST_LINES - 1, -1):
        found = [*_facts(setter, document), *_waiting(setter, document, most)]
        if fits_a_page(setter, found):
            return Summary(found, most, one_page=True)
    return Summary([*_facts(setter, document), *_waiting(setter, document, MOST_LINES)], MOST_LINES, one_page=False)


def fits_a_page(setter: Typesetter, story: Sequence[Flowable]) -> bool:
    """Whether the first page holds the whole story."""
    stack = measure_stack(story, frame.text_width(setter.typography))
    return total_height(stack) <= frame.first_height(setter.typography)


def _facts(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    yield FaHeading(setter, words.title(month_of(document)), paper_styles.TITLE, level=1)
    parties = minutes_words.parties([party.name for party in document.parties])
    yield FaParagraph(setter, f"{document.committee}\n{parties}", paper_styles.SUBTITLE)
    yield FaParagraph(setter, words.as_of(day(document.day)), paper_styles.AS_OF)
    yield _tiles(setter, document)
    yield FaHeading(setter, words.SUMMARY, paper_styles.SECTION)
    for sentence in _sentences(document):
        yield FaParagraph(setter, sentence, paper_styles.SENTENCE, place=words.SUMMARY)
    yield FaHeading(setter, words.MONTHS, paper_styles.SECTION)
    yield _strip(setter, document)
    if document.total.total:
        yield FaHeading(setter, words.STANDING, paper_styles.SECTION)
        yield from _standing(setter, document)


def _tiles(setter: Typesetter, document: MonthlyReportDocument) -> Flowable:
    held = [one for one in document.meetings if one.state in _HELD]
    percent = document.regularity.percent
    figures = (
        (digits(len(held)) if held else words.NONE, words.TILE_MEETING),
        (digits(len(document.adopted)), words.TILE_ADOPTED),
        (digits(document.total.open + document.total.late), words.TILE_OPEN),
        (digits(document.total.late), words.TILE_LATE),
        (persian_percent(percent) if percent is not None else words.NONE, words.TILE_REGULARITY),
    )
    cells = [
        [FaParagraph(setter, figure, paper_styles.TILE), FaParagraph(setter, label, paper_styles.TILE_LABEL)]
        for figure, label in figures
    ]
    return RuledTable([cells], [34 * MM] * len(cells), header_rows=0, style=_TILES)


def _sentences(document: MonthlyReportDocument) -> Iterator[str]:
    for meeting in document.meetings:
        yield _meeting(meeting)
    yield from _month_without_meeting(document)
    yield from _regularity(document.regularity)
    yield from _progress(document)


def _month_without_meeting(document: MonthlyReportDocument) -> Iterator[str]:
    """Yield the reason if the month has no meeting."""
    this = next((one for one in document.months if one.month == document.month), None)
    if this is not None and this.state in {MonthState.MISSED, MonthState.EXCUSED}:
        yield words.missed_month(month_of(document), this.reason)
    elif this is not None and this.state == MonthState.BEFORE_RECORDS:
        yield words.before_records(month_of(document))
    elif not document.meetings:
        yield words.NO_MEETING


def _regularity(found: ReportRegularity) -> Iterator[str]:
    if found.percent is not None:
        due = digits(found.held + found.missed + found.excused)
        held = words.months_held(digits(found.held)) if found.held else words.NO_MONTH_HELD
        percent = persian_percent(found.percent)
        if found.records_begin:
            yield words.regularity_of_records(month(found.records_begin), held, due, percent)
        else:
            yield words.regularity(held, due, percent)


def _progress(document: MonthlyReportDocument) -> Iterator[str]:
    """Yield sentences on the resolutions, the latest one, and the progress of each party."""
    total = document.total
    if not total.total:
        yield words.NO_RESOLUTIONS
        return
    yield words.numbers_by_state(digits(total.total), digits(total.done), digits(total.open), digits(total.late))
    if document.late:
        worst = document.late[0]
        yield words.latest(worst.number, worst.executor, digits(worst.late))
    parts = [
        words.party_part(document.parties[one.party].short_name, persian_percent(one.percent), digits(one.count))
        for one in document.tasks
        if one.count
    ]
    if parts:
        yield words.party_progress(parts)


def _meeting(meeting: ReportMeeting) -> str:
    number, on = digits(meeting.number), day(meeting.day)
    present, filled = digits(meeting.present), digits(meeting.filled)
    if meeting.taken_over:
        return words.taken_over(number, on)
    if meeting.inquorate:
        return words.inquorate(number, on, present, filled)
    if meeting.state not in _HELD:
        return _BEFORE.get(meeting.state, words.future_meeting)(number, on)
    if not meeting.resolutions:
        return words.held_without_resolutions(number, on, present, filled)
    return words.held_meeting(number, on, present, filled, digits(meeting.resolutions))


class _MonthMark(Block):
    """The shape of one month, centred in its cell."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.height = 5 * MM

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """One line of shapes."""
        self.width = available_width
        return available_width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the shape; a short line for a month without the duty to meet or before the records."""
        side = 3.6 * MM
        left, low = x + (self.width - side) / 2, y + (self.height - side) / 2
        if self._state and self._state != MonthState.BEFORE_RECORDS:
            draw_mark(canvas, MONTH_SHAPES[MonthState(self._state)], left, low, side)
        else:
            middle = y + self.height / 2
            line = f"{left:.2f} {middle:.2f} m {left + side:.2f} {middle:.2f} l S"
            stroke = f"{stroke_operator(paper_styles.HAIRLINE)} 0.6 w {line}"
            draw_artifact(canvas, stroke)


def _strip(setter: Typesetter, document: MonthlyReportDocument) -> Flowable:
    """Return twelve months from right to left; future months are empty."""
    known = {one.month: one for one in document.months}
    room = frame.text_width(setter.typography) / 12 - 2 * _STRIP.padding_x
    names = [month_name(month) for month in range(1, 13)]
    notes = [_note(known[month]) if month in known else "" for month in range(1, 13)]
    name_setter = _fitting_typesetter(setter, names, paper_styles.MONTH, room)
    note_setter = _fitting_typesetter(setter, notes, paper_styles.MONTH_NOTE, room)
    cells: list[list[Flowable]] = []
    for number, (name, note) in enumerate(zip(names, notes, strict=True), start=1):
        cell: list[Flowable] = [FaParagraph(name_setter, name, paper_styles.MONTH)]
        if number in known:
            cell += [_MonthMark(known[number].state), FaParagraph(note_setter, note, paper_styles.MONTH_NOTE)]
        cells.append(cell)
    return RuledTable([cells], [170 * MM / 12] * 12, header_rows=0, style=_STRIP)


def _note(known: ReportMonth) -> str:
    """Return the note about a month's meeting."""
    if known.meeting and known.state in {MonthState.HELD, MonthState.PLANNED}:
        return words.meeting_of(digits(known.meeting))
    return frame_words.MONTH_STATES[known.state]


def _fitting_typesetter(setter: Typesetter, texts: Sequence[str], style: ParagraphStyle, room: float) -> Typesetter:
    """Return the typesetter with the largest size in which no word of the texts is cut."""
    found = setter
    for found in frame.smaller(setter):
        if all(FaParagraph(found, text, style).minWidth() <= room for text in texts):
            break
    return found


def _standing(setter: Typesetter, document: MonthlyReportDocument) -> Iterator[Flowable]:
    total = document.total
    stretches = [
        BarSegment(total.done, Fill.DARK, words.stretch(words.DONE, digits(total.done))),
        BarSegment(total.open, Fill.PALE, words.stretch(words.OPEN, digits(total.open))),
        BarSegment(total.late, Fill.STRIPED, words.stretch(words.LATE, digits(total.late))),
    ]
    worded = Bar(setter, stretches, total.total)
    if worded.holds(frame.text_width(setter.typography)):
        yield worded
    else:
        bare = [replace(one, words="") for one in stretches]
        yield KeptTogether([Bar(setter, bare, total.total), legend(setter)])


def legend(setter: Typesetter) -> Flowable:
    """Return the legend of the bar fills."""
    entries = [(Fill.DARK, words.DONE), (Fill.PALE, words.OPEN), (Fill.STRIPED, words.LATE)]
    return Key(setter, entries, paper_styles.KEY)


def _waiting(setter: Typesetter, document: MonthlyReportDocument, most: int) -> Iterator[Flowable]:
    heading = FaHeading(setter, words.WAITING, paper_styles.SECTION)
    if not document.waiting:
        yield heading
        yield FaParagraph(setter, words.NOTHING_WAITS, paper_styles.SENTENCE)
        return
    shown = waiting_on_first_page(document.waiting, most)
    found: list[Flowable] = [heading, waiting_table(setter, shown, brief=True)]
    left = len(document.waiting) - len(shown)
    if left:
        found += [Gap(2), FaParagraph(setter, words.more(digits(left)), paper_styles.NOTE)]
    yield KeptOnOnePage(found)
