"""Tables about a meeting in several papers: the grid of its facts, and earlier open resolutions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents.documents import FollowUpLine
from desktop_app.domain.documents.letter_lines import CalledMeeting
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.filled_pages import Row, table_of_wordings
from desktop_app.printing.stationery.ruled_table import RuledTable, table_that_fits
from desktop_app.printing.words import frame, letter, meeting_papers
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits, weekday

LABELS: Final = (
    words.RESOLUTION_NUMBER,
    words.SUBJECT,
    words.EXECUTOR,
    words.DUE,
    words.STATE,
    words.LAST_ACTION,
)
"""The heads of the columns."""
STATE: Final = 4
"""Column of the state, from 0; how late a resolution is comes in a line below the state."""
_WIDTHS: Final = tuple(width * MM for width in (19, 48, 29, 22, 23, 29))


def follow_up_table(setter: Typesetter, lines: Sequence[FollowUpLine]) -> RuledTable:
    """Return the table of resolutions, one row each, with a heading on every page."""
    return table_that_fits(setter, lambda one: _table(one, lines))


def _table(setter: Typesetter, lines: Sequence[FollowUpLine]) -> RuledTable:
    rows: list[Row] = [[[FaParagraph(setter, label, styles.HEAD)] for label in LABELS]]
    rows += [_row(setter, line) for line in lines]
    return table_of_wordings(setter, rows, _WIDTHS, 1)


def state_words(line: FollowUpLine) -> str:
    """Return the state with its progress, if it is known and the work continues."""
    state = frame.RESOLUTION_STATES[line.state]
    if line.state in {ResolutionState.IN_PROGRESS, ResolutionState.BLOCKED} and line.percent:
        return words.percent_of(state, persian_percent(line.percent))
    return state


def texts_of(line: FollowUpLine) -> tuple[str, ...]:
    """Return the texts of the columns in order."""
    return line.number, line.text, line.executor, day(line.due), state_words(line), line.last_action


def _row(setter: Typesetter, line: FollowUpLine) -> Row:
    cells: Row = [
        [FaParagraph(setter, text or words.NOTHING, styles.CELL, place=line.number)] for text in texts_of(line)
    ]
    if line.late:
        cells[STATE].append(FaParagraph(setter, words.late(digits(line.late)), styles.CELL_LATE))
    return cells


_STYLE: Final = TableStyle(padding_x=4.0, padding_y=4.0, before=8.0, after=4.0)
QUARTERS: Final = (42.5 * MM,) * 4
"""Widths of the columns of every strip of four facts."""
_DOTS: Final = letter.DOTS[:12]

Fact = tuple[str, str]


def meeting_grid(setter: Typesetter, meeting: CalledMeeting, more: Sequence[Fact] = ()) -> Flowable:
    """Return a row of four facts, and a second row for four ``more``; an unknown fact is dotted."""
    on = words.weekday_and_day(weekday(meeting.day), day(meeting.day)) if meeting.day else ""
    previous = words.NOTHING
    if meeting.previous_number is not None:
        previous = words.previous(digits(meeting.previous_number), day(meeting.previous_day))
    facts = (
        (meeting_papers.DAY, on),
        (meeting_papers.STARTS, digits(meeting.starts_at)),
        (meeting_papers.PLACE, meeting.place),
        (meeting_papers.PREVIOUS, previous),
        *more,
    )
    cells = [fact(setter, label, value, _DOTS) for label, value in facts]
    rows = [cells[at : at + 4] for at in range(0, len(cells), 4)]
    return RuledTable(rows, QUARTERS, header_rows=0, style=_STYLE)


def fact(setter: Typesetter, label: str, value: str, missing: str = words.NOTHING) -> list[Flowable]:
    """Return a cell with a label above its value; ``missing`` replaces an empty value."""
    return [FaParagraph(setter, label, styles.LABEL), FaParagraph(setter, value or missing, styles.VALUE, place=label)]


def meeting_words(meeting: CalledMeeting, committee: str) -> str:
    """Return the meeting's name for use inside a sentence."""
    return letter.meeting(letter.KINDS[meeting.kind], digits(meeting.number or ""), committee)


def kind_of(meeting: CalledMeeting) -> str:
    """Return the kind of the meeting."""
    return frame.KINDS[meeting.kind]
