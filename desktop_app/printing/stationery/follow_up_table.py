"""The table of earlier resolutions that are still open, as the minutes and the agenda pack show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents.documents import FollowUpLine
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.filled_pages import Row, table_of_wordings
from desktop_app.printing.stationery.ruled_table import RuledTable, held
from desktop_app.printing.words import frame
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits

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
"""The column below whose state it stands how late a resolution is."""
_WIDTHS: Final = tuple(width * MM for width in (19, 48, 29, 22, 23, 29))


def follow_up_table(setter: Typesetter, lines: Sequence[FollowUpLine]) -> RuledTable:
    """One row a resolution, the heading again on every page."""
    return held(setter, lambda one: _table(one, lines))


def _table(setter: Typesetter, lines: Sequence[FollowUpLine]) -> RuledTable:
    rows: list[Row] = [[[FaParagraph(setter, label, styles.HEAD)] for label in LABELS]]
    rows += [_row(setter, line) for line in lines]
    return table_of_wordings(setter, rows, _WIDTHS, 1)


def state_words(line: FollowUpLine) -> str:
    """The state with its progress, where some is known and the work goes on."""
    state = frame.RESOLUTION_STATES[line.state]
    if line.state in {ResolutionState.IN_PROGRESS, ResolutionState.BLOCKED} and line.percent:
        return words.percent_of(state, persian_percent(line.percent))
    return state


def texts_of(line: FollowUpLine) -> tuple[str, ...]:
    """What stands in the columns."""
    return line.number, line.text, line.executor, day(line.due), state_words(line), line.last_action


def _row(setter: Typesetter, line: FollowUpLine) -> Row:
    cells: Row = [
        [FaParagraph(setter, text or words.NOTHING, styles.CELL, place=line.number)] for text in texts_of(line)
    ]
    if line.late:
        cells[STATE].append(FaParagraph(setter, words.late(digits(line.late)), styles.CELL_LATE))
    return cells
