"""Typography of papers and reports (few sizes, two weights, hairlines instead of boxes), and column widths.

Widths are the shares of the design, each widened to the longest word it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop_app.printing.engine.layout.table import TableStyle
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight

_LONGEST = 0.25
"""The share of the whole width over which a word may be cut."""
_SLACK = 0.5


def column_widths(
    shares: Sequence[float], needed: Sequence[float], available: float, elastic: int | None = None
) -> list[float]:
    """Return widths in points of columns; ``needed`` are the widths of their longest words.

    Where the shares do not add up to what is ``available``, they are shares of it. Column ``elastic`` gives what others
    are widened by (on another sheet than the design's: the widest, if none is named). Where that is not enough, every
    column gives what it can spare.
    """
    given = sum(shares)
    widths = list(shares)
    if abs(given - available) > _SLACK:
        widths = [width * available / given for width in widths]
        elastic = widths.index(max(widths)) if elastic is None else elastic
    if elastic is None:
        return widths
    widths = _fitted(widths, needed, elastic)
    # a word longer than that is cut in any case, and takes no room from the others
    least = [width if need > available * _LONGEST else need for need, width in zip(needed, widths, strict=True)]
    short = any(width + _SLACK < need for width, need in zip(widths, least, strict=True))
    if short and (sum(least) <= available or widths[elastic] < least[elastic]):
        widths = _shared_widths(shares, least, available)
    return widths


def missing_width(widths: Sequence[float], needed: Sequence[float], available: float) -> float:
    """Return the points that columns lack for their longest words, without words cut in any case."""
    lacking = [need - width for need, width in zip(needed, widths, strict=True) if need <= available * _LONGEST]
    return sum(lack for lack in lacking if lack > _SLACK)


def _fitted(widths: Sequence[float], needed: Sequence[float], elastic: int) -> list[float]:
    """Return widths that hold the longest words, taken from the elastic column (at most half of it)."""
    fitted = list(widths)
    spare = widths[elastic] / 2
    for column, width in enumerate(widths):
        if column == elastic:
            continue
        more = max(needed[column] - width, 0.0)
        if more > spare:
            # it has to be cut anyway, and the elastic column keeps its width for all the other rows
            continue
        fitted[column] += more
        fitted[elastic] -= more
        spare -= more
    return fitted


def _shared_widths(shares: Sequence[float], needed: Sequence[float], available: float) -> list[float]:
    """Return widths that hold the longest words, the rest shared between wide columns."""
    scale = available / sum(shares)
    left = available - sum(needed)
    if left <= 0:
        return [width * available / sum(needed) for width in needed]
    wished = [max(share * scale - least, 0.0) for share, least in zip(shares, needed, strict=True)]
    return [least + left * wish / sum(wished) for least, wish in zip(needed, wished, strict=True)]


SECOND: Final = "#3F3F3F"
QUIET: Final = "#5C5C5C"
STRONG_LINE: Final = "#222222"
HAIRLINE: Final = "#A6A6A6"

TITLE: Final = ParagraphStyle(TextStyle(Weight.BOLD, 16.0), Align.CENTER, pitch=1.5, keep_with_next=True)
SUBTITLE: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 12.0, SECOND), Align.CENTER, pitch=1.5, before=1.0, after=12.0
)
SECTION: Final = ParagraphStyle(TextStyle(Weight.BOLD, 13.0), pitch=1.5, before=14.0, after=3.5, keep_with_next=True)
FULL_TEXT: Final = ParagraphStyle(
    TextStyle(Weight.BOLD, 13.0), Align.CENTER, pitch=1.5, before=20.0, after=8.0, keep_with_next=True
)
"""The heading between what a correction changes and the whole of the minutes."""
ITEM: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 12.0), pitch=1.5, before=8.0, after=2.0, keep_with_next=True)
BODY: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 13.0), Align.JUSTIFY, pitch=1.6, after=2.0)
ENDING: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 13.0), Align.JUSTIFY, pitch=1.6, before=12.0, after=2.0)
TALK: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), Align.JUSTIFY, pitch=1.6, start=4 * MM, after=2.0)
EFFECT: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.0), pitch=1.5, start=4 * MM, after=3.0)
"""What a clause does to an earlier resolution, below the clause."""
NAME: Final = TextStyle(Weight.SEMIBOLD, 12.0)
LINE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), pitch=1.5)
"""Lines of lists: agenda, attachments, copies."""
LIST_HEAD: Final = ParagraphStyle(
    TextStyle(Weight.SEMIBOLD, 11.5), pitch=1.45, before=9.0, after=1.0, keep_with_next=True
)
LIST_LABEL: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.45)
"""The same beside its list, level with the first line of it."""
REMARK: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.5), pitch=1.55, before=6.0)

REMARK_LEAD: Final = TextStyle(Weight.SEMIBOLD, 11.5)
RANK: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 12.0), pitch=1.55)

CELL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 11.0), pitch=1.45)
CELL_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.0, SECOND), pitch=1.45, before=1.5)
CELL_LATE: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 10.5), pitch=1.45, before=1.0)
CELL_NAME: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.5), pitch=1.45)
HEAD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.4)
LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, QUIET), pitch=1.4)
VALUE: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 11.5), pitch=1.45)

PARTY: Final = ParagraphStyle(TextStyle(Weight.BOLD, 12.0), pitch=1.6)
PARTIES: Final = (
    PARTY,
    ParagraphStyle(TextStyle(Weight.BOLD, 10.5), pitch=1.5),
    ParagraphStyle(TextStyle(Weight.BOLD, 9.0), pitch=1.4),
)
"""Names of the letterhead: as large as they have room."""
INVOCATION: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 12.0), Align.CENTER, pitch=1.5)
REFERENCE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.5), pitch=1.45)
RUNNING: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, SECOND), pitch=1.4)
RUNNING_LEFT: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, SECOND), Align.LEFT, pitch=1.4)
REMARK_LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, QUIET), Align.LEFT, pitch=1.3)
SMALL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, QUIET), pitch=1.4)

LETTER_BODY: Final = ParagraphStyle(
    TextStyle(Weight.REGULAR, 13.0), Align.JUSTIFY, pitch=1.75, first=10 * MM, after=6.0
)


AS_OF: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 10.0, QUIET), Align.CENTER, pitch=1.4, after=8.0)
TILE: Final = ParagraphStyle(TextStyle(Weight.BOLD, 21.0), Align.CENTER, pitch=1.35)
TILE_LABEL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5, QUIET), Align.CENTER, pitch=1.4)
SENTENCE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), pitch=1.55, after=1.5)
LEAD: Final = TextStyle(Weight.SEMIBOLD, 11.0)
MONTH: Final = ParagraphStyle(TextStyle(Weight.MEDIUM, 9.0), Align.CENTER, pitch=1.4)
MONTH_NOTE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.0, QUIET), Align.CENTER, pitch=1.4)
NUMBER_CELL: Final = replace(CELL, align=Align.CENTER)
NUMBER_HEAD: Final = replace(HEAD, align=Align.CENTER)
TOTAL_CELL: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 11.0), pitch=1.45)
TOTAL_NUMBER: Final = replace(TOTAL_CELL, align=Align.CENTER)
NOTE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.0, QUIET), pitch=1.45, before=3.0)
KEY: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5), pitch=1.4)

SMALL_CELL: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 9.5), pitch=1.4)
SMALL_SECOND: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 8.5, SECOND), pitch=1.35, before=0.8)
SMALL_LATE: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 8.5), pitch=1.35, before=0.8)
SMALL_HEAD: Final = ParagraphStyle(TextStyle(Weight.SEMIBOLD, 9.5), pitch=1.35)
SMALL_NUMBER: Final = replace(SMALL_CELL, align=Align.CENTER)

TIGHT: Final = TableStyle(grid=0.4, padding_x=3.2, padding_y=2.4)
