"""Grid of a meeting's facts on a paper, seen at a glance: day, hour, place, the meeting before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents.letter_lines import CalledMeeting
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable
from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.words import frame, letter, meeting_papers
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits, weekday

_STYLE: Final = TableStyle(padding_x=4.0, padding_y=4.0, before=8.0, after=4.0)
QUARTERS: Final = (42.5 * MM,) * 4
"""Widths of the columns of every strip of four facts."""
_DOTS: Final = letter.DOTS[:12]

Fact = tuple[str, str]


def meeting_grid(setter: Typesetter, meeting: CalledMeeting, more: Sequence[Fact] = ()) -> Flowable:
    """A row of four facts, and a second row where the paper has four ``more``; a fact not known yet is dots."""
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
    """A cell with a quiet label over its value; ``missing`` stands for an empty one."""
    return [FaParagraph(setter, label, styles.LABEL), FaParagraph(setter, value or missing, styles.VALUE, place=label)]


def meeting_words(meeting: CalledMeeting, committee: str) -> str:
    """The meeting inside a sentence."""
    return letter.meeting(letter.KINDS[meeting.kind], digits(meeting.number or ""), committee)


def kind_of(meeting: CalledMeeting) -> str:
    """The kind of the meeting by itself."""
    return frame.KINDS[meeting.kind]
