"""Register of resolutions (دفتر ثبت مصوبات) as PDF in landscape, and its table for the year book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from desktop_app.domain.calendar import jalali
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.register_documents import RegisterDocument, RegisterLine, counted_lines
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.resolutions import ResolutionState, has_ended
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.links import Signpost
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import frame, paper_styles
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.stationery.report_frame import Report, render_report
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.stationery.state_marks import RESOLUTION_SHAPES, MarkedText
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words import minutes as minutes_words
from desktop_app.printing.words import registers as words
from desktop_app.printing.words.paper_words import day, digits, month

WIDE: Final = tuple(width * MM for width in (10, 19, 21, 74, 11, 38, 31, 23, 30))
"""The columns on a sheet that lies: 257 mm."""
UPRIGHT: Final = tuple(width * MM for width in (8, 16, 17, 39, 9, 23, 18, 17, 23))
"""The same on a sheet that stands: 170 mm."""
NO_SIGNPOSTS: Final[Mapping[int, Sequence[Flowable]]] = MappingProxyType({})
"""None above any line."""
_LABELS: Final = (
    words.ROW,
    words.NUMBER,
    words.DAY,
    words.TEXT,
    words.AXIS,
    words.EXECUTOR,
    words.OWNER,
    words.DEADLINE,
    words.STATE,
)
_PERCENT: Final = frozenset({ResolutionState.IN_PROGRESS, ResolutionState.BLOCKED, ResolutionState.RETURNED})


def register_table(
    setter: Typesetter,
    lines: Sequence[RegisterLine],
    progress: Progress,
    widths: Sequence[float] = WIDE,
    signposts: Mapping[int, Sequence[Flowable]] = NO_SIGNPOSTS,
) -> RuledTable:
    """Return the table with a heading on every page; ``progress`` is called for progress and may cancel.

    ``signposts`` stand above lines, by their places from 1.
    """
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, paper_styles.SMALL_HEAD)] for label in _LABELS]]
    for place, line in enumerate(lines, start=1):
        rows.append(_row(setter, place, line))
        rows[-1][0][:0] = signposts.get(place, ())
        progress(place, len(lines))
    return RuledTable(rows, widths, elastic=3, style=paper_styles.TIGHT)


def _row(setter: Typesetter, place: int, line: RegisterLine) -> list[list[Flowable]]:
    def cell(text: str, *more: str) -> list[Flowable]:
        found: list[Flowable] = [
            FaParagraph(setter, text or minutes_words.NOTHING, paper_styles.SMALL_CELL, place=line.number)
        ]
        found += (FaParagraph(setter, one, paper_styles.SMALL_SECOND, place=line.number) for one in more if one)
        return found

    return [
        cell(digits(place)),
        cell(line.number),
        cell(day(line.day), words.meeting(digits(line.meeting))),
        cell(line.text, frame_words.RESOLUTION_KINDS[line.kind]),
        cell(minutes_words.axis(line.axis)),
        cell(line.executor),
        cell(line.owner),
        cell(*_deadline(line)),
        _state(setter, line),
    ]


def _deadline(line: RegisterLine) -> tuple[str, ...]:
    """Return the first deadline, and its extensions below."""
    extended = words.extended([day(one) for one in line.extended]) if line.extended else ""
    if line.deadline_kind == DeadlineKind.CONTINUOUS:
        return words.CONTINUOUS, words.review(day(line.due)) if line.due else "", extended
    return day(line.agreed or line.due), extended


def _state(setter: Typesetter, line: RegisterLine) -> list[Flowable]:
    state = ResolutionState(line.state)
    word = frame_words.RESOLUTION_STATES[line.state]
    if state in _PERCENT and line.percent:
        word = words.with_percent(word, persian_percent(line.percent))
    found: list[Flowable] = [
        MarkedText(
            setter, RESOLUTION_SHAPES[state], word, paper_styles.SMALL_CELL, percent=line.percent, place=line.number
        )
    ]
    if line.closed_on:
        found.append(FaParagraph(setter, day(line.closed_on), paper_styles.SMALL_SECOND))
    if line.successor:
        found.append(FaParagraph(setter, words.ended_by(line.successor), paper_styles.SMALL_SECOND, place=line.number))
    if line.late:
        found.append(FaParagraph(setter, words.late(digits(line.late)), paper_styles.SMALL_LATE))
    return found


def render(document: RegisterDocument, imprint: Imprint, render_context: RenderContext) -> bytes:
    """Return the PDF of the register; equal input gives equal bytes."""
    setter = Typesetter(render_context.fonts, document.typography)
    report = Report(
        document=document,
        named=f"register-{document.year or 'all'}",
        title=title_of(document),
        imprint=imprint,
        size=frame.A4_WIDE,
    )
    return render_report(setter, _story(setter, document, render_context), report, render_context)


def title_of(document: RegisterDocument) -> str:
    """Return the title: the register of a year, or of all years."""
    return words.title(digits(document.year) if document.year else "")


def _story(setter: Typesetter, document: RegisterDocument, render_context: RenderContext) -> Iterator[Flowable]:
    yield FaHeading(setter, title_of(document), paper_styles.TITLE, level=1)
    yield FaParagraph(setter, document.committee, paper_styles.SUBTITLE)
    if not document.lines:
        yield FaParagraph(setter, words.NOTHING, paper_styles.SENTENCE)
        return
    yield FaParagraph(setter, f"{words.as_of(day(document.day))}. {count_sentence(document.lines)}", paper_styles.AS_OF)
    if document.begins:
        yield FaParagraph(setter, words.first_month_note(month(document.begins)), paper_styles.AS_OF)
    margins = frame.later(setter.typography)
    room = frame.A4_WIDE[0] - margins.left - margins.right
    signposts = _signposts(document)
    yield table_that_fits(
        setter, lambda one: register_table(one, document.lines, render_context.progress, signposts=signposts), room
    )


def _signposts(document: RegisterDocument) -> dict[int, list[Flowable]]:
    """Return bookmarks for the first line of each meeting and, in the register of all years, of each year."""
    found: dict[int, list[Flowable]] = defaultdict(list)
    level = 2 if document.year else 3
    year = meeting = 0
    for place, line in enumerate(document.lines, start=1):
        its_year = jalali.year_of(jalali.day_from_iso(line.day))
        if not document.year and its_year != year:
            found[place].append(Signpost(2, words.year(digits(its_year))))
        if (its_year, line.meeting) != (year, meeting):
            found[place].append(Signpost(level, words.meeting_on(digits(line.meeting), day(line.day))))
        year, meeting = its_year, line.meeting
    return found


def count_sentence(lines: Sequence[RegisterLine]) -> str:
    """Return a sentence with the numbers of resolutions by state."""
    every = counted_lines(lines)
    ended = sum(has_ended(line.state) for line in every)
    late = sum(line.late > 0 for line in every)
    return words.count(digits(len(every)), digits(len(every) - ended), digits(late), digits(ended))
