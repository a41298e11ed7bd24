"""The table of the register, row by row, for the register itself and for the year book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from desktop_app.domain.documents.register_document import RegisterLine
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.text.digits import persian_percent
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.stationery import report_styles as own
from desktop_app.printing.stationery.paper_words import day, digits
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.stationery.state_marks import RESOLUTION_SHAPES, MarkedText
from desktop_app.printing.typesetting.style import MM
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.paper import keys
from desktop_app.text.paper import minutes as usual
from desktop_app.text.paper import register as words

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
    told: Progress,
    widths: Sequence[float] = WIDE,
    signposts: Mapping[int, Sequence[Flowable]] = NO_SIGNPOSTS,
) -> RuledTable:
    """One table whose header comes again on every page; ``told`` hears of the rows and may cancel.

    ``signposts`` stand above lines, by their places from 1.
    """
    rows: list[list[list[Flowable]]] = [[[FaParagraph(setter, label, own.SMALL_HEAD)] for label in _LABELS]]
    for place, line in enumerate(lines, start=1):
        rows.append(_row(setter, place, line))
        rows[-1][0][:0] = signposts.get(place, ())
        told(place, len(lines))
    return RuledTable(rows, widths, elastic=3, style=own.TIGHT)


def _row(setter: Typesetter, place: int, line: RegisterLine) -> list[list[Flowable]]:
    def cell(text: str, *more: str) -> list[Flowable]:
        found: list[Flowable] = [FaParagraph(setter, text or usual.NOTHING, own.SMALL_CELL, place=line.number)]
        found += (FaParagraph(setter, one, own.SMALL_SECOND, place=line.number) for one in more if one)
        return found

    return [
        cell(digits(place)),
        cell(line.number),
        cell(day(line.day), words.meeting(digits(line.meeting))),
        cell(line.text, keys.RESOLUTION_KINDS[line.kind]),
        cell(usual.axis(line.axis)),
        cell(line.executor),
        cell(line.owner),
        cell(*_deadline(line)),
        _state(setter, line),
    ]


def _deadline(line: RegisterLine) -> tuple[str, ...]:
    """The first day, below it the extensions."""
    extended = words.extended([day(one) for one in line.extended]) if line.extended else ""
    if line.deadline_kind == DeadlineKind.CONTINUOUS:
        return words.CONTINUOUS, words.review(day(line.due)) if line.due else "", extended
    return day(line.agreed or line.due), extended


def _state(setter: Typesetter, line: RegisterLine) -> list[Flowable]:
    state = ResolutionState(line.state)
    word = keys.RESOLUTION_STATES[line.state]
    if state in _PERCENT and line.percent:
        word = words.with_percent(word, persian_percent(line.percent))
    found: list[Flowable] = [
        MarkedText(setter, RESOLUTION_SHAPES[state], word, own.SMALL_CELL, percent=line.percent, place=line.number)
    ]
    if line.closed_on:
        found.append(FaParagraph(setter, day(line.closed_on), own.SMALL_SECOND))
    if line.successor:
        found.append(FaParagraph(setter, words.by(line.successor), own.SMALL_SECOND, place=line.number))
    if line.late:
        found.append(FaParagraph(setter, words.late(digits(line.late)), own.SMALL_LATE))
    return found
